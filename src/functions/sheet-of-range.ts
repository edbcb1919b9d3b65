import type { Cell, SheetCells } from "../cells";

/** A range seen as a sheet of its own, of which nothing is known but values: no merge, nothing hidden, no table. */
export function sheetOfRange(name: string, rows: readonly (readonly Cell[])[]): SheetCells {
  return {
    file: "",
    name,
    visibility: "visible",
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    generatedKey: null,
  };
}
