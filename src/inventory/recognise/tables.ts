import type { SheetCells, Steps } from "../../cells";
import type { Table } from "../table";
import type { SheetRef } from "../types";
import { transposedTables } from "./across-table";
import { acrossTables } from "./across-tables";
import { formTables } from "./forms";
import type { Recognising, Sited } from "./recognising";
import { itemTables, rowTables } from "./row-tables";

/** Roles that make a table one of ours; a list of schools alone bills nothing. */
const billable: ReadonlySet<string> = new Set(["count", "part", "label", "untariffed", "refused"]);

/** Finds every table of a sheet that holds an inventory or headcounts, from top to bottom and left to right. */
export function* findTables(sheet: SheetCells, ref: SheetRef, date1904: boolean, tools: Recognising): Steps<Table[]> {
  const sited: Sited = { sheet, ref, date1904 };
  const transposed = transposedTables(sited, tools);
  yield;
  const rows = yield* rowTables(sited, transposed, tools);
  yield;
  // « École | Maternelle » heads a form as well as a table: where nothing counts under it, it hides no form.
  const forms = [...rows, ...(yield* formTables(sited, rows.filter(isOurs), tools))];
  yield;
  const named = [...forms, ...acrossTables(sited, forms, tools)];
  yield;
  return [...named, ...(yield* itemTables(sited, named, tools))]
    .filter(isOurs)
    .sort((a, b) => a.headerTop - b.headerTop || a.left - b.left);
}

/** True where something of the table may be billed; a « Total » by commune is somebody's amounts. */
function isOurs(table: Table): boolean {
  if (table.layout === "pupil-list" || table.layout === "machine-rows") return true;
  const bySchool = table.columns.some((column) => ["school", "entity", "location"].includes(column.role.kind));
  return table.columns.some(
    (column) =>
      billable.has(column.role.kind) && (bySchool || column.role.kind !== "refused" || column.words !== "total"),
  );
}
