import { anomaly, type Anomaly } from "../../messages";
import { codesOfNouns, isPriced, natures, wordsOf, type TariffRow } from "../../tariff";
import { anomalyIn } from "../anomalies";
import type { Reading } from "../reading";
import { codeCounted, isCorrected, type Column } from "../table";
import { holdsNumbers } from "../tables/column-statistics";
import type { Quantity } from "../types";

/**
 * Asks of each price that met no quantity while the tables show its unit: at the columns whose headings say it and that count
 * nothing, or, where the unit is the site itself, once for all. The prestations of 2014 have rules of their own. (decisions §4, Proof)
 */
export function askOfUnmetPrices(reading: Reading, quantities: readonly Quantity[]): Anomaly[] {
  if (quantities.length === 0) return [];
  const { grid, campaign } = reading.context;
  const met = metIn(reading, quantities);
  const site = wordsOf(campaign.convention.nouns.site.singular).join(" ");
  return grid.rows
    .filter((row) => row.counts !== "pupils" && !codesOfNouns.has(row.code) && !met.has(row.code))
    .flatMap((row): Anomaly[] => {
      const priced = natures.filter((nature) => isPriced(row, nature));
      if (priced.length === 0) return [];
      const { prestation, code, unit } = row;
      const params = { prestation, code, unit, natures: priced.join(" ") };
      if (wordsOf(unit).join(" ") === site) return [anomaly("error", "unmet-price", { ...params, everywhere: 1 })];
      return columnsShowing(row, reading).map(({ table, column }) => {
        const { header, headerRow, index } = column;
        return anomalyIn("error", "unmet-price", table, headerRow, index, { ...params, header });
      });
    });
}

/** Returns the codes that something is billed of, or that a table counts, were it nothing. */
function metIn({ tables }: Reading, quantities: readonly Quantity[]): Set<string | null> {
  const met = new Set<string | null>(quantities.map(({ prestation }) => prestation));
  for (const { table, lines } of tables) {
    for (const { role } of table.columns) met.add(codeCounted(role));
    for (const { facts } of lines) for (const { code } of facts) met.add(code);
  }
  return met;
}

/** Returns the columns of numbers that count nothing under a heading that says the unit of a prestation. */
function columnsShowing({ unit }: TariffRow, { tables, ledger }: Reading) {
  const words = wordsOf(unit);
  const shows = (column: Column): boolean => {
    const said = new Set(wordsOf(column.header));
    return (column.role.kind === "other" || column.role.kind === "ignored") && words.every((word) => said.has(word));
  };
  return tables.flatMap(({ table }) =>
    ledger.tableClaim(table) !== null
      ? []
      : table.columns
          .filter((column) => shows(column) && !isCorrected(column) && holdsNumbers(table, column.index))
          .map((column) => ({ table, column })),
  );
}
