import { median } from "../figures";
import { right } from "../words";
import type { CallsFigures, RecalculationFigures, RecalculationName } from "./figures";

const titles: Readonly<Record<RecalculationName, string>> = {
  cells: "MAINT, a cell each",
  plainCells: "(x) => x, a cell each",
  spilled: "MAINT, one that spills",
  plainSpilled: "(x) => x, one that spills",
};

/** The table of the functions: ours beside one that does nothing. */
export function describeCalls(calls: number, { runs }: CallsFigures): string {
  const of = (name: RecalculationName, what: keyof RecalculationFigures): number =>
    median(runs.map((run) => run[name][what]));
  return [
    `In Excel, ${calls} results of a function in one recalculation`,
    `  ${"".padEnd(28)}${right("ms", 8)}${right("page", 8)}${right("µs each", 10)}${right("requests", 10)}`,
    ...(Object.keys(titles) as RecalculationName[]).map((name) => {
      const page = of(name, "pageMilliseconds");
      return (
        `  ${titles[name].padEnd(28)}${right(of(name, "milliseconds").toFixed(0), 8)}${right(page.toFixed(0), 8)}` +
        `${right(((page * 1000) / calls).toFixed(1), 10)}${right(of(name, "requests"), 10)}`
      );
    }),
  ].join("\n");
}
