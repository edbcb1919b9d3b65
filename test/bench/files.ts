import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChildFigures, Task } from "./figures";
import { buildScripts, inOwnProcess } from "./processes";
import { makeRegister } from "./register";
import { describeLinearity, describeSize, type ScriptFigures, type SizeFigures } from "./report";

/** Small sizes are quick, and noisy: they are run more. */
const runsOf = (rows: number): number => (rows > 10_000 ? 3 : 7);

/** Prints the whole chain on files beside its floor, size by size. */
export async function measureFiles(sizes: readonly number[], folder: string): Promise<void> {
  buildScripts(folder);
  const measured: SizeFigures[] = [];
  for (const rows of sizes) {
    const figures = await measureSize(rows, folder);
    measured.push(figures);
    console.log(`${describeSize(figures)}\n`);
  }
  console.log(`${describeLinearity(measured)}\n`);
}

async function measureSize(rows: number, folder: string): Promise<SizeFigures> {
  const files = { input: join(folder, `registre-${rows}.xlsx`), output: join(folder, `registre-${rows}-out.xlsx`) };
  writeFileSync(files.input, await makeRegister(rows));
  const measure = (once: string, several = once): Promise<ScriptFigures> =>
    measureTwice({ once: join(folder, `${once}.mjs`), several: join(folder, `${several}.mjs`) }, files, rows);
  // The chain first: the floor saves what it wrote.
  const ours = await measure("ours");
  const floor = await measure("floor-memory", "floor");
  const parts = await measure("parts");
  return { rows, ours, parts, floor };
}

/** The same work in a new process, once, then in another, several times. */
async function measureTwice(
  scripts: { once: string; several: string },
  files: Omit<Task, "warmUps" | "runs">,
  rows: number,
): Promise<ScriptFigures> {
  const measure = (script: string, warmUps: number, runs: number): Promise<ChildFigures> =>
    inOwnProcess(script, { ...files, warmUps, runs } satisfies Task);
  return { once: await measure(scripts.once, 0, 1), several: await measure(scripts.several, 1, runsOf(rows)) };
}
