import type { ExcelHost } from "./excel-host";
import type { HostWorkbook } from "./model";
import { blockName } from "./model/state/area";

/**
 * Joins a workbook to the add-in: its formulas call the add-in's functions, by their full names (`ORDICLASSE.TARIF`), and
 * the add-in's listeners hear of each change, whether a user or the add-in made it.
 */
export function connect(workbook: HostWorkbook, host: ExcelHost, namespace = "ORDICLASSE"): void {
  workbook.useCustomFunctions(host.cellFunctions(namespace));
  workbook.book.onChange = ({ sheet, block }) =>
    host.raise("Changed", sheet.id, {
      address: blockName(block),
      changeType: "RangeEdited",
      shiftDirection: "None",
      triggerSource: host.isAnswering ? "ThisLocalAddin" : "Unknown",
    });
}
