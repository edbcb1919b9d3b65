import { isBlank, type Cell, type SheetCells, type Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { pupilPart } from "../../tariff";
import { anomalyAt } from "../anomalies";
import {
  meet,
  plainColumn,
  scoreOf,
  type Column,
  type Recognising,
  type Region,
  type Sited,
  type Table,
} from "../table";
import { headerText, headerWord, structuralRole } from "../words/headings";
import { parseQuantity } from "../words/values";
import { formsOf, type Form } from "./form-headings";
import { itemHeadersOn, type Part } from "./header-parts";
import { headerBlock, headerReader, type HeaderReader } from "./header-rows";
import { extentOf, freeRegions, rowTable } from "./row-tables";

/**
 * The tables of forms: under a heading that names a school, lines of a label and its value, then tables of items, all of that
 * school. Forms stand one below another, side by side, or one a sheet. (decisions §4)
 */
export function* formTables(sited: Sited, others: readonly Table[], tools: Recognising): Steps<Table[]> {
  const { sheet } = sited;
  const reader = headerReader(tools);
  const found: Table[] = [];
  for (const form of formsOf(sheet, freeRegions(sheet.rows, others), tools.directory)) {
    const labels = labelColumn(sheet, { ...form.region, left: form.from }, tools);
    if (labels === null) continue;
    const headers = headersIn(sheet, form.region, labels, reader);
    const of = (table: Table): Table => ({ ...table, sheetSchool: form.school, sheetCommune: form.commune });
    const lines = linesTable(sited, form, (headers[0]?.row ?? form.region.bottom + 1) - 1, labels, tools);
    if (lines !== null) found.push(of(lines));
    for (const [at, { row, part }] of headers.entries()) {
      const region = { ...form.region, top: row, bottom: (headers[at + 1]?.row ?? form.region.bottom + 1) - 1 };
      const known = [...others, ...found].map(extentOf);
      const table = yield* rowTable(sited, headerBlock(sheet, row, part, region, reader), region, known, reader, tools);
      if (table !== null && !known.some((extent) => meet(extent, extentOf(table)))) found.push(of(table));
    }
  }
  return found;
}

/** The column of a form that names the most prestations, a value to its right; null where none does. */
function labelColumn(sheet: SheetCells, region: Region, { readLabel }: Recognising): number | null {
  const counts = new Map<number, number>();
  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    for (let column = region.left; column < Math.min(region.right + 1, cells.length); column += 1)
      if (isLabel(cells[column] ?? null, readLabel)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return most?.[0] ?? null;
}

function isLabel(cell: Cell, readLabel: Recognising["readLabel"]): cell is string {
  if (typeof cell !== "string" || cell.trim() === "") return false;
  const { label } = readLabel(cell);
  return (
    label.kind === "prestation" ||
    label.kind === "untariffed" ||
    (label.kind === "ambiguous" && label.words !== "total")
  );
}

/** The headers of a form's tables: « Matériel | En service | Installés », with or without a word over the labels. */
function headersIn(
  sheet: SheetCells,
  region: Region,
  labels: number,
  reader: HeaderReader,
): { readonly row: number; readonly part: Part }[] {
  const found: { row: number; part: Part }[] = [];
  for (let row = region.top + 1; row <= region.bottom; row += 1) {
    const part =
      itemHeadersOn(sheet, row, region, reader).find(({ left, right }) => left <= labels && labels <= right) ??
      valuesHeader(sheet, row, region, labels, reader);
    if (part !== null && part !== undefined) found.push({ row, part });
  }
  return found;
}

/** A row of natures and quantities over values, nothing being said over the labels. */
function valuesHeader(
  sheet: SheetCells,
  row: number,
  region: Region,
  labels: number,
  { readLabel }: HeaderReader,
): Part | null {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const over = cells[labels] ?? null;
  if (
    !isBlank(over) &&
    (typeof over !== "string" || readLabel(over).label.kind !== "none" || over.trim().endsWith(":"))
  )
    return null;
  let right = labels;
  let telling = 0;
  for (let column = labels + 1; column <= Math.min(region.right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) continue;
    const text = headerText(cell);
    if (text === null) return null;
    const { role, reading } = headerWord(text, readLabel);
    if (reading.label.kind !== "none" && !(reading.label.kind === "ambiguous" && reading.label.words === "total"))
      return null;
    if (role === "quantity" || (role === null && reading.complete && reading.nature !== null)) telling += 1;
    right = column;
  }
  return telling === 0 ? null : { left: labels, right, until: region.right };
}

/** The lines of a form above its first table: a label, its value beside it. Null where none is of ours. */
function linesTable(sited: Sited, form: Form, last: number, labels: number, tools: Recognising): Table | null {
  const { sheet } = sited;
  const { region, school } = form;
  const lines: number[] = [];
  const values = new Map<number, number>();
  const cellsAt = (row: number): readonly Cell[] => (sheet.rows[row] ?? []).slice(0, region.right + 1);
  for (let row = school.row + 1; row <= last; row += 1) {
    const cells = cellsAt(row);
    if (!isLine(cells[labels] ?? null, tools)) continue;
    const value = cells.findIndex((cell, column) => column > labels && !isBlank(cell));
    lines.push(row);
    if (value >= 0) values.set(value, (values.get(value) ?? 0) + 1);
  }
  const value = [...values].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  if (value === undefined) return null;
  const bodyTop = lines[0]!;
  const bodyBottom = Math.max(
    lastLine(cellsAt, bodyTop, last, value),
    ...lines.filter((row) => !isBlank(cellsAt(row)[value] ?? null)),
  );
  const rowsOf = Array.from({ length: bodyBottom - bodyTop + 1 }, (_, at) => bodyTop + at);
  const asides = new Set(rowsOf.filter((row) => !lines.includes(row) && isAside(cellsAt(row), labels, value)));
  const { columns, anomalies } = linesColumns(sheet, lines, { labels, value, headerRow: bodyTop - 1 }, region);
  const pupils = lines.every((row) => isPupils(cellsAt(row)[labels] ?? null, tools));
  return {
    ...sited,
    layout: "item-rows",
    kind: pupils ? "headcounts" : "inventory",
    kindWords: "",
    left: labels,
    right: Math.max(...columns.map(({ index }) => index)),
    headerTop: school.row,
    headerBottom: bodyTop - 1,
    bodyTop,
    bodyBottom,
    asides,
    columns,
    sheetCommune: form.commune,
    sheetSchool: school,
    year: null,
    anomalies,
    score: scoreOf(columns),
  };
}

function isLine(cell: Cell, { readLabel }: Recognising): boolean {
  if (typeof cell !== "string" || cell.trim() === "") return false;
  return isLabel(cell, readLabel) || pupilPart(cell) !== null;
}

function isPupils(cell: Cell, { readLabel }: Recognising): boolean {
  if (typeof cell !== "string") return true;
  const { label } = readLabel(cell);
  return pupilPart(cell) !== null || (label.kind === "prestation" && label.code === "PORTAIL");
}

/** The last row whose value may count: what only is a text below it is a note, or the next form's heading. */
function lastLine(cellsAt: (row: number) => readonly Cell[], top: number, last: number, value: number): number {
  let row = last;
  while (
    row > top &&
    parseQuantity(cellsAt(row)[value] ?? null).kind !== "value" &&
    typeof cellsAt(row)[value] !== "number"
  )
    row -= 1;
  return row;
}

/** « Directeur | M. Petit », « Téléphone | 0381… », « Code INSEE | 25014 »: what a form says besides, and is no quantity. */
function isAside(cells: readonly Cell[], labels: number, value: number): boolean {
  const [label, said] = [cells[labels] ?? null, cells[value] ?? null];
  if (typeof label !== "string" || isBlank(said)) return false;
  const role = structuralRole(label.replace(/\s*:\s*$/, ""))?.role;
  if (role !== undefined && role !== "quantity" && role !== "label") return true;
  return typeof said === "string" && parseQuantity(said).kind === "bad" && !/^\s*[\d(+≈]/.test(said);
}

function linesColumns(
  sheet: SheetCells,
  lines: readonly number[],
  { labels, value, headerRow }: { labels: number; value: number; headerRow: number },
  region: Region,
): { columns: Column[]; anomalies: Anomaly[] } {
  const columns = [
    plainColumn(labels, headerRow, { kind: "label" }),
    plainColumn(value, headerRow, { kind: "count", code: null }),
  ];
  const anomalies: Anomaly[] = [];
  for (let index = labels + 1; index <= region.right; index += 1) {
    const row = index === value ? undefined : lines.find((line) => typeof sheet.rows[line]?.[index] === "number");
    if (row === undefined) continue;
    columns.push(plainColumn(index, headerRow, { kind: "refused", why: "unclear" }));
    anomalies.push(
      anomalyAt("error", "unclear-header", sheet, row, index, { header: String(sheet.rows[row]![index]) }),
    );
  }
  return { columns, anomalies };
}
