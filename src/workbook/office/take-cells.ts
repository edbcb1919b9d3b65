import { CellError, shift1904, type Cell } from "../../cells";
import { shownBy } from "../number-format";

/** Rows of a block as Excel gives them: values, what each is, and formats where dates have to be told. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly unknown[])[] | null;
}

/**
 * The core's cells. A text that looks like an error is told from one by its type; an empty text is a blank. With
 * formats (our own sheets of a 1904 workbook), dates become serials of the 1900 system, as models count them.
 */
export function takeRows({ values, valueTypes, numberFormats }: RawRows): Cell[][] {
  return values.map((row, r) =>
    row.map((value, c): Cell => {
      if (value === "" || value === null || value === undefined) return null;
      if (valueTypes[r]?.[c] === "Error") return new CellError(String(value));
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
