import { communeColumn, labels, lines, quantityColumn, schoolColumn, schoolTable, sheet } from "../draw/parts";
import {
  at,
  cell,
  dataRows,
  equipmentOf,
  line,
  table,
  type Cell,
  type Drawing,
  type Row,
  type Sheet,
  type Standing,
  type Table,
} from "../model";
import type { Dice } from "../dice";
import { mayRefuse, read, type Habit } from "./habit";
import { isOn } from "./tools";

const note = (name: string, ...rows: Cell["value"][][]): Sheet => ({
  name,
  tables: [{ ...table("headcounts", "school", [], []), above: rows.map((row) => line(...row)) }],
});

/** A sheet that holds nothing to bill. */
const beside = (
  name: string,
  className: string,
  make: (drawing: Drawing, dice: Dice) => Sheet | readonly Sheet[],
  {
    must = read,
    fits = () => true,
    is = "beside",
  }: Partial<Pick<Habit, "fits">> & { must?: typeof read; is?: Standing } = {},
): Habit =>
  must({
    name: `sheet-${name}`,
    class: className,
    aspect: "other-sheets",
    stage: 6,
    fits,
    draw(drawing, dice) {
      const made = [make(drawing, dice)].flat();
      for (const one of made.flatMap(({ tables }) => tables)) one.is = is;
      if (dice.chance(0.3)) drawing.sheets.unshift(...made);
      else drawing.sheets.push(...made);
    },
  });

const plain = [
  beside("empty", "harmless", ({ sheets }) => {
    const isFree = (name: string): boolean => sheets.every((own) => own.name !== name);
    return ["Feuil2", "Feuil3", "Feuil4"]
      .filter(isFree)
      .slice(0, 2)
      .map((name) => note(name));
  }),
  beside("notes", "harmless", () =>
    note("Notes", ["Mode d'emploi interne"], [], ["Penser à relancer les écoles pour les effectifs."], [12]),
  ),
  beside("contents", "harmless", ({ truth }) =>
    note(
      "Sommaire",
      [`Ordiclasse ${truth.campaign}`],
      ...[...new Set(truth.schools.map(({ commune }) => commune[1]))].map((name) => [name]),
    ),
  ),
  beside("contacts", "harmless", ({ truth }) =>
    note(
      "Contacts",
      ["Commune", "École", "Téléphone", "Courriel"],
      ...truth.schools.map(({ commune, name }) => [commune[1], name, "03.81.58.12.34", "ecole@mairie.example"]),
    ),
  ),
  beside("prices", "S2", () =>
    note(
      "Tarif",
      ["Prestation", "Installation", "Maintenance"],
      [labels.POSTE_STD, 31.6, 36.86],
      [labels.POSTE_SPEC, 84.26, 47.39],
      [labels.IMPRIMANTE, null, 15.79],
    ),
  ),
  beside("lists", "harmless", () => note("Listes", ["Prestation"], ...Object.values(labels).map((label) => [label]))),
  beside(
    "contacts-with-numbers",
    "refused",
    ({ truth }) =>
      note(
        "Mairies",
        ["Commune", "Code postal", "Habitants"],
        ...[...new Set(truth.schools.map(({ commune }) => commune[1]))].map((name, index) => [
          name,
          25000 + index * 10,
          400 + index * 37,
        ]),
      ),
    { must: mayRefuse },
  ),
];

/** An inventory of some schools, whose quantities are not in service. */
function other(drawing: Drawing, name: string, dice: Dice, title?: string): Sheet {
  const columns = [
    communeColumn(),
    schoolColumn(),
    quantityColumn("POSTE_STD", "maintenance", "Poste client standard"),
  ];
  const made = schoolTable(
    "inventory",
    dice.some(drawing.truth.schools, Math.max(2, Math.ceil(drawing.truth.schools.length / 2))),
    columns,
  );
  for (const row of dataRows(made)) row.cells[2] = cell(dice.whole(1, 9));
  if (title !== undefined) made.above = lines(title, "");
  return sheet(name, made);
}

/** A register of machines that are not in service. */
function machines(drawing: Drawing, name: string, dice: Dice): Sheet {
  const rows = dice.some(drawing.truth.schools, 2).map((school, index): Row => {
    const values = [`R-${index + 1}`, labels.POSTE_STD, school.commune[1], school.name];
    return { kind: "data", school, cells: [...values.map((value) => cell(value)), cell(39_000 + index, "dd/mm/yyyy")] };
  });
  const columns = ["N° inventaire", "Désignation", "Commune", "École", "Date d'installation"].map((header) => ({
    role: "other" as const,
    headers: [header],
  }));
  return sheet(name, table("inventory", "machine", columns, rows));
}

const notInService = [
  ["retired", "S6", ["Réformés", "Matériel réformé", "Rebut", "Matériel sorti", "Sortis"]],
  ["stock", "S6", ["Stock", "En stock", "Réserve"]],
  ["orders", "S6", ["Commandes", "Devis", "Demandes", "Demandes 2015", "Prévisions", "Projets"]],
  ["given", "S6", ["Cédés", "Matériel cédé", "Retirés"]],
  ["models", "S6", ["Modèle", "Exemple", "Trame", "Brouillon"]],
] as const;
const outs = notInService.map(([name, className, names]) =>
  beside(name, className, (drawing, dice) => other(drawing, dice.one(names), dice), { is: "out" }),
);
const registers = notInService.slice(0, 2).map(([name, className, names]) =>
  beside(`${name}-register`, className, (drawing, dice) => machines(drawing, dice.one(names), dice), {
    fits: isOn("register", "glpi-fr", "wide"),
    is: "out",
  }),
);
const byTitle = beside(
  "retired-by-title",
  "S6",
  (drawing, dice) =>
    other(drawing, "Feuil4", dice, dice.one(["Matériel réformé", "Stock de la réserve", "Devis en cours"])),
  { is: "out" },
);

/** The equipment once more, of another year, hidden, or as a copy. */
function again(drawing: Drawing, name: string, dice: Dice, more: Partial<Sheet> = {}, change = 2): Sheet {
  const [first] = drawing.sheets.filter(({ tables }) => tables.some(({ kind }) => kind === "inventory"));
  const tables = first!.tables.map((one): Table => {
    const rows = one.rows.map((row): Row => ({ ...row, cells: row.cells.map((value): Cell => ({ ...value })) }));
    const copy = { ...one, columns: one.columns.map((column) => ({ ...column })), rows, above: [], merged: [] };
    for (const row of dataRows(copy))
      for (const column of copy.columns.filter(({ role }) => role === "quantity")) {
        const value = at(copy, row, column);
        if (typeof value.value === "number" && value.formula === undefined) value.value += dice.whole(0, change);
      }
    return copy;
  });
  return { ...first!, name, tables, ...more };
}

/** True where the sheet says the campaign and no heading does, so that a copy may say another. */
function isDatedByItsSheet({ sheets, truth: { campaign } }: Drawing): boolean {
  const found = sheets.find(({ tables }) => tables.some(({ kind }) => kind === "inventory"))!;
  const says = (text: string): boolean => text.includes(String(campaign)) || text.includes(`/${campaign % 100}`);
  return says(found.name) && !found.tables.some(({ columns }) => columns.some(({ headers }) => headers.some(says)));
}

const yearBefore = beside(
  "year-before",
  "harmless",
  (drawing, dice) => again(drawing, `Parc ${drawing.truth.campaign - 1}`, dice),
  {
    fits: (drawing) =>
      isOn("wide", "grouped", "long-pairs", "quantity-amount", "commune-titles")(drawing) && isDatedByItsSheet(drawing),
    is: "other-year",
  },
);
const hidden = beside("hidden", "harmless", (drawing, dice) => again(drawing, "Ancien", dice, { hidden: true }), {
  fits: isOn("wide", "grouped", "long", "long-pairs"),
  is: "other-year",
});
const copy = beside("copy", "refused", (drawing, dice) => again(drawing, "Feuil9", dice), {
  must: mayRefuse,
  fits: isOn("wide", "grouped", "long-pairs"),
  is: "again",
});

const recap = beside(
  "recap",
  "refused",
  ({ truth }) => {
    const names = [...new Set(truth.schools.map(({ commune }) => commune[1]))];
    const of = (name: string) => truth.schools.filter(({ commune }) => commune[1] === name);
    return note(
      "Récapitulatif",
      ["Commune", "Nb écoles", "Postes clients standard", "Élèves"],
      ...names.map((name) => [
        name,
        of(name).length,
        of(name).reduce((sum, { service }) => sum + service.POSTE_STD, 0),
        of(name).reduce((sum, { pupils }) => sum + pupils, 0),
      ]),
    );
  },
  { must: mayRefuse, is: "total" },
);

const order = read({
  name: "sheets-in-another-order",
  class: "harmless",
  aspect: "sheet-order",
  stage: 6,
  fits: ({ sheets }) => sheets.length > 1,
  draw(drawing) {
    drawing.sheets.reverse();
  },
});

const named = (name: string, names: readonly string[]): Habit =>
  read({
    name: `sheet-named-${name}`,
    class: "S6",
    aspect: "sheet-name",
    stage: 5,
    fits: isOn("wide", "grouped", "long", "long-pairs", "register", "commune-titles"),
    draw(drawing, dice) {
      const word = dice.one(names).replaceAll("{N}", String(drawing.truth.campaign));
      drawing.sheets.find(({ tables }) => tables.some(({ kind }) => kind === "inventory"))!.name = word;
    },
  });

const names = [
  named("by-excel", ["Feuil1", "Feuille 1", "Sheet1"]),
  named("without-what", ["Parc hors stock", "Inventaire hors réformés", "Parc (réformés non compris)"]),
  named("tracking", ["Suivi {N}", "Inventaire", "Suivi du parc en service"]),
];

const twoNames = (name: string, parc: string, fresh: string): Habit =>
  read({
    name: `sheets-named-${name}`,
    class: "S5",
    aspect: "sheet-name",
    stage: 5,
    fits: (drawing) => drawing.layout === "two-sheets" && equipmentOf(drawing).length > 1,
    draw(drawing) {
      const of = (text: string): string => text.replaceAll("{N}", String(drawing.truth.campaign));
      drawing.sheets[0]!.name = of(parc);
      drawing.sheets[1]!.name = of(fresh);
    },
  });

const pairs = [
  twoNames("by-nature", "Maintenance", "Installation"),
  twoNames("new", "Parc au 01.11.{N}", "Nouveaux"),
  twoNames("deliveries", "En service", "Livraisons {N}"),
  twoNames("laid", "Inventaire {N}", "Pose"),
];

export const sheetHabits: readonly Habit[] = [
  ...plain,
  ...outs,
  ...registers,
  byTitle,
  yearBefore,
  hidden,
  copy,
  recap,
  order,
  ...names,
  ...pairs,
];
