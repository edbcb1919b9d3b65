import { Decimal } from "decimal.js";
import type { Quantity } from "../inventory";
import type { Grid } from "../tariff";
import { payers } from "./order";
import type { Line } from "./types";

/**
 * The lines of quantities already counted and capped, each priced once: quantity × unit price, exact in cents since
 * prices have two decimals and quantities are whole (decisions §3). A nature without a tariff gives no line, a row
 * split between both payers gives two (§2). All lines are the host commune's.
 */
export function priceQuantities(quantities: readonly Quantity[], grid: Grid): Line[] {
  const rows = new Map(grid.rows.map((row) => [row.code, row]));
  const lines: Line[] = [];
  for (const { school, prestation, nature, quantity, sources } of quantities) {
    const tariff = rows.get(prestation);
    if (tariff === undefined) continue;
    for (const payer of payers) {
      const unitPrice = tariff.prices[nature][payer];
      if (unitPrice === null) continue;
      const amount = new Decimal(quantity).times(unitPrice);
      const line = { commune: school.commune, school, tariff, nature, payer, quantity, unitPrice, amount, sources };
      lines.push({ ...line, share: null });
    }
  }
  return lines;
}
