import type { SheetModel } from "../../documents";
import type { Placed } from "./style-areas";

/** Rows that follow one another where a cell goes over the same columns; zero-based. */
interface Spans {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** Of each row, whether the cell says nothing. */
  readonly blanks: boolean[];
}

/** Returns cells that go over several columns: those of one box below the other together, as Excel merges them at once. */
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

/** What stands in a blank cell while it is merged. */
const placeholder = " ";

/**
 * Merges cells of a model where they are built, dressed already: Excel on the web loses lines that are drawn between merged ones.
 * A blank one says something meanwhile: Excel would take the look of nothing.
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
