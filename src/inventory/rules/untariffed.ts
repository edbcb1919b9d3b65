import { addTo } from "../../cells";
import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { leftOut } from "../ledger";
import { untariffedIn } from "../rows/quantities";
import { placeIn } from "../table";
import type { TableReading } from "../table-reading";

/**
 * Leaves out equipment without a tariff, with one warning for each row of the sheet, at its first quantity. (decisions
 * §2)
 */
export function leaveOutUntariffed({ table, lines, reader }: TableReading): void {
  const { listsUnits } = layouts[table.layout];
  const shown = new Map<number, { readonly fact: Fact; readonly quantity: string }[]>();
  for (const { row, facts } of lines)
    for (const fact of facts) {
      if (fact.code !== null || !reader.ledger.isOpen(fact)) continue;
      const quantity = listsUnits ? "1" : untariffedIn(reader.cell(row, fact.column));
      reader.ledger.claim(fact, quantity === null ? leftOut("zero", "nothing") : leftOut("untariffed", "text"));
      if (quantity !== null) addTo(shown, placeIn(table, row, fact.column).row, { fact, quantity });
    }
  for (const all of shown.values()) {
    const { fact } = all[0]!;
    // The quantities of a row are those of all the schools where these stand across.
    const shown = table.turned ? all.slice(0, 1) : all;
    reader.report("warning", "untariffed", fact.line.row, fact.column, {
      label: [...new Set(shown.map((one) => one.fact.item.words))].join(", "),
      quantity: shown.map((one) => one.quantity).join(", "),
    });
  }
}
