import { blockName, fold, isBlank, type Cell, type CellBlock, type SheetCells } from "../cells";
import type { Anomaly } from "../messages";
import { anomalyAt } from "./anomalies";
import { choiceFor } from "./choices";
import type { Reading } from "./reading";
import type { SheetBlock } from "./table";
import { holdsNumber, isWithoutResult, shownCell } from "./texts/values";

/**
 * Makes the anomalies of what merged cells hide, which only other programs than Excel keep under them: each number of a visible
 * sheet, and each text of a table that is read or above it, where they say something else than the first cell, the only one that
 * people see. What the user had ignored is passed over (`unread`: what is in no table), and so are merges told already.
 */
export function hiddenUnderMerges(
  { context, ledger, tables, sheets }: Reading,
  unread: readonly SheetBlock[],
  told: readonly Anomaly[],
): Anomaly[] {
  const asked = new Set(
    told.flatMap(({ code, file, sheet, cell }) =>
      code === "merged-quantity" ? [JSON.stringify([file, sheet, cell])] : [],
    ),
  );
  const isIgnored = (block: SheetBlock): boolean => choiceFor(context.options.tables, block)?.as === "ignored";
  return sheets.flatMap(({ sheet }) => {
    if (sheet.merges.length === 0) return [];
    const own = tables.filter(({ table }) => table.on.sheet === sheet);
    const ignored = [...own.map(({ table }) => table.on), ...unread.filter((block) => block.sheet === sheet)].filter(
      isIgnored,
    );
    const read = own.filter(({ table }) => table.kind !== "ignored" && ledger.tableClaim(table)?.is !== "left-out");
    return sheet.merges.flatMap((merge) => {
      if (ignored.some((block) => meets(block, merge))) return [];
      const weighs = read.some(({ table: { on } }) => meets(on, merge) || merge.bottom < on.top);
      const hidden = hiddenUnder(sheet, merge).filter(({ cell }) => weighs || holdsNumber(cell));
      const anomalies = hidden.map(({ cell, row, column }) =>
        anomalyAt("error", "hidden-under-merge", sheet, row, column, {
          value: shownCell(cell),
          range: blockName(merge),
        }),
      );
      const [first] = anomalies;
      if (first === undefined) return [];
      const anchor = blockName({ ...merge, bottom: merge.top, right: merge.left });
      return asked.has(JSON.stringify([first.file, first.sheet, anchor])) ? [] : anomalies;
    });
  });
}

function meets(one: CellBlock, other: CellBlock): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** Returns the cells of a merge that say something else than its first one; formulas without a result are told as such. */
function hiddenUnder({ rows }: SheetCells, { top, left, bottom, right }: CellBlock) {
  const shown = fold(shownCell(rows[top]?.[left] ?? null));
  const hidden: { readonly cell: Cell; readonly row: number; readonly column: number }[] = [];
  for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1)
    for (let column = left; column <= Math.min(right, rows[row]!.length - 1); column += 1) {
      const cell = rows[row]![column] ?? null;
      if (isBlank(cell) || isWithoutResult(cell) || fold(shownCell(cell)) === shown) continue;
      hidden.push({ cell, row, column });
    }
  return hidden;
}
