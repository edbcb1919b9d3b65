import { cellName, quoteSheetName } from "../../cells";
import type { Places } from "../places";
import { detailColumns, effectNames } from "./columns";
import type { EffectFormulas } from "./effect-row";

/** Formulas of « Comparaison » that add up the effects of « Comparaison (détail) ». */
export class DetailSums {
  constructor(
    private readonly sheet: string,
    private readonly places: Places,
  ) {}

  /** Over the rows of these ranges; nothing where none of them has a row. */
  ofRanges(names: readonly string[]): EffectFormulas {
    const ranges = names.flatMap((name) => {
      const [first, last] = [this.places.row(name), this.places.row(endOf(name))];
      return first === null || last === null ? [] : [(column: number) => this.column(column, first, last)];
    });
    if (ranges.length === 0) return {};
    return formulas((column) => `SUM(${ranges.map((range) => range(column)).join(",")})`);
  }

  /** Over the rows that have the code of a cell. */
  ofCode(cell: string): EffectFormulas {
    const [first, last] = [this.places.row(allRows), this.places.row(endOf(allRows))];
    if (first === null || last === null) return {};
    const codes = this.column(detailColumns.code, first, last);
    return formulas((column) => `SUMIF(${codes},${cell},${this.column(column, first, last)})`);
  }

  private column(column: number, first: number, last: number): string {
    return `${quoteSheetName(this.sheet)}!${cellName(first, column)}:${cellName(last, column)}`;
  }
}

/** The name of all the rows of the detail. */
export const allRows = "detail";

/** The name of the last row of a range. */
export function endOf(range: string): string {
  return `${range} end`;
}

function formulas(formula: (column: number) => string): EffectFormulas {
  return Object.fromEntries(effectNames.map((effect) => [effect, formula(detailColumns[effect])]));
}
