import { as15Digits, CellError, fold, type Cell } from "../cells";
import type { Particulars } from "./particulars";
import { countingSettings, ofEach, printSettings, type SettingValues } from "./settings";

export type BesanconRule = SettingValues["besancon"];

/** Splits what a school costs between communes by weights. */
export interface SharingKey {
  /** Commune that hosts the school, as written; matched like any commune. */
  readonly commune: string;
  readonly school: string;
  readonly shares: readonly { readonly commune: string; readonly weight: number }[];
}

/** A place of a workbook that a choice is about. */
interface Chosen {
  /** Null: in any file. */
  readonly file: string | null;
  readonly sheet: string;
  /** What was written there when the choice was made: where it no longer is, the choice is not applied. */
  readonly was?: string;
}

/** A column whose meaning the user settled, at the cell of its header. */
export interface MappingCorrection extends Chosen {
  /** A1 of the header cell. */
  readonly cell: string;
  /** A role as `inventory` names it: `commune`, `school`, `headcount`, `ignored`, or a prestation code with an optional nature: `POSTE_STD`, `POSTE_STD installation`. */
  readonly as: string;
}

/** The commune that a cell means, where its own text names none. */
export interface ChosenCommune extends Chosen {
  /** A1 of the cell. */
  readonly cell: string;
  /** A name, matched like any commune. */
  readonly commune: string;
}

export interface SetAsideRow extends Chosen {
  /** One-based row number, as Excel shows it. */
  readonly row: number;
  /** Letters of a column of its table, where tables stand side by side; absent: the row of every table. */
  readonly column?: string;
  readonly reason: string;
}

/** What kind of word a choice is about. */
export type WordKind = "nature" | "state" | "prestation" | "commune" | "header";

/** What a word means wherever it stands as such, said once for all its cells. (decisions §4) */
export interface WordChoice {
  /** As written; compared without accents, case and spacing. */
  readonly word: string;
  readonly kind: WordKind;
  /**
   * `installation` or `maintenance` for a nature; `in-service`, `out` or `stock` for a state; a prestation's code; a
   * commune's name; a column's role, as in a `MappingCorrection`; `nothing` for any kind: its rows are no quantities to bill, a
   * state weighs on nothing and its machines are billed.
   */
  readonly as: string;
}

export const tableUses = ["inventory", "installations", "headcounts", "ignored"] as const;
export type TableUse = (typeof tableUses)[number];

/** What a table, or every table of a sheet, is. */
export interface TableChoice extends Chosen {
  /** A1 of the first cell of its heading; null: every table of the sheet. */
  readonly cell: string | null;
  readonly as: TableUse;
}

export type RepeatRule = "added" | "first" | "last";

/** What becomes of schools met twice: their rows are rooms or batches, and add up, or the first alone counts, or the last. */
export interface RepeatChoice extends Chosen {
  /** A1 of the first cell of the table's heading; null: every table of the sheet. */
  readonly cell: string | null;
  readonly as: RepeatRule;
}

/** A value, or a fact, that looks wrong and that the user says is right. */
export interface AcceptedValue {
  /** Null: in any file. */
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Code of the anomaly that it settles, e.g. `implausible-quantity`. */
  readonly code: string;
  /** What was written there: where it no longer is, it is asked again. */
  readonly was: string;
}

/** The most characters that a comment may have: Excel prints its row whole, and the cell can hold it. */
export const longestComment = 500;

/** Why what a commune owes changed since another campaign. No amount depends on it. */
export interface VarianceComment {
  /** As written; matched like any commune, of whatever time. */
  readonly commune: string;
  /** Year of the other campaign: the comment is about that difference and no other. */
  readonly against: number;
  /** At most `longestComment` characters. */
  readonly text: string;
}

export interface Signatory {
  readonly name: string;
  readonly title: string;
  readonly delegation: string;
}

/** Every option there is (decisions §2). */
export interface Options extends SettingValues {
  readonly sharingKeys: readonly SharingKey[];
  readonly mappings: readonly MappingCorrection[];
  readonly communes: readonly ChosenCommune[];
  readonly setAside: readonly SetAsideRow[];
  readonly words: readonly WordChoice[];
  readonly tables: readonly TableChoice[];
  readonly repeats: readonly RepeatChoice[];
  readonly accepted: readonly AcceptedValue[];
  /** One at most about the same commune and year. */
  readonly comments: readonly VarianceComment[];
  readonly signatory: Signatory | null;
  readonly particulars: Particulars;
}

/** The options that have one value each. */
export type SingleOptions = SettingValues & Pick<Options, "signatory"> & Partial<Pick<Options, "particulars">>;

export const defaultOptions: Options = {
  ...ofEach(countingSettings, "byDefault"),
  sharingKeys: [],
  mappings: [],
  communes: [],
  setAside: [],
  words: [],
  tables: [],
  repeats: [],
  accepted: [],
  comments: [],
  signatory: null,
  particulars: {},
  ...ofEach(printSettings, "byDefault"),
};

/** Some of the options; what is absent is left to the other place, then to the default. */
export type PartialOptions = Partial<Options>;

/** Returns whether an option that names a sheet, and a file or any, is about this sheet. */
export function concerns(
  option: { readonly file: string | null; readonly sheet: string },
  sheet: { readonly file: string; readonly name: string },
): boolean {
  return option.sheet === sheet.name && (option.file === null || option.file === sheet.file);
}

/** Between the texts that a row is known by. */
const between = " · ";

/** Returns the text of a cell as a choice remembers it; empty when blank. */
export function writtenIn(cell: Cell): string {
  if (typeof cell === "number") return String(as15Digits(cell));
  return (cell instanceof CellError ? cell.code : String(cell ?? "")).trim();
}

/** Returns what a row is remembered by, from those of its cells that name it. */
export function writtenInRow(names: readonly Cell[]): string {
  return names
    .map(writtenIn)
    .filter((text) => text !== "")
    .join(between);
}

/** Returns whether a cell still says what it said when the choice was made. A choice written by hand may not tell. */
export function stillSays({ was }: { readonly was?: string }, cell: Cell): boolean {
  return was === undefined || fold(was) === fold(writtenIn(cell));
}

/** Returns whether a row still says what it said when the choice was made, in whatever columns. */
export function rowStillSays({ was }: { readonly was?: string }, cells: readonly Cell[]): boolean {
  if (was === undefined) return true;
  const written = new Set(cells.map((cell) => fold(writtenIn(cell))));
  return was.split(between.trim()).every((text) => written.has(fold(text)));
}
