import { median } from "../figures";
import { asRatio, asWhole, right, verdict } from "../words";
import type { OperationFigures, OperationName, PublishingFigures } from "./figures";

const titles: Readonly<Record<OperationName, string>> = {
  read: "read",
  bill: "bill",
  publish: "publish",
  raw: "the same cells, raw",
  readAgain: "read again",
  billAgain: "bill again",
  publishAgain: "publish again",
};

/** Requests of a run; its time as a multiple of the raw batch's; milliseconds without letting the page breathe. */
const goals = { requests: 12, time: 1.5, stretch: 50 };

const first = ["read", "bill", "publish"] as const;
const again = ["readAgain", "billAgain", "publishAgain"] as const;

/** The table of one size: operations, then what matters of them beside its goal. */
export function describePublishing(rows: number, once: PublishingFigures, several: PublishingFigures): string {
  const { sheets, cells } = several;
  const of = (names: readonly OperationName[], what: keyof OperationFigures, figures = several): number =>
    median(figures.runs.map((run) => names.reduce((sum, name) => sum + run[name][what], 0)));
  const longest = (names: readonly OperationName[], figures: PublishingFigures): number =>
    Math.max(...names.map((name) => of([name], "stretch", figures)));

  const line = (name: OperationName): string =>
    `  ${titles[name].padEnd(22)}` +
    [
      of([name], "milliseconds"),
      of([name], "hostMilliseconds"),
      of([name], "milliseconds", once),
      of([name], "stretch"),
      of([name], "stretch", once),
      of([name], "requests"),
      of([name], "bytesSent") / 1000,
      of([name], "bytesReceived") / 1000,
    ]
      .map((value) => right(asWhole(value), 10))
      .join("");
  const heads = ["ms", "of Excel", "ms, once", "stretch", "once", "requests", "kB sent", "received"];
  // Of one run, and not of the medians: what slows the machine down meanwhile slows down both.
  const ratio = (names: readonly OperationName[], what: (figures: OperationFigures) => number): number =>
    median(several.runs.map((run) => names.reduce((sum, name) => sum + what(run[name]), 0) / what(run.raw)));
  const whole = ({ milliseconds }: OperationFigures) => milliseconds;
  const ofPage = ({ milliseconds, hostMilliseconds }: OperationFigures) => milliseconds - hostMilliseconds;
  const summary = (title: string, text: string): string => `  ${title.padEnd(40)}${text}`;
  const requests = (names: readonly OperationName[]) => verdict(of(names, "requests"), goals.requests, asWhole);
  const stretch = (figures: PublishingFigures) =>
    verdict(longest([...first, ...again], figures), goals.stretch, asWhole);
  return [
    `In Excel, ${rows} machines, ${sheets} sheets of ${cells} cells`,
    `  ${"".padEnd(22)}${heads.map((head) => right(head, 10)).join("")}`,
    ...(Object.keys(titles) as OperationName[]).map(line),
    summary("requests, read + publish", requests(first)),
    summary("requests, read + publish again", requests(again)),
    summary("time, publish / raw", verdict(ratio(["publish"], whole), goals.time, asRatio)),
    summary("time, read + publish / raw", asRatio(ratio(["read", "publish"], whole))),
    summary("time, publish again / raw", asRatio(ratio(["publishAgain"], whole))),
    summary("time of the page, publish / raw", asRatio(ratio(["publish"], ofPage))),
    summary("longest stretch, ms", stretch(several)),
    summary("longest stretch, ms, once", stretch(once)),
  ].join("\n");
}
