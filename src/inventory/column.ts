import { headcount, type Nature, type Period, spareParts } from "../tariff";
import type { StructuralRole } from "./texts/heading-roles";
import type { Flag } from "./texts/senses";
import type { ColumnReason } from "./types";

/** The role of a column. */
export type Role =
  | { readonly kind: Exclude<StructuralRole, "ignored"> }
  /** A quantity; a null code means that the row labels name the prestation. */
  | { readonly kind: "count"; readonly code: string | null }
  /** A part of the headcount (maternelle, CP…). */
  | { readonly kind: "part"; readonly part: string }
  | { readonly kind: "untariffed" }
  /** Dates of installation of a prestation, or of the row's (null): a day counts one unit, a year all of the row's. */
  | { readonly kind: "installed-on"; readonly code: string | null; readonly unit: "day" | "year" }
  /** Not billed until the user settles it; its anomaly is at its header (`reported`: elsewhere already). */
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
        | "reported";
    }
  /**
   * A column that is not counted: ignored by its heading or the user, or left without a role (`other`). `why` is null
   * when the reason is unknown.
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
  /** Full dates in its header, as numbers: 20141101. */
  readonly days: readonly number[];
  /** The dates in its header, when it gives a first and a last; otherwise null. */
  readonly period: Period | null;
  /** Whether the header is « depuis … », from a date on; its year is the campaign of that date. */
  readonly since: boolean;
  readonly words: string;
  /** Order of preference among the columns of one role, the lowest first. */
  readonly rank: number;
  /** Whether the header is a short name (« PC »), accepted with a warning unless another column competes. */
  readonly weak: boolean;
  readonly qualifiers: readonly string[];
  /** Whether the header begins with « dont »: a part of the column to its left. */
  readonly subset: boolean;
  /** The meaning of yes and no below this header; null when the column holds anything else. */
  readonly flag: Flag | null;
}

/** Returns the column with a role that has the lowest rank; null when there is none. */
export function columnOf(table: { readonly columns: readonly Column[] }, kind: StructuralRole): Column | null {
  let best: Column | null = null;
  for (const column of table.columns)
    if (column.role.kind === kind && (best === null || column.rank < best.rank)) best = column;
  return best;
}

/** Returns a column with a role and no header text. */
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

/**
 * Returns the nature that a column counts: its header's, else maintenance (spare parts: installation). (decisions §2)
 */
export function countedNature(code: string | null, nature: Nature | null): Nature {
  return nature ?? (code === spareParts ? "installation" : "maintenance");
}

/** Returns why a column is not counted; null when it has a role, or when the reason is unknown. */
export function reasonOf({ role }: Pick<Column, "role">): ColumnReason | null {
  return role.kind === "ignored" || role.kind === "other" ? role.why : null;
}

/** Returns the column without a role, left out for a reason. */
export function leftOut(column: Column, why: ColumnReason): Column {
  return { ...column, role: { kind: "other", why } };
}

export type Refusal = Extract<Role, { kind: "refused" }>["why"];

/** Returns the column as refused: not billed until the user settles it. */
export function refusedAs(column: Column, why: Refusal): Column {
  return { ...column, role: { kind: "refused", why } };
}

/** Returns the prestation code that a role counts; null when the rows name it, or when the role counts nothing. */
export function codeCounted(role: Role): string | null {
  return role.kind === "count" ? role.code : null;
}

/** Returns whether a role counts pupils: the headcount, or a part of it. */
export function countsPupils(role: Role): boolean {
  return role.kind === "part" || codeCounted(role) === headcount;
}

/** Returns whether a role is the commune or the school of a row. */
export function namesPlace({ kind }: Role): boolean {
  return kind === "commune" || kind === "school";
}

/** Returns whether a role counts equipment, named by its header or by the rows. */
export function countsUnits(role: Role): role is Extract<Role, { kind: "count" }> {
  return role.kind === "count" && role.code !== headcount;
}

/** The rank of a column whose role the user gave: preferred to every column of this role. */
export const correctedRank = -1;

/** Returns whether the user gave the role of a column; its contents then do not change it. */
export function isCorrected(column: Column): boolean {
  return column.rank === correctedRank;
}

/** Returns whether a role counts equipment that its header names. */
export function countsEquipment(role: Role): role is { readonly kind: "count"; readonly code: string } {
  return role.kind === "count" && role.code !== null && role.code !== headcount;
}

/** Returns whether neither the header nor the user gives a meaning to a column. */
export function isUnknown(column: Column): boolean {
  const { role } = column;
  return role.kind === "other" && (role.why === null || role.why === "unknown") && !isCorrected(column);
}

/** Returns whether a role may be billed. */
export function isCounted(role: Role): boolean {
  return role.kind === "count" || role.kind === "part" || role.kind === "untariffed";
}
