import { readFileSync } from "node:fs";
import { openXlsx, saveXlsx } from "hucre/xlsx";
import { answer } from "./child";

/**
 * What the file library alone costs: opening the same input, and saving a workbook that holds the generated sheets already.
 * The latter is opened outside the clock. A child process of main.ts.
 */
answer(async (task, stages) => {
  await stages.time("open", () => openXlsx(readFileSync(task.input), { readStyles: true }));
  globalThis.gc?.();
  const held = await openXlsx(readFileSync(task.output), { readStyles: true });
  globalThis.gc?.();
  await stages.time("save", () => saveXlsx(held));
});
