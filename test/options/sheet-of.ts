import type { Cell, SheetCells } from "../../src/cells";
import { sheet } from "../inventory/workbook-of";

/** A sheet « Options Ordiclasse » of these rows. */
export function sheetOf(rows: readonly (readonly Cell[])[], change: Partial<SheetCells> = {}): SheetCells {
  return { ...sheet("Options Ordiclasse", rows)("parc.xlsx"), ...change };
}

export const headers: Cell[] = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"];
