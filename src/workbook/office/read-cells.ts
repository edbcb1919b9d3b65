import { CellError, shift1904, type Cell, type SheetCells } from "../../cells";
import { shownBy } from "../cell-content";
import { filteredRowsOf, trimRows } from "../opened-workbook";
import { pause, readAreas, type Area } from "./requests";
import type { SheetShape } from "./sheet-shape";
import { idsOf, type SheetState, type WorkbookState } from "./workbook-state";

/** Rows of a range as Excel gives them; number formats only where dates have to be recognised. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[] | null;
}

/** Returns whether a cell is an error, by its row and column. */
type IsError = (row: number, column: number) => boolean;

/** Queues a reading of the values of a range, and of its number formats when dates have to be recognised. */
export function askRows(range: Excel.Range, sheet: SheetState, state: WorkbookState): () => RawRows | null {
  // Only our sheets in a 1904 workbook: models count days from 1900, and values read back must too.
  const needsFormats = state.date1904 && sheet.key !== null;
  range.load(needsFormats ? "values,numberFormat" : "values");
  return () => {
    // Excel on the web may return nothing, without an error, when an answer is too large.
    if (range.values === null) return null;
    return { values: range.values, numberFormats: needsFormats ? range.numberFormat : null };
  };
}

/** A few milliseconds of work. */
const rowsBetweenPauses = 5000;

/** Returns the cells of a sheet; pauses in long sheets so that the page stays responsive. */
export async function sheetCells(
  shape: SheetShape,
  parts: readonly RawRows[],
  isError: IsError,
  file: string,
): Promise<SheetCells> {
  let rows: Cell[][] = [];
  for (const part of parts) {
    const top = rows.length;
    for (let from = 0; from < part.values.length; from += rowsBetweenPauses) {
      rows = rows.concat(takeRows(part, (row, column) => isError(top + row, column), from, from + rowsBetweenPauses));
      if (part.values.length > rowsBetweenPauses) await pause();
    }
  }
  trimRows(rows);
  const { sheet, merges, tables, filters, hiddenColumns } = shape;
  const hiddenRows = new Set([...shape.hiddenRows].filter((row) => row < rows.length));
  return {
    file,
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: rows.length === 0 ? new Set() : hiddenColumns,
    filtered: filteredRowsOf(hiddenRows, filters).size > 0,
    tables,
    generatedKey: sheet.key,
  };
}

/**
 * Converts the rows from `from` to `to`, excluded, to cells; an empty text becomes a blank. With number formats, dates
 * are converted to serials of the 1900 system, as models count them.
 */
export function takeRows({ values, numberFormats }: RawRows, isError: IsError, from = 0, to = values.length): Cell[][] {
  return values.slice(from, to).map((row, index) =>
    row.map((value, c): Cell => {
      const r = from + index;
      if (value === "" || value === null || value === undefined) return null;
      if (looksLikeError(value) && isError(r, c)) return new CellError(String(value));
      if (typeof value === "number")
        return numberFormats !== null && shownBy(String(numberFormats[r]?.[c])) === "date" ? value + shift1904 : value;
      return typeof value === "boolean" ? value : String(value);
    }),
  );
}

/** Returns whether a value is a text that may stand for an error; a typed text has another value type. */
function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/** Returns a test for errors from value types read from the zero-based cell (`top`, `left`). */
export function errorsIn(valueTypes: readonly (readonly string[])[], top = 0, left = 0): IsError {
  return (row, column) => valueTypes[row - top]?.[column - left] === "Error";
}

/** A value type takes some ten bytes of the 5 MB of an answer. */
const typesPerAnswer = 200_000;

/**
 * Reads which cells of each sheet are errors. Value types are only requested where a text starts with `#`: they would
 * make every answer half as long again.
 */
export async function readErrors(
  state: WorkbookState,
  sheets: readonly { readonly parts: readonly RawRows[] }[],
): Promise<IsError[]> {
  const found = sheets.map((): IsError[] => []);
  const areas = sheets.flatMap(({ parts }, sheet) => areaOfErrors(parts, sheet));
  await readAreas(idsOf(state), areas, {
    cellsPerAnswer: typesPerAnswer,
    ask: (range) => {
      range.load("valueTypes");
      return () => range.valueTypes;
    },
    take: (read, types) =>
      read.forEach(({ sheet, top, left }, index) => found[sheet]!.push(errorsIn(types[index]!, top, left))),
  });
  return found.map((errors) => (row, column) => errors.some((isError) => isError(row, column)));
}

/** Returns the smallest area that contains every value that looks like an error; an empty list when there is none. */
function areaOfErrors(parts: readonly RawRows[], sheet: number): Area[] {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  let row = 0;
  for (const { values } of parts)
    for (const cells of values) {
      for (let column = 0; column < cells.length; column++)
        if (looksLikeError(cells[column])) {
          [top, bottom] = [Math.min(top, row), row];
          [left, right] = [Math.min(left, column), Math.max(right, column)];
        }
      row++;
    }
  return bottom < 0 ? [] : [{ sheet, top, left, rows: bottom - top + 1, columns: right - left + 1 }];
}
