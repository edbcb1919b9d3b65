import { addTo, cellName, fold, parseCellName, remembered } from "../cells";
import type { Anomaly, MessageCode, Severity } from "../messages";
import type { ChoiceList } from "../options";
import { kindOf } from "./point-kinds";
import { communeMeant, type WayOut } from "./ways-out";

/** The anomalies that have one cause and that one action settles, shown as one point. (decisions §4) */
export interface Point {
  readonly severity: Severity;
  readonly code: MessageCode;
  /** In reading order. */
  readonly anomalies: readonly [Anomaly, ...Anomaly[]];
  /** Their cells, adjacent ones as one range. */
  readonly places: readonly PointPlace[];
}

/** An unknown commune name in several cells is settled by one meaning given to the name. */
const unknownCommune = communeMeant("commune", "suggestion");

/**
 * Returns the choices that would each settle a point, the likeliest first; none when only the cell can be corrected.
 */
export function waysOut({ code, anomalies }: Point, severalFiles: boolean): WayOut[] {
  const own = kindOf(code)?.ways ?? [];
  const ways = code === "unknown-commune" && anomalies.length > 1 ? [unknownCommune, ...own.slice(1)] : own;
  const found = ways.flatMap((way) => way(anomalies[0], severalFiles) ?? []);
  return [...eachText(anomalies, found), ...found].filter(isFirstOfItsEntry);
}

/** The most texts of a column that are asked about one by one. */
const mostTexts = 3;

/**
 * Returns a choice for each text of a column of remarks, when there are two or a few: one may say that a machine left,
 * and another that it came.
 */
function eachText(anomalies: Point["anomalies"], ways: readonly WayOut[]): WayOut[] {
  const ofColumn = ways.find(
    ({ list, entry, toFill: says }) =>
      list === "words" && "kind" in entry && entry.kind === "header" && says?.values.includes("in-service"),
  );
  const texts = [...new Set(anomalies.map(({ params }) => String(params["value"] ?? "")))];
  if (ofColumn?.list !== "words" || texts.length < 2 || texts.length > mostTexts || texts.includes("")) return [];
  return texts.map((word): WayOut => ({ ...ofColumn, entry: { word, kind: "state" } }));
}

const isFirstOfItsEntry = ({ list, entry }: WayOut, at: number, ways: readonly WayOut[]): boolean =>
  ways.findIndex((other) => other.list === list && JSON.stringify(other.entry) === JSON.stringify(entry)) === at;

/** Returns the first of these choices, with those that settle the point together with it: one for each text. */
export function firstOf(ways: readonly WayOut[]): readonly WayOut[] {
  const end = ways.findIndex((way) => way.list !== "words" || way.entry.kind !== "state");
  return ways.slice(0, Math.max(1, end < 0 ? ways.length : end));
}

/**
 * Returns the lists of options in which an anomaly may be settled at its own place; none when only the cell can be
 * corrected.
 */
export function listsSettling(anomaly: Anomaly): ChoiceList[] {
  return (kindOf(anomaly.code)?.ways ?? []).flatMap((way) => way(anomaly, false)?.list ?? []);
}

/** Points by list of anomalies: the summary, the documents and the options to save all ask for those of one list. */
const known = new WeakMap<readonly Anomaly[], readonly Point[]>();

/**
 * Groups anomalies by cause into points: errors, then warnings, then information; within a severity, in the order of
 * their first anomalies.
 */
export function pointsOf(anomalies: readonly Anomaly[]): readonly Point[] {
  return remembered(known, anomalies, () => groupedByCause(anomalies));
}

function groupedByCause(anomalies: readonly Anomaly[]): readonly Point[] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) addTo(groups, causeOf(anomaly), anomaly);
  const points = ([...groups.values()] as [Anomaly, ...Anomaly[]][]).map((alike): Point => {
    const { severity, code } = alike[0];
    return { severity, code, anomalies: alike, places: placesOf(alike) };
  });
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    points.filter((point) => point.severity === severity),
  );
}

function causeOf({ severity, code, file, sheet, cell, params }: Anomaly): string {
  const alike = kindOf(code)?.alike ?? (severity === "info" ? [] : undefined);
  const shared = params["word"] === undefined ? alike : ["word"];
  if (shared === undefined) return JSON.stringify([severity, code, file, sheet, cell, params]);
  return JSON.stringify([severity, code, ...shared.map((name) => fold(String(params[name] ?? "")))]);
}

/** A range of adjacent cells of a sheet, in one column or in one row. */
export interface PointPlace {
  readonly file: string | null;
  readonly sheet: string | null;
  /** `C4`, `C4:C96`; null for a whole sheet, or when there is no sheet. */
  readonly range: string | null;
}

interface Run extends PointPlace {
  readonly top: number;
  readonly left: number;
  bottom: number;
  right: number;
}

/**
 * Returns the places of anomalies in order, adjacent cells joined into ranges, whole sheets last; a cell with several
 * anomalies counts once.
 */
function placesOf(anomalies: readonly Anomaly[]): PointPlace[] {
  const runs: Run[] = [];
  const next = new Map<string, Run>();
  let last: Run | undefined;
  const whole = new Map<string, PointPlace>();
  const seen = new Set<string>();
  for (const { file, sheet, cell } of anomalies) {
    const key = JSON.stringify([file, sheet, cell]);
    if (seen.has(key)) continue;
    seen.add(key);
    const place = cell === null ? null : parseCellName(cell);
    if (place === null) {
      if (sheet !== null) whole.set(key, { file, sheet, range: null });
      continue;
    }
    const { row, column } = place;
    const goesOn = last?.file === file && last.sheet === sheet && joins(last, row, column);
    const known = goesOn ? last : next.get(key);
    const run =
      known !== undefined && joins(known, row, column)
        ? known
        : { file, sheet, range: null, top: row, left: column, bottom: row, right: column };
    if (run !== known) runs.push(run);
    else if (column === run.left && column === run.right) run.bottom = row;
    else run.right = column;
    if (last !== run) expectNext(next, last);
    last = run;
  }
  return [
    ...runs.map(({ file, sheet, top, left, bottom, right }) => {
      const [first, end] = [cellName(top, left), cellName(bottom, right)];
      return { file, sheet, range: first === end ? first : `${first}:${end}` };
    }),
    ...whole.values(),
  ];
}

/** Records the run under the two cells that would extend it, below and to the right. */
function expectNext(next: Map<string, Run>, run: Run | undefined): void {
  if (run === undefined) return;
  const { file, sheet, bottom, right } = run;
  next.set(JSON.stringify([file, sheet, cellName(bottom + 1, right)]), run);
  next.set(JSON.stringify([file, sheet, cellName(bottom, right + 1)]), run);
}

function joins({ top, left, bottom, right }: Run, row: number, column: number): boolean {
  if (column === left && left === right && row === bottom + 1) return true;
  return top === bottom && row === top && column === right + 1;
}
