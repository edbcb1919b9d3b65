import type { SheetModel } from "../../documents";
import type { Placed } from "./style-areas";

/** A vertical run of cells that span the same columns; zero-based. */
interface Spans {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** For each row, whether the cell is blank. */
  readonly blanks: boolean[];
}

/** Returns the cells that span several columns, grouped by vertical run: Excel merges each run at once. */
export function spansOf({ rows }: SheetModel): readonly Spans[] {
  const spans: Spans[] = [];
  let above = new Map<number, Spans>();
  rows.forEach(({ cells }, row) => {
    const here = new Map<number, Spans>();
    cells.forEach((cell, column) => {
      if (cell?.span === undefined) return;
      const known = above.get(column);
      const isSame = known?.columns === cell.span;
      const one: Spans = isSame ? known : { row, column, columns: cell.span, blanks: [] };
      one.blanks.push(cell.formula === undefined && (cell.value === null || cell.value === ""));
      if (!isSame) spans.push(one);
      here.set(column, one);
    });
    above = here;
  });
  return spans;
}

/** Content of a blank cell while it is merged. */
const placeholder = " ";

/**
 * Merges cells of a model on the staging sheet, once they are formatted: Excel on the web loses borders drawn inside
 * merged cells. Blank cells hold a placeholder meanwhile, because Excel would otherwise drop their format.
 */
export function mergeCells(stage: Excel.Worksheet, { model, top }: Placed): void {
  for (const { row, column, columns, blanks } of spansOf(model)) {
    const firsts = stage.getRangeByIndexes(top + row, column, blanks.length, 1);
    const fill = (text: string) => {
      if (blanks.includes(true)) firsts.values = blanks.map((isBlank) => [isBlank ? text : null]);
    };
    fill(placeholder);
    stage.getRangeByIndexes(top + row, column, blanks.length, columns).merge(true);
    fill("");
  }
}
