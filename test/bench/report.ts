import type { ChildFigures, StageFigures } from "./figures";
import { median } from "./figures";

/** What was measured of one size. */
export interface SizeFigures {
  readonly rows: number;
  /** Several runs in a warmed process. */
  readonly ours: ChildFigures;
  readonly floor: ChildFigures;
  /** One run in a new process, whose peak of memory is its own. */
  readonly oursOnce: ChildFigures;
  readonly floorOnce: ChildFigures;
}

/** Goals, as shares of the floor. */
const goals = { time: 1.3, memory: 1.5, middle: 0.07 };
/** The size at which the middle's goal holds: below, it is mostly the cost of starting. */
const middleGoalRows = 100_000;

/** Stages of the chain, in order; `middle`: between reading the file and writing it. */
const stages = [
  { name: "open", title: "open the file", middle: false },
  { name: "read", title: "recognise, read", middle: true },
  { name: "statement", title: "statement", middle: true },
  { name: "fingerprint", title: "fingerprint", middle: false },
  { name: "sheets", title: "sheets", middle: true },
  { name: "write", title: "write the file", middle: false },
] as const;

/** The JSON is an answer of its own, which a workbook does without. */
const apart = { name: "json", title: "(JSON, apart)" };

function milliseconds(figures: ChildFigures, stage: string): number {
  return median(figures.runs.map((run) => run[stage]!.milliseconds));
}

function total(figures: ChildFigures, names: readonly string[]): number {
  return median(figures.runs.map((run) => names.reduce((sum, name) => sum + run[name]!.milliseconds, 0)));
}

const right = (text: string, width: number): string => text.padStart(width);
const number = (value: number, digits = 0): string => value.toFixed(digits);

function verdict(value: number, goal: number, show: (value: number) => string): string {
  return `${show(value)}   goal ≤ ${show(goal)}${value > goal ? "   ✗ MISSED" : "   ✓"}`;
}

const asRatio = (value: number): string => value.toFixed(2);
const asPercent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** The table of one size: stages, then the ratios beside their goals. */
export function describeSize({ rows, ours, floor, oursOnce, floorOnce }: SizeFigures): string {
  const floorTotal = total(floor, ["open", "save"]);
  const chain = stages.map((stage) => stage.name);
  const oursTotal = total(ours, chain);
  const middle = total(
    ours,
    stages.filter((stage) => stage.middle).map((stage) => stage.name),
  );
  const onceOurs = oursOnce.runs[0]!;
  const onceFloor = floorOnce.runs[0]!;
  const line = (title: string, time: number, share: string, once: StageFigures): string =>
    `  ${title.padEnd(18)}${right(number(time), 8)}${right(share, 9)}${right(number(once.milliseconds), 10)}${right(number(once.residentMB), 11)}`;
  const coldTotal = chain.reduce((sum, name) => sum + onceOurs[name]!.milliseconds, 0);
  const coldFloor = onceFloor["open"]!.milliseconds + onceFloor["save"]!.milliseconds;
  const totals = (title: string, time: number, share: string, cold: number, peak: number): string =>
    `  ${title.padEnd(18)}${right(number(time), 8)}${right(share, 9)}${right(number(cold), 10)}${right(number(peak), 11)}`;
  return [
    `${rows.toLocaleString("en").replaceAll(",", " ")} rows`,
    `  ${"".padEnd(18)}${right("ms", 8)}${right("of floor", 9)}${right("ms, once", 10)}${right("MB after", 11)}`,
    ...stages.map(({ name, title }) => {
      const time = milliseconds(ours, name);
      return line(title, time, asPercent(time / floorTotal), onceOurs[name]!);
    }),
    totals("chain", oursTotal, asPercent(oursTotal / floorTotal), coldTotal, oursOnce.peakMB) + " peak",
    line(apart.title, milliseconds(ours, apart.name), "", onceOurs[apart.name]!),
    totals("floor", floorTotal, "", coldFloor, floorOnce.peakMB) + " peak",
    `  time, chain / floor          ${verdict(oursTotal / floorTotal, goals.time, asRatio)}`,
    `  time, chain / floor, once    ${asRatio(coldTotal / coldFloor)}`,
    `  peak memory, chain / floor   ${verdict(oursOnce.peakMB / floorOnce.peakMB, goals.memory, asRatio)}`,
    rows >= middleGoalRows
      ? `  read + statement + sheets    ${verdict(middle / floorTotal, goals.middle, asPercent)}`
      : `  read + statement + sheets    ${asPercent(middle / floorTotal)}`,
    `  … with the fingerprint       ${asPercent((middle + milliseconds(ours, "fingerprint")) / floorTotal)}`,
  ].join("\n");
}

/** Milliseconds per 1,000 rows, size by size: a chain that is linear does not grow. */
export function describeLinearity(sizes: readonly SizeFigures[]): string {
  const names = stages.map((stage) => stage.name);
  const per = (time: number, rows: number): string => right(number((time / rows) * 1000, 2), 10);
  const row = (title: string, time: (figures: SizeFigures) => number): string =>
    `  ${title.padEnd(18)}${sizes.map((figures) => per(time(figures), figures.rows)).join("")}`;
  return [
    "ms for 1 000 rows",
    `  ${"rows".padEnd(18)}${sizes.map(({ rows }) => right(String(rows), 10)).join("")}`,
    ...stages.map(({ name, title }) => row(title, ({ ours }) => milliseconds(ours, name))),
    row("chain", ({ ours }) => total(ours, names)),
    row("floor", ({ floor }) => total(floor, ["open", "save"])),
  ].join("\n");
}
