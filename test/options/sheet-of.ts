import type { Cell, SheetCells } from "../../src/cells";

/** A sheet « Options Ordiclasse » of these rows. */
export function sheetOf(rows: readonly (readonly Cell[])[], change: Partial<SheetCells> = {}): SheetCells {
  return {
    file: "parc.xlsx",
    name: "Options Ordiclasse",
    visibility: "visible",
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    generatedKey: null,
    ...change,
  };
}

export const headers: Cell[] = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"];
