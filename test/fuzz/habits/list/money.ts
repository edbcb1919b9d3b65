import { billOf } from "../bill";
import { amountCell } from "../draw/wide";
import { at, cell, insertColumn, type Row, type Table } from "../model";
import { read, type Habit } from "./habit";
import { extraColumn, schoolTables } from "./tools";

const shown = ["school", "item"] as const;

/** What a commune owes for the row, as the office reckons it. */
function due({ school, prestation, nature, cells }: Row, table: Table): number {
  if (prestation === undefined)
    return Number(billOf({ campaign: 2014, schools: [school!], packsShown: true }).communes);
  const quantity = Number(cells[table.columns.findIndex(({ role }) => role === "quantity")]?.value ?? 0);
  // Nothing is reckoned of what is no count.
  if (!Number.isInteger(quantity)) return 0;
  return Number(amountCell(prestation, nature ?? "maintenance", quantity).value ?? 0);
}

const euros = '#,##0.00\\ "€"';
const money = [
  extraColumn({
    name: "money-header",
    class: "S2",
    aspect: "money",
    rowIs: shown,
    headers: ["Montant (€)", "Coût (€)", "Maintenance (€)", "Montant TTC", "Total (€)", "Coût EUR"],
    cell: (row, _dice, _index, table) => due(row, table),
  }),
  extraColumn({
    name: "money-rounded",
    class: "S2",
    aspect: "money",
    rowIs: shown,
    headers: ["Montant", "Installation €", "Prix", "Coût"],
    cell: (row, _dice, _index, table) => Math.round(due(row, table)),
  }),
  extraColumn({
    name: "money-wrong",
    class: "S2",
    aspect: "money",
    rowIs: shown,
    headers: ["Montant (€)", "Maintenance (€)", "Coût TTC"],
    cell: (row, dice, _index, table) => Math.round(due(row, table)) + dice.whole(1, 40),
  }),
  extraColumn({
    name: "money-format",
    class: "S2",
    aspect: "money",
    rowIs: shown,
    headers: ["Maintenance", "À facturer", "Valeur"],
    cell: (row, _dice, _index, table) => cell(due(row, table), euros),
  }),
  extraColumn({
    name: "money-unit-price",
    class: "S2",
    aspect: "money",
    rowIs: ["item", "machine"],
    headers: ["PU", "Prix unitaire", "Tarif", "PU HT"],
    cell: ({ prestation, nature }) =>
      prestation === undefined ? null : amountCell(prestation, nature ?? "maintenance", 1),
  }),
];

const moneyAbove = read({
  name: "money-by-header-above",
  class: "S2",
  aspect: "money",
  stage: 2,
  fits: ({ layout }) => layout === "wide" || layout === "grouped",
  draw(drawing, dice) {
    const above = dice.one(["Montants (€)", "Coût", "Facturation (€)"]);
    for (const table of schoolTables(drawing))
      for (const column of table.columns.filter(
        ({ role, nature }) => role === "quantity" && nature === "maintenance",
      )) {
        const heading = column.headers.at(-1)!;
        for (const one of table.columns) if (one.headers.length === 1) one.headers.unshift("");
        insertColumn(table, table.columns.length, { role: "other", headers: [above, heading] }, (row) =>
          amountCell(column.prestation!, "maintenance", Number(at(table, row, column).value ?? 0)),
        );
      }
  },
});

export const moneyHabits: readonly Habit[] = [...money, moneyAbove];
