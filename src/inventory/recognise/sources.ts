import { fold, parseCellName } from "../../cells";
import type { SheetCells, Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { concerns, optionsSheetName } from "../../options";
import { tarifsName } from "../../tariff";
import { anomalyOfSheet } from "../anomalies";
import type { ReadingRequest } from "../request";
import type { Table } from "../table";
import type { SheetRef } from "../types";
import { correctedRole } from "./corrections";
import { findTables } from "./tables";
import type { Known, Recognising } from "./recognising";

/** The tables to read, and what finding them told. */
export interface Found {
  readonly tables: Table[];
  readonly anomalies: Anomaly[];
}

/** Every table of the visible sheets that is an inventory or headcounts; hidden ones and hidden parts are told. (decisions §4) */
export function* findSources(request: ReadingRequest, known: Known): Steps<Found> {
  const { campaign, grid, options } = request;
  const tools: Recognising = { campaign, grid, ...known, corrections: options.mappings };
  const tables: Table[] = [];
  const anomalies: Anomaly[] = [];
  for (const [at, workbook] of request.workbooks.entries()) {
    for (const sheet of workbook.sheets) {
      if (sheet.generatedKey !== null || isOurs(sheet)) continue;
      const ref: SheetRef = {
        file: sheet.file,
        otherFile: at === 0 ? null : sheet.file,
        name: sheet.name,
      };
      yield;
      const found = findTables(sheet, ref, workbook.date1904, tools);
      if (found.length === 0) continue;
      if (sheet.visibility !== "visible") {
        anomalies.push(anomalyOfSheet("warning", "hidden-sheet", sheet));
        continue;
      }
      tables.push(...found);
      if (hides(sheet, found))
        anomalies.push(anomalyOfSheet("info", sheet.filtered ? "filtered-rows" : "hidden-parts", sheet));
    }
  }
  anomalies.push(...misplacedCorrections(tables, request), ...misplacedRows(tables, request));
  return { tables, anomalies };
}

/** Corrections that say nothing, or point at no header: told, since they are not applied. */
function misplacedCorrections(tables: readonly Table[], { options, grid }: ReadingRequest): Anomaly[] {
  return options.mappings.flatMap((correction): Anomaly[] => {
    const at = `${correction.sheet}!${correction.cell}`;
    const place = { severity: "error", file: correction.file, sheet: correction.sheet, cell: correction.cell } as const;
    if (correctedRole(correction.as, grid) === null)
      return [{ ...place, code: "unknown-role", params: { as: correction.as, at } }];
    const cell = parseCellName(correction.cell);
    const pointed = tables.some(
      (table) =>
        concerns(correction, table.sheet) &&
        table.columns.some((column) => column.index === cell?.column && column.headerRow === cell.row),
    );
    return pointed ? [] : [{ ...place, code: "correction-without-column", params: { at } }];
  });
}

/** Rows to set aside that are no row of an inventory: told, since nothing is set aside. */
function misplacedRows(tables: readonly Table[], { options }: ReadingRequest): Anomaly[] {
  return options.setAside
    .filter(
      (option) =>
        !tables.some(
          (table) =>
            concerns(option, table.sheet) && option.row - 1 >= table.bodyTop && option.row - 1 <= table.bodyBottom,
        ),
    )
    .map(({ file, sheet, row }) => ({
      severity: "error",
      code: "set-aside-without-row",
      file,
      sheet,
      cell: null,
      params: { at: `${sheet}, ${row}` },
    }));
}

/** The user's options and own grid are no inventories. */
function isOurs(sheet: SheetCells): boolean {
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
