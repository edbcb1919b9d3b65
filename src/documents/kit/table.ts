import { Decimal } from "decimal.js";
import { count, euros, imported, spanning, text, type PageCell } from "./cells";
import { sumOf, type Area, type Formula, type FormulaSource, type Place } from "./formula";
import type { CellStyle, Origin } from "./model";
import type { Page } from "./page";
import { styles } from "./styles";

/** The cells of a row, by the columns of its table. */
export type Cells<Key extends string> = Readonly<Record<Key, Place>>;

/** A column. `Key`: the columns of the same row that its formulas refer to. */
export interface Column<Row, Key extends string> {
  /** In the bracket notation of texts. */
  readonly title: string;
  readonly place: ColumnPlace;
  readonly align: Align;
  /** Returns the cell of a row, in the style of that row; null when it is blank. */
  readonly cell: (row: Row, at: Cells<Key>, style: CellStyle) => PageCell | null;
}

/**
 * Its place: a width in characters of the default font, in the table that defines the columns of its page, or the
 * widths of the columns that it spans, on a page whose boxes need a finer grid; in another table, null for the column
 * after the previous one, or the zero-based column under which it is.
 */
type ColumnPlace = number | readonly number[] | null | { readonly under: number };

/** Returns how many columns of the page a column spans. */
function columnsOver(place: ColumnPlace): number {
  return Array.isArray(place) ? place.length : 1;
}

/** The alignment of a title and of the cells below it. `beside`: left, apart from numbers before it. */
type Align = "left" | "right" | "beside";

/** Returns the value of a row in a column; null for a blank cell. */
type Value<Row, T> = (row: Row) => T | null;
type RowFormula<Row, Key extends string> = (at: Cells<Key>, row: Row) => FormulaSource | undefined;

/** Makes the columns of a table of rows of a type, by their contents. */
class ColumnHelper<Row, Key extends string> {
  /** Makes a column of texts of the program. */
  text(title: string, place: ColumnPlace, of: Value<Row, string>, style?: CellStyle): Column<Row, Key> {
    return this.of(title, place, "left", of, (value, rowStyle) => text(value, style ?? rowStyle));
  }

  /** Makes a column of texts of the user's workbooks, or of the grid. */
  imported(title: string, place: ColumnPlace, of: Value<Row, string>, style?: CellStyle): Column<Row, Key> {
    return this.of(title, place, "left", of, (value, rowStyle) => imported(value, style ?? rowStyle));
  }

  count(title: string, place: ColumnPlace, of: Value<Row, number>, formula?: RowFormula<Row, Key>): Column<Row, Key> {
    return this.of(title, place, "right", of, (value, style, row, at) => count(value, style, formula?.(at, row)));
  }

  euros(title: string, place: ColumnPlace, of: Value<Row, Decimal>, formula?: RowFormula<Row, Key>): Column<Row, Key> {
    return this.of(title, place, "right", of, (value, style, row, at) => euros(value, style, formula?.(at, row)));
  }

  /** Makes a column of any other cells. */
  cell(title: string, place: ColumnPlace, cell: Column<Row, Key>["cell"], align: Align = "right"): Column<Row, Key> {
    return { title, place, align, cell };
  }

  private of<T>(
    title: string,
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

/** Returns what makes the columns of rows of a type; `Key`: those that formulas of the same row point at. */
export function columnHelper<Row, Key extends string = never>(): ColumnHelper<Row, Key> {
  return new ColumnHelper();
}

interface TableSpec<Row, Key extends string> {
  readonly columns: Readonly<Record<Key, Column<Row, NoInfer<Key>>>>;
  /** The origin of a row, to explain its cells; null for a row without one. */
  readonly origin?: (row: Row, at: Cells<NoInfer<Key>>) => Origin | null;
}

/**
 * Which rows stay together on a printed page: all of them up to a number, beyond which the last one stays with what
 * follows; or those of a test.
 */
type KeptTogether<Row> = number | ((row: Row) => boolean);

interface RowsOptions<Row> {
  readonly style?: CellStyle;
  /** By default, a page may break anywhere. */
  readonly keep?: KeptTogether<Row>;
  /** The text in place of rows, when there are none. */
  readonly whenEmpty?: string;
}

/** An amount or a number, written as the sum of the rows above if there are any; or any other cell. */
type TotalCell<Key extends string> = Decimal | number | PageCell | ((at: Cells<Key>) => PageCell);

interface Total<Key extends string> {
  readonly label: string;
  readonly cells: Readonly<Partial<Record<Key, TotalCell<Key>>>>;
  readonly style?: CellStyle;
  readonly keep?: boolean;
}

/** Zero-based rows; without rows, `last` is before `first`. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Rows that a table wrote. */
interface WrittenRows<Key extends string> extends RowSpan {
  readonly rows: readonly Cells<Key>[];
}

interface WrittenTable<Key extends string> extends WrittenRows<Key> {
  readonly header: number;
}

interface TitlesOptions {
  /** Whether the titles never end a printed page; true by default. */
  readonly keepTitles?: boolean;
  /** On each following page, or only on the continuation pages of a long table. */
  readonly repeatTitles?: "always" | "where cut";
  /** For a table whose heading is the first title: its cell, and the style of titles. */
  readonly headed?: { readonly heading: PageCell; readonly looks: Readonly<Record<Align, CellStyle>> };
}

type TableOptions<Row> = RowsOptions<Row> & TitlesOptions;

/** Titles, rows and a total over the columns of a page. */
class Table<Row, Key extends string> {
  /** Zero-based columns. */
  readonly at: Readonly<Record<Key, number>>;
  private readonly columns: readonly (readonly [Key, Column<Row, Key>])[];

  constructor(private readonly spec: TableSpec<Row, Key>) {
    this.columns = Object.entries(spec.columns) as [Key, Column<Row, Key>][];
    let next = 0;
    const places = this.columns.map(([key, { place }]) => {
      const column = place !== null && typeof place === "object" && "under" in place ? place.under : next;
      next = column + columnsOver(place);
      return [key, column] as const;
    });
    this.at = Object.fromEntries(places) as Record<Key, number>;
  }

  /** Returns the widths of the columns, for a page that the table makes. */
  get widths(): number[] {
    return this.widthsWithout([]);
  }

  /** Returns the same where some columns are out of sight. */
  widthsWithout(hidden: readonly Key[]): number[] {
    return this.columns.flatMap(([key, { place }]) => {
      const widths = typeof place === "number" || Array.isArray(place) ? [place].flat() : [0];
      return hidden.includes(key) ? widths.map(() => 0) : widths;
    });
  }

  /** Returns the same table without some of its columns, at which no formula of the others may point. */
  without(left: readonly Key[]): Table<Row, Key> {
    const columns = Object.fromEntries(this.columns.filter(([key]) => !left.includes(key)));
    return new Table({ ...this.spec, columns: columns as TableSpec<Row, Key>["columns"] });
  }

  /** Writes the titles, the rows, and the total when there is one. */
  write(
    page: Page,
    rows: readonly Row[],
    options: TableOptions<Row> & { readonly total: Total<Key> },
  ): WrittenTable<Key> & { readonly total: Cells<Key> };
  write(page: Page, rows: readonly Row[], options?: TableOptions<Row>): WrittenTable<Key>;
  write(page: Page, rows: readonly Row[], options: TableOptions<Row> & { readonly total?: Total<Key> } = {}) {
    const header = this.titles(page, options);
    const written = this.rows(page, rows, options);
    const total = options.total === undefined ? {} : { total: this.total(page, options.total, written) };
    if (options.repeatTitles === "where cut") page.repeatTitlesWhereCut({ header, last: page.next - 1 });
    return { header, ...written, ...total };
  }

  /** Writes the titles and returns their row. */
  titles(page: Page, { keepTitles = true, repeatTitles, headed }: TitlesOptions = {}): number {
    const cells: PageCell[] = [];
    const looks = headed?.looks ?? headerStyles;
    for (const [key, { title, align, place }] of this.columns)
      cells[this.at[key]] = spanning(text(page.say(title), looks[align]), columnsOver(place));
    if (headed !== undefined) cells[0] = headed.heading;
    const header = page.mark(
      page.band(cells, headed?.looks.left ?? styles.header, keepTitles),
      headed === undefined ? "titles" : "headed titles",
    );
    if (repeatTitles === "always") page.repeatTitles(header);
    return header;
  }

  /** Writes rows without titles. */
  rows(
    page: Page,
    rows: readonly Row[],
    { style = styles.line, keep, whenEmpty: none }: RowsOptions<Row> = {},
  ): WrittenRows<Key> {
    const first = page.next;
    const isKept = (row: Row, index: number) =>
      typeof keep === "function" ? keep(row) : keep !== undefined && (rows.length <= keep || index === rows.length - 1);
    const written = rows.map((row, index) => {
      const at = this.cellsOf(page, page.next);
      const cells: PageCell[] = [];
      for (const [key, { cell, place }] of this.columns) {
        const made = cell(row, at, style);
        if (made !== null) cells[this.at[key]] = spanning(made, columnsOver(place));
      }
      const line = page.mark(page.band(cells, style, isKept(row, index)), "row");
      const origin = this.spec.origin?.(row, at) ?? null;
      if (origin !== null) page.cameFrom(line, origin);
      return at;
    });
    if (rows.length === 0 && none !== undefined) page.band([text(none, styles.line)], styles.line, true);
    return { first, last: page.next - 1, rows: written };
  }

  /** Writes a total, of the rows that it is over, and returns its cells. */
  total(
    page: Page,
    { label, cells, style = styles.total, keep = false }: Total<Key>,
    over: RowSpan = { first: 0, last: -1 },
  ): Cells<Key> {
    const at = this.cellsOf(page, page.next);
    const sum = this.sums(page, over);
    const made: PageCell[] = [text(label, style)];
    for (const [key, cell] of Object.entries(cells) as [Key, TotalCell<Key>][]) {
      const { column } = at[key];
      if (cell instanceof Decimal) made[column] = euros(cell, style, sum(key));
      else if (typeof cell === "number") made[column] = count(cell, style, sum(key));
      else made[column] = typeof cell === "function" ? cell(at) : cell;
    }
    page.mark(page.band(made, style, keep), "row");
    return at;
  }

  /** Returns the function that makes the sum of a column over rows; undefined without rows. */
  sums(page: Page, rows: RowSpan): (key: Key) => Formula | undefined {
    return (key) => (rows.last < rows.first ? undefined : sumOf(this.area(page, key, rows)));
  }

  /** Returns the cells of a column over rows. */
  area({ sheet }: Page, key: Key, { first, last }: RowSpan): Area {
    return { sheet, top: first, left: this.at[key], bottom: last, right: this.at[key] };
  }

  private cellsOf({ sheet }: Page, row: number): Cells<Key> {
    const cells: Partial<Record<Key, Place>> = {};
    for (const [key] of this.columns) cells[key] = { sheet, row, column: this.at[key] };
    return cells as Record<Key, Place>;
  }
}

const headerStyles = { left: styles.header, right: styles.headerNumber, beside: styles.headerBeside };

/** Makes a table of rows, its keys being those of its columns. */
export function table<Row, Key extends string>(spec: TableSpec<Row, Key>): Table<Row, Key> {
  return new Table(spec);
}
