import { empty, text } from "./cells";
import { breakWords, heightOf, lettersAcross, pageBreaks } from "./measure";
import type { CellStyle, ModelCell, ModelRow, PrintSetup, SheetModel } from "./model";
import { styles, tabColor } from "./styles";

export type PageCell = ModelCell | null;

/** Points. */
const gapHeight = 7;

/** A sheet while it is being written: rows from the top, their heights, and what must stay together on a page. */
export class Page {
  readonly rows: ModelRow[] = [];
  private readonly keptWithNext = new Set<number>();
  private readonly startingPages = new Set<number>();

  constructor(readonly widths: readonly number[]) {}

  /** Zero-based index of the row that will be added next. */
  get next(): number {
    return this.rows.length;
  }

  /** Adds a row and gives its zero-based index. `keep`: it never ends a page. */
  add(cells: readonly PageCell[], keep = false): number {
    const height = heightOf(cells, this.widths);
    this.rows.push(height === null ? { cells } : { cells, height });
    if (keep) this.keptWithNext.add(this.rows.length - 1);
    return this.rows.length - 1;
  }

  /** Puts one cell in a row that is there already, once what it says is known; it must not need a higher row. */
  put(row: number, column: number, cell: ModelCell): void {
    const { cells, ...rest } = this.rows[row]!;
    this.rows[row] = { ...rest, cells: [...cells.slice(0, column), cell, ...cells.slice(column + 1)] };
  }

  /** A row as wide as the sheet, of one style where it has no cell. */
  band(cells: readonly PageCell[], style: CellStyle, keep = false): number {
    const full = this.widths.map((_width, column) => cells[column] ?? empty(style));
    return this.add(full, keep);
  }

  space(keep = false): number {
    return this.add([], keep);
  }

  /** A blank row less high than the others, where a page has little room. */
  gap(): void {
    this.rows.push({ cells: [], height: gapHeight });
  }

  /** Adds the rows that a chart covers, which no page cuts; gives the first and the last. */
  takeRows(height: number): { readonly top: number; readonly bottom: number } {
    const top = this.next;
    for (let row = 1; row <= height; row++) this.space(row < height);
    return { top, bottom: this.next - 1 };
  }

  /** A text across the sheet, cut into as many rows as it needs: no cell is merged, and a row is never too low. */
  paragraph(value: string, style?: CellStyle, keep = false): void {
    for (const line of breakWords(value, lettersAcross(this.widths, style ?? {}))) this.add([text(line, style)], keep);
  }

  /** A label in the first column and its text across the others, cut into rows as needed. */
  entry(label: string, value: string, labelStyle: CellStyle = styles.label, style: CellStyle = styles.value): void {
    breakWords(value, lettersAcross(this.widths.slice(1), style)).forEach((line, index) =>
      this.add([index === 0 ? text(label, labelStyle) : null, text(line, style)]),
    );
  }

  section(title: string): number {
    return this.band([text(title, styles.section)], styles.section, true);
  }

  startPage(): void {
    this.startingPages.add(this.rows.length);
  }

  /** The sheet as it is printed: all its rows and columns. */
  finish(
    head: Pick<SheetModel, "key" | "name"> & Partial<Pick<SheetModel, "freeze" | "charts" | "dataBars" | "names">>,
    page: Pick<PrintSetup, "orientation" | "titleRows" | "header" | "footer"> & { readonly onePage?: boolean },
  ): SheetModel {
    const onePage = page.onePage ?? false;
    const print = { ...page, margins };
    const { rows, widths, keptWithNext, startingPages } = this;
    return {
      key: head.key,
      name: head.name,
      widths,
      rows,
      freeze: head.freeze ?? null,
      charts: head.charts ?? [],
      dataBars: head.dataBars ?? [],
      names: head.names ?? [],
      tabColor,
      print: {
        ...print,
        onePage,
        area: { lastRow: rows.length - 1, lastColumn: widths.length - 1 },
        breaksBefore: onePage ? [] : pageBreaks({ rows, widths, keptWithNext, startingPages }, print),
      },
    };
  }
}

const margins = { top: 0.7, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 };
