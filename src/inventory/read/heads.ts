import type { Cell } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import type { Table } from "../table";
import { loneText } from "./row-kind";

/**
 * The columns in which communes stand alone on their rows, above their schools; and that of the schools, where some of its
 * names are communes and others are not. Empty where none does.
 */
export function columnsOfHeads(table: Table, school: number | null, directory: CommuneDirectory): ReadonlySet<number> {
  const columns = new Set<number>();
  let communes = 0;
  let others = 0;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    const name = school === null ? null : cells[school];
    if (typeof name === "string" && name.trim() !== "") {
      if (directory.find(name).kind === "unknown") others += 1;
      else communes += 1;
    }
    const lone = loneText(cells, table.left, table.right);
    if (lone !== null && directory.find(lone.text).kind !== "unknown") columns.add(lone.column);
  }
  if (school !== null && communes > 0 && others > 0) columns.add(school);
  return columns;
}
