import type { Sheet } from "hucre/xlsx";
import { CellError, cellName, parseCellName, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { serialOf } from "./serial";

/** What says how a sheet's cells are to be taken. */
export interface SheetContext {
  readonly file: string;
  readonly date1904: boolean;
  readonly generatedKey: string | null;
}

export interface SheetRead {
  readonly cells: SheetCells;
  /** Formulas without a result: how many, and the first one's cell. */
  readonly withoutValue: { readonly count: number; readonly first: string } | null;
}

/**
 * The core's view of a sheet that hucre read. The rows of hucre are taken over and changed in place: a register of a
 * million cells is not copied.
 */
export function cellsOfSheet(sheet: Sheet, context: SheetContext): SheetRead {
  const rows = sheet.rows as Cell[][];
  const withoutValue = applyDetails(sheet, rows);
  takeDates(sheet.rows, context.date1904);
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === null)) rows.pop();
  const hiddenRows = hiddenRowsOf(sheet, rows.length);
  const tables = (sheet.tables ?? []).flatMap(({ displayName, name, range }) => {
    const block = range === undefined ? null : parseRange(range);
    return block === null ? [] : [{ name: displayName ?? name, block }];
  });
  return {
    cells: {
      file: context.file,
      name: sheet.name,
      visibility: sheet.veryHidden ? "veryHidden" : sheet.hidden ? "hidden" : "visible",
      rows,
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: endRow,
        right: endCol,
      })),
      hiddenRows,
      hiddenColumns: hiddenColumnsOf(sheet, rows[0]?.length ?? 0),
      filtered: isFiltered(sheet, hiddenRows),
      tables,
      generatedKey: context.generatedKey,
    },
    withoutValue,
  };
}

/** hucre keeps apart only the cells that are more than a value: errors, which it gives as text, and formulas. */
function applyDetails(sheet: Sheet, rows: Cell[][]): SheetRead["withoutValue"] {
  let count = 0;
  let first: [number, number] | null = null;
  for (const [key, cell] of sheet.cells ?? []) {
    const comma = key.indexOf(",");
    const place: [number, number] = [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
    if (cell.type === "error") rows[place[0]]![place[1]] = new CellError(String(cell.value));
    else if (cell.formula !== undefined && cell.value === null) {
      count++;
      if (first === null || place[0] < first[0] || (place[0] === first[0] && place[1] < first[1])) first = place;
    }
  }
  return first === null ? null : { count, first: cellName(...first) };
}

/** Dates become serials, and empty texts blanks, in place. */
function takeDates(rows: Sheet["rows"], date1904: boolean): void {
  for (const row of rows)
    for (let column = 0; column < row.length; column++) {
      const value = row[column];
      if (value instanceof Date) row[column] = serialOf(value, date1904);
      else if (value === "" || value === undefined) row[column] = null;
    }
}

function hiddenRowsOf(sheet: Sheet, used: number): Set<number> {
  const hidden = new Set<number>();
  for (const [row, definition] of sheet.rowDefs ?? [])
    if (row < used && (definition.hidden || definition.height === 0)) hidden.add(row);
  return hidden;
}

function hiddenColumnsOf(sheet: Sheet, used: number): Set<number> {
  const hidden = new Set<number>();
  (sheet.columns ?? []).forEach((definition, column) => {
    if (column < used && (definition.hidden || definition.width === 0)) hidden.add(column);
  });
  return hidden;
}

/**
 * A row hidden inside a filter's range is taken as hidden by the filter. hucre keeps the criteria of plain lists only,
 * so that they cannot tell which filters are in use.
 */
function isFiltered(sheet: Sheet, hidden: ReadonlySet<number>): boolean {
  if (hidden.size === 0) return false;
  const ranges = [
    sheet.autoFilter?.range,
    ...(sheet.tables ?? []).filter((table) => table.showAutoFilter).map((table) => table.range),
  ];
  return ranges.some((range) => {
    const block = range === undefined ? null : parseRange(range);
    return block !== null && [...hidden].some((row) => row > block.top && row <= block.bottom);
  });
}

/** The block of `A1:D10` or `$A$1`; null where it is neither. */
function parseRange(range: string): CellBlock | null {
  const [from, to] = range.split(":");
  const start = parseCellName(from ?? "");
  const end = parseCellName(to ?? from ?? "");
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
