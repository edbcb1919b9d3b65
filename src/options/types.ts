import { as15Digits, CellError, fold, type Cell } from "../cells";
import type { Particulars } from "./particulars";
import { countingSettings, ofEach, printSettings, type SettingValues } from "./settings";

/** How Besançon is billed. */
export type BesanconRule = SettingValues["besancon"];

/** Splits the cost of a school between communes by weights. */
export interface SharingKey {
  /** The commune of the school, as written; matched like any commune. */
  readonly commune: string;
  readonly school: string;
  readonly shares: readonly { readonly commune: string; readonly weight: number }[];
}

/** The place in a workbook that a choice is about. */
interface Chosen {
  /** Null for any file. */
  readonly file: string | null;
  readonly sheet: string;
  /** The text written there when the choice was made: once it has changed, the choice is not applied. */
  readonly was?: string;
}

/** The role of a column, chosen by the user. */
export interface MappingCorrection extends Chosen {
  /** The A1 address of the header cell. */
  readonly cell: string;
  /**
   * A role as named by `inventory`: `commune`, `school`, `headcount`, `ignored`, or a prestation code with an optional
   * nature: `POSTE_STD installation`.
   */
  readonly as: string;
}

/** The commune that the user chose for a cell. */
export interface ChosenCommune extends Chosen {
  /** The A1 address of the cell. */
  readonly cell: string;
  /** The name of the commune, matched like any commune. */
  readonly commune: string;
}

/** A row that the user left out. */
export interface SetAsideRow extends Chosen {
  /** The one-based row number, as Excel shows it. */
  readonly row: number;
  /** Letters of a column of its table, when tables are side by side; absent for a row of every table. */
  readonly column?: string;
  readonly reason: string;
}

/** The kind of word that a choice is about. */
export type WordKind = "nature" | "state" | "prestation" | "commune" | "header";

/** The meaning of a word wherever it is written alone, chosen once for all its cells. (decisions §4) */
export interface WordChoice {
  /** The word as written; compared without accents, case and spaces. */
  readonly word: string;
  readonly kind: WordKind;
  /**
   * `installation` or `maintenance` for a nature; `in-service`, `out` or `stock` for a state; the code of a prestation;
   * the name of a commune; the role of a column, as in `MappingCorrection`; `nothing` for any kind: rows with this word
   * have no quantity to bill, and a state with this meaning has no effect, so that its machines are billed.
   */
  readonly as: string;
}

export const tableUses = ["inventory", "installations", "headcounts", "ignored"] as const;
export type TableUse = (typeof tableUses)[number];

/** The use of a table, or of every table of a sheet. */
export interface TableChoice extends Chosen {
  /** The A1 address of the first cell of its header; null for every table of the sheet. */
  readonly cell: string | null;
  readonly as: TableUse;
}

/** How repeated schools are counted. */
export type RepeatRule = "added" | "first" | "last";

/** How schools that occur twice are counted: their rows are added up, or only the first or the last one counts. */
export interface RepeatChoice extends Chosen {
  /** The A1 address of the first cell of the table's header; null for every table of the sheet. */
  readonly cell: string | null;
  readonly as: RepeatRule;
}

/** A value or a fact that looks wrong, and that the user declares right; or a warning that the user checked. */
export interface AcceptedValue {
  /** Null for any file. */
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** The code of the anomaly that it settles, such as `implausible-quantity`. */
  readonly code: string;
  /** The text written there, or what the warning says: once it has changed, the question is asked again. */
  readonly was: string;
}

/** The maximum length of a comment, so that Excel prints its whole row. */
export const longestComment = 500;

/** The explanation of a commune's difference from another campaign. No amount depends on it. */
export interface VarianceComment {
  /** The commune as written; matched like any commune of any period. */
  readonly commune: string;
  /** The year of the other campaign. */
  readonly against: number;
  /** At most `longestComment` characters. */
  readonly text: string;
}

/** The signatory of the documents. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
  readonly delegation: string;
}

/** All options (decisions §2). */
export interface Options extends SettingValues {
  readonly sharingKeys: readonly SharingKey[];
  readonly mappings: readonly MappingCorrection[];
  readonly communes: readonly ChosenCommune[];
  readonly setAside: readonly SetAsideRow[];
  readonly words: readonly WordChoice[];
  readonly tables: readonly TableChoice[];
  readonly repeats: readonly RepeatChoice[];
  readonly accepted: readonly AcceptedValue[];
  /** At most one for a commune and year. */
  readonly comments: readonly VarianceComment[];
  readonly signatory: Signatory | null;
  readonly particulars: Particulars;
}

/** The options that have a single value. */
export type SingleOptions = SettingValues & Pick<Options, "signatory"> & Partial<Pick<Options, "particulars">>;

/** The options by default. */
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

/** Some of the options; an absent one comes from the other source, or is the default. */
export type PartialOptions = Partial<Options>;

/** Returns whether an option about a sheet, in one file or in any, concerns this sheet. */
export function concerns(
  option: { readonly file: string | null; readonly sheet: string },
  sheet: { readonly file: string; readonly name: string },
): boolean {
  return option.sheet === sheet.name && (option.file === null || option.file === sheet.file);
}

/** Separates the texts that identify a row. */
const between = " · ";

/** Returns the text of a cell as a choice records it; empty for a blank. */
export function writtenIn(cell: Cell): string {
  if (typeof cell === "number") return String(as15Digits(cell));
  return (cell instanceof CellError ? cell.code : String(cell ?? "")).trim();
}

/** Returns the text that identifies a row, from the cells that name it. */
export function writtenInRow(names: readonly Cell[]): string {
  return names
    .map(writtenIn)
    .filter((text) => text !== "")
    .join(between);
}

/** Returns whether a cell is unchanged since a choice was made; true when the choice does not record its text. */
export function isAsRecorded({ was }: { readonly was?: string }, cell: Cell): boolean {
  return was === undefined || fold(was) === fold(writtenIn(cell));
}

/** Returns whether the texts recorded in a choice are still in a row, in any columns. */
export function isRowAsRecorded({ was }: { readonly was?: string }, cells: readonly Cell[]): boolean {
  if (was === undefined) return true;
  const written = new Set(cells.map((cell) => fold(writtenIn(cell))));
  return was.split(between.trim()).every((text) => written.has(fold(text)));
}
