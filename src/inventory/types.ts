import type { Decimal } from "decimal.js";
import type { CellBlock, WorkbookCells } from "../cells";
import type { Anomaly } from "../messages";
import type { Options } from "../options";
import type { Campaign, Commune, Grid, Nature } from "../tariff";

/** A sheet of the workbooks read; `otherFile` is null for the first workbook, whose sources need no file name. */
export interface SheetRef {
  readonly file: string;
  readonly otherFile: string | null;
  readonly name: string;
}

/** The cells of one column of a sheet from which an amount comes: zero-based column and rows, in reading order. */
export interface SourceCells {
  readonly sheet: SheetRef;
  readonly column: number;
  readonly rows: readonly number[];
}

/** A school of a commune. */
export interface School {
  /** Unique in one reading: INSEE code and folded name, `insee|name`. */
  readonly key: string;
  readonly commune: Commune;
  /** The name as it is first written. */
  readonly name: string;
  readonly place: SourceCells;
}

/** The units of one prestation and nature in one school: counted and capped, not priced. */
export interface Quantity {
  readonly school: School;
  readonly prestation: string;
  readonly nature: Nature;
  /** A whole number above zero. */
  readonly quantity: number;
  readonly sources: readonly SourceCells[];
}

/** Why a row is left out. */
export type ExclusionReason =
  | "title"
  | "subtotal"
  | "total"
  | "zero"
  | "withdrawn"
  | "after-snapshot"
  | "untariffed"
  | "set-aside"
  | "other-year"
  | "spare"
  | "capped"
  | "duplicate-source"
  | "not-in-service"
  | "model"
  | "ignored"
  | "part-of-headcount"
  | "not-counted";

/** The outcome of one row. */
export type RowFate = "billed" | "error" | ExclusionReason;

/** The outcome of each row of one table. */
export interface RowFates {
  /** Returns the outcome of a zero-based row of the sheet; null for a blank row, or a row outside the table's body. */
  fateOf(row: number): RowFate | null;
}

/** The outcomes of the rows of one sheet: `read = billed + excluded + error`. */
export interface SheetRows {
  readonly sheet: SheetRef;
  readonly read: number;
  readonly billed: number;
  readonly excluded: number;
  readonly error: number;
  readonly reasons: Readonly<Partial<Record<ExclusionReason, number>>>;
}

/** The kind of a table, in the account of what was read. (decisions §4) */
export type TableKind =
  | "inventory"
  | "installations"
  | "headcounts"
  | "other-year"
  | "repeats"
  | "not-in-service"
  | "model"
  | "hidden"
  | "ignored"
  | "unread";

/** Why a column has no role. (decisions §4 and §5) */
export type ColumnReason =
  | "money"
  | "year"
  | "identifier"
  | "ratio"
  | "contact"
  | "other-date"
  | "total"
  | "remark"
  | "part"
  | "other-year"
  | "out-of-service"
  | "ignored"
  | "unknown"
  | "refused";

/** The outcomes of the numbers of one sheet: `numbers` is the sum of the others. (decisions §4) */
export interface SheetNumbers {
  readonly sheet: SheetRef;
  /** Number of cells that hold a number. */
  readonly numbers: number;
  readonly billed: number;
  readonly headcounts: number;
  readonly dates: number;
  /** Left out with their column, row, table or sheet. */
  readonly leftOut: number;
  readonly error: number;
}

/** How one column was understood, and why. */
export interface ColumnMapping {
  readonly column: number;
  /** A1 address of its lowest header cell. */
  readonly cell: string;
  readonly header: string;
  /**
   * `commune`, `school`, `label`, `nature`, `quantity`, `date-in`, `headcount-part`, …, a prestation code, `ignored`…
   */
  readonly role: string;
  /**
   * The part of the headcount (`CP`), or the code of the prestation that its dates or years are about; otherwise null.
   */
  readonly of: string | null;
  readonly nature: Nature | null;
  /** Null when it has a role. */
  readonly why: ColumnReason | null;
  /** How many of its cells hold a number, and their sum. */
  readonly numbers: number;
  readonly sum: Decimal;
  /** Units counted in it, numbers written as text included. */
  readonly counted: number;
  /** Sum of the numbers that are not counted, and of the units beyond the maximum for a school. */
  readonly leftOut: Decimal;
  /** The whole numbers above zero of rows in error: not billed. */
  readonly inError: readonly NumberInError[];
}

/** A number in a row in error, with its zero-based row in the sheet. */
export interface NumberInError {
  readonly row: number;
  readonly value: number;
}

/**
 * How a table is laid out; the pane has a message `pane-layout-…` for each (`messages/first-load/pane`). `unknown`: the
 * table holds numbers and is not understood.
 */
export type Layout =
  "school-rows" | "item-rows" | "machine-rows" | "schools-across" | "headcounts" | "pupil-list" | "unknown";

/**
 * Where the commune of a table's rows is written: in a column, the name of the sheet, a title, or the header of each
 * column.
 */
type CommuneFrom =
  { readonly from: "column"; readonly column: number } | { readonly from: "sheet" | "title" | "columns" | "none" };

/**
 * How one table was understood, to be shown, explained and corrected. Tables that are not read have one too, with their
 * kind.
 */
export interface Mapping {
  readonly sheet: SheetRef;
  readonly kind: TableKind;
  /** The words that determined its kind, as written, from a title or the name of the sheet; empty when none did. */
  readonly kindWords: string;
  readonly layout: Layout;
  /** Header and body. */
  readonly block: CellBlock;
  readonly communeFrom: CommuneFrom;
  readonly columns: readonly ColumnMapping[];
  /** Null when the table is not read. */
  readonly rows: RowFates | null;
}

/** The result of reading the workbooks, for one campaign and one grid. */
export interface InventoryReading {
  /** Sorted by commune name, then in order of first appearance. */
  readonly schools: readonly School[];
  readonly quantities: readonly Quantity[];
  readonly rows: readonly SheetRows[];
  /** Every table of every sheet, read or not. */
  readonly mappings: readonly Mapping[];
  /** One for each visible sheet that holds a number. */
  readonly numbers: readonly SheetNumbers[];
  readonly anomalies: readonly Anomaly[];
}

/** The input of a reading: all the workbooks, a campaign, a grid and the options in force. */
export interface ReadingRequest {
  readonly workbooks: readonly WorkbookCells[];
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
}
