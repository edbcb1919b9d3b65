import type { Line } from "../../statement";
import type { Commune, Nature, Payer } from "../../tariff";
import type { PlacedBasis } from "./billed";
import type { Operation, Place } from "./formula";

/** How a cell looks; the looks that documents have are named in `styles.ts`. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: Readonly<
    Partial<Record<"top" | "bottom" | "left" | "right", "thin" | "medium" | "double" | "hair">>
  >;
  readonly underline?: boolean;
}

export interface ModelCell {
  /**
   * A constant, or the computed result of a formula. Money becomes a number here, the last step before a cell. A date
   * is a serial of the 1900 system with a date format (`yyyy`), which the port converts to the system of the workbook.
   */
  readonly value: string | number | boolean | null;
  /** en-US formula without its `=`. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** The number of columns that it spans, its own included: merged cells, of which the others are empty. */
  readonly span?: number;
  /** Internal link to a cell of the same workbook, or of another file kept beside it (`file`). */
  readonly link?: { readonly file?: string; readonly sheet: string; readonly cell: string; readonly tip?: string };
}

export interface ModelRow {
  readonly cells: readonly (ModelCell | null)[];
  /** Points; absent: the host's own height. */
  readonly height?: number;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Zero-based last row and column of the print area, which starts in A1. */
  readonly area: { readonly lastRow: number; readonly lastColumn: number };
  /** Zero-based first and last row repeated on each page, or null. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /**
   * Left, centre and right, with Excel's codes (&P, &N, &A…), a literal & doubled. The centre of a header is its
   * status, the only part on the first page, which has its own heading.
   */
  readonly header: readonly [string, string, string];
  readonly footer: readonly [string, string, string];
  /** Zero-based rows before which a page starts. */
  readonly breaksBefore: readonly number[];
  /** Whether the sheet is also fitted to one page in height; it is always fitted to one in width. */
  readonly onePage: boolean;
  /** Inches. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
}

/**
 * Horizontal bars in the order of the rows, with `100` all of one length and divided into shares; or columns up and
 * down from zero.
 */
export type ChartKind = "bar-stacked" | "bar-stacked-100" | "column";

export interface ChartSeries {
  readonly title: string;
  readonly column: number;
  /** RRGGBB. */
  readonly color: string;
  /** The format, colour and position of the values on bars; null for none. */
  readonly labels: { readonly format: string; readonly color: string; readonly at: "center" | "end" } | null;
}

/** A native chart over cells of the same sheet. */
export interface ModelChart {
  readonly kind: ChartKind;
  readonly title: string;
  /**
   * Zero-based cell that repeats the title when it depends on the figures. Absent for a constant title: an existing
   * chart keeps it, with its look and its series.
   */
  readonly titleCell?: { readonly row: number; readonly column: number };
  /** Zero-based cells, both ends included. */
  readonly categories: { readonly column: number; readonly firstRow: number; readonly lastRow: number };
  readonly series: readonly ChartSeries[];
  readonly hasLegend: boolean;
  readonly anchor: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  /**
   * The text for screen readers; under 100 characters, because it is the chart's name in Excel when the pane draws it.
   */
  readonly altText: string;
}

/**
 * Native bars behind the numbers of a column, from 0 to the highest one, which show their relative size. Numbers stay
 * legible.
 */
export interface DataBars {
  /** Zero-based cells, both ends included. */
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** RRGGBB of the plain fill, and of its border. */
  readonly fill: string;
  readonly line: string;
}

/**
 * The role of a row for a screen reader: a heading of the document or of a part; the titles of a table, the first of
 * which may be its heading; the heading of some rows, or a row; a repeated heading on a continuation page, with the
 * titles under it; the amount due; the status; the settlement and the signature block.
 */
export type RowRole =
  "title" | "section" | "titles" | "headed titles" | "group" | "row" | "continued" | "band" | "status" | "settlement";

/**
 * Texts side by side over rows, both included: each begins at a zero-based column, and is read whole before the next.
 */
export interface SideBySide {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly starts: readonly number[];
}

/** A generated sheet as a value: what both ports write, cell for cell. */
export interface SheetModel {
  /** Identity of the sheet across runs: `titre`, `fiche-25112-212501126`, or another of the registry. */
  readonly key: string;
  /** Final name, unique in its workbook: formulas of the models already use it. */
  readonly name: string;
  /** The number of a paper of a correction, « 2014-01 R1 », also in the name of its file. */
  readonly number?: string;
  /** Widths in characters of the default font, from column A on; 0: out of sight, for a chart to be drawn from. */
  readonly widths: readonly number[];
  readonly rows: readonly ModelRow[];
  /** The numbers of frozen rows and columns, or null. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintSetup;
  /** In the same number and order in each generation, if any: the host identifies them by rank. */
  readonly charts: readonly ModelChart[];
  readonly dataBars: readonly DataBars[];
  /** Workbook names pointing at one of its cells, zero-based. */
  readonly names: readonly { readonly name: string; readonly row: number; readonly column: number }[];
  readonly tabColor: string | null;
  readonly hidesGridlines?: boolean;
  /** Whether a file opens on it; one sheet of a generation at most. */
  readonly isFront?: boolean;
  /** JSON that the workbook keeps with the sheet, out of sight: of the Journal, its last run. */
  readonly record?: string;
  /** The origin of its rows and formulas; absent in a model made without a page. */
  readonly provenance?: Provenance;
  /** The roles of its rows, by zero-based row; the others are texts. Absent in a model made without a page. */
  readonly outline?: ReadonlyMap<number, RowRole>;
  /** The part of the status of a fiche about its points to correct, by zero-based row. */
  readonly statusPoints?: ReadonlyMap<number, string>;
  /** From the top of the sheet. */
  readonly sideBySide?: readonly SideBySide[];
}

/**
 * What a row of a document shows: a line of the statement, bases of the liquidation, or the part borne for a commune.
 */
export type Origin =
  | { readonly kind: "line"; readonly line: Line; readonly quantity: Place; readonly amount: Place }
  | { readonly kind: "bases"; readonly bases: readonly PlacedBasis[] }
  | {
      readonly kind: "commune";
      readonly commune: Commune;
      readonly amounts: Readonly<Record<Nature, Readonly<Record<Payer, Place>>>>;
    };

/** The statement behind a document, kept to explain its cells. */
interface Provenance {
  /** Origins by zero-based row. */
  readonly origins: ReadonlyMap<number, Origin>;
  /** The operations of formulas, by the key of their place (`placeKey`). */
  readonly operations: ReadonlyMap<number, Operation>;
}
