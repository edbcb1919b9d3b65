import type { Decimal } from "decimal.js";
import { addTo, cellName, parseCellName, placeKey, remembered } from "../cells";
import type { ColumnMapping, InventoryReading, Point } from "../inventory";
import type { Anomaly } from "../messages";
import { sum, type Line, type Statement } from "../statement";
import { payers, type Grid } from "../tariff";
import { keyOf, TablesRead } from "./tables-read";

/** The worth of a point: an amount, or the price of one unit, « poste », when its number cannot be read. */
export type Worth =
  { readonly amount: Decimal } | { readonly amount: null; readonly price: Decimal; readonly unit: string };

/**
 * Returns the function that gives the worth of a point: of an error, the unbilled amount at its cells, or the price of
 * one unit; of another point, the billed amount of its cells. Null when it is unknown, for a whole sheet for instance.
 */
export function worthOf(
  { mappings }: Pick<InventoryReading, "mappings">,
  { grid, lines }: Pick<Statement, "grid" | "lines">,
  anomalies: readonly Anomaly[],
) {
  const tables = new TablesRead(mappings);
  const billed = linesByCell(lines, anomalies);
  return ({ severity, anomalies }: Point): Worth | null => {
    if (severity !== "error") {
      const own = new Set(anomalies.flatMap((one) => billed.get(keyOf(one.file, one.sheet, one.cell)) ?? []));
      return own.size === 0 ? null : { amount: sum([...own].map(({ amount }) => amount)) };
    }
    const worths = anomalies.flatMap((one) => worthAt(one, tables, grid) ?? []);
    const amounts = worths.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    return amounts.length > 0 ? { amount: sum(amounts) } : (worths[0] ?? null);
  };
}

/** Returns what an error is worth: of a cell that counts something, that cell; of another, what its row counts. */
function worthAt(error: Anomaly, tables: TablesRead, grid: Grid): Worth | null {
  const place = tables.at(error);
  if (place === null) return null;
  const { table, row, column } = place;
  const priced = column === null ? null : priceOf(column, grid);
  if (priced !== null)
    return amountIn([column!], row, grid) ?? { amount: null, price: priced.price, unit: priced.unit };
  return amountIn(table.columns, row, grid);
}

/** Returns the amount read but not billed because of errors; each cell counts once, whatever is wrong with its row. */
export function unbilledIn(
  { mappings }: Pick<InventoryReading, "mappings">,
  { grid }: Pick<Statement, "grid">,
): Decimal {
  return sum(mappings.flatMap(({ columns }) => columns.flatMap((column) => amountsInError(column, grid))));
}

/**
 * Returns the price of the quantities of a row in error, in some columns; null when it contains no readable quantity.
 */
function amountIn(columns: readonly ColumnMapping[], row: number, grid: Grid): Worth | null {
  const amounts = columns.flatMap((column) => amountsInError(column, grid, row));
  return amounts.length === 0 ? null : { amount: sum(amounts) };
}

/** Returns what the rows in error count in a column, priced; `row`: of that one alone. */
function amountsInError(column: ColumnMapping, grid: Grid, row?: number): Decimal[] {
  const priced = priceOf(column, grid);
  if (priced === null) return [];
  const read = column.inError.filter((one) => row === undefined || one.row === row);
  return read.map(({ value }) => priced.price.times(Math.min(value, priced.perSite ?? Infinity)));
}

/** Returns the price of one unit of a column, all payers together; null when the column counts nothing with a price. */
function priceOf({ role, nature, why }: ColumnMapping, { rows }: Grid) {
  const tariff = why === null ? rows.find(({ code }) => code === role) : undefined;
  if (tariff === undefined) return null;
  const prices = tariff.prices[nature ?? "maintenance"];
  const price = sum(payers.flatMap((payer) => prices[payer] ?? []));
  return price.isZero() ? null : { price, unit: tariff.unit, perSite: tariff.perSite };
}

/** Returns the lines that the cells of anomalies are billed by. */
function linesByCell(lines: readonly Line[], anomalies: readonly Anomaly[]): ReadonlyMap<string, readonly Line[]> {
  const asked = new Map<string, Set<number>>();
  for (const { file, sheet, cell } of anomalies) {
    const place = parseCellName(cell ?? "");
    if (place !== null)
      remembered(asked, keyOf(file, sheet), () => new Set<number>()).add(placeKey(place.row, place.column));
  }
  const byCell = new Map<string, Line[]>();
  for (const line of lines)
    for (const { sheet, column, rows } of line.sources) {
      const own = asked.get(keyOf(sheet.file, sheet.name));
      for (const row of rows)
        if (own?.has(placeKey(row, column)) === true)
          addTo(byCell, keyOf(sheet.file, sheet.name, cellName(row, column)), line);
    }
  return byCell;
}
