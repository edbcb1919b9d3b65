import { cellAt, holds, lacksResult, type Cell, type SheetCells } from "../../cells";
import { sumOf, type SummedCells } from "../formula-sums";
import type { FormulaPlace, Reference } from "../formula-references";
import type { CellChange, CellEdit } from "./edit-sheet-part";

/** A formula at its cell; `sheet` is in lower case. */
interface WrittenFormula extends FormulaPlace {
  readonly formula: string;
}

/** Computes the results of formulas that depend on edited cells: sums are computed again, other results are dropped. */
export class DependentSums implements SummedCells {
  private readonly sheets: ReadonlyMap<string, SheetCells>;
  private readonly put: ReadonlyMap<string, Cell>;
  private readonly formulas: ReadonlyMap<string, WrittenFormula>;
  private readonly dependent: ReadonlySet<string>;
  /** Edited or computed cells beyond the former extent of their sheet. */
  private readonly beyond: readonly FormulaPlace[];
  /** Computed results; undefined while being computed, or when a formula cannot be computed here. */
  private readonly results = new Map<string, number | undefined>();

  constructor(
    cells: readonly SheetCells[],
    edits: readonly CellEdit[],
    formulas: readonly WrittenFormula[],
    dependent: readonly WrittenFormula[],
  ) {
    this.sheets = new Map(cells.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    this.put = new Map(
      edits.map(({ sheet, row, column, value }) => [keyOf({ sheet: sheet.toLowerCase(), row, column }), value]),
    );
    this.formulas = new Map(formulas.map((formula) => [keyOf(formula), formula]));
    this.dependent = new Set(dependent.map(keyOf));
    const places = [...formulas, ...edits.map((edit) => ({ ...edit, sheet: edit.sheet.toLowerCase() }))];
    const beyond = places.filter(
      ({ sheet, row, column }) => column >= (this.sheets.get(sheet)?.rows[row]?.length ?? 0),
    );
    this.beyond = [...new Map(beyond.map((place) => [keyOf(place), place])).values()];
  }

  /** Returns the change of a dependent formula: a new result for a sum, else the removal of its result. */
  changeOf(formula: FormulaPlace): CellChange {
    const result = this.resultOf(keyOf(formula));
    return result === undefined ? "forget-result" : { result };
  }

  private resultOf(key: string): number | undefined {
    const formula = this.formulas.get(key);
    if (!this.results.has(key) && formula !== undefined) {
      // A formula that depends on itself has no result.
      this.results.set(key, undefined);
      this.results.set(key, sumOf(formula.formula, formula, this) ?? undefined);
    }
    return this.results.get(key);
  }

  valueAt(place: FormulaPlace): Cell | undefined {
    const key = keyOf(place);
    const put = this.put.get(key);
    if (put !== undefined) return put;
    if (this.dependent.has(key)) return this.resultOf(key);
    const sheet = this.sheets.get(place.sheet);
    // Results in a generated sheet are computed by a spreadsheet.
    if (sheet === undefined || sheet.generatedKey !== null) return undefined;
    return lacksResult(sheet, place.row, place.column) ? undefined : cellAt(sheet, place.row, place.column);
  }

  *filledIn({ sheet, block }: Reference): Iterable<FormulaPlace> {
    const { top, left, bottom, right } = block;
    const rows = this.sheets.get(sheet)?.rows;
    // An unknown sheet gives one cell, whose value is unknown.
    if (rows === undefined) yield { sheet, row: top, column: left };
    for (let row = top; row <= Math.min(bottom, (rows?.length ?? 0) - 1); row += 1)
      for (let column = left; column <= Math.min(right, rows![row]!.length - 1); column += 1)
        yield { sheet, row, column };
    for (const place of this.beyond) if (place.sheet === sheet && holds(block, place.row, place.column)) yield place;
  }

  hidesRows({ sheet, block: { top, bottom } }: Reference): boolean {
    const hidden = this.sheets.get(sheet)?.hiddenRows ?? [];
    return [...hidden].some((row) => top <= row && row <= bottom);
  }

  isSubtotal(place: FormulaPlace): boolean {
    return /\bSUBTOTAL\s*\(/i.test(this.formulas.get(keyOf(place))?.formula ?? "");
  }
}

function keyOf({ sheet, row, column }: FormulaPlace): string {
  return `${sheet}\n${row}\n${column}`;
}
