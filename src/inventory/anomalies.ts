import { cellName, fold, parseCellName, sourceName, type SheetCells } from "../cells";
import type { Anomaly, MessageCode, Severity } from "../messages";
import type { Column, Table } from "./table";

export type Params = Readonly<Record<string, string | number>>;

/** An anomaly at a zero-based cell of a sheet. */
export function anomalyAt(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  row: number,
  column: number,
  params: Params = {},
): Anomaly {
  const cell = cellName(row, column);
  return { severity, code, file: sheet.file, sheet: sheet.name, cell, params: { sheet: sheet.name, cell, ...params } };
}

/** An anomaly on the heading of a column, which it quotes. */
export function anomalyOfColumn(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  { header, headerRow, index }: Column,
  params: Params = {},
): Anomaly {
  return anomalyAt(severity, code, sheet, headerRow, index, { header, ...params });
}

/** An anomaly of a whole sheet. */
export function anomalyOfSheet(severity: Severity, code: MessageCode, sheet: SheetCells, params: Params = {}): Anomaly {
  return { severity, code, file: sheet.file, sheet: sheet.name, cell: null, params: { sheet: sheet.name, ...params } };
}

/** The first cell of a table's headings. */
function headingOf(table: Table): { row: number; column: number } {
  const column = table.columns.find((candidate) => candidate.texts.length > 0)?.index ?? table.left;
  return { row: table.headerTop, column };
}

/** An anomaly on the first header cell of a table. */
export function anomalyOfTable(
  severity: Anomaly["severity"],
  code: Anomaly["code"],
  table: Table,
  params: Record<string, string | number>,
): Anomaly {
  const { row, column } = headingOf(table);
  return anomalyAt(severity, code, table.sheet, row, column, params);
}

/** Where a table stands, as it is named to people: « Parc!A4 ». */
export function placeOf(table: Table): string {
  const { row, column } = headingOf(table);
  return sourceName(table.ref.name, cellName(row, column), table.ref.otherFile);
}

/** What is told to people: anomalies that one cause explains, and one action settles. (decisions §4) */
export interface Point {
  readonly severity: Severity;
  readonly code: MessageCode;
  /** At least one, in reading order. */
  readonly anomalies: readonly Anomaly[];
  /** Where they stand, cells below each other as one range. */
  readonly places: readonly PointPlace[];
}

/**
 * What two anomalies of one code must share to have one cause: the word, the heading, the value that is not understood.
 * A code that is not listed has one cause for each of its cells; what is only to know, one. What is said of a table is one
 * cause a sheet.
 */
const causes: Readonly<Partial<Record<MessageCode, readonly string[]>>> = {
  "after-snapshot": [],
  "ambiguous-header": ["header"],
  "ambiguous-label": ["label"],
  "ambiguous-source": [],
  "amount-differs": [],
  "assumed-header": ["header"],
  "assumed-label": ["label"],
  "closed-column": ["header"],
  "closed-school": ["value"],
  "no-school-over-column": ["header"],
  "not-a-school": ["value"],
  "column-beside-label": ["header"],
  "commune-as-school": ["commune"],
  "commune-chosen": ["text", "commune"],
  "commune-no-longer": ["commune"],
  "commune-not-yet": ["commune"],
  "duplicate-header": ["header"],
  "duplicate-inventory-number": [],
  "duplicate-school": ["sheet"],
  "duplicate-serial-number": [],
  "entry-date-unclear": ["header"],
  "error-in-name": ["value"],
  "exit-date-unclear": ["header"],
  "formula-without-result": [],
  "headcount-total-differs": [],
  "headcount-without-equipment": [],
  "hidden-sheet": [],
  "in-repair": ["status"],
  "in-stock": ["status"],
  "insee-disagrees": ["insee", "commune"],
  "installed-outside-window": [],
  "installed-since": ["header"],
  "item-repeated": ["sheet"],
  "item-repeated-across": ["sheet"],
  "item-twice": [],
  "label-since": ["label"],
  "location-disagrees": ["location", "commune"],
  "merged-quantity": [],
  "missing-commune": [],
  "missing-headcount": [],
  "missing-label": [],
  "missing-nature": [],
  "missing-school": [],
  "more-installed": [],
  "more-than-one-a-school": ["prestation"],
  "one-date-for-several": ["header"],
  "only-installations": [],
  "only-other-year": ["header"],
  "only-row-of-year": ["label"],
  "other-year-column": ["header"],
  "other-year-source": ["year"],
  "out-of-service-column": ["header"],
  "out-without-date": ["status"],
  "part-column": ["header"],
  "parts-in-service": ["header"],
  "purchase-as-entry": ["header"],
  "quantity-error": ["value"],
  "quantity-fractional": [],
  "quantity-is-date": [],
  "quantity-letter-o": [],
  "quantity-mark": ["value"],
  "quantity-negative": [],
  "quantity-other-unit": [],
  "quantity-shown-as-date": [],
  "quantity-text": ["value"],
  "quantity-too-large": [],
  "quantity-with-text": [],
  "same-source-twice": [],
  "school-only-installed": ["sheet"],
  "school-without-headcount": [],
  "sheet-without-commune": [],
  "several-machines": ["value"],
  "stock-before": ["header"],
  "struck-through": [],
  "sum-as-school": ["value"],
  "sum-column": ["header"],
  "total-differs": [],
  "total-ignores-text": [],
  "two-communes": ["value"],
  "undue-remark": ["value"],
  "unaccounted-number": ["header"],
  "unclear-header": ["header"],
  "unknown-column": ["header"],
  "unknown-commune": ["commune"],
  "unknown-date-column": ["header"],
  "unknown-label": ["label"],
  "unknown-nature": ["value", "word"],
  "unknown-row": ["label"],
  "unreadable-date": [],
  "unreadable-year": [],
  untariffed: ["label"],
  "withdrawn-before-entered": [],
  "years-column": ["header"],
};

/** Anomalies put together by cause, errors first, each point where its first anomaly stood. */
export function pointsOf(anomalies: readonly Anomaly[]): Point[] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) {
    const key = causeOf(anomaly);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [anomaly]);
    else group.push(anomaly);
  }
  const points = [...groups.values()].map((alike): Point => {
    const { severity, code } = alike[0]!;
    return { severity, code, anomalies: alike, places: placesOf(alike) };
  });
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    points.filter((point) => point.severity === severity),
  );
}

function causeOf({ severity, code, file, sheet, cell, params }: Anomaly): string {
  const shared = params["word"] === undefined ? (causes[code] ?? (severity === "info" ? [] : undefined)) : ["word"];
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

/** Where anomalies stand, in their order, neighbours joined into ranges; a cell that several are on counts once. */
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
