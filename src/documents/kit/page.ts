import { placeKey } from "../../cells";
import type { Campaign } from "../../tariff";
import { leavesOffice, tabColorOf } from "../registry";
import { empty, text, type PageCell } from "./cells";
import type { Formula, Operation, Place } from "./formula";
import { breakWords, heightOf, lettersAcross, pageBreaks, pagesFilled, rowHeight, spareOn } from "./measure";
import type { CellStyle, ModelCell, ModelRow, Origin, PrintSetup, RowRole, SheetModel, SideBySide } from "./model";
import { sayIn, type Say } from "./say";
import { centered, styles } from "./styles";
import { typeset } from "./texts";

/** The cells of a row from column A on; null or a hole: no cell. */
type PageRow = readonly (PageCell | null | undefined)[];

/** Points. */
const gapHeight = 7;
const margins = { top: 0.7, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 };

/** Zero-based rows of a table: its titles, and its last row. */
interface TitledRows {
  readonly header: number;
  readonly last: number;
}

/** The properties of a finished page besides its rows. */
interface Finish
  extends
    Pick<SheetModel, "key">,
    Partial<Pick<SheetModel, "freeze" | "charts" | "dataBars" | "record" | "number">>,
    Pick<PrintSetup, "orientation" | "header" | "footer"> {
  /** Cells that names of the workbook refer to. */
  readonly names?: Readonly<Record<string, Place>>;
  /** Whether the sheet stays on a page; or up to how many pages it is made to, printed a little smaller. */
  readonly onePage?: boolean | { readonly upTo: number };
  /** Zero-based last printed column; the columns on its right are on screen only. */
  readonly lastColumn?: number;
}

/** Makes words give way to a figure changed by hand, or to other words: `edits.guard`. */
export type Guard = (cell: PageCell, instead?: string) => PageCell;
const unguarded: Guard = (cell) => cell;

/** A sheet that is being written: its rows, their heights, and the rows that must stay on one printed page. */
export class Page {
  /** Says texts in the nouns of its campaign's convention. */
  readonly say: Say;
  private readonly rows: { readonly cells: PageRow; readonly height: number | null }[] = [];
  private readonly keptWithNext = new Set<number>();
  private readonly startingPages = new Set<number>();
  private readonly origins = new Map<number, Origin>();
  private readonly outline = new Map<number, RowRole>();
  private readonly statusPoints = new Map<number, string>();
  private readonly sideBySide: SideBySide[] = [];
  private readonly titled: TitledRows[] = [];
  private repeated: number | null = null;

  constructor(
    /** Its final name: formulas of the other documents point at it. */
    readonly sheet: string,
    campaign: Campaign,
    readonly widths: readonly number[],
    /**
     * `isCopy`: it repeats other documents, and is not searched. `rowHeight`: points of a row of one line on dense
     * pages. `airyHeight`: the maximum height of rows of tables when the first page has room. `columns`: the number of
     * columns that bands and paragraphs span; all by default.
     */
    private readonly options: {
      readonly isCopy?: boolean;
      readonly rowHeight?: number;
      readonly airyHeight?: number;
      readonly columns?: number;
    } = {},
  ) {
    this.say = sayIn(campaign);
  }

  private get across(): readonly number[] {
    return this.widths.slice(0, this.options.columns);
  }

  /** Returns the zero-based index of the row that will be added next. */
  get next(): number {
    return this.rows.length;
  }

  /** Adds a row and returns its zero-based index. `keep`: no printed page ends with it; `more`: points added to it. */
  add(cells: PageRow, keep = false, more = 0): number {
    const height = heightOf(cells, this.widths, this.options.rowHeight);
    this.rows.push({ cells, height: more === 0 ? height : (height ?? rowHeight) + more });
    if (keep) this.keptWithNext.add(this.rows.length - 1);
    return this.rows.length - 1;
  }

  /** Adds a row as wide as the page; its style applies where it has no cell. */
  band(cells: PageRow, style: CellStyle, keep = false): number {
    return this.add(
      this.across.map((_width, column) => cells[column] ?? empty(style)),
      keep,
    );
  }

  /** Overwrites one cell of an existing row; its height is not computed again. */
  overwrite(row: number, column: number, cell: PageCell): void {
    const { cells, height } = this.rows[row]!;
    this.rows[row] = { cells: Object.assign([...cells], { [column]: cell }), height };
  }

  /** Records what a row was made from; nothing on a page that is a copy. */
  cameFrom(row: number, origin: Origin): void {
    if (this.options.isCopy !== true) this.origins.set(row, origin);
  }

  /** Records what a row is, and returns its index. */
  mark(row: number, role: RowRole): number {
    this.outline.set(row, role);
    return row;
  }

  /** Records that a row is the status of a fiche, and the part of it about points to correct. */
  markStatus(row: number, points: string | null): void {
    this.mark(row, "status");
    if (points !== null) this.statusPoints.set(row, typeset(points));
  }

  /** Records that texts are side by side from a row to the last one written: each begins at a column. */
  markSideBySide(firstRow: number, starts: readonly number[]): void {
    this.sideBySide.push({ firstRow, lastRow: this.next - 1, starts });
  }

  space(keep = false): number {
    return this.add([], keep);
  }

  /** Adds a blank row lower than the others, for pages with little room; `cells` gives it a background. */
  gap(keep = false, cells: PageRow = []): void {
    this.rows.push({ cells, height: gapHeight });
    if (keep) this.keptWithNext.add(this.rows.length - 1);
  }

  /** Adds the rows that a chart covers, which no page cuts; returns the first and the last. */
  takeRows(height: number): { readonly top: number; readonly bottom: number } {
    const top = this.next;
    for (let row = 1; row <= height; row++) this.space(row < height);
    return { top, bottom: this.next - 1 };
  }

  /**
   * Adds a text across the sheet, split into as many rows as needed, without merged cells. `guard` replaces the text
   * when a figure that it repeats was changed by hand; the first row carries the notice.
   */
  paragraph(value: string, style?: CellStyle, keep = false, guard: Guard = unguarded): void {
    const letters = lettersAcross(this.across, style ?? {});
    // Typeset before it is cut: a quotation may continue over several lines.
    breakWords(typeset(value), letters).forEach((line, index) => {
      const cell = { value: line, ...(style !== undefined && { style }) };
      this.add([index === 0 ? guard(cell) : guard(cell, "")], keep);
    });
  }

  /** Adds a label in the first column and its text across the others, cut into rows as needed. */
  entry(label: string, value: string, style: CellStyle = styles.value): void {
    breakWords(typeset(value), lettersAcross(this.widths.slice(1), style)).forEach((line, index) =>
      this.add([index === 0 ? text(label, styles.label) : null, { value: line, style }]),
    );
  }

  section(title: string, style: CellStyle = styles.section, guard: Guard = unguarded): number {
    return this.mark(this.band([guard(text(title, style))], style, true), "section");
  }

  startPage(): void {
    this.startingPages.add(this.rows.length);
  }

  /**
   * Returns the points left on the page of the next row, printed over columns: for documents that start their pages
   * themselves.
   */
  roomLeft(paper: Pick<PrintSetup, "orientation">, columns: number): number {
    const start = Math.max(0, ...this.startingPages);
    const rows = this.rows
      .slice(start)
      .map(({ height }): ModelRow => (height === null ? { cells: [] } : { cells: [], height }));
    return spareOn({ rows, widths: this.widths.slice(0, columns) }, { ...paper, margins });
  }

  /** Returns how many pages the rows would fill to the brim, printed on columns. */
  pagesFilled(paper: Pick<PrintSetup, "orientation">, columns: number): number {
    const rows = this.rows.map(({ height }): ModelRow => (height === null ? { cells: [] } : { cells: [], height }));
    return pagesFilled({ rows, widths: this.widths.slice(0, columns) }, { ...paper, margins });
  }

  /** Repeats a row at the top of each printed page that follows it. */
  repeatTitles(header: number): void {
    this.repeated = header;
  }

  /** Repeats the titles of a table after a page break; with several tables, those of the last one. */
  repeatTitlesWhereCut(rows: TitledRows): void {
    this.titled.push(rows);
  }

  /** Returns the sheet as it is printed: all its rows and columns. */
  finish({ key, freeze = null, charts = [], dataBars = [], names = {}, record, number, ...print }: Finish): SheetModel {
    const operations = new Map<number, Operation>();
    const rows = this.rows.map(({ cells, height }, row): ModelRow => {
      const written: (ModelCell | null)[] = [];
      for (let column = 0; column < cells.length; column += 1) {
        const cell = cells[column] ?? null;
        const formula = typeof cell?.formula === "function" ? cell.formula() : cell?.formula;
        if (formula?.operation != null) operations.set(placeKey(row, column), formula.operation);
        written.push(cell === null ? null : this.written(cell, formula));
      }
      return height === null ? { cells: written } : { cells: written, height };
    });
    const { widths, sheet: name, origins, outline, statusPoints, sideBySide } = this;
    const printed = this.printed(rows, print);
    return {
      key,
      name,
      widths,
      rows: this.aired(rows, printed),
      freeze,
      charts,
      dataBars,
      names: Object.entries(names).map(([named, { row, column }]) => ({ name: named, row, column })),
      tabColor: tabColorOf(key),
      ...(leavesOffice(key) && { hidesGridlines: true }),
      ...(record !== undefined && { record }),
      ...(number !== undefined && { number }),
      print: printed,
      provenance: { origins, operations },
      outline,
      ...(statusPoints.size > 0 && { statusPoints }),
      sideBySide,
    };
  }

  /**
   * Returns the rows of tables heightened to fill the room left on their page, when a part of the sheet, or all of it,
   * is on one page.
   */
  private aired(rows: readonly ModelRow[], print: PrintSetup): readonly ModelRow[] {
    const { rowHeight, airyHeight } = this.options;
    if (rowHeight === undefined || airyHeight === undefined) return rows;
    const widths = this.widths.slice(0, print.area.lastColumn + 1);
    const starts = [0, ...print.breaksBefore];
    return starts.flatMap((start, page) => {
      const end = starts[page + 1] ?? rows.length;
      const own = rows.slice(start, end);
      const isPart = [start, end].every((row) => row === 0 || row === rows.length || this.startingPages.has(row));
      const isAiry = ({ height }: ModelRow, index: number) =>
        height !== undefined && height < airyHeight && airyRoles.has(this.outline.get(start + index) ?? null);
      const spare = spareOn({ rows: own, widths }, print) / own.filter(isAiry).length;
      const added = isPart ? Math.floor(Math.min(spare, airyHeight - rowHeight)) : 0;
      if (!(added > 0)) return own;
      return own.map((row, index) =>
        isAiry(row, index) ? { cells: row.cells.map(centeredCell), height: row.height! + added } : row,
      );
    });
  }

  private written(cell: PageCell, formula: Formula | undefined): ModelCell {
    if (formula !== undefined) return { ...cell, formula: formula.textOn(this.sheet) };
    return cell.formula === undefined ? (cell as Omit<ModelCell, "formula">) : withoutFormula(cell);
  }

  /**
   * Returns how the page is printed. A table that fits on its page repeats no titles on the next one, which is found by
   * cutting the pages without them.
   */
  private printed(
    rows: readonly ModelRow[],
    {
      onePage = false,
      lastColumn = this.widths.length - 1,
      ...print
    }: Pick<Finish, "orientation" | "header" | "footer" | "onePage" | "lastColumn">,
  ): PrintSetup {
    const { keptWithNext, startingPages } = this;
    const widths = this.widths.slice(0, lastColumn + 1);
    const isOnePage =
      typeof onePage === "boolean" ? onePage : pagesFilled({ rows, widths }, { ...print, margins }) <= onePage.upTo;
    const setup = (header: number | null): PrintSetup => {
      const titleRows = header === null ? null : { first: header, last: header };
      const page = { ...print, margins, titleRows };
      return {
        ...page,
        onePage: isOnePage,
        area: { lastRow: rows.length - 1, lastColumn },
        breaksBefore: isOnePage ? [] : pageBreaks({ rows, widths, keptWithNext, startingPages }, page),
      };
    };
    const first = setup(this.repeated);
    const cut = this.titled.findLast(({ header, last }) =>
      first.breaksBefore.some((row) => row > header && row <= last),
    );
    return cut === undefined ? first : setup(cut.header);
  }
}

/** Rows of tables, which share the free room of a page. */
const airyRoles: ReadonlySet<RowRole | null> = new Set<RowRole | null>(["row", "group"]);

function centeredCell(cell: ModelCell | null): ModelCell | null {
  return cell?.style === undefined ? cell : { ...cell, style: centered(cell.style) };
}

/** Returns a cell without its formula, which has nothing to point at. */
function withoutFormula({ formula: _formula, ...cell }: PageCell): ModelCell {
  return cell;
}
