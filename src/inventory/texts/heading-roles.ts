import type { ColumnRole } from "../../options";
import type { DateMeaning } from "./senses";

/** The role of a column by its heading, a prestation apart; `exit-unclear` is a date that may be that of leaving: asked. */
export type StructuralRole =
  | Exclude<ColumnRole, "headcount" | "headcount-part" | "date-installed" | "year-installed" | "untariffed" | "refused">
  | "exit-unclear";

/** Roles that only an inventory or a list of schools has: one of them must stand in a header row. */
export const anchors: ReadonlySet<StructuralRole> = new Set([
  "commune",
  "school",
  "entity",
  "location",
  "insee",
  "pupil",
]);

/** The rank of a column headed « Id » or « Référence »: it may as well number rows that count several machines. */
export const bareNumberRank = 3;

/** What a date of entry is called, the surest first: its rank is its place; a purchase only where nothing else says it. */
export const dateRanks: readonly DateMeaning[] = ["commissioned", "installed", "delivered", "entered"];
/** Rank of a date of installation among the entries, as its place in them is. */
export const installationRank = 1;
/** Rank of a date of purchase among the entries. */
export const purchaseRank = 8;
/** Rank of an end of service that is headed without a word for a date: it may hold states, or numbers. */
export const exitAloneRank = 1;
