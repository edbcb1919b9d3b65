import { shift1904 } from "../cells";
import type { ModelCell } from "../documents";

/** The value of a model's cell in a workbook's own date system: models count days from 1900, as their format tells. */
export function valueIn(cell: ModelCell, date1904: boolean): ModelCell["value"] {
  const isDate = typeof cell.value === "number" && cell.style?.numberFormat?.includes("yyyy") === true;
  return isDate && date1904 ? Number(cell.value) - shift1904 : cell.value;
}
