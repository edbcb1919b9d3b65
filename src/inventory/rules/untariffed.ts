import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { leftOut } from "../ledger";
import { untariffedIn } from "../rows/quantities";
import { columnOf } from "../column";
import type { TableReading } from "../table-reading";
import { shownCell } from "../texts/values";

/**
 * Leaves out equipment without a tariff, with one warning for each row of the sheet, at its first quantity. (decisions
 * §2)
 */
export function leaveOutUntariffed({ table, lines, reader }: TableReading): void {
  const { listsUnits } = layouts[table.layout];
  const label = columnOf(table, "label");
  const told = new Set<number>();
  for (const line of lines) {
    const shown: { readonly fact: Fact; readonly quantity: string }[] = [];
    for (const fact of line.facts) {
      if (fact.code !== null || !reader.ledger.isOpen(fact)) continue;
      const quantity = listsUnits ? "1" : untariffedIn(reader.cell(line.row, fact.column));
      if (quantity !== null) shown.push({ fact, quantity });
      reader.ledger.claim(fact, quantity === null ? leftOut("zero", "nothing") : leftOut("untariffed", "text"));
    }
    const own = table.turned ? shown.filter(({ fact }) => !told.has(fact.column)) : shown;
    const first = own[0];
    if (first === undefined) continue;
    for (const { fact } of own) told.add(fact.column);
    const written = label === null ? null : shownCell(reader.cell(line.row, label.index)).trim();
    const groups = table.turned ? own.map((one) => [one]) : [written === null ? own : [first]];
    for (const group of groups)
      reader.report(
        "warning",
        "untariffed",
        line.row,
        listsUnits && label !== null ? label.index : group[0]!.fact.column,
        {
          label: written ?? group.map(({ fact }) => labelOf(reader, fact)).join(", "),
          quantity: listsUnits ? 1 : group.map(({ quantity }) => quantity).join(", "),
        },
      );
  }
}

/** Returns the name of equipment: its heading, or the label beside it when schools are across. */
function labelOf(reader: TableReading["reader"], { column }: Fact): string {
  const { header, headerRow } = reader.table.columns.find(({ index }) => index === column)!;
  return reader.table.turned ? shownCell(reader.cell(headerRow, column)).trim() : header;
}
