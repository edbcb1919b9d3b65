import { widthOf, type SheetCells } from "../../cells";
import { allMarks, type Mark, type MarkQuestion, type MarkValues } from "./read-marks";
import type { Area } from "./requests";

/** Rows at the top of a sheet whose marks are read one by one with its values: headers, whole short inventories. */
export const headRows = 500;
/** Rows further down whose marks are read together. */
const rowsOfBand = 256;
/** Above this number of rows, mixed rows at the top are read by columns: a coloured column crosses them all. */
const fewRows = 24;
/** Areas with more columns are not read column by column. */
const mostColumns = 200;

/**
 * An area of a sheet in which some cells may be marked. Answers about whole rows and whole columns settle most cells;
 * only those where both a row and a column are mixed remain.
 */
export interface Region extends Area {
  readonly marks: readonly Mark[];
  /** What is read about the area; a head was read beforehand. */
  readonly asks: "head" | "bands" | "rows" | "columns" | "cells";
  readonly byRows: { readonly top: number; readonly rows: number; readonly values: MarkValues }[];
  readonly byColumns: { readonly column: number; readonly values: MarkValues }[];
}

/** A question about a region. */
export interface RegionQuestion extends MarkQuestion {
  readonly region: Region;
}

/** Returns the first rows of a sheet with their known marks, and the rows below them. */
export function regionsOf(
  { rows }: SheetCells,
  sheet: number,
  values: readonly MarkValues[],
): { readonly heads: Region[]; readonly tails: Region[] } {
  const columns = widthOf(rows);
  if (columns === 0) return { heads: [], tails: [] };
  const count = Math.min(rows.length, headRows);
  const common = { sheet, left: 0, columns, marks: allMarks };
  const byRows = Array.from({ length: count }, (_, top) => ({ top, rows: 1, values: values[top] ?? {} }));
  const below = rows.length - count;
  return {
    heads: [{ ...common, top: 0, rows: count, asks: "head", byRows, byColumns: [] }],
    tails: below === 0 ? [] : [{ ...common, top: count, rows: below, asks: "bands", byRows: [], byColumns: [] }],
  };
}

/** Returns the region to read next within another one, for an area whose rows and columns are mixed. */
export function regionWithin({ asks, columns }: Region, area: Area): Region & { readonly marks: Mark[] } {
  const within = { ...area, marks: [], byRows: [], byColumns: [] };
  // Once its uniform columns are excluded, most bands of a long area may be uniform too.
  if (asks === "bands")
    return { ...within, asks: area.columns < columns && area.rows > 2 * rowsOfBand ? "bands" : "rows" };
  if (asks !== "head" || area.rows <= fewRows || !hasColumns(area)) return { ...within, asks: "cells" };
  return { ...within, asks: "columns", byRows: [{ top: area.top, rows: area.rows, values: {} }] };
}

function hasColumns({ columns }: Area): boolean {
  return columns > 1 && columns <= mostColumns;
}

/** Returns the questions to ask about a region. */
export function questionsOf(region: Region): RegionQuestion[] {
  const { sheet, top, left, rows, columns, marks, asks } = region;
  const question = { sheet, top, left, rows, columns, marks, region };
  if (asks === "rows" || asks === "cells") return [{ ...question, about: asks }];
  const ofColumns = Array.from({ length: hasColumns(region) ? columns : 0 }, (_, at) => ({
    ...question,
    ...{ about: "column" as const, left: left + at, columns: 1 },
  }));
  if (asks === "columns") return ofColumns;
  const ofBands = Array.from({ length: Math.ceil(rows / rowsOfBand) }, (_, band) => ({
    ...question,
    about: "band" as const,
    top: top + band * rowsOfBand,
    rows: Math.min(rowsOfBand, rows - band * rowsOfBand),
  }));
  return [...ofBands, ...ofColumns];
}

/** One value of one mark for an area; null when its cells differ. */
interface Settled extends Area {
  readonly value: number | null;
}

/** Splits a region into areas for one mark: those of one value, and mixed ones, of value null. Columns are merged. */
export function settled(region: Region, mark: Mark): Settled[] {
  const { sheet, left, columns } = region;
  const found: Settled[] = [];
  const byColumn = new Map(region.byColumns.map(({ column, values }) => [column, values[mark] ?? null]));
  for (const { top, rows, value } of runsOf(region, mark)) {
    if (value !== null || byColumn.size === 0) {
      found.push({ sheet, top, rows, left, columns, value });
      continue;
    }
    for (let column = left; column < left + columns; column++) {
      const value = byColumn.get(column) ?? null;
      const last = found.at(-1);
      const isBeside = last?.top === top && last.left + last.columns === column && last.value === value;
      if (isBeside) found[found.length - 1] = { ...last, columns: last.columns + 1 };
      else found.push({ sheet, top, rows, left: column, columns: 1, value });
    }
  }
  return found;
}

/** Returns the runs of rows with the same value of a mark. */
function runsOf({ byRows }: Region, mark: Mark): { top: number; rows: number; readonly value: number | null }[] {
  const runs: ReturnType<typeof runsOf> = [];
  for (const { top, rows, values } of byRows) {
    const value = values[mark] ?? null;
    const last = runs.at(-1);
    if (last !== undefined && last.value === value && last.top + last.rows === top) last.rows += rows;
    else runs.push({ top, rows, value });
  }
  return runs;
}
