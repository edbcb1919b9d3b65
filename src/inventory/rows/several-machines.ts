import type { Column } from "../column";
import type { TableReader } from "./table-reader";

/** A number of machines before their kind, or in brackets after it; « 24 pouces », « 3D » are not. */
const several =
  /^\s*(?:[2-9]|[1-9]\d)\s+(?:x\s+)?(?!pouces\b|ports\b|en\b|go\b|to\b)\p{L}{2,}|\(\s*(?:x\s*)?(?:[2-9]|[1-9]\d)\s*\)\s*$/iu;
/** A range of numbers, « B-1 à B-3 »; « 2011A004 » is one number. */
const range = /\d(?:\s+(?:a|au|jusqu\S*)\s+|\s*(?:à|->|→|…|\.\.\.?)\s*)\S*\d/i;

/**
 * Reports « 3 postes clients standard » or « B-1 à B-3 » in one row of a list of machines, unless accepted; returns
 * whether it did.
 */
export function reportsSeveral(reader: TableReader, label: Column, inventory: Column | null, row: number): boolean {
  for (const column of [label, inventory]) {
    const cell = column === null ? null : reader.cell(row, column.index);
    if (column === null || typeof cell !== "string") continue;
    const isSo = column === label ? several.test(cell) : range.test(cell);
    if (!isSo || reader.accepts("several-machines", row, column.index)) continue;
    reader.report("error", "several-machines", row, column.index, { value: cell.trim() });
    return true;
  }
  return false;
}
