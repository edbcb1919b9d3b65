import { fold, isBlank, isBlankRow, meet, widthOf, type CellBlock, type Steps } from "../../cells";
import { plainColumn, type Column } from "../column";
import type { Head, SheetContext, Span } from "../table";
import { belowLabels, firstHeader, labelOf, type AcrossHeader, type AcrossTable } from "./across-headers";
import { AcrossHeads } from "./across-heads";
import { holdsAnything } from "./column-statistics";
import { freeRegions } from "./row-tables";
import { besideReach } from "./table-titles";
import { TransposedHeaders } from "./transposed-headers";
import { withoutNotes, type BodyEnd } from "./table-body";
import { roleOf } from "../texts/header-word";
import { parseQuantity } from "../texts/values";

/** Returns the tables of a sheet with prestations down and schools across, outside other tables. */
export function acrossTables(context: SheetContext, others: readonly CellBlock[]): AcrossTable[] {
  const found: AcrossTable[] = [];
  const search = (region: CellBlock): void => {
    if (region.left > region.right) return;
    const known = [...others, ...found];
    const table = firstTable(context, region);
    if (table === null || known.some((other) => meet(other, table))) return;
    found.push(table);
    const beside = { ...region, top: Math.max(region.top, table.top - besideReach) };
    for (const around of regionsAround(table, beside, region)) search(around);
  };
  for (const region of freeRegions(context.sheet.rows, others)) search(region);
  return found;
}

/** Returns the tables of a sheet whose rows are headed « Commune », « École » then prestations, with schools across. */
export function* transposedTables(context: SheetContext): Steps<AcrossTable[]> {
  const { rows } = context.sheet;
  const headers = new TransposedHeaders(context);
  const found: AcrossTable[] = [];
  const width = widthOf(rows);
  const waiting: CellBlock[] = [{ top: 0, bottom: rows.length - 1, left: 0, right: width - 1 }];
  for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
    const header = region.left > region.right ? null : yield* headers.first(region);
    if (header === null) continue;
    const table = tableUnder(context, header, region);
    if (table === null) {
      waiting.unshift({ ...region, top: header.bottom + 1 });
      continue;
    }
    found.push(table);
    waiting.unshift(...regionsAround(table, { ...region, top: table.top, bottom: table.bottom }, region));
  }
  return found;
}

/** Returns the regions where more tables may be: to the right of a table, to its left, and below it. */
function regionsAround(table: CellBlock, beside: CellBlock, whole: CellBlock): CellBlock[] {
  return [
    { ...beside, left: table.right + 1 },
    { ...beside, right: table.left - 1 },
    { ...whole, top: table.bottom + 1 },
  ];
}

/**
 * Returns the first table of a region; null when there is none. A tariff, or the end of a table above, does not stop
 * the search.
 */
function firstTable(context: SheetContext, region: CellBlock): AcrossTable | null {
  for (let top: number | null = region.top; top !== null && top <= region.bottom;) {
    const rest = { ...region, top };
    const found = firstHeader(context, rest);
    const under = found === null ? null : tableUnder(context, found.header, found.region);
    if (under !== null) return under;
    top = belowLabels(context, rest);
  }
  return null;
}

/** Returns the table below a header; null when the header names no schools. */
function tableUnder(context: SheetContext, header: AcrossHeader, region: CellBlock): AcrossTable | null {
  const { labelColumn, bodyTop: top } = header;
  const over = new AcrossHeads(context, header);
  const all = over.heads();
  const end = bodyEnd(context, header, region, spanOf(all, labelColumn));
  const heads = all.filter((head) => !heldByTexts(context, head, top, end.bottom));
  if (!heads.some(({ role }) => role === "school")) return null;
  const span = spanOf(heads, labelColumn);
  const columns = heads.map(({ column, role, row }): Column =>
    plainColumn(
      column,
      row,
      role === "school"
        ? { kind: "count", code: null }
        : role === "label"
          ? { kind: role }
          : { kind: "other", why: null },
    ),
  );
  return {
    ...header,
    ...span,
    bottom: withoutNotes({ ...context, columns, span, top, ...end, isAcross: true }),
    heads: heads.filter(({ column }) => column >= span.left && column <= span.right),
    levels: over.levels,
  };
}

/**
 * Returns the columns from the first to the last prestation, nature or school, with the other headed columns right
 * beside them.
 */
function spanOf(heads: readonly Head[], labelColumn: number): Span {
  const named = heads.filter(({ role }) => role === "school" || role === "nature");
  const indexes = [labelColumn, ...named.map(({ column }) => column)];
  let right = Math.max(...indexes);
  while (heads.some(({ column }) => column === right + 1)) right += 1;
  return { left: Math.min(...indexes), right };
}

/**
 * Returns the last row of the body; another table follows when a new block begins, or when the region ends above the
 * last row of the sheet.
 */
function bodyEnd(
  context: SheetContext,
  { labelColumn, bodyTop, top }: AcrossHeader,
  region: CellBlock,
  span: Span,
): BodyEnd {
  const { rows } = context.sheet;
  let bottom = bodyTop;
  let lastLine = bodyTop;
  for (let row = bodyTop + 1; row <= region.bottom; row += 1) {
    if (startsBlock(context, row, labelColumn, span)) return { bottom, isFollowed: true };
    // « Situation au 01/11/2013 » and « N° | 1 | 2 », after a blank row, are above the names again.
    if (namesAgain(context, row, top, span)) return { bottom: lastLine, isFollowed: true };
    if (isBlankRow(rows[row] ?? [], span.left, span.right)) continue;
    bottom = row;
    const isBelowBlank = isBlankRow(rows[lastLine + 1] ?? [], span.left, span.right);
    if (!isBelowBlank || labelOf(context, row, labelColumn) !== null) lastLine = row;
  }
  return { bottom, isFollowed: region.bottom < rows.length - 1 };
}

/** Returns whether a row begins another block: it has names across in place of quantities, and no prestation. */
function startsBlock(context: SheetContext, row: number, labelColumn: number, { left, right }: Span): boolean {
  if (labelOf(context, row, labelColumn) !== null) return false;
  const cells = context.sheet.rows[row] ?? [];
  const label = cells[labelColumn];
  const role = typeof label === "string" ? roleOf(label, context.readLabel)?.role : undefined;
  if (role === "label" || role === "commune" || role === "school") return true;
  for (let column = left; column <= right; column += 1) if (typeof cells[column] === "number") return false;
  return typeof label === "string" && /^(commune|ville|mairie) d/.test(fold(label));
}

/** Returns whether a row repeats the first header row, of two names at least: another table begins. */
function namesAgain({ sheet }: SheetContext, row: number, header: number, { left, right }: Span): boolean {
  const namesOn = (at: number): string[] =>
    (sheet.rows[at] ?? []).slice(left, right + 1).map((cell) => (typeof cell === "string" ? fold(cell) : ""));
  const names = namesOn(header);
  return names.filter((name) => name !== "").length > 1 && namesOn(row).every((name, at) => name === names[at]);
}

/** Returns whether a name after a blank column heads only texts: it belongs to a legend, not to a school. */
function heldByTexts({ sheet }: SheetContext, { role, column: index }: Head, bodyTop: number, bottom: number): boolean {
  if (role !== "school" || holdsAnything({ sheet, bodyTop, bottom }, index - 1)) return false;
  const cells = sheet.rows.slice(bodyTop, bottom + 1).map((row) => row[index] ?? null);
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && parseQuantity(cell).kind === "bad");
}
