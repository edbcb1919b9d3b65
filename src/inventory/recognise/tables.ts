import type { SheetCells } from "../../cells";
import type { Table } from "../table";
import type { SheetRef } from "../types";
import { acrossTable } from "./across-table";
import type { Region } from "./header-rows";
import type { Recognising, Sited } from "./recognising";
import { rowTable } from "./row-table";

/** Roles that make a table one of ours; a list of schools alone bills nothing. */
const billable: ReadonlySet<string> = new Set(["count", "part", "label", "untariffed", "refused"]);

/** Every table of a sheet that holds an inventory or headcounts, from top to bottom and left to right. */
export function findTables(sheet: SheetCells, ref: SheetRef, date1904: boolean, tools: Recognising): Table[] {
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const whole: Region = { top: 0, bottom: sheet.rows.length - 1, left: 0, right: width - 1 };
  const sited: Sited = { sheet, ref, date1904 };
  const found: Table[] = [];
  const search = (region: Region): void => {
    if (region.top > region.bottom || region.left > region.right) return;
    const table = rowTable(sited, region, tools) ?? acrossTable(sited, region, tools);
    if (table === null || found.some((known) => overlaps(known, table))) return;
    found.push(table);
    const beside = { ...region, top: Math.max(region.top, table.headerTop - 3), lastHeader: table.bodyBottom };
    search({ ...beside, left: table.right + 1 });
    search({ ...beside, right: table.left - 1 });
    search(below(table, region, found));
  };
  search(whole);
  return found.filter(isOurs).sort((a, b) => a.headerTop - b.headerTop || a.left - b.left);
}

/** True where something of the table may be billed; a « Total » by commune is somebody's amounts. */
function isOurs(table: Table): boolean {
  if (table.layout === "pupil-list") return true;
  const bySchool = table.columns.some((column) => ["school", "entity", "location"].includes(column.role.kind));
  return table.columns.some(
    (column) =>
      billable.has(column.role.kind) && (bySchool || column.role.kind !== "refused" || column.words !== "total"),
  );
}

function overlaps(a: Table, b: Table): boolean {
  return a.headerTop <= b.bodyBottom && b.headerTop <= a.bodyBottom && a.left <= b.right && b.left <= a.right;
}

/** What lies under a table, as wide as the tables beside it that reach further down leave it. */
function below(table: Table, region: Region, found: readonly Table[]): Region {
  let { left, right } = region;
  for (const other of found) {
    if (other === table || other.bodyBottom <= table.bodyBottom || other.headerTop > table.bodyBottom) continue;
    if (other.left > table.right) right = Math.min(right, other.left - 1);
    if (other.right < table.left) left = Math.max(left, other.right + 1);
  }
  return { ...region, top: table.bodyBottom + 1, left, right };
}
