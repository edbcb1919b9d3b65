import type { CellBlock } from "../../cells";
import { blockName, blockOf, shiftFormula } from "../addresses";
import { SheetCursor } from "./sheet-cursor";
import { XmlScanner } from "./xml-scanner";

/** A formula of a sheet, without its `=`, at its zero-based place. */
export interface SheetFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What is written of it for others too: the cells that share it, or those, more than one, that it fills. */
  readonly spread: "shared" | "array" | null;
}

/** The formulas of a sheet, and the cells that one formula fills together. */
interface SheetFormulas {
  readonly formulas: readonly SheetFormula[];
  readonly arrays: readonly CellBlock[];
}

function isSeveral({ top, left, bottom, right }: CellBlock): boolean {
  return bottom > top || right > left;
}

/**
 * Returns a formula of the cells that a table of hypotheses reads: those around it, a row above and a column before, and those that it
 * puts other values in.
 */
function readByDataTable({ top, left, bottom, right }: CellBlock, inputs: readonly (string | null)[]): string {
  const around = blockName({ top: Math.max(0, top - 1), left: Math.max(0, left - 1), bottom, right });
  return [around, ...inputs.filter((input) => input !== null)].join("+");
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
      const inputs = [scanner.attribute("r1"), scanner.attribute("r2")];
      const formula = scanner.content();
      if ((type === "array" && block !== null && isSeveral(block)) || type === "dataTable") {
        const filled = block ?? { top: row, left: column, bottom: row, right: column };
        arrays.push(filled);
        formulas.push({
          row,
          column,
          formula: type === "array" ? formula : readByDataTable(filled, inputs),
          spread: "array",
        });
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
