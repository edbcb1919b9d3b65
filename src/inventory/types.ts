import type { Anomaly } from "../messages";
import type { Commune, Nature } from "../tariff";

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
  | "duplicate-source";

/** What became of one row that was read. */
export type RowFate = "billed" | "error" | ExclusionReason;

/** What became of each row of one table. */
export interface TableFates {
  readonly sheet: SheetRef;
  /** By zero-based row of the sheet; null for a blank row, or one that is not in the table's body. */
  readonly rows: { fateOf(row: number): RowFate | null };
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

/** How one column was understood, and why. */
export interface ColumnMapping {
  readonly column: number;
  /** A1 of its lowest header cell. */
  readonly cell: string;
  readonly header: string;
  /** `commune`, `school`, `label`, `nature`, `quantity`, `date-in`, …, a prestation code, `ignored`… */
  readonly role: string;
  readonly nature: Nature | null;
  /** The words of the header that decided. */
  readonly words: string;
  /** From 0 to 1. */
  readonly score: number;
}

export type Layout = "school-rows" | "item-rows" | "machine-rows" | "schools-across" | "headcounts" | "pupil-list";

/** How one table was understood: shown, explained, corrected. */
export interface Mapping {
  readonly sheet: SheetRef;
  readonly layout: Layout;
  /** A1 range of header and body. */
  readonly range: string;
  /** Where the commune comes from: a column, the sheet's name, its title, an entity path. */
  readonly communeFrom: string;
  readonly columns: readonly ColumnMapping[];
  readonly score: number;
}

/** Everything read from the workbooks, for one campaign and one grid. */
export interface Reading {
  /** Sorted by commune name, then in order of first appearance. */
  readonly schools: readonly School[];
  readonly quantities: readonly Quantity[];
  readonly rows: readonly SheetRows[];
  readonly fates: readonly TableFates[];
  readonly mappings: readonly Mapping[];
  readonly anomalies: readonly Anomaly[];
}
