import { CellError, shift1904, type Cell } from "../../cells";
import { shownBy } from "../cell-content";

/** Rows of a block as Excel gives them: values, and formats where dates have to be told. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[] | null;
}

/** Tells whether a cell holds an error, by its place in the rows. */
export type IsError = (row: number, column: number) => boolean;

/** The answer for rows whose types were asked; `top`, `left`: where these begin. */
export function errorsIn(valueTypes: readonly (readonly string[])[], top = 0, left = 0): IsError {
  return (row, column) => valueTypes[row - top]?.[column - left] === "Error";
}

/** True for a text that Excel may give for an error; a text typed so is told from one by its type alone. */
export function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/**
 * The core's cells of the rows `from` (included) to `to` (left out); an empty text is a blank. With formats (our own
 * sheets of a 1904 workbook), dates become serials of the 1900 system, as models count them.
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

/** Takes off the rows that nothing fills below the last value. */
export function trimRows(rows: Cell[][]): Cell[][] {
  let length = rows.length;
  while (length > 0 && rows[length - 1]!.every((cell) => cell === null)) length--;
  return rows.slice(0, length);
}
