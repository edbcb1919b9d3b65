import { billOf } from "../bill";
import { amountCell } from "../draw/wide";
import { snapshotOf } from "../draw/registers";
import { at, cell, columnOf, dataRows, equipmentOf, insertColumn, type Row, type Table } from "../model";
import { read, type Habit } from "./habit";
import { extraColumn, schoolTables } from "./tools";
import type { Dice } from "../dice";

const shown = ["school", "item"] as const;

/** What a commune owes for the row, as the office reckons it. */
function due({ school, prestation, nature, cells }: Row, table: Table): number {
  if (prestation === undefined)
    return Number(billOf({ campaign: 2014, schools: [school!], packsShown: true }).communes);
  const quantity = table.columns.findIndex(({ role }) => role === "quantity");
  return Number(amountCell(prestation, nature ?? "maintenance", Number(cells[quantity]?.value ?? 0)).value ?? 0);
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

const years = [
  extraColumn({
    name: "year-of-purchase",
    class: "S1",
    aspect: "years",
    rowIs: [...shown, "machine"],
    rows: 3,
    headers: ["Année d'achat", "Acheté en", "Année", "Achat"],
    cell: (_row, dice) => dice.whole(2005, 2011),
  }),
  extraColumn({
    name: "year-of-installation",
    class: "S1",
    aspect: "years",
    rowIs: shown,
    rows: 3,
    headers: ["Année installation", "Installé en", "Installation", "Serveur installé en"],
    cell: (_row, dice) => dice.whole(2005, 2011),
  }),
  extraColumn({
    name: "year-of-the-campaign",
    class: "S1",
    aspect: "years",
    rowIs: shown,
    rows: 3,
    may: "may-refuse",
    headers: ["Installé en", "Année installation", "Année d'achat"],
    cell: (_row, dice, index) => (index === 1 ? 2014 : dice.whole(2009, 2014)),
  }),
];

const first = (): number => 0;
const numbers = [
  extraColumn({
    name: "row-numbers",
    class: "S3",
    aspect: "numbers",
    rowIs: shown,
    headers: ["N°", "N° d'ordre", "Numéro"],
    place: first,
    cell: (_row, _dice, index) => index + 1,
  }),
  extraColumn({
    name: "school-codes",
    class: "S3",
    aspect: "numbers",
    rowIs: shown,
    headers: ["Code école", "Id", "N° école", "Identifiant"],
    place: first,
    cell: (_row, _dice, index) => 101 + index,
  }),
  extraColumn({
    name: "uai",
    class: "harmless",
    aspect: "numbers",
    rowIs: shown,
    headers: ["UAI", "RNE", "Code UAI"],
    place: first,
    cell: ({ school }) =>
      school === undefined ? null : `0250${school.commune[0].slice(2)}${school.name.length % 2 === 0 ? "A" : "K"}`,
  }),
  extraColumn({
    name: "phone-numbers",
    class: "S3",
    aspect: "numbers",
    rowIs: ["school"],
    headers: ["Téléphone", "Tél.", "N° de téléphone"],
    cell: (_row, dice) =>
      dice.chance(0.5)
        ? 381_500_000 + dice.whole(0, 99_999)
        : `03 81 ${dice.whole(10, 99)} ${dice.whole(10, 99)} ${dice.whole(10, 99)}`,
  }),
];

const ratio = (value: number): number => Math.round(value * 10) / 10;
const measures = [
  extraColumn({
    name: "ratio",
    class: "refused",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Ratio élèves/poste", "Élèves par poste", "Ratio"],
    cell: ({ school }) => ratio(school!.pupils / school!.service.POSTE_STD),
  }),
  extraColumn({
    name: "percentage",
    class: "refused",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Taux d'équipement", "% équipé", "Part"],
    cell: (_row, dice) => cell(dice.whole(10, 100) / 100, "0%"),
  }),
  extraColumn({
    name: "surface",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Surface (m²)", "Surface"],
    cell: (_row, dice) => dice.whole(150, 1800),
  }),
  extraColumn({
    name: "classes",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Nb classes", "Nombre de classes", "Classes"],
    cell: ({ school }) => Math.ceil(school!.pupils / 24),
  }),
  extraColumn({
    name: "staff",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Nb enseignants", "Nombre d'enseignants", "Enseignants"],
    cell: ({ school }) => Math.ceil(school!.pupils / 22),
  }),
  extraColumn({
    name: "age",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school", "item"],
    headers: ["Âge moyen (ans)", "Âge", "Âge du parc"],
    cell: (_row, dice) => dice.whole(1, 9),
  }),
  extraColumn({
    name: "rank",
    class: "harmless",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Rang", "Classement"],
    cell: (_row, _dice, index) => index + 1,
  }),
  extraColumn({
    name: "unknown-numbers",
    class: "S4",
    aspect: "measures",
    rowIs: ["school"],
    headers: ["Débit (Mb/s)", "Étage", "Salles"],
    cell: (_row, dice) => dice.whole(1, 30),
  }),
];

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
  text("mails", ["Courriel", "E-mail", "Mél"], ["ecole@exemple.fr", "mairie@exemple.fr"], shown),
  text("brands", ["Marque", "Fabricant", "Modèle"], ["Dell", "HP", "Lenovo", "OptiPlex 3020"], ["item"]),
  text("technicians", ["Technicien", "Référent", "Suivi par"], ["CL", "JM", "PB"], shown),
];

const otherDates = extraColumn({
  name: "dates-of-visits",
  class: "S20",
  aspect: "other-dates",
  rowIs: shown,
  headers: ["Dernière visite", "Date de mise à jour", "Date inventaire", "Mis à jour le"],
  cell: (_row, dice) => cell(41_944 - dice.whole(1, 60), "dd/mm/yyyy"),
});

/** Dates of a register that are neither an entry nor an exit. */
const registerDates = (name: string, headers: readonly string[], shift: (dice: Dice) => number, before: boolean) =>
  read({
    name,
    class: "S20",
    aspect: "other-dates",
    stage: 2,
    fits: ({ layout }) => layout === "register",
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

export const columnHabits: readonly Habit[] = [
  ...money,
  moneyAbove,
  ...years,
  ...numbers,
  ...measures,
  ...texts,
  otherDates,
  ...datesOfRegisters,
  order,
  blankColumn,
];
