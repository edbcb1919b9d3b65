import type { Anomaly, MessageCode } from "../../messages";
import type { Choice } from "../../options";
import type { ColumnPlace, OptionsSeen } from "./choices";
import { anomalyKey, columnsOf, rowOf, type Member, type PointShown, type Preview, type Table } from "./preview";
import type { PointList } from "./state";

/** Indexes of the points that the filter lets through, in order. */
export function shownPoints(points: readonly Anomaly[], filter: PointList["filter"]): number[] {
  return points.flatMap(({ severity }, index) => (filter === "all" || severity === filter ? [index] : []));
}

/**
 * The point after (+1) or before (−1) the open one among those that the filter shows, going round; the first or the last
 * where none is open, null where there is none. What is only to know is passed over unless it is asked for: nothing has
 * to be done about it.
 */
export function neighbour(
  points: readonly Anomaly[],
  { filter, point }: Pick<PointList, "filter" | "point">,
  direction: 1 | -1,
): number | null {
  const shown = shownPoints(points, filter === "choices" ? "all" : filter);
  const toTreat = filter === "info" ? shown : shown.filter((index) => points[index]!.severity !== "info");
  const among = toTreat.length > 0 ? toTreat : shown;
  if (among.length === 0) return null;
  const forward = direction === 1;
  if (point === null) return among[forward ? 0 : among.length - 1]!;
  const next = forward ? among.find((index) => index > point) : among.findLast((index) => index < point);
  return next ?? among[forward ? 0 : among.length - 1]!;
}

/** A point, and one of its cells. */
interface PlaceOfPoint {
  readonly point: number;
  readonly place: number;
}

/**
 * Where to go on after a cell that was dealt with, once all is read again: the next cell of its point, or that of a point
 * that came after it; null where none is left to deal with.
 */
export function pointAfter(
  before: readonly PointShown[],
  treated: number,
  after: readonly PointShown[],
  place = 0,
): PlaceOfPoint | null {
  const left = new Map<string, PlaceOfPoint>();
  for (const [point, { severity, anomalies }] of after.entries())
    if (severity !== "info")
      for (const [at, anomaly] of anomalies.entries()) left.set(anomalyKey(anomaly), { point, place: at });
  const others = before[treated]?.anomalies.slice(place + 1) ?? [];
  for (const anomaly of [...others, ...before.slice(treated + 1).flatMap(({ anomalies }) => anomalies)]) {
    const found = left.get(anomalyKey(anomaly));
    if (found !== undefined) return found;
  }
  const first = after.findIndex(({ severity }) => severity !== "info");
  return first < 0 ? null : { point: first, place: 0 };
}

/** What can be decided about a point from the pane. */
export interface PointOffers {
  /** The commune of the cell can be said: the nearest by its name, and other cells of the point that say the same text. */
  readonly commune: {
    readonly nearest: Member | null;
    readonly text: string;
    readonly alike: readonly number[];
  } | null;
  /** Number of the row that can be set aside. */
  readonly row: number | null;
  /** The column whose meaning can be said. */
  readonly column: ColumnPlace | null;
  /** The choice in force that the point is about. */
  readonly choice: Choice | null;
}

const ofCommune: ReadonlySet<MessageCode> = new Set<MessageCode>([
  "unknown-commune",
  "missing-commune",
  "commune-no-longer",
  "commune-not-yet",
  "sheet-without-commune",
]);
/** About a row all of which may well be there by mistake. */
const ofWholeRow: ReadonlySet<MessageCode> = new Set<MessageCode>([
  "headcount-without-equipment",
  "duplicate-serial-number",
  "in-repair",
  "item-twice",
]);
const ofChoice: Readonly<Partial<Record<MessageCode, readonly Choice["about"][]>>> = {
  "commune-chosen": ["commune"],
  "chosen-commune-unknown": ["commune"],
  "chosen-commune-without-cell": ["commune"],
  "choice-moved": ["row", "commune", "column"],
  "set-aside-without-row": ["row"],
  "unknown-role": ["column"],
  "correction-without-column": ["column"],
};

/** What the pane offers to decide about a cell of a point of the preview, the first one by default. */
export function offersOf(index: number, preview: Preview, seen: OptionsSeen, place = 0): PointOffers {
  const { anomalies, question } = preview.points[index]!;
  const point = anomalies[place]!;
  const choice = choiceOf(point, seen);
  const none: PointOffers = { commune: null, row: null, column: null, choice };
  if (choice !== null || point.sheet === null || point.cell === null) return none;
  const tables = tablesAt(point, preview);
  return {
    ...none,
    commune: ofCommune.has(point.code) ? communeOffer(anomalies, place, preview) : null,
    row: excludableRow(point, tables),
    column: question === null ? columnOf(point, tables) : null,
  };
}

function communeOffer(
  anomalies: readonly Anomaly[],
  place: number,
  { members }: Pick<Preview, "members">,
): PointOffers["commune"] {
  const { params } = anomalies[place]!;
  const text = String(params["commune"] ?? "");
  const wanted = params["suggestion"] ?? params["successor"] ?? "";
  const alike = anomalies.flatMap((other, at) =>
    at !== place && text !== "" && other.params["commune"] === text ? [at] : [],
  );
  return { nearest: members.find(({ name }) => name === wanted) ?? null, text, alike };
}

/** The row of a point that stands in the body of a table. */
function excludableRow({ severity, code, cell }: Anomaly, tables: readonly Table[]): number | null {
  if (severity !== "error" && !ofWholeRow.has(code)) return null;
  const row = rowOf(cell!);
  return tables.some(({ body }) => row >= body.first && row <= body.last) ? row : null;
}

function columnOf({ sheet, cell }: Anomaly, tables: readonly Table[]): ColumnPlace | null {
  const table = tables.find((one) => columnsOf(one).some((column) => column.cell === cell));
  return table === undefined ? null : { sheet: sheet!, otherFile: table.otherFile, cell: cell! };
}

function choiceOf(point: Anomaly, seen: OptionsSeen): Choice | null {
  const kinds = ofChoice[point.code];
  if (kinds === undefined || seen.kind !== "seen") return null;
  const choices = seen.groups.flatMap((group) => group.choices);
  return choices.find((choice) => kinds.includes(choice.about) && isAbout(point, choice)) ?? null;
}

/** Whether an anomaly is about the place that a choice was made for. */
export function isAbout({ file, sheet, cell, params }: Anomaly, { about, choice }: Choice): boolean {
  if (about === "word" || choice.sheet !== sheet) return false;
  if (choice.file !== null && file !== null && choice.file !== file) return false;
  if (about !== "row") return choice.cell === cell;
  return cell === null ? params["at"] === `${choice.sheet}, ${choice.row}` : choice.row === rowOf(cell);
}

/** The tables of a point's sheet: sheets of two files may bear one name. */
function tablesAt({ file, sheet }: Anomaly, { tables }: Preview): Table[] {
  const otherFile = tables.find((table) => table.otherFile !== null && table.otherFile === file)?.otherFile ?? null;
  return tables.filter((table) => table.sheet === sheet && table.otherFile === otherFile);
}
