import type { CellBlock } from "../../cells";
import { blockOf, shiftFormula } from "../addresses";
import { SheetCursor } from "./sheet-cursor";
import { XmlScanner } from "./xml-scanner";

/** A formula of a sheet, without its `=`, at its zero-based place. */
export interface SheetFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What is written of it for others too: the cells that share it, or that it fills. */
  readonly spread: "shared" | "array" | null;
}

/** The formulas of a sheet, and the cells that one formula fills together. */
export interface SheetFormulas {
  readonly formulas: readonly SheetFormula[];
  readonly arrays: readonly CellBlock[];
}

/** Reads every formula in the part of a sheet, those that others share as they would be written there. */
export function readSheetFormulas(bytes: Uint8Array, part: string): SheetFormulas {
  const scanner = new XmlScanner(bytes, part);
  const formulas: SheetFormula[] = [];
  const arrays: CellBlock[] = [];
  const shared = new Map<string, SheetFormula>();
  const cursor = new SheetCursor(scanner, part);
  while (scanner.nextOpen(0)) {
    if (scanner.name === "row" && scanner.depth === 3) cursor.openRow();
    else if (scanner.name === "c" && scanner.depth === 4) cursor.openCell();
    else if (scanner.name === "f" && scanner.depth === 5) {
      const { row, column } = cursor;
      const type = scanner.attribute("t");
      const number = scanner.attribute("si");
      const block = blockOf(scanner.attribute("ref") ?? "");
      const formula = scanner.content();
      if (type === "array" || type === "dataTable") {
        arrays.push(block ?? { top: row, left: column, bottom: row, right: column });
        formulas.push({ row, column, formula, spread: "array" });
      } else if (type === "shared" && number !== null) {
        const master = shared.get(number);
        const own = { row, column, formula, spread: "shared" } as const;
        if (formula !== "") shared.set(number, own);
        formulas.push(
          formula !== "" || master === undefined
            ? own
            : {
                ...own,
                formula: shiftFormula(master.formula, row - master.row, column - master.column),
                spread: null,
              },
        );
      } else formulas.push({ row, column, formula, spread: null });
    }
  }
  return { formulas, arrays };
}
