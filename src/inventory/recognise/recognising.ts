import type { SheetCells } from "../../cells";
import type { MappingCorrection, WordChoice } from "../../options";
import type { Campaign, CommuneDirectory, Grid } from "../../tariff";
import type { Column } from "../table";
import type { SheetRef } from "../types";
import type { ReadLabel } from "./header-cells";

/** What remembers each text it was asked for: made once, for recognising and for reading. */
export interface Known {
  readonly directory: CommuneDirectory;
  readonly readLabel: ReadLabel;
}

/** What recognising needs besides the sheet. */
export interface Recognising extends Known {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly corrections: readonly MappingCorrection[];
  /** What words mean, said once for all headings. */
  readonly words: readonly WordChoice[];
}

/** A sheet with what its workbook says of it. */
export interface Sited {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
  readonly date1904: boolean;
}

/** How surely a table is understood: the mean of its used columns' scores, from 0 to 1. */
export function scoreOf(columns: readonly Column[]): number {
  const used = columns.filter((column) => column.role.kind !== "other" && column.role.kind !== "ignored");
  if (used.length === 0) return 0;
  return Math.round((used.reduce((sum, column) => sum + column.score, 0) / used.length) * 100) / 100;
}
