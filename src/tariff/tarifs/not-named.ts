import { cellName } from "../../cells";
import type { SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { tarifsHeader } from "./columns";
import { rowOfHeaders } from "./find-table";

/** Of the ten columns, enough for a user to believe that the grid is in force. */
const enoughHeaders = 8;

/**
 * A warning for each visible sheet that holds a grid which nothing names `Tarifs`, so that the built-in one bills instead:
 * at its first header. Only of use where no table `Tarifs` was found. (decisions §1)
 */
export function tarifsNotNamed(sheets: readonly SheetCells[]): Anomaly[] {
  return sheets.flatMap((sheet): Anomaly[] => {
    if (sheet.generatedKey !== null || sheet.visibility !== "visible") return [];
    const row = rowOfHeaders(sheet, enoughHeaders);
    if (row === null) return [];
    const column = sheet.rows[row]!.findIndex((cell) => typeof cell === "string" && tarifsHeader(cell) !== null);
    const { file, name } = sheet;
    const cell = cellName(row, column);
    return [{ severity: "warning", code: "tarifs-not-named", file, sheet: name, cell, params: { sheet: name } }];
  });
}
