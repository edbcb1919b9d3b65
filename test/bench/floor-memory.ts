import { readFileSync } from "node:fs";
import { openXlsx, saveXlsx } from "hucre/xlsx";
import { answer } from "./child";

/** The floor as one process would do it once: the workbook with the generated sheets, opened and saved. A child process of main.ts. */
answer(async (task, stages) => {
  const held = await stages.time("open", () => openXlsx(readFileSync(task.output), { readStyles: true }));
  await stages.time("save", () => saveXlsx(held));
});
