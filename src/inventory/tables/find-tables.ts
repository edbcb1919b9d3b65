import { fold, type SheetCells, type Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { optionsSheetName } from "../../options";
import { tarifsName } from "../../tariff";
import { anomalyOfSheet } from "../anomalies";
import type { Known, SheetContext, Table } from "../table";
import type { ReadingRequest, SheetRef } from "../types";
import { acrossTables, transposedTables } from "./across-tables";
import { formTables } from "./forms";
import { itemTables, rowTables } from "./row-tables";
import { resolveKinds } from "./table-kinds";
import { unusedOptions } from "./unused-options";

/** A visible sheet of the user's. */
export interface Source {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
}

/** Tables found, with their anomalies. */
interface Found {
  /** The tables of the visible sheets, each of its kind. */
  readonly tables: Table[];
  /** Those of the hidden ones, which are not read. */
  readonly hidden: Table[];
  /** Every sheet where a table may stand, tables in it or not. */
  readonly sheets: Source[];
  readonly anomalies: Anomaly[];
}

/** Every table of the visible sheets that is an inventory or headcounts; hidden ones and hidden parts are told. (decisions §4) */
export function* findSources(request: ReadingRequest, known: Known): Steps<Found> {
  const { campaign, grid, options } = request;
  const tools = { campaign, grid, ...known, corrections: options.mappings, words: options.words };
  const tables: Table[] = [];
  const hidden: Table[] = [];
  const sheets: Source[] = [];
  const anomalies: Anomaly[] = [];
  for (const [at, workbook] of request.workbooks.entries()) {
    for (const sheet of workbook.sheets) {
      if (sheet.generatedKey !== null || isSettingsSheet(sheet)) continue;
      const ref = refOf(sheet, at);
      yield;
      const found = yield* findTables({ sheet, ref, date1904: workbook.date1904, ...tools });
      if (sheet.visibility === "visible") sheets.push({ sheet, ref });
      if (found.length === 0) continue;
      if (sheet.visibility !== "visible") {
        hidden.push(...found.map((table): Table => ({ ...table, kind: "hidden", kindWords: sheet.name })));
        anomalies.push(anomalyOfSheet("warning", "hidden-sheet", sheet));
        continue;
      }
      for (const table of resolveKinds(found, campaign, options.tables)) tables.push(table);
      if (hides(sheet, found))
        anomalies.push(anomalyOfSheet("info", sheet.filtered ? "filtered-rows" : "hidden-parts", sheet));
    }
  }
  for (const unused of unusedOptions(tables, request, known)) anomalies.push(unused);
  return { tables, hidden, sheets, anomalies };
}

/** A sheet of the workbook at an index, among those read together. */
export function refOf({ file, name }: SheetCells, at: number): SheetRef {
  return { file, otherFile: at === 0 ? null : file, name };
}

/** The user's options and own grid are no inventories. */
export function isSettingsSheet(sheet: SheetCells): boolean {
  const name = fold(sheet.name);
  return name === fold(optionsSheetName) || name === fold(tarifsName);
}

function hides(sheet: SheetCells, tables: readonly Table[]): boolean {
  return tables.some((table) => {
    for (const row of sheet.hiddenRows) if (row >= table.headerTop && row <= table.bodyBottom) return true;
    for (const column of sheet.hiddenColumns) if (column >= table.left && column <= table.right) return true;
    return false;
  });
}

/** Roles that make a table one of ours; a list of schools alone bills nothing. */
const billable: ReadonlySet<string> = new Set(["count", "part", "label", "untariffed", "refused"]);

/** Finds every table of a sheet that holds an inventory or headcounts, from top to bottom and left to right. */
function* findTables(context: SheetContext): Steps<Table[]> {
  const transposed = transposedTables(context);
  yield;
  const rows = yield* rowTables(context, transposed);
  yield;
  // « École | Maternelle » heads a form as well as a table: where nothing counts under it, it hides no form.
  const forms = [...rows, ...(yield* formTables(context, rows.filter(isBillable)))];
  yield;
  const named = [...forms, ...acrossTables(context, forms)];
  yield;
  return [...named, ...(yield* itemTables(context, named))]
    .filter(isBillable)
    .sort((a, b) => a.headerTop - b.headerTop || a.left - b.left);
}

/** True where something of the table may be billed; a « Total » by commune is somebody's amounts. */
function isBillable(table: Table): boolean {
  if (table.layout === "pupil-list" || table.layout === "machine-rows") return true;
  const bySchool = table.columns.some((column) => ["school", "entity", "location"].includes(column.role.kind));
  return table.columns.some(
    (column) =>
      billable.has(column.role.kind) && (bySchool || column.role.kind !== "refused" || column.words !== "total"),
  );
}
