import { cellAt, fold } from "../../cells";
import type { Anomaly } from "../../messages";
import { pupilCode, type TariffRow } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Reading } from "../reading";
import { isCorrected, type CellPlace, type Table } from "../table";
import type { Quantity } from "../types";

/**
 * Asks what the pupils of the tables are, where a tariff of the workbook prices something a pupil, under a code that nobody knows,
 * and no quantity met it. (decisions §4, Proof)
 */
export function askOfUnmetPrices(reading: Reading, quantities: readonly Quantity[]): Anomaly[] {
  const met = new Set(quantities.map(({ prestation }) => prestation));
  const unmet = reading.context.grid.rows.find((row) => isAPupil(row) && !met.has(row.code));
  if (unmet === undefined) return [];
  const { prestation, code } = unmet;
  return reading.tables.flatMap(({ table }) => {
    const shown = reading.ledger.tableClaim(table) === null ? pupilsIn(table, reading) : null;
    if (shown === null) return [];
    const { row, column, text } = shown;
    const isLabel = typeof cellAt(table.on.sheet, row, column + 1) === "number";
    const params = { prestation, code, text, ...(isLabel ? { label: text } : { header: text }) };
    return [anomalyAt("error", "unmet-price", table.on.sheet, row, column, params)];
  });
}

function isAPupil({ code, unit }: TariffRow): boolean {
  return code !== pupilCode && /^(?:eleve|enfant)s?$/.test(fold(unit));
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
