import { addTo, cellName, fold, parseCellName } from "../cells";
import type { Anomaly, MessageCode, Severity } from "../messages";
import type { ChoiceList } from "../options";

/** What is told to people: anomalies that one cause explains, and one action settles. (decisions §4) */
export interface Point {
  readonly severity: Severity;
  readonly code: MessageCode;
  /** At least one, in reading order. */
  readonly anomalies: readonly Anomaly[];
  /** Where they stand, cells below each other as one range. */
  readonly places: readonly PointPlace[];
}

/** How a point is settled once for all: the entry of an options file, and what may be said in it. */
export interface WayOut {
  readonly list: ChoiceList;
  /** What the entry says, as the JSON has it, without `as` (or `commune`). */
  readonly entry: Readonly<Record<string, string | number>>;
  /** The field that is left to say, and its values; none where the entry is whole. */
  readonly says: { readonly field: "as" | "commune"; readonly values: readonly string[] } | null;
}

/** Returns the way out of an anomaly; `several` files are read, so that its place says which. */
type Way = (anomaly: Anomaly, several: boolean) => WayOut | null;

/** Returns a place of an anomaly as the options name it: the file only if several are read. */
function placed({ file, sheet, cell }: Anomaly, several: boolean): Record<string, string> {
  return {
    ...(several && file !== null && { file }),
    ...(sheet !== null && { sheet }),
    ...(cell !== null && parseCellName(cell) !== null && { cell }),
  };
}

/** Returns the first of some parameters that says something; empty if none does. */
const text = ({ params }: Anomaly, ...names: readonly string[]): string =>
  names.map((name) => String(params[name] ?? "")).find((value) => value !== "") ?? "";

/** Makes the way of saying that what stands at the anomaly's place is one of these. */
const at =
  (list: ChoiceList, ...values: readonly string[]): Way =>
  (anomaly, several) => ({ list, entry: placed(anomaly, several), says: { field: "as", values } });

const columnAs = (...values: readonly string[]): Way => at("mappings", ...values);

const word =
  (kind: string, values: readonly string[], ...names: readonly string[]): Way =>
  (anomaly) => {
    const written = text(anomaly, "word", ...names);
    return written === "" ? null : { list: "words", entry: { word: written, kind }, says: { field: "as", values } };
  };

/** Makes the way of saying which commune a text means, once wherever it stands: one of those told, or another. */
const communeMeant =
  (written: string, ...names: readonly string[]): Way =>
  (anomaly) => ({
    list: "words",
    entry: { word: text(anomaly, written), kind: "commune" },
    says: { field: "as", values: [...names.map((name) => text(anomaly, name)).filter((name) => name !== ""), "…"] },
  });

/** Makes the way of setting aside a row that is no school's, whatever it holds. */
const aside =
  (reason: string): Way =>
  (anomaly, several) => {
    const { cell, ...place } = placed(anomaly, several);
    return { list: "setAside", entry: { ...place, row: parseCellName(cell!)!.row + 1, reason }, says: null };
  };

const commune: Way = (anomaly, several) => {
  const was = text(anomaly, "value", "commune");
  return {
    list: "communes",
    entry: { ...placed(anomaly, several), ...(was !== "" && { was }) },
    says: { field: "commune", values: [text(anomaly, "suggestion", "successor")].filter((name) => name !== "") },
  };
};

const accepted: Way = (anomaly, several) => {
  const was = text(anomaly, "was", "value", "label", "quantity");
  return { list: "accepted", entry: { ...placed(anomaly, several), code: anomaly.code, was }, says: null };
};

const column = columnAs("ignored", "POSTE_STD maintenance", "POSTE_STD installation", "headcount", "…");
/** Proposes a date for « Postes depuis », « Installés le », which may be one. */
const unclearHeading: Way = (anomaly, several) => {
  const isDated = /\b(?:date|depuis)\b|\ble$/i.test(text(anomaly, "header"));
  return (isDated ? columnAs("ignored", "POSTE_STD date-installed", "…") : column)(anomaly, several);
};
const table = at("tables", "inventory", "installations", "headcounts", "ignored");
const nothingToBill = at("tables", "ignored");
const repeat = at("repeats", "added", "first");
const total = aside("total");
const natures = ["installation", "maintenance", "nothing"];
const prestations = ["POSTE_STD", "POSTE_SPEC", "SERVEUR_STD", "…", "nothing"];

/** What is known of an anomaly by its code. */
interface PointKind {
  /**
   * The parameters that two anomalies must share to have one cause: the word, the heading, the value that is not understood.
   * Where it is not said, each cell has its own cause; what is only to know has one. What is said of a table is one cause a sheet.
   */
  readonly alike?: readonly string[];
  readonly way?: Way;
}

const kinds: Readonly<Partial<Record<MessageCode, PointKind>>> = {
  "after-snapshot": { alike: [] },
  "ambiguous-header": { alike: ["header"], way: column },
  "ambiguous-label": { alike: ["label"], way: word("prestation", prestations, "label") },
  "ambiguous-source": { alike: [], way: repeat },
  "amount-differs": { alike: [] },
  "assumed-header": { alike: ["header"] },
  "assumed-label": { alike: ["label"] },
  "closed-column": { alike: ["header"], way: columnAs("ignored", "quantity") },
  "closed-form": { way: nothingToBill },
  "closed-school": { alike: ["value"], way: aside("école fermée") },
  "column-beside-label": { alike: ["header"], way: column },
  "commune-as-school": { alike: ["commune"], way: total },
  "commune-chosen": { alike: ["text", "commune"] },
  "commune-no-longer": { alike: ["commune"], way: commune },
  "commune-not-yet": { alike: ["commune"], way: commune },
  "compared-total-differs": { way: accepted },
  "duplicate-header": { alike: ["header"], way: column },
  "duplicate-inventory-number": { alike: [] },
  "duplicate-school": { alike: ["sheet"], way: repeat },
  "duplicate-serial-number": { alike: [] },
  "entry-date-unclear": { alike: ["header"], way: columnAs("entry", "ignored") },
  "error-in-name": { alike: ["value"] },
  "exit-date-unclear": { alike: ["header"], way: columnAs("exit", "ignored") },
  "formula-without-result": { alike: [] },
  "headcount-total-differs": { alike: [] },
  "headcount-without-equipment": { alike: [] },
  "hidden-sheet": { alike: [] },
  "implausible-quantity": { way: accepted },
  "in-repair": { alike: ["status"] },
  "in-stock": { alike: ["status"] },
  "insee-disagrees": { alike: ["insee", "commune"], way: communeMeant("insee", "commune") },
  "installations-since": { way: at("tables", "installations", "ignored") },
  "installed-outside-window": { alike: [] },
  "installed-since": { alike: ["header"], way: columnAs("ignored", "POSTE_STD installation", "…") },
  "item-repeated": { alike: ["sheet"], way: repeat },
  "item-repeated-across": { alike: ["sheet"], way: repeat },
  "item-twice": { alike: [] },
  "label-since": { alike: ["label"], way: word("prestation", ["POSTE_STD installation", "…", "nothing"], "label") },
  "leaving-remark": { way: word("header", ["in-service", "out"], "header") },
  "location-disagrees": { alike: ["location", "commune"], way: communeMeant("location", "commune", "other") },
  "merged-quantity": { alike: [] },
  "missing-commune": { alike: [], way: commune },
  "missing-headcount": { alike: [] },
  "missing-label": { alike: [] },
  "missing-nature": { alike: [] },
  "missing-school": { alike: [] },
  "model-table": { way: table },
  "more-installed": { alike: [] },
  "more-than-one-a-school": { alike: ["prestation"] },
  "no-school-column": { way: nothingToBill },
  "no-school-over-column": { alike: ["header"], way: columnAs("ignored", "quantity") },
  "not-a-school": { alike: ["value"], way: aside("pas une école") },
  "not-in-service": { way: table },
  "not-in-service-asked": { way: table },
  "one-date-for-several": { alike: ["header"], way: word("header", ["ignored"], "header") },
  "only-installations": { alike: [], way: table },
  "only-other-year": { alike: ["header"], way: column },
  "only-row-of-year": { alike: ["label"], way: accepted },
  "other-year-column": { alike: ["header"] },
  "other-year-source": { alike: ["year"] },
  "out-of-service-column": { alike: ["header"] },
  "out-without-date": { alike: ["status"] },
  "part-column": { alike: ["header"] },
  "parts-in-service": { alike: ["header"] },
  "purchase-as-entry": { alike: ["header"] },
  "quantity-error": { alike: ["value"] },
  "quantity-fractional": { alike: [] },
  "quantity-is-date": { alike: [] },
  "quantity-letter-o": { alike: [] },
  "quantity-mark": { alike: ["value"] },
  "quantity-negative": { alike: [] },
  "quantity-other-unit": { alike: [] },
  "quantity-shown-as-date": { alike: [] },
  "quantity-text": { alike: ["value"] },
  "quantity-too-large": { alike: [] },
  "quantity-with-text": { alike: [] },
  "rectified-other-inventory": { way: accepted },
  "rows-since": { way: word("nature", ["installation", "nothing"], "title") },
  "school-only-installed": { alike: ["sheet"], way: table },
  "school-without-headcount": { alike: [] },
  "several-machines": { alike: ["value"], way: accepted },
  "sheet-without-commune": { alike: [], way: commune },
  "stock-before": { alike: ["header"], way: column },
  "stray-numbers": { way: nothingToBill },
  "struck-through": { alike: [], way: accepted },
  "sum-as-school": { alike: ["value"], way: total },
  "sum-column": { alike: ["header"], way: columnAs("ignored", "quantity") },
  "title-other-year": { way: table },
  "total-differs": { alike: [] },
  "total-without-result": { alike: [] },
  "two-communes": { alike: ["value"], way: communeMeant("value", "commune", "other") },
  "unaccounted-number": { alike: ["header"] },
  "unclear-header": { alike: ["header"], way: unclearHeading },
  "unclear-section": { way: word("nature", natures, "title") },
  "undue-remark": { alike: ["value"], way: accepted },
  "unknown-column": { alike: ["header"], way: column },
  "unknown-commune": { alike: ["commune"], way: commune },
  "unknown-date-column": { alike: ["header"] },
  "unknown-label": { alike: ["label"], way: word("prestation", prestations, "label") },
  "unknown-nature": { alike: ["value", "word"], way: word("nature", natures, "value") },
  "unknown-pupil-state": { way: word("state", ["in-service", "out"], "value") },
  "unknown-row": { alike: ["label"], way: word("prestation", prestations, "label") },
  "unknown-state": { way: word("state", ["in-service", "out", "stock"], "value") },
  "unread-equipment": { way: nothingToBill },
  "unread-table": { way: nothingToBill },
  "unreadable-date": { alike: [] },
  "unreadable-year": { alike: [] },
  untariffed: { alike: ["label"] },
  "untitled-column": { way: column },
  "withdrawn-before-entered": { alike: [] },
  "years-column": { alike: ["header"], way: columnAs("ignored", "year-installed") },
};

/** A name of no commune in several cells: said once, wherever it stands. */
const unknownCommune = communeMeant("commune", "suggestion");

/** Returns what would settle a point for good, said in the options; null if only the cell can be corrected. */
export function wayOut({ code, anomalies }: Point, severalFiles: boolean): WayOut | null {
  const way = code === "unknown-commune" && anomalies.length > 1 ? unknownCommune : kinds[code]?.way;
  return way?.(anomalies[0]!, severalFiles) ?? null;
}

/** Puts anomalies together by cause, errors first, each point where its first anomaly stood. */
export function pointsOf(anomalies: readonly Anomaly[]): Point[] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) addTo(groups, causeOf(anomaly), anomaly);
  const points = [...groups.values()].map((alike): Point => {
    const { severity, code } = alike[0]!;
    return { severity, code, anomalies: alike, places: placesOf(alike) };
  });
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    points.filter((point) => point.severity === severity),
  );
}

function causeOf({ severity, code, file, sheet, cell, params }: Anomaly): string {
  const alike = kinds[code]?.alike ?? (severity === "info" ? [] : undefined);
  const shared = params["word"] === undefined ? alike : ["word"];
  if (shared === undefined) return JSON.stringify([severity, code, file, sheet, cell, params]);
  return JSON.stringify([severity, code, ...shared.map((name) => fold(String(params[name] ?? "")))]);
}

/** Cells of one sheet that stand below each other, or beside each other on one row. */
export interface PointPlace {
  readonly file: string | null;
  readonly sheet: string | null;
  /** `C4`, `C4:C96`; null for a whole sheet, or no sheet at all. */
  readonly range: string | null;
}

interface Run extends PointPlace {
  readonly top: number;
  readonly left: number;
  bottom: number;
  right: number;
}

/** Returns where anomalies stand, in order, neighbours joined into ranges, whole sheets last; a cell of several counts once. */
function placesOf(anomalies: readonly Anomaly[]): PointPlace[] {
  const runs: Run[] = [];
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
    const last = runs.findLast((run) => run.file === file && run.sheet === sheet && joins(run, row, column));
    if (last === undefined) runs.push({ file, sheet, range: null, top: row, left: column, bottom: row, right: column });
    else if (column === last.left && column === last.right) last.bottom = row;
    else last.right = column;
  }
  return [
    ...runs.map(({ file, sheet, top, left, bottom, right }) => {
      const [first, end] = [cellName(top, left), cellName(bottom, right)];
      return { file, sheet, range: first === end ? first : `${first}:${end}` };
    }),
    ...whole.values(),
  ];
}

function joins({ top, left, bottom, right }: Run, row: number, column: number): boolean {
  if (column === left && left === right && row === bottom + 1) return true;
  return top === bottom && row === top && column === right + 1;
}
