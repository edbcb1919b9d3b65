import type { SheetCells } from "../../cells";
import type { Campaign, Grid, Nature } from "../../tariff";
import type { Column, Role } from "../table";
import type { ColumnReason } from "../types";
import type { ReadLabel } from "./header-cells";

/** The body in which the columns are weighed. */
export interface Weighed {
  readonly sheet: SheetCells;
  readonly bodyTop: number;
  /** Rows of the body that repeat its header. */
  readonly asides?: ReadonlySet<number> | undefined;
  readonly bodyBottom: number;
  readonly campaign: Campaign;
  /** The table has a label column: a bare quantity takes its prestation from the row. */
  readonly labelled: boolean;
  readonly grid: Grid;
  readonly readLabel: ReadLabel;
}

/** The nature under which a column counts: what its header says, else in service; spare parts are a flow (decisions §2). */
export function countedNature(code: string | null, nature: Nature | null): Nature {
  return nature ?? (code === "PIECES" ? "installation" : "maintenance");
}

/** A column that counts for nothing, and why. */
export function leftOut(column: Column, why: ColumnReason): Column {
  return { ...column, role: { kind: "other" }, why };
}

export type Refusal = Extract<Role, { kind: "refused" }>["why"];

/** A column that is unbilled until it is settled. */
export function refusedAs(column: Column, why: Refusal): Column {
  return { ...column, role: { kind: "refused", why }, why: null, score: 0.3 };
}
