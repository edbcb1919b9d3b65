import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ChildFigures, Task } from "./figures";
import { makeRegister } from "./register";
import { describeLinearity, describeSize, type SizeFigures } from "./report";

// `npm run bench [rows…]`: the whole chain measured beside its floor; README.md says how to read what it prints.

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [3_000, 30_000, 100_000];
/** Small sizes are quick, and noisy: they are run more. */
const runsOf = (rows: number): number => (rows > 10_000 ? 3 : 7);

/** Does a task in a process of its own, that inherits this one's flags. */
function measure(script: string, task: Task): Promise<ChildFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)));
    child.once("message", (figures) => resolve(figures as ChildFigures));
    child.once("exit", (code) => reject(new Error(`${script} ended without figures (exit ${code}).`)));
    child.send(task);
  });
}

/** The same work in a new process, once, then in another, several times. */
async function measureTwice(
  scripts: { once: string; several: string },
  task: Omit<Task, "warmUps" | "runs">,
  rows: number,
) {
  const once = await measure(scripts.once, { ...task, warmUps: 0, runs: 1 });
  const several = await measure(scripts.several, { ...task, warmUps: 1, runs: runsOf(rows) });
  return { once, several };
}

async function measureSize(rows: number, folder: string): Promise<SizeFigures> {
  const files = { input: join(folder, `registre-${rows}.xlsx`), output: join(folder, `registre-${rows}-out.xlsx`) };
  writeFileSync(files.input, await makeRegister(rows));
  // The chain first: the floor saves what it wrote.
  const ours = await measureTwice({ once: "ours.ts", several: "ours.ts" }, files, rows);
  const floor = await measureTwice({ once: "floor-memory.ts", several: "floor.ts" }, files, rows);
  const parts = await measureTwice({ once: "parts.ts", several: "parts.ts" }, files, rows);
  return { rows, ours, parts, floor };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ordiclasse-bench-"));
  try {
    const measured: SizeFigures[] = [];
    for (const rows of sizes) {
      const figures = await measureSize(rows, folder);
      measured.push(figures);
      console.log(`${describeSize(figures)}\n`);
    }
    console.log(describeLinearity(measured));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
