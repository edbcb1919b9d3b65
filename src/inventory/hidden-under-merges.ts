import { blockName, meet } from "../cells";
import type { Anomaly } from "../messages";
import { anomalyAt } from "./anomalies";
import { choiceFor } from "./choices";
import type { Reading } from "./reading";
import type { SheetBlock } from "./table";
import { hiddenUnder } from "./tables/merged-rows";
import { holdsNumber, shownCell } from "./texts/values";

/**
 * Reports the values hidden under merged cells, of which Excel only shows the first: numbers everywhere, and texts in a
 * table that is read or above one.
 */
export function hiddenUnderMerges(
  { context, ledger, tables, sheets }: Reading,
  unread: readonly SheetBlock[],
  reported: readonly Anomaly[],
): Anomaly[] {
  const asked = new Set(
    reported.flatMap(({ code, file, sheet, cell }) =>
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
      const covered = hiddenUnder(sheet, merge);
      if (covered.length === 0) return [];
      const isRead = read.some(({ table }) => meet(table.on, merge));
      if (!isRead && ignored.some((block) => meet(block, merge))) return [];
      const weighs = isRead || read.some(({ table }) => merge.bottom < table.on.top);
      const hidden = covered.filter(({ cell }) => weighs || holdsNumber(cell));
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
