import { cellAt, parseCellName } from "../../cells";
import type { SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { writtenIn } from "../../options";
import type { Options } from "../../options";
import { pointsAt, tableStillSays } from "../repeats";
import type { TablePlace } from "../repeats";
import type { Table } from "../table";
import { moved } from "./misplaced";
import type { Region } from "./region";

/** What a choice of tables or repeats may point at. */
type Placed = Pick<Table, "sheet" | "headerTop" | "bodyBottom" | "left" | "right">;

/** Choices about tables that are not applied, each told: they point at no table, or at one that no longer says the same. */
export function misplacedTableChoices(
  tables: readonly Table[],
  unread: readonly (Region & { readonly sheet: SheetCells })[],
  { tables: uses, repeats }: Options,
): Anomaly[] {
  const blocks = unread.map(({ sheet, top, bottom, left, right }): Placed => ({
    sheet,
    headerTop: top,
    bodyBottom: bottom,
    left,
    right,
  }));
  return [
    // What is in no table can only be left out.
    ...uses.flatMap((choice) => misplaced(choice, choice.as === "ignored" ? [...tables, ...blocks] : tables)),
    ...repeats.flatMap((choice) => misplaced(choice, tables)),
  ];
}

function misplaced(choice: TablePlace, placed: readonly Placed[]): Anomaly[] {
  const pointed = placed.filter((table) => pointsAt(choice, table));
  const { file, sheet, cell } = choice;
  const at = cell === null ? sheet : `${sheet}!${cell}`;
  const first = pointed[0];
  if (first === undefined)
    return [{ severity: "error", code: "choice-without-table", file, sheet, cell, params: { at } }];
  if (pointed.some((table) => tableStillSays(choice, table))) return [];
  const place = cell === null ? null : parseCellName(cell);
  const now = place === null ? first.sheet.name : writtenIn(cellAt(first.sheet, place.row, place.column));
  return [moved(choice, at, cell, now)];
}
