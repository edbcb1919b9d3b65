import type { Decimal } from "decimal.js";
import { count, euros, imported, text, type PageCell } from "./cells";
import type { FormulaSource, Place } from "./formula";
import type { CellStyle } from "./model";

/** The cells of one row, by the columns of its table. */
export type Cells<Key extends string> = Readonly<Record<Key, Place>>;

/** One column: all that is said of it. `Key`: the columns of the same row that its formulas point at. */
export interface Column<Row, Key extends string> {
  readonly title: Title;
  readonly place: ColumnPlace;
  readonly align: Align;
  /** Returns the cell of a row, in the style of that row; null where it is blank. */
  readonly cell: (row: Row, at: Cells<Key>, style: CellStyle) => PageCell | null;
}

/** A heading, or what makes it of the short name of the party that the titre is issued to: « Part CAGB ». */
export type Title = string | ((debtor: string) => string);

/**
 * Its width in characters of the default font, in the table that makes the columns of its page; in another one, null on the
 * right of the column before, or the zero-based column under which it stands.
 */
type ColumnPlace = number | null | { readonly under: number };

/** Where a title stands, as the cells below it do. `beside`: on the left, apart from numbers that come before. */
type Align = "left" | "right" | "beside";

/** What a row holds in a column; null where its cell is blank. */
type Value<Row, T> = (row: Row) => T | null;
type RowFormula<Row, Key extends string> = (at: Cells<Key>, row: Row) => FormulaSource | undefined;

/** Makes the columns of a table of rows of a type, by what they hold. */
class ColumnHelper<Row, Key extends string> {
  /** Texts of ours. */
  text(title: Title, place: ColumnPlace, of: Value<Row, string>, style?: CellStyle): Column<Row, Key> {
    return this.of(title, place, "left", of, (value, rowStyle) => text(value, style ?? rowStyle));
  }

  /** Texts of the user's workbooks, or of the grid. */
  imported(title: Title, place: ColumnPlace, of: Value<Row, string>, style?: CellStyle): Column<Row, Key> {
    return this.of(title, place, "left", of, (value, rowStyle) => imported(value, style ?? rowStyle));
  }

  count(title: Title, place: ColumnPlace, of: Value<Row, number>, formula?: RowFormula<Row, Key>): Column<Row, Key> {
    return this.of(title, place, "right", of, (value, style, row, at) => count(value, style, formula?.(at, row)));
  }

  euros(title: Title, place: ColumnPlace, of: Value<Row, Decimal>, formula?: RowFormula<Row, Key>): Column<Row, Key> {
    return this.of(title, place, "right", of, (value, style, row, at) => euros(value, style, formula?.(at, row)));
  }

  /** Any other cells. */
  cell(title: Title, place: ColumnPlace, cell: Column<Row, Key>["cell"], align: Align = "right"): Column<Row, Key> {
    return { title, place, align, cell };
  }

  private of<T>(
    title: Title,
    place: ColumnPlace,
    align: Align,
    of: Value<Row, T>,
    cellOf: (value: T, style: CellStyle, row: Row, at: Cells<Key>) => PageCell,
  ): Column<Row, Key> {
    const cell: Column<Row, Key>["cell"] = (row, at, style) => {
      const value = of(row);
      return value === null ? null : cellOf(value, style, row, at);
    };
    return { title, place, align, cell };
  }
}

/** Columns of rows of a type; `Key`: those that formulas of the same row point at. */
export function columnHelper<Row, Key extends string = never>(): ColumnHelper<Row, Key> {
  return new ColumnHelper();
}
