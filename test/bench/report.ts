import type { ChildFigures, StageFigures } from "./figures";
import { median } from "./figures";
import { asPercent, asRatio, right, verdict } from "./words";

/** What one script found: in one run of a new process, whose peak of memory is its own, and in several of a warmed one. */
export interface ScriptFigures {
  readonly once: ChildFigures;
  readonly several: ChildFigures;
}

/** What was measured of one size. */
export interface SizeFigures {
  readonly rows: number;
  readonly ours: ScriptFigures;
  readonly parts: ScriptFigures;
  readonly floor: ScriptFigures;
}

/** Goals, as shares of the floor. */
const goals = { time: 1.3, memory: 1.5, middle: 0.07 };
/** The size from which the middle's goal holds: below, it is mostly the cost of starting. */
const middleGoalRows = 100_000;

/** Stages of the chain, then the parts of its middle, in order. */
const stages = { open: "open the file", bill: "bill", write: "write the file" };
const parts = {
  read: "· recognise, read",
  statement: "· statement",
  fingerprint: "· fingerprint",
  sheets: "· documents",
  json: "(JSON, apart)",
};
/** The parts that the middle's goal is about. */
const middle = ["read", "statement", "sheets"];
const floorStages = ["open", "save"];

function time(figures: ChildFigures, names: readonly string[]): number {
  return median(figures.runs.map((run) => names.reduce((sum, name) => sum + run[name]!.milliseconds, 0)));
}

/** The table of one size: stages, then the ratios beside their goals. */
export function describeSize({ rows, ours, parts: partFigures, floor }: SizeFigures): string {
  const floorTime = time(floor.several, floorStages);
  const oursTime = time(ours.several, Object.keys(stages));
  const onceTime = time(ours.once, Object.keys(stages)) / time(floor.once, floorStages);
  const memory = ours.once.peakMB / floor.once.peakMB;
  const middleTime = time(partFigures.several, middle) / floorTime;

  const line = (title: string, warm: number, cold: number, megabytes: number, note = ""): string =>
    `  ${title.padEnd(20)}${right(warm.toFixed(0), 8)}${right(asPercent(warm / floorTime), 10)}` +
    `${right(cold.toFixed(0), 10)}${right(megabytes.toFixed(0), 10)}${note}`;
  const stageLines = (figures: ScriptFigures, titles: Readonly<Record<string, string>>): string[] =>
    Object.entries(titles).map(([name, title]) => {
      const cold: StageFigures = figures.once.runs[0]![name]!;
      return line(title, time(figures.several, [name]), cold.milliseconds, cold.residentMB);
    });
  const [open, bill, write] = stageLines(ours, stages);
  return [
    `${rows} rows`,
    `  ${"".padEnd(20)}${right("ms", 8)}${right("of floor", 10)}${right("ms, once", 10)}${right("MB after", 10)}`,
    open,
    bill,
    ...stageLines(partFigures, parts),
    write,
    line("chain", oursTime, time(ours.once, Object.keys(stages)), ours.once.peakMB, " peak"),
    line("floor", floorTime, time(floor.once, floorStages), floor.once.peakMB, " peak"),
    `  time, chain / floor            ${verdict(oursTime / floorTime, goals.time, asRatio)}`,
    `  time, chain / floor, once      ${asRatio(onceTime)}`,
    `  peak memory, chain / floor     ${verdict(memory, goals.memory, asRatio)}`,
    `  read + statement + documents   ${rows >= middleGoalRows ? verdict(middleTime, goals.middle, asPercent) : asPercent(middleTime)}`,
  ].join("\n");
}

/** Milliseconds per 1,000 rows, size by size: a chain that is linear does not grow. */
export function describeLinearity(sizes: readonly SizeFigures[]): string {
  const row = (title: string, of: (figures: SizeFigures) => ScriptFigures, names: readonly string[]): string => {
    const cells = sizes.map((figures) => time(of(figures).several, names) / (figures.rows / 1000));
    return `  ${title.padEnd(20)}${cells.map((cell) => right(cell.toFixed(2), 10)).join("")}`;
  };
  return [
    "ms for 1 000 rows",
    `  ${"rows".padEnd(20)}${sizes.map(({ rows }) => right(String(rows), 10)).join("")}`,
    ...Object.entries(stages).map(([name, title]) => row(title, ({ ours }) => ours, [name])),
    ...Object.entries(parts).map(([name, title]) => row(title, (figures) => figures.parts, [name])),
    row("chain", ({ ours }) => ours, Object.keys(stages)),
    row("floor", ({ floor }) => floor, floorStages),
  ].join("\n");
}
