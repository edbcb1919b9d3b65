import { cellAt } from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import { pupilCode } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Reading } from "../reading";
import { isCorrected, isCounted, type CellPlace, type Table } from "../table";
import type { TableReading } from "../table-reading";
import { kinshipOf } from "../texts/kinship";
import type { Quantity } from "../types";

/**
 * Asks what the pupils of the tables are, where a tariff of the workbook prices something a pupil, under a code that nobody knows,
 * and no quantity met it. (decisions §4, Proof)
 */
export function askOfUnmetPrices(reading: Reading, quantities: readonly Quantity[]): Anomaly[] {
  const met = new Set(quantities.map(({ prestation }) => prestation));
  const unmet = reading.context.grid.rows.find(
    (row) => row.counts === "pupils" && row.code !== pupilCode && !met.has(row.code),
  );
  if (unmet === undefined) return [];
  const { prestation, code, unit } = unmet;
  const asked = reading.tables.flatMap(({ table }) => {
    const shown = reading.ledger.tableClaim(table) === null ? (pupilsIn(table, reading) ?? headcountIn(table)) : null;
    if (shown === null) return [];
    const { row, column, text } = shown;
    const isLabel = typeof cellAt(table.on.sheet, row, column + 1) === "number";
    const params = { prestation, code, text, ...(isLabel ? { label: text } : { header: text }) };
    return [anomalyAt("error", "unmet-price", table.on.sheet, row, column, params)];
  });
  // The pupils of schools that are billed may stand in what is no table without a price for them.
  if (asked.length > 0 || quantities.length === 0 || reading.tables.some(isSaidToCount)) return asked;
  return [anomaly("error", "unmet-price", { prestation, code, text: unit, header: unit })];
}

/** Returns whether the user said what a column of pupils is. */
const isSaidToCount = ({ table }: TableReading): boolean =>
  table.columns.some(
    (column) => isCorrected(column) && (table.kind === "headcounts" || kinshipOf(column.header) === "pupils"),
  );

/** Returns the heading of the last number of a table of headcounts, their total where it has one; null for any other table. */
function headcountIn({ kind, turned, columns, on }: Table): (CellPlace & { readonly text: string }) | null {
  if (kind !== "headcounts" || turned || columns.some((column) => isCorrected(column))) return null;
  const last = columns.findLast(({ role }) => isCounted(role) || role.kind === "refused" || role.kind === "other");
  return last === undefined ? null : { row: last.headerRow, column: last.index, text: last.header || on.sheet.name };
}

/** Returns the first text of a table, or right above it, that names pupils, where the user did not say what it is. */
function pupilsIn(table: Table, { context: { texts } }: Reading): (CellPlace & { readonly text: string }) | null {
  const { sheet, top, bottom, left, right } = table.on;
  const isSaid = (column: number): boolean =>
    !table.turned && table.columns.some((one) => one.index === column && isCorrected(one));
  for (let row = Math.max(0, top - levels); row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const text = cellAt(sheet, row, column);
      if (typeof text !== "string" || isSaid(column)) continue;
      const { meanings } = texts.read(text, "heading");
      if (meanings.some((meaning) => meaning.is === "item" && meaning.of === "pupils"))
        return { row, column, text: text.trim() };
    }
  return null;
}

/** How many rows right above a table may say what its school has. */
const levels = 2;
