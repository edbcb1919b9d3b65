import type { CellBlock, SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import type { MappingCorrection, WordChoice } from "../options";
import type { Campaign, Commune, CommuneDirectory, Grid, Nature, Period } from "../tariff";
import { headcount } from "../tariff";
import type { ColumnReason, Layout, SheetRef, TableKind } from "./types";
import type { StructuralRole } from "./texts/heading-roles";
import type { ReadLabel } from "./texts/label-reading";
import type { TextReader } from "./texts/read-text";
import type { Flag } from "./texts/senses";

/** What a column holds, once settled. */
export type Role =
  | { readonly kind: StructuralRole }
  /** A quantity; `code` null: the row's label names the prestation. */
  | { readonly kind: "count"; readonly code: string | null }
  /** A part of the headcount (maternelle, CP…). */
  | { readonly kind: "part"; readonly part: string }
  | { readonly kind: "untariffed" }
  /** Dates of installation, of one prestation or (null) of the row's: a day is one unit, a year all the units of the row. */
  | { readonly kind: "installed-on"; readonly code: string | null; readonly unit: "day" | "year" }
  /** Refused: unbilled until the user settles it; its anomaly is on the header (`told`: by what found it out). */
  | {
      readonly kind: "refused";
      readonly why:
        | "ambiguous"
        | "unclear"
        | "untitled"
        | "twice"
        | "years"
        | "exit-date"
        | "entry-date"
        | "other-schools"
        | "told";
    }
  /** None of ours, or set apart: why is in `Column.why`. */
  | { readonly kind: "other" };

export interface Column {
  readonly index: number;
  /** Header texts, from the top level down. */
  readonly texts: readonly string[];
  readonly header: string;
  /** Zero-based row of its lowest header cell. */
  readonly headerRow: number;
  readonly role: Role;
  /** Why it has no role; null where it has one, or where nothing more is known of it. */
  readonly why: ColumnReason | null;
  readonly nature: Nature | null;
  readonly years: readonly number[];
  /** Full dates that its header names, as 20141101. */
  readonly days: readonly number[];
  /** From a day or a month to another, where its header says so. */
  readonly period: Period | null;
  /** « depuis … »: what was installed from a date on, its year being the campaign in which that begins. */
  readonly since: boolean;
  readonly words: string;
  /** Preference among columns of one role. */
  readonly rank: number;
  /** Named alone (« PC »): accepted with a warning unless a rival stands beside. */
  readonly weak: boolean;
  readonly qualifiers: readonly string[];
  /** « dont … »: a part of the column to its left. */
  readonly subset: boolean;
  /** What yes and no say of their rows under its heading; null where they say nothing, or where it holds something else. */
  readonly flag: Flag | null;
}

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

/** A recognised table; where schools stand across, it is turned, `sheet` too: its rows are the columns of its sheet. */
export interface Table extends SheetBlock {
  /** Where it stands in its sheet. */
  readonly on: SheetBlock;
  readonly turned: boolean;
  /** What stands over the columns of its sheet, where it is turned. */
  readonly heads?: readonly Head[];
  /** What the user said of the columns of its schools: rows as it is read. */
  readonly chosenRows?: ReadonlyMap<number, "counted" | "ignored">;
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

/** Returns the first column of a role, the most preferred first; null when there is none. */
export function columnOf(table: { readonly columns: readonly Column[] }, kind: StructuralRole): Column | null {
  let best: Column | null = null;
  for (const column of table.columns)
    if (column.role.kind === kind && (best === null || column.rank < best.rank)) best = column;
  return best;
}

/** Some columns of a row; zero-based, both ends included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Makes a column known by where it stands, whatever its heading: nothing is said of it but its role. */
export function plainColumn(index: number, headerRow: number, role: Role): Column {
  return {
    index,
    texts: [],
    header: "",
    headerRow,
    role,
    why: null,
    nature: null,
    years: [],
    days: [],
    period: null,
    since: false,
    words: "",
    rank: 0,
    weak: false,
    qualifiers: [],
    subset: false,
    flag: null,
  };
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

/** Returns the nature that a column counts: its heading's, else in service, but for spare parts, which are a flow (decisions §2). */
export function countedNature(code: string | null, nature: Nature | null): Nature {
  return nature ?? (code === "PIECES" ? "installation" : "maintenance");
}

/** Returns the column as one that counts for nothing, and why. */
export function leftOut(column: Column, why: ColumnReason): Column {
  return { ...column, role: { kind: "other" }, why };
}

export type Refusal = Extract<Role, { kind: "refused" }>["why"];

/** Returns the column as one that is unbilled until it is settled. */
export function refusedAs(column: Column, why: Refusal): Column {
  return { ...column, role: { kind: "refused", why }, why: null };
}

/** Returns the code of the prestation that a role counts; null when the rows name it, and when nothing is counted. */
export function codeCounted(role: Role): string | null {
  return role.kind === "count" ? role.code : null;
}

/** Returns whether a role counts pupils: the headcount, or a part of it. */
export function countsPupils(role: Role): boolean {
  return role.kind === "part" || codeCounted(role) === headcount;
}

/** Returns whether a role names the commune of a row, or its school. */
export function namesPlace({ kind }: Role): boolean {
  return kind === "commune" || kind === "school";
}

/** Returns whether a role counts an equipment, that its heading names or the rows. */
export function countsUnits(role: Role): role is Extract<Role, { kind: "count" }> {
  return role.kind === "count" && role.code !== headcount;
}

/** The rank of a column whose role the user gave: it is preferred to any that its heading would make of the role. */
export const correctedRank = -1;

/** Returns whether the user gave the role of a column: what the column holds does not change it. */
export function isCorrected(column: Column): boolean {
  return column.rank === correctedRank;
}

/** Returns whether a role counts an equipment that its heading names. */
export function countsEquipment(role: Role): role is { readonly kind: "count"; readonly code: string } {
  return role.kind === "count" && role.code !== null && role.code !== headcount;
}

/** Returns whether neither its heading nor the user says what a column is. */
export function isUnknown(column: Column): boolean {
  const { role, why } = column;
  return role.kind === "other" && (why === null || why === "unknown") && !isCorrected(column);
}

/** Returns whether a role may be billed. */
export function isCounted(role: Role): boolean {
  return role.kind === "count" || role.kind === "part" || role.kind === "untariffed";
}
