import { snapshotOf } from "../draw/registers";
import { at, cell, columnOf, dataRows, equipmentOf, insertColumn, type Table } from "../model";
import { read, type Habit } from "./habit";
import { extraColumn } from "./tools";
import type { Dice } from "../dice";

const shown = ["school", "item"] as const;

const text = (
  name: string,
  headers: readonly string[],
  texts: readonly (string | null)[],
  rowIs: readonly Table["rowIs"][] = [...shown, "machine"],
) => extraColumn({ name, class: "harmless", aspect: "texts", rowIs, headers, cell: (_row, dice) => dice.one(texts) });
const texts = [
  text(
    "remarks",
    ["Observations", "Obs.", "Remarques", "Commentaires"],
    [null, null, "RAS", "écran changé", "voir directeur"],
  ),
  text(
    "remarks-of-leaving",
    ["Observations", "Remarques"],
    [null, "3 PC rendus le 12/09", "1 poste HS", "en panne", "2 à réformer", "RAS"],
    shown,
  ),
  text("contacts", ["Directeur", "Directrice", "Contact"], ["Mme Martin", "M. Petit", "Mme Roux"], shown),
  text("mails", ["Courriel", "E-mail", "Mél"], ["ecole@mairie.example", "mairie@mairie.example"], shown),
  text("brands", ["Marque", "Fabricant", "Modèle"], ["Dell", "HP", "Lenovo", "OptiPlex 3020"], ["item"]),
  text("technicians", ["Technicien", "Référent", "Suivi par"], ["CL", "JM", "PB"], shown),
];

const otherDates = extraColumn({
  name: "dates-of-visits",
  class: "S20",
  aspect: "other-dates",
  rowIs: shown,
  headers: ["Dernière visite", "Date de mise à jour", "Date inventaire", "Mis à jour le"],
  cell: (_row, dice, _index, _table, campaign) => cell(snapshotOf(campaign) - dice.whole(1, 60), "dd/mm/yyyy"),
});

/** Dates of a register that are neither an entry nor an exit. */
const registerDates = (name: string, headers: readonly string[], shift: (dice: Dice) => number, before: boolean) =>
  read({
    name,
    class: "S20",
    aspect: "other-dates",
    stage: 2,
    fits: (drawing) =>
      drawing.layout === "register" &&
      equipmentOf(drawing).every((table) => !/achat|acheté/i.test(columnOf(table, "entry")!.headers[0]!)),
    draw(drawing, dice) {
      const header = dice.one(headers);
      for (const table of equipmentOf(drawing)) {
        const entry = table.columns.indexOf(columnOf(table, "entry")!);
        insertColumn(table, entry + (before ? 0 : 1), { role: "other", headers: [header] }, ({ machine }) =>
          cell((machine!.entry ?? 40_000) + shift(dice), "dd/mm/yyyy"),
        );
      }
    },
  });

const datesOfRegisters = [
  registerDates(
    "purchase-dates",
    ["Date d'achat", "Acheté le", "Date de commande"],
    (dice) => -dice.whole(5, 400),
    true,
  ),
  registerDates("guarantee-dates", ["Fin de garantie", "Garantie jusqu'au"], (dice) => dice.whole(700, 1100), true),
  read({
    name: "update-dates",
    class: "S20",
    aspect: "other-dates",
    stage: 2,
    fits: ({ layout }) => layout === "register",
    draw(drawing, dice) {
      const header = dice.one(["Date de mise à jour", "Dernière mise à jour", "Date de visite", "Date d'inventaire"]);
      const snapshot = snapshotOf(drawing.truth.campaign);
      for (const table of equipmentOf(drawing)) {
        const entry = table.columns.indexOf(columnOf(table, "entry")!);
        insertColumn(table, entry, { role: "other", headers: [header] }, () =>
          cell(snapshot - dice.whole(0, 300), "dd/mm/yyyy"),
        );
      }
    },
  }),
];

const order = read({
  name: "columns-in-another-order",
  class: "harmless",
  aspect: "column-order",
  stage: 2,
  fits: ({ layout }) => layout === "wide" || layout === "long" || layout === "register",
  draw(drawing, dice) {
    for (const table of equipmentOf(drawing)) {
      const columns = dice.shuffled(table.columns);
      for (const row of table.rows) row.cells = columns.map((column) => at(table, row, column));
      table.columns = columns;
    }
  },
});

const blankColumn = read({
  name: "blank-column-inside",
  class: "shape",
  aspect: "blank",
  stage: 2,
  fits: (drawing) =>
    ["wide", "two-sheets", "register", "long"].includes(drawing.layout) &&
    equipmentOf(drawing).some((table) => dataRows(table).length > 1),
  draw(drawing) {
    for (const table of equipmentOf(drawing)) {
      const school = table.columns.findIndex(({ role }) => role === "school");
      insertColumn(table, school + 1, { role: "other", headers: [""] }, () => cell(null));
    }
  },
});

export const columnHabits: readonly Habit[] = [...texts, otherDates, ...datesOfRegisters, order, blankColumn];
