import { anomaly, type Anomaly } from "../../messages";
import {
  headcount,
  isPriced,
  isUsual,
  natures,
  rowsBilled,
  unitNoun,
  wordsOf,
  type TariffRow,
  pack,
} from "../../tariff";
import { anomalyIn } from "../anomalies";
import type { Fact } from "../facts";
import type { Reading } from "../reading";
import { codeCounted, columnOf, countedNature, isCorrected, type Column } from "../column";
import type { Table } from "../table";
import { holdsAnything, holdsNumbers } from "../tables/column-statistics";
import { shownCell } from "../texts/values";
import type { Quantity } from "../types";

/**
 * Asks about each price without a quantity, at the columns that mention its unit; the rows of 2014 are excluded.
 * (decisions §4, Proof)
 */
export function askOfUnmetPrices(reading: Reading, quantities: readonly Quantity[]): Anomaly[] {
  if (quantities.length === 0) return [];
  const { grid, campaign } = reading.context;
  const billed = new Set(quantities.map(({ prestation }) => prestation));
  const blank = billed.has(pack) ? [] : readColumns(reading).filter(isBlankPack);
  const site = wordsOf(campaign.convention.nouns.site.singular).join(" ");
  const ofPacks = grid.rows
    .filter(({ code, perSite }) => code === pack && perSite === 1)
    .flatMap(({ prestation, code, unit }) =>
      blank.map(({ table, column: { header, headerRow, index } }) => {
        const params = { prestation, code, unit, natures: "maintenance", blank: header };
        return anomalyIn("error", "unmet-price", table, headerRow, index, params);
      }),
    );
  const ofOthers = grid.rows
    .filter((row) => row.counts !== "pupils" && !isUsual(row) && !billed.has(row.code))
    .flatMap((row): Anomaly[] => {
      const priced = natures.filter((nature) => isPriced(row, nature));
      const columns = readColumns(reading);
      if (priced.length === 0 || columns.some(({ column }) => countsNone(row, column))) return [];
      const { prestation, code, unit } = row;
      const params = { prestation, code, unit, natures: priced.join(" ") };
      const shown = columns.filter(({ table, column }) => shows(row, column, table, reading));
      const lines = linesOf(code, reading);
      if (shown.length === 0 && lines.length === 0 && wordsOf(unitNoun(unit)).join(" ") === site)
        return [anomaly("error", "unmet-price", { ...params, everywhere: 1 })];
      const unpriced = lines.filter(({ fact }) => isUnpriced(fact, reading));
      return [
        ...shown.map(({ table, column: { header, headerRow, index } }) =>
          anomalyIn("error", "unmet-price", table, headerRow, index, { ...params, header }),
        ),
        ...unpriced.flatMap(({ table, fact }) => {
          const label = columnOf(table, "label")!.index;
          const text = shownCell(table.sheet.rows[fact.line.row]?.[label] ?? null);
          const own = { ...params, header: text, label: text };
          return anomalyIn("error", "unmet-price", table, fact.line.row, label, own);
        }),
      ];
    });
  return [...ofPacks, ...ofOthers];
}

/** Returns whether a column of packs is entirely blank: there are none, or it was not filled in. */
function isBlankPack({ table, column }: { readonly table: Table; readonly column: Column }): boolean {
  const { role, index } = column;
  return codeCounted(role) === pack && !isCorrected(column) && !holdsAnything(table, index);
}

/** Returns the columns of the tables that are read. */
function readColumns({ tables, ledger }: Reading) {
  return tables.flatMap(({ table }) =>
    ledger.tableClaim(table) === null ? table.columns.map((column) => ({ table, column })) : [],
  );
}

/**
 * Returns whether a column counts a prestation under a nature with a price, so that its absence from the bill is
 * explained.
 */
function countsNone(row: TariffRow, { role, nature }: Column): boolean {
  return codeCounted(role) === row.code && isPriced(row, countedNature(row.code, nature));
}

/** Returns the facts of a prestation in tables with labels. */
function linesOf(code: string, { tables }: Reading) {
  return tables.flatMap(({ table, lines }) =>
    columnOf(table, "label") === null
      ? []
      : lines.flatMap(({ facts }) => facts.flatMap((fact) => (fact.code === code ? [{ table, fact }] : []))),
  );
}

/** Returns whether a fact is left out because its default nature has no price. */
function isUnpriced(fact: Fact, { ledger }: Reading): boolean {
  const claim = ledger.claimOf(fact);
  return claim?.is === "left-out" && claim.reason === "untariffed" && fact.natureBy === null;
}

/** Words for numbers of anything, under a grid that bills nothing by pupil. */
const ofNumbers: ReadonlySet<string> = new Set(["effectif", "inscrit"]);

/**
 * Returns whether a column of numbers without a billed prestation has a heading with a prestation's unit, or counts it.
 */
function shows(row: TariffRow, column: Column, table: Table, { context: { grid } }: Reading): boolean {
  const { role, header, index } = column;
  if (isCorrected(column) || !holdsNumbers(table, index)) return false;
  if (codeCounted(role) === row.code) return true;
  if (role.kind !== "other" && role.kind !== "ignored") return false;
  const words = new Set(wordsOf(header));
  const isOfPupils = rowsBilled(grid, headcount).length > 0;
  return (
    wordsOf(unitNoun(row.unit)).every((word) => words.has(word)) ||
    (!isOfPupils && [...words].some((word) => ofNumbers.has(word)))
  );
}
