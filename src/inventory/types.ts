import type { Decimal } from "decimal.js";
import type { CellBlock, WorkbookCells } from "../cells";
import type { Anomaly } from "../messages";
import type { Options } from "../options";
import type { Campaign, Commune, Grid, Nature } from "../tariff";

/** A sheet among those read; `otherFile` is null for the first workbook, whose sources need no file name. */
export interface SheetRef {
  readonly file: string;
  readonly otherFile: string | null;
  readonly name: string;
}

/** Cells of one column of one sheet that an amount comes from: zero-based column and rows, in reading order. */
export interface SourceCells {
  readonly sheet: SheetRef;
  readonly column: number;
  readonly rows: readonly number[];
}

/** A school, inside its commune. */
export interface School {
  /** Stable inside one reading: `insee|folded name`. */
  readonly key: string;
  readonly commune: Commune;
  /** As first written. */
  readonly name: string;
  readonly place: SourceCells;
}

/** What is billable of one prestation and nature in one school: counted, capped, not priced. */
export interface Quantity {
  readonly school: School;
  readonly prestation: string;
  readonly nature: Nature;
  /** A whole number above zero. */
  readonly quantity: number;
  readonly sources: readonly SourceCells[];
}

/** Why a row was left out. */
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

/** What became of one row that was read. */
export type RowFate = "billed" | "error" | ExclusionReason;

/** What became of each row of one table. */
export interface RowFates {
  /** By zero-based row of the sheet; null for a blank row, or one that is not in the table's body. */
  fateOf(row: number): RowFate | null;
}

/** What became of the rows of one sheet: `read = billed + excluded + error`. */
export interface SheetRows {
  readonly sheet: SheetRef;
  readonly read: number;
  readonly billed: number;
  readonly excluded: number;
  readonly error: number;
  readonly reasons: Readonly<Partial<Record<ExclusionReason, number>>>;
}

/** What a table is, in the account of what was read. (decisions §4) */
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

/** Why a column has no role: what it holds, or what is to be said of it. (decisions §4 and §5) */
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

/** Where the numbers of one sheet went: `numbers` is the sum of the others. (decisions §4) */
export interface SheetNumbers {
  readonly sheet: SheetRef;
  /** Cells that hold a number. */
  readonly numbers: number;
  readonly billed: number;
  readonly headcounts: number;
  readonly dates: number;
  /** Left out with their column, their row, their table or their sheet. */
  readonly leftOut: number;
  readonly error: number;
}

/** How one column was understood, and why. */
export interface ColumnMapping {
  readonly column: number;
  /** A1 of its lowest header cell. */
  readonly cell: string;
  readonly header: string;
  /** `commune`, `school`, `label`, `nature`, `quantity`, `date-in`, `headcount-part`, …, a prestation code, `ignored`… */
  readonly role: string;
  /** Which part of the headcount (`CP`), or the prestation that its dates or years are of, by its code; null elsewhere. */
  readonly of: string | null;
  readonly nature: Nature | null;
  /** Null where it has a role. */
  readonly why: ColumnReason | null;
  /** How many of its cells hold a number, and their sum. */
  readonly numbers: number;
  readonly sum: Decimal;
  /** What is counted there, numbers written as text among it. */
  readonly counted: number;
  /** What the numbers that are not counted come to, and what stands beyond those that are. */
  readonly leftOut: Decimal;
  /** The whole numbers above zero that are not billed, on rows in error. */
  readonly inError: readonly NumberInError[];
}

/** A number of a row in error: zero-based row of its sheet. */
export interface NumberInError {
  readonly row: number;
  readonly value: number;
}

/**
 * How a table is laid out; the pane calls each `pane-layout-…` (`messages/first-load/pane`). `unknown`: holds numbers and is not
 * understood.
 */
export type Layout =
  "school-rows" | "item-rows" | "machine-rows" | "schools-across" | "headcounts" | "pupil-list" | "unknown";

/** Where the commune of a table's rows comes from: a column, its sheet's name, a title, or each column's heading. */
type CommuneFrom =
  { readonly from: "column"; readonly column: number } | { readonly from: "sheet" | "title" | "columns" | "none" };

/** How one table was understood: shown, explained, corrected. What is not read is one too, with its kind. */
export interface Mapping {
  readonly sheet: SheetRef;
  readonly kind: TableKind;
  /** The words that decided of the kind, as written: a title, a sheet's name; empty where nothing did. */
  readonly kindWords: string;
  readonly layout: Layout;
  /** Header and body. */
  readonly block: CellBlock;
  readonly communeFrom: CommuneFrom;
  readonly columns: readonly ColumnMapping[];
  /** Null where it is not read. */
  readonly rows: RowFates | null;
}

/** Everything read from the workbooks, for one campaign and one grid. */
export interface InventoryReading {
  /** Sorted by commune name, then in order of first appearance. */
  readonly schools: readonly School[];
  readonly quantities: readonly Quantity[];
  readonly rows: readonly SheetRows[];
  /** Every table of every sheet, read or not. */
  readonly mappings: readonly Mapping[];
  /** One a visible sheet that holds a number. */
  readonly numbers: readonly SheetNumbers[];
  readonly anomalies: readonly Anomaly[];
}

/** What is read: all the workbooks together, for one campaign, with one grid and the options in force. */
export interface ReadingRequest {
  readonly workbooks: readonly WorkbookCells[];
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
}
