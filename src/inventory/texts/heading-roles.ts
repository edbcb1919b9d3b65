import type { ColumnRole } from "../../options";
import type { DateMeaning } from "./senses";

/**
 * The role of a column according to its heading, prestations excluded; `exit-unclear` is a date that may be that of
 * leaving, about which the user is asked.
 */
export type StructuralRole =
  | Exclude<ColumnRole, "headcount" | "headcount-part" | "date-installed" | "year-installed" | "untariffed" | "refused">
  | "exit-unclear";

/** Roles that only an inventory or a list of schools has: a header row contains at least one. */
export const anchors: ReadonlySet<StructuralRole> = new Set([
  "commune",
  "school",
  "entity",
  "location",
  "insee",
  "pupil",
]);

/** The rank of a column headed « Id » or « Référence », which may number rows that count several machines. */
export const bareNumberRank = 3;

/**
 * The meanings of a date of entry, the most certain first; the index is the rank. A date of purchase is used only when
 * there is no other.
 */
export const dateRanks: readonly DateMeaning[] = ["commissioned", "installed", "delivered", "entered"];
/** The rank of a date of installation: its index in `dateRanks`. */
export const installationRank = 1;
/** The rank of a date of purchase. */
export const purchaseRank = 8;
/** The rank of an end of service whose heading has no word for a date: the column may hold states or numbers. */
export const exitAloneRank = 1;
