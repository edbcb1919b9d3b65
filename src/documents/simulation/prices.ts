import { cellName } from "../../cells";
import type { SimulatedPrice, Simulation } from "../../statement";
import { count, difference, empty, euros, imported, sumDown, text } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { Places } from "../places";
import { styles } from "../styles";
import { natureNames, payerNames } from "../texts";
import { priceColumns as at, widths } from "./columns";
import { rowNames } from "./placed";

/** Prices that bill something, now or on trial: units × price, and what changes; gives the row of their total. */
export function writePrices(draft: Draft, { prices, total }: Simulation, places: Places): number {
  const left = ["Prestation", "Nature", "À la charge de"];
  const right = ["Quantité actuelle", "Quantité à l’essai", "Prix actuel", "Prix à l’essai"];
  const amounts = ["Montant actuel", "Montant à l’essai", "Différence"];
  draft.add(
    [
      ...left.map((title) => text(title, styles.header)),
      ...[...right, ...amounts].map((title) => text(title, styles.headerNumber)),
    ],
    true,
  );
  const first = draft.next;
  for (const price of prices) places.mark(rowNames.price(price), writePrice(draft, price));
  const last = draft.next - 1;
  const sum = (column: number) => (last < first ? undefined : sumDown(column, first, last));
  const cells: DraftCell[] = widths.map(() => empty(styles.total));
  cells[at.prestation] = text("Total du titre", styles.total);
  cells[at.amount.now] = euros(total.before, styles.total, sum(at.amount.now));
  cells[at.amount.trial] = euros(total.after, styles.total, sum(at.amount.trial));
  cells[at.difference] = difference(total.difference, styles.total, change(draft.next));
  return draft.add(cells);
}

/** Kept with the next: a table this short is not cut by a page. Gives the row. */
function writePrice(draft: Draft, price: SimulatedPrice): number {
  const row = draft.next;
  const cells: DraftCell[] = widths.map(() => empty(styles.line));
  cells[at.prestation] = imported(price.tariff.prestation, styles.wrapped);
  cells[at.nature] = text(natureNames[price.nature], styles.line);
  cells[at.payer] = text(payerNames[price.payer], styles.line);
  for (const side of ["now", "trial"] as const) {
    const { units, unitPrice, amount, isProduct } = price[side];
    const product = `${cellName(row, at.units[side])}*${cellName(row, at.price[side])}`;
    cells[at.units[side]] = count(units, styles.line);
    // No price is no tariff: a blank, which a product takes for 0.
    if (unitPrice !== null) cells[at.price[side]] = euros(unitPrice, styles.line);
    cells[at.amount[side]] = euros(amount, styles.line, isProduct ? product : undefined);
  }
  cells[at.difference] = difference(price.amount.difference, { ...styles.line, bold: true }, change(row));
  return draft.add(cells, true);
}

function change(row: number): string {
  return `${cellName(row, at.amount.trial)}-${cellName(row, at.amount.now)}`;
}
