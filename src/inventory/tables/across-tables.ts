import { fold, isBlank, isBlankRow, widthOf, type CellBlock, type Steps } from "../../cells";
import { namesEquipment } from "../../tariff";
import { correct } from "../choices";
import { meet, type Column, type SheetContext, type Span, type Table } from "../table";
import { readAcrossColumns } from "./across-columns";
import {
  belowLabels,
  firstHeader,
  labelOf,
  TransposedHeaders,
  type AcrossHeader,
  type AcrossTable,
} from "./across-headers";
import { doubtfulSchools, understandRows } from "./across-rows";
import { ColumnContents } from "./column-contents";
import { holdsAnything } from "./column-statistics";
import { resolveColumns } from "./resolve-columns";
import { above, freeRegions, newTable } from "./row-tables";
import { withoutNotes, type BodyEnd } from "./table-body";
import { contextOf, sheetCommune } from "./table-titles";
import { structuralRole } from "../texts/heading-role";
import { pupilPart } from "../texts/label-reading";
import { parseQuantity } from "../texts/values";

/** Finds every table of a sheet with prestations down and schools across, outside other tables. */
export function acrossTables(context: SheetContext, others: readonly Table[]): Table[] {
  const found: Table[] = [];
  const search = (region: CellBlock): void => {
    if (region.left > region.right) return;
    const known = [...others, ...found];
    const table = firstTable(context, region, known);
    if (table === null || known.some((other) => meet(other, table))) return;
    found.push(table);
    const beside = { ...region, top: Math.max(region.top, table.top - above) };
    for (const around of regionsAround(table, beside, region)) search(around);
  };
  for (const region of freeRegions(context.sheet.rows, others)) search(region);
  return found;
}

/** Finds every table of a sheet whose rows are headed « Commune », « École » and then by prestations, schools across. */
export function* transposedTables(context: SheetContext): Steps<Table[]> {
  const { rows } = context.sheet;
  const headers = new TransposedHeaders(context);
  const found: Table[] = [];
  const width = widthOf(rows);
  const waiting: CellBlock[] = [{ top: 0, bottom: rows.length - 1, left: 0, right: width - 1 }];
  for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
    const header = region.left > region.right ? null : yield* headers.first(region);
    if (header === null) continue;
    const under = tableUnder(context, header, region);
    if (under === null) {
      waiting.unshift({ ...region, top: header.bottom + 1 });
      continue;
    }
    const table = understood(context, under, found);
    found.push(table);
    waiting.unshift(...regionsAround(table, { ...region, top: table.top, bottom: table.bottom }, region));
  }
  return found;
}

/** Returns where other tables may stand: right of a table, left of it, and below it. */
function regionsAround(table: Table, beside: CellBlock, whole: CellBlock): CellBlock[] {
  return [
    { ...beside, left: table.right + 1 },
    { ...beside, right: table.left - 1 },
    { ...whole, top: table.bottom + 1 },
  ];
}

/** Finds the first table of a region, or null: a tariff, or what is left of a table above, hides no table below it. */
function firstTable(context: SheetContext, region: CellBlock, known: readonly CellBlock[]): Table | null {
  for (let top: number | null = region.top; top !== null && top <= region.bottom;) {
    const rest = { ...region, top };
    const found = firstHeader(context, rest);
    const under = found === null ? null : tableUnder(context, found.header, found.region);
    if (under !== null) return understood(context, under, known);
    top = belowLabels(context, rest);
  }
  return null;
}

/** Reads the table under a header that names schools across; null when it names none. */
function tableUnder(context: SheetContext, header: AcrossHeader, region: CellBlock): AcrossTable | null {
  const { labelColumn, bodyTop: top } = header;
  const read = readAcrossColumns(context, header);
  const end = bodyEnd(context, header, region, spanOf(read, labelColumn));
  const columns = read.filter((column) => !heldByTexts(context, column, top, end.bottom));
  if (!columns.some((column) => column.school !== null)) return null;
  const span = spanOf(columns, labelColumn);
  return {
    labelColumn,
    top: header.top,
    bodyTop: top,
    bottom: withoutNotes({ ...context, columns, span, top, ...end }),
    ...span,
    columns: columns.filter((column) => column.index >= span.left && column.index <= span.right),
  };
}

/**
 * Returns the columns from the first to the last of prestations and schools, and what stands right beside them: natures,
 * totals.
 */
function spanOf(columns: readonly Column[], labelColumn: number): Span {
  const schools = columns.filter((column) => column.school !== null || column.role.kind === "nature");
  const indexes = [labelColumn, ...schools.map((column) => column.index)];
  let right = Math.max(...indexes);
  while (columns.some(({ index }) => index === right + 1)) right += 1;
  return { left: Math.min(...indexes), right };
}

/** Finds the last row before another block; a region that ends above the sheet's last row has another table below. */
function bodyEnd(
  context: SheetContext,
  { labelColumn, bodyTop }: AcrossHeader,
  region: CellBlock,
  span: Span,
): BodyEnd {
  const { rows } = context.sheet;
  let bottom = bodyTop;
  for (let row = bodyTop + 1; row <= region.bottom; row += 1) {
    if (startsBlock(context, row, labelColumn, span)) return { bottom, isFollowed: true };
    if (!isBlankRow(rows[row] ?? [], span.left, span.right)) bottom = row;
  }
  return { bottom, isFollowed: region.bottom < rows.length - 1 };
}

/** Returns whether a row starts another block: names across where quantities were expected, and no prestation. */
function startsBlock(context: SheetContext, row: number, labelColumn: number, { left, right }: Span): boolean {
  if (labelOf(context, row, labelColumn) !== null) return false;
  const cells = context.sheet.rows[row] ?? [];
  const label = cells[labelColumn];
  const role = typeof label === "string" ? structuralRole(label)?.role : undefined;
  if (role === "label" || role === "commune" || role === "school") return true;
  for (let column = left; column <= right; column += 1) if (typeof cells[column] === "number") return false;
  return typeof label === "string" && /^(commune|ville|mairie) d/.test(fold(label));
}

/**
 * Returns whether a name, beyond a blank column, heads texts and not one quantity: they are a legend's, and it is no school's.
 */
function heldByTexts({ sheet }: SheetContext, { school, index }: Column, bodyTop: number, bottom: number): boolean {
  if (school === null || holdsAnything({ sheet, bodyTop, bottom }, index - 1)) return false;
  const cells = sheet.rows.slice(bodyTop, bottom + 1).map((row) => row[index] ?? null);
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && parseQuantity(cell).kind === "bad");
}

function understood(context: SheetContext, found: AcrossTable, others: readonly CellBlock[]): Table {
  const { top, bodyTop, bottom, left, right } = found;
  const titles = contextOf(context.sheet, { top, bottom: bodyTop - 1, left, right }, others);
  const body = { ...context, bodyTop, bottom };
  const resolved = resolveColumns(
    found.columns.map((column) => correct(column, context)),
    { ...body, contents: new ColumnContents(body), labelled: true },
  );
  const { columns, anomalies } = doubtfulSchools(resolved.columns, body);
  const isHeadcounts = titles.pupils && countsPupils(context, found);
  return newTable(context, {
    layout: "schools-across",
    kind: isHeadcounts ? "headcounts" : "inventory",
    left,
    right,
    top,
    bodyTop,
    bottom,
    columns,
    acrossRows: understandRows(context, { ...found, columns }, isHeadcounts),
    sheetCommune: columns.some(({ school }) => (school?.commune ?? null) !== null)
      ? null
      : sheetCommune(context, titles.titles),
    sheetSchool: null,
    anomalies: [...resolved.anomalies, ...anomalies],
  });
}

/** Returns whether the rows are levels and classes only: with « Effectifs » over them, they are parts of headcounts. */
function countsPupils({ sheet, readLabel }: SheetContext, { labelColumn, bodyTop, bottom }: AcrossTable): boolean {
  for (let row = bodyTop; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[labelColumn];
    if (typeof cell !== "string" || cell.trim() === "" || pupilPart(cell) !== null) continue;
    if (namesEquipment(readLabel(cell).label)) return false;
  }
  return true;
}
