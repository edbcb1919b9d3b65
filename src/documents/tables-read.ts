import { addTo, holds, parseCellName } from "../cells";
import type { ColumnMapping, Mapping } from "../inventory";
import type { Anomaly } from "../messages";

/** The place of an anomaly in a table that was read. */
interface PlaceInTable {
  readonly table: Mapping;
  /** Zero-based. */
  readonly row: number;
  /** Null where its column was not understood. */
  readonly column: ColumnMapping | null;
}

/** The tables of the workbooks that were read, by their sheets. */
export class TablesRead {
  private readonly bySheet = new Map<string, Mapping[]>();

  constructor(mappings: readonly Mapping[]) {
    for (const mapping of mappings) addTo(this.bySheet, keyOf(mapping.sheet.file, mapping.sheet.name), mapping);
  }

  /** Returns the place of an anomaly; null outside any table. */
  at({ file, sheet, cell }: Anomaly): PlaceInTable | null {
    const place = cell === null ? null : parseCellName(cell);
    if (place === null) return null;
    const { row } = place;
    const table = this.bySheet.get(keyOf(file, sheet))?.find(({ block }) => holds(block, row, place.column));
    if (table === undefined) return null;
    return { table, row, column: table.columns.find(({ column }) => column === place.column) ?? null };
  }
}

/** Returns a key of a place: a file, a sheet, a cell. */
export function keyOf(...place: readonly (string | null)[]): string {
  return JSON.stringify(place);
}
