/** What a column that is not a quantity holds. */
export type StructuralRole =
  | "commune"
  | "insee"
  | "school"
  | "school-code"
  | "level"
  | "label"
  | "nature"
  | "quantity"
  | "date-in"
  | "date-out"
  | "date"
  /** A date that may be that of leaving, or not: asked. */
  | "exit-unclear"
  | "status"
  | "inventory-number"
  | "serial-number"
  | "entity"
  | "location"
  | "campaign"
  | "pupil"
  | "name"
  | "ignored";

/** What a yes (oui, x, 1) under a heading says of its row; a no says the contrary. (decisions §4) */
export type Flag = "in-service" | "out" | "stock" | "installed";

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
