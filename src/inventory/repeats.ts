import { cellAt, fold, parseCellName } from "../cells";
import { concerns, writtenIn } from "../options";
import type { RepeatChoice } from "../options";
import type { Table } from "./table";

/** What becomes of a school met again: its rows are rooms or batches and add up, or the first alone counts. */
export type Repeats = RepeatChoice["as"];

/** Where a choice about a table points: a sheet, and one cell of the table, or null for all its tables. */
export interface TablePlace {
  readonly file: string | null;
  readonly sheet: string;
  readonly cell: string | null;
  readonly was?: string;
}

type Placed = Pick<Table, "sheet" | "headerTop" | "bodyBottom" | "left" | "right">;

/** True where a choice is about a table: one of its cells, from its first heading down, or its whole sheet. */
export function pointsAt(choice: TablePlace, table: Placed): boolean {
  if (!concerns(choice, table.sheet)) return false;
  if (choice.cell === null) return true;
  const cell = parseCellName(choice.cell);
  return (
    cell !== null &&
    table.headerTop <= cell.row &&
    cell.row <= table.bodyBottom &&
    table.left <= cell.column &&
    cell.column <= table.right
  );
}

/** True where what was written when the choice was made still is: in its cell, or as the name of its sheet. */
export function tableStillSays({ cell, was }: TablePlace, { sheet }: Pick<Table, "sheet">): boolean {
  if (was === undefined) return true;
  const place = cell === null ? null : parseCellName(cell);
  const now = place === null ? sheet.name : writtenIn(cellAt(sheet, place.row, place.column));
  return fold(was) === fold(now);
}

/** The last choice that holds for a table, one about its own cell before one about its sheet; null where there is none. */
export function choiceFor<C extends TablePlace>(choices: readonly C[], table: Placed): C | null {
  let chosen: C | null = null;
  for (const choice of choices)
    if (pointsAt(choice, table) && tableStillSays(choice, table))
      if (chosen === null || choice.cell !== null || chosen.cell === null) chosen = choice;
  return chosen;
}

/** What the user said of schools met twice in a table, or in it and another; null where nothing was said. (decisions §4) */
export function repeatsOf(table: Placed, choices: readonly RepeatChoice[]): Repeats | null {
  return choiceFor(choices, table)?.as ?? null;
}
