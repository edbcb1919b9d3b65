import type { CellBlock, SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import type { MappingCorrection, WordChoice } from "../options";
import type { Campaign, Commune, CommuneDirectory, Grid, Nature, Period } from "../tariff";
import type { Column } from "./column";
import type { ColumnReason, Layout, SheetRef, TableKind } from "./types";
import type { ReadLabel } from "./texts/label-reading";
import type { TextReader } from "./texts/read-text";

/** Where the commune of a table without a commune column comes from. */
export interface SheetCommune {
  readonly commune: Commune | null;
  /** `sheet`: the sheet's name; `title`: a title cell. */
  readonly from: "sheet" | "title" | "none";
  readonly text: string;
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** The commune that the sheet's own name says, where a title says another. */
  readonly other?: Commune;
  /** A title names it among other words: what a row says of its own commune goes before. */
  readonly isWeak?: boolean;
}

/** Returns whether a whole sheet is of one commune: its name, or a title of its own, says so. */
export function isOfOneCommune(given: SheetCommune | null): given is SheetCommune & { readonly commune: Commune } {
  return given !== null && given.commune !== null && given.isWeak !== true;
}

/** A zero-based cell of a sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A part of a sheet. */
export interface SheetBlock extends CellBlock {
  readonly sheet: SheetCells;
}

/** A text, and the zero-based cell that writes it. */
export interface Written {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What is known of a table in whose sheet schools stand across. */
export interface Turned {
  /** What stands over the columns of its sheet. */
  readonly heads: readonly Head[];
  /** What the user said of the columns of its schools: rows as it is read. */
  readonly chosenRows: ReadonlyMap<number, "counted" | "ignored">;
}

/** A recognised table; where schools stand across, it is turned, `sheet` too: its rows are the columns of its sheet. */
export interface Table extends SheetBlock {
  /** Where it stands in its sheet. */
  readonly on: SheetBlock;
  /** Null where it is read as it stands. */
  readonly turned: Turned | null;
  readonly ref: SheetRef;
  readonly date1904: boolean;
  readonly layout: TableLayout;
  readonly kind: TableKind;
  /** The words that decided of its kind, as written. */
  readonly kindWords: string;
  /** The titles that speak of it, the nearest first, and its sheet's name. */
  readonly titles?: readonly string[];
  /** The user said what it is. */
  readonly isChosen?: boolean;
  /** Its title says that it is a situation, or an inventory of its year. */
  readonly isSituation?: boolean;
  /** The part (maternelle, élémentaire) of the headcounts that its title or its sheet's name says it gives. */
  readonly part?: string;
  /** Of installations: the days on which they were made, as each of its rows says, else its title. */
  readonly span?: Period & { readonly isByRow: boolean };
  /** What it is may be read otherwise: asked wherever its schools stand. */
  readonly isUnsure?: boolean;
  /** The row right below its header. */
  readonly bodyTop: number;
  /** The first column of its body: where it is turned, those before it name the schools. */
  readonly bodyLeft: number;
  /** Rows of the body that say nothing to bill: the header again at a page's top, units, a telephone number. */
  readonly asides?: ReadonlySet<number>;
  readonly columns: readonly Column[];
  readonly sheetCommune: SheetCommune | null;
  /** The school of a table that has a sheet of its own, or a form. */
  readonly sheetSchool: Written | null;
  /** The equipment that the whole table is about, where its rows only say which kind of it: « Serveurs ». */
  readonly subject?: string | null;
  /** The campaign that its title or its sheet's name gives, or null; the one in force where the user chose what it is. */
  readonly year: number | null;
  readonly anomalies: readonly Anomaly[];
}

/** A layout that is understood. */
export type TableLayout = Exclude<Layout, "unknown">;

/** What stands over a column of the sheet of a turned table. */
export interface Head {
  readonly column: number;
  /** From the top level down: the commune, the school and the nature of a school's column. */
  readonly texts: readonly string[];
  /** Zero-based row of its lowest text. */
  readonly row: number;
  readonly role: "label" | "nature" | "school" | "total" | "other";
  readonly nature: Nature | null;
  /** Why it is no school's; null where it is one. */
  readonly why: ColumnReason | null;
}

/** Returns where a cell of a table, as it is read, stands in its sheet. */
export function placeIn({ turned }: Pick<Table, "turned">, row: number, column: number): CellPlace {
  return turned ? { row: column, column: row } : { row, column };
}

/** Some columns of a row; zero-based, both ends included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** What remembers each text it was asked for: made once, for recognising and for reading. */
export interface Known {
  readonly directory: CommuneDirectory;
  readonly texts: TextReader;
  readonly readLabel: ReadLabel;
}

/** What recognising the tables of one sheet needs: the sheet, what its workbook says of it, the campaign, the user's choices. */
export interface SheetContext extends Known {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
  readonly date1904: boolean;
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly corrections: readonly MappingCorrection[];
  /** What words mean, said once for all headings. */
  readonly words: readonly WordChoice[];
}

/** The rows of a table below its header. */
export interface BodyRows {
  readonly sheet: SheetCells;
  readonly bodyTop: number;
  readonly bottom: number;
  /** As in `Table`: they say nothing to bill. */
  readonly asides?: ReadonlySet<number> | undefined;
}

/** Returns the rows of a body, from the first to the last. */
export function rowsOf({ bodyTop, bottom }: Pick<BodyRows, "bodyTop" | "bottom">): number[] {
  return Array.from({ length: bottom - bodyTop + 1 }, (_, at) => bodyTop + at);
}
