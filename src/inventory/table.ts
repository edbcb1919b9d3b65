import type { CellBlock, SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import type { MappingCorrection, WordChoice } from "../options";
import type { Campaign, Commune, CommuneDirectory, Grid, Nature, Period } from "../tariff";
import type { Column } from "./column";
import type { ColumnReason, Layout, SheetRef, TableKind } from "./types";
import type { ReadLabel } from "./texts/label-reading";
import type { TextReader } from "./texts/read-text";

/** The commune of a table without a commune column. */
export interface SheetCommune {
  readonly commune: Commune | null;
  /** `sheet`: the name of the sheet; `title`: a title cell. */
  readonly from: "sheet" | "title" | "none";
  readonly text: string;
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** The commune in the name of the sheet, when a title gives another. */
  readonly other?: Commune;
  /** Whether the title has other words beside the commune: a commune written in a row then takes precedence. */
  readonly isWeak?: boolean;
}

/** Returns whether a whole sheet is about one commune: its name, or a title that names nothing else. */
export function isOfOneCommune(given: SheetCommune | null): given is SheetCommune & { readonly commune: Commune } {
  return given !== null && given.commune !== null && given.isWeak !== true;
}

/** A zero-based cell of a sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A block of cells of a sheet. */
export interface SheetBlock extends CellBlock {
  readonly sheet: SheetCells;
}

/** A text with its zero-based cell. */
export interface Written {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The part of a table that only a turned one has. */
interface Turned {
  /** The headers above the columns of its sheet. */
  readonly heads: readonly Head[];
  /** The user's choices about the columns of schools, by row of the turned table. */
  readonly chosenRows: ReadonlyMap<number, "counted" | "ignored">;
}

/** A recognised table. With schools across, it is turned, `sheet` included: rows and columns are exchanged. */
export interface Table extends SheetBlock {
  /** Its block in the sheet as the user sees it. */
  readonly on: SheetBlock;
  /** Null when the table is not turned. */
  readonly turned: Turned | null;
  readonly ref: SheetRef;
  readonly date1904: boolean;
  readonly layout: TableLayout;
  readonly kind: TableKind;
  /** The words that determined its kind, as written. */
  readonly kindWords: string;
  /** The titles about it, nearest first, then the name of its sheet. */
  readonly titles?: readonly string[];
  /** Whether the user chose its kind. */
  readonly isChosen?: boolean;
  /** Whether its title says that it is a state at a date (« situation »), or the inventory of its year. */
  readonly isSituation?: boolean;
  /** The part of the headcount (maternelle, élémentaire) that its title or the name of its sheet gives. */
  readonly part?: string;
  /** For installations: the period in which they were made, from dated rows, otherwise from its title. */
  readonly span?: Period & { readonly isByRow: boolean };
  /** Whether its kind is uncertain, and must be asked about whatever its layout. */
  readonly isUnsure?: boolean;
  /** The first row below its header. */
  readonly bodyTop: number;
  /** The first column of its body; in a turned table, the columns before it name the schools. */
  readonly bodyLeft: number;
  /** Body rows without anything to bill: a header repeated at the top of a page, units, a telephone number. */
  readonly asides?: ReadonlySet<number>;
  readonly columns: readonly Column[];
  readonly sheetCommune: SheetCommune | null;
  /** The school of the whole table, when a sheet or a form is about one school. */
  readonly sheetSchool: Written | null;
  /** The equipment that the whole table is about, when its rows only give variants of it: « Serveurs ». */
  readonly subject?: string | null;
  /** The campaign in its title or in the name of its sheet, or null; the current one when the user chose its kind. */
  readonly year: number | null;
  readonly anomalies: readonly Anomaly[];
}

/** A layout that can be read. */
export type TableLayout = Exclude<Layout, "unknown">;

/** The header above a sheet column of a turned table. */
export interface Head {
  readonly column: number;
  /** From the top level down: the commune, the school and the nature. */
  readonly texts: readonly string[];
  /** Zero-based row of its lowest text. */
  readonly row: number;
  readonly role: "label" | "nature" | "school" | "total" | "other";
  readonly nature: Nature | null;
  /** Why the column is not a school; null when it is one. */
  readonly why: ColumnReason | null;
}

/** Returns the sheet cell of a cell given in the table's orientation. */
export function placeIn({ turned }: Pick<Table, "turned">, row: number, column: number): CellPlace {
  return turned ? { row: column, column: row } : { row, column };
}

/** Adjacent columns of a row; zero-based, both ends included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Readers that cache their results by text, made once for recognising and reading. */
export interface Known {
  readonly directory: CommuneDirectory;
  readonly texts: TextReader;
  readonly readLabel: ReadLabel;
}

/** What recognising the tables of one sheet needs: the sheet, its date system, the campaign and the user's choices. */
export interface SheetContext extends Known {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
  readonly date1904: boolean;
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly corrections: readonly MappingCorrection[];
  /** The meanings that the user gave to words, for all headers. */
  readonly words: readonly WordChoice[];
}

/** The rows of a table below its header. */
export interface BodyRows {
  readonly sheet: SheetCells;
  readonly bodyTop: number;
  readonly bottom: number;
  /** As in `Table`. */
  readonly asides?: ReadonlySet<number> | undefined;
}

/** Returns the row numbers of a body, from the first to the last. */
export function rowsOf({ bodyTop, bottom }: Pick<BodyRows, "bodyTop" | "bottom">): number[] {
  return Array.from({ length: bottom - bodyTop + 1 }, (_, at) => bodyTop + at);
}
