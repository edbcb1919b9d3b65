import { headcount, type Nature, type Period } from "../tariff";
import type { StructuralRole } from "./texts/heading-roles";
import type { Flag } from "./texts/senses";
import type { ColumnReason } from "./types";

/** What a column holds, once settled. */
export type Role =
  | { readonly kind: Exclude<StructuralRole, "ignored"> }
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
  /**
   * Counts nothing: its heading or the user says so (`ignored`), or it has no role, or was set apart (`other`).
   * `why` is null when nothing more is known of it.
   */
  | { readonly kind: "ignored" | "other"; readonly why: ColumnReason | null };

export interface Column {
  readonly index: number;
  /** Header texts, from the top level down. */
  readonly texts: readonly string[];
  readonly header: string;
  /** Zero-based row of its lowest header cell. */
  readonly headerRow: number;
  readonly role: Role;
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

/** Returns the first column of a role, the most preferred first; null when there is none. */
export function columnOf(table: { readonly columns: readonly Column[] }, kind: StructuralRole): Column | null {
  let best: Column | null = null;
  for (const column of table.columns)
    if (column.role.kind === kind && (best === null || column.rank < best.rank)) best = column;
  return best;
}

/** Makes a column known by where it stands, whatever its heading: nothing is said of it but its role. */
export function plainColumn(index: number, headerRow: number, role: Role): Column {
  return {
    index,
    texts: [],
    header: "",
    headerRow,
    role,
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

/** Returns the nature that a column counts: its heading's, else in service, but for spare parts, which are a flow (decisions §2). */
export function countedNature(code: string | null, nature: Nature | null): Nature {
  return nature ?? (code === "PIECES" ? "installation" : "maintenance");
}

/** Returns why a column counts nothing; null when it has a role, or when nothing more is known of it. */
export function reasonOf({ role }: Pick<Column, "role">): ColumnReason | null {
  return role.kind === "ignored" || role.kind === "other" ? role.why : null;
}

/** Returns the column as one that counts for nothing, and why. */
export function leftOut(column: Column, why: ColumnReason): Column {
  return { ...column, role: { kind: "other", why } };
}

export type Refusal = Extract<Role, { kind: "refused" }>["why"];

/** Returns the column as one that is unbilled until it is settled. */
export function refusedAs(column: Column, why: Refusal): Column {
  return { ...column, role: { kind: "refused", why } };
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
  const { role } = column;
  return role.kind === "other" && (role.why === null || role.why === "unknown") && !isCorrected(column);
}

/** Returns whether a role may be billed. */
export function isCounted(role: Role): boolean {
  return role.kind === "count" || role.kind === "part" || role.kind === "untariffed";
}
