import { join } from "node:path";
import type { LayoutFigures, LayoutTask } from "./figures";
import { buildScripts, inOwnProcess } from "./processes";
import { asRatio, right } from "./words";

/** Prints how long inventories of each layout take to be read, size by size: one that is linear keeps its time for 1,000. */
export async function measureLayouts(sizes: readonly number[], folder: string): Promise<void> {
  buildScripts(folder);
  const task: LayoutTask = { sizes };
  const figures = await inOwnProcess<readonly LayoutFigures[]>(join(folder, "layouts-child.mjs"), task);
  const line = (title: string, cells: readonly string[]): string =>
    `  ${title.padEnd(24)}${cells.map((cell) => right(cell, 12)).join("")}`;
  console.log("ms to read 1 000 schools, prestations or machines, by layout");
  console.log(line("", [...sizes.map(String), "last / first"]));
  for (const { title, milliseconds } of figures) {
    const each = milliseconds.map((time, at) => (time === null ? null : time / (sizes[at]! / 1000)));
    const known = each.filter((time) => time !== null);
    const growth = known.length > 1 ? asRatio(known.at(-1)! / known[0]!) : "";
    console.log(line(title, [...each.map((time) => (time === null ? "–" : time.toFixed(2))), growth]));
  }
  console.log("");
}
