import { labels, lines, sheet } from "../../draw/parts";
import { snapshotOf } from "../../draw/registers";
import { cell, equipmentOf, table, type Column, type Drawing, type Row, type Sheet, type Standing } from "../../model";
import type { Dice } from "../../dice";
import { nouns } from "../../words/nouns";
import { mayRefuse, mustAsk, read, type Habit } from "../habit";
import { isOn } from "../tools";
import { dated } from "./columns";
import { drawnAgain, otherSchools, parcSheets, parcTable, plainTable, tableOf } from "./tables";

type As = (habit: Omit<Habit, "must">) => Habit;

/** A sheet beside the inventory. */
const beside = (
  name: string,
  must: As,
  is: Standing,
  names: readonly string[],
  make: (drawing: Drawing, name: string, dice: Dice) => Sheet,
  fits: Habit["fits"] = () => true,
): Habit =>
  must({
    name: `second-sheet-${name}`,
    class: "C8",
    aspect: "other-sheets",
    stage: 6,
    fits,
    draw(drawing, dice) {
      const made = make(drawing, dated(dice.one(names), drawing), dice);
      for (const one of made.tables) one.is = is;
      drawing.sheets.splice(dice.chance(0.3) ? 0 : drawing.sheets.length, 0, made);
    },
  });

const ofOthers = (drawing: Drawing, name: string, dice: Dice): Sheet =>
  sheet(name, tableOf(drawing, otherSchools(drawing, dice.whole(1, 3), dice), "out"));
const ofTheSame = (drawing: Drawing, name: string, dice: Dice): Sheet =>
  sheet(name, plainTable(dice.some(drawing.truth.schools, 3), "out"));

/** The whole inventory once more. */
function whole(drawing: Drawing, name: string, dice: Dice): Sheet {
  const [first] = parcSheets(drawing);
  return { ...first!, name, tables: first!.tables.map((one) => drawnAgain(one, "other-year", dice)) };
}

const isWhole = isOn(
  "wide",
  "grouped",
  "long",
  "long-pairs",
  "quantity-amount",
  "commune-titles",
  "across",
  "across-named",
  "register",
);

const away = ["Archives", "Historique", "Ancien parc", "Ancien", "Pour mémoire", "Ancien inventaire"];
const elsewhere = ["Magasin", "Atelier", "DEEE", "Garage", "Cave", "Dépôt", "Local technique", "Mairie", "Collège"];

const sheets = [
  beside("closed-schools", mustAsk, "out", ["Écoles fermées", "Fermées", "Fermetures {N}", "Écoles sorties"], ofOthers),
  beside(
    "outside-the-convention",
    mustAsk,
    "out",
    ["Hors convention", "Non facturées", "Hors Ordiclasse", "Privé"],
    ofOthers,
  ),
  beside("archives", mustAsk, "out", away, ofTheSame),
  beside("archives-whole", mustAsk, "other-year", away, whole, isWhole),
  beside("elsewhere", mustAsk, "out", elsewhere, ofTheSame),
  beside(
    "old-and-new-names",
    mustAsk,
    "again",
    ["Parc (2)", "Copie", "Parc V1", "Avant correction", "Old", "Parc bis"],
    whole,
    isWhole,
  ),
  beside(
    "year-before-whole",
    read,
    "other-year",
    ["Parc {N-1}", "Inventaire {N-1}", "Au 01-11-{N-1}"],
    whole,
    (drawing) => isWhole(drawing) && saysItsYear(drawing),
  ),
];

/** A corrected version on a sheet of its own: it alone is right. */
const corrected = mustAsk({
  name: "second-sheet-corrected",
  class: "C8",
  aspect: "other-sheets",
  stage: 6,
  fits: isWhole,
  draw(drawing, dice) {
    const [first] = parcSheets(drawing);
    const name = dice.one(["Parc corrigé", "Parc (2)", "Parc V2", "Définitif", "Rectifié", "À jour"]);
    const old = whole(drawing, first!.name, dice);
    first!.name = name;
    drawing.sheets.splice(drawing.sheets.indexOf(first!), 0, old);
  },
});

/** True where the sheet of the inventory says the campaign's year, and no heading in it another. */
function saysItsYear(drawing: Drawing): boolean {
  const found = parcSheets(drawing);
  const text = JSON.stringify(
    found.map(({ tables }) => tables.map(({ columns, above }) => [columns.map(({ headers }) => headers), above])),
  );
  return found.length === 1 && found[0]!.name.includes(String(drawing.truth.campaign)) && !/20\d\d/.test(text);
}

/** A sheet whose name nobody can know: it may be in service, or not. */
const unread = (name: string, isDue: boolean): Habit =>
  mustAsk({
    name: `second-sheet-unread-${name}`,
    class: "C8",
    aspect: "other-sheets",
    stage: 6,
    ...(isDue && {
      prepare(truth) {
        truth.schools.at(-1)!.apart = true;
      },
    }),
    fits: ({ layout, truth }) =>
      isOn("wide", "blocks", "quantity-amount", "grouped")({ layout } as Drawing) && truth.schools.length > 2,
    draw(drawing, dice) {
      const word = dice.one(nouns);
      const title = dice.one([
        word[0]!.toUpperCase() + word.slice(1),
        `Opération ${word}`,
        `Écoles ${word}`,
        `Plan ${word}`,
      ]);
      if (!isDue) {
        const made = sheet(title, tableOf(drawing, otherSchools(drawing, 2, dice), "out"));
        drawing.sheets.push(made);
        return;
      }
      const [parc] = parcSheets(drawing);
      const own = parcTable(parc!);
      const rows = own.rows.filter(({ school }) => school?.apart === true);
      own.rows = own.rows.filter((row) => !rows.includes(row));
      drawing.sheets.push(sheet(title, { ...own, rows, above: [], below: [], merged: [] }));
    },
  });

/** What was installed month by month, a tab each, every row with its day: what falls in the window is due. */
const deliveries = read({
  name: "second-sheet-deliveries-by-month",
  class: "C6",
  aspect: "other-sheets",
  stage: 6,
  fits: (drawing) =>
    drawing.layout === "two-sheets" && equipmentOf(drawing).some(({ kind }) => kind === "installations"),
  draw(drawing, dice) {
    const { campaign, schools } = drawing.truth;
    const snapshot = snapshotOf(campaign);
    const months = [
      ["oct {N-1}", -380, false],
      ["déc {N-1}", -325, true],
      ["mars {N}", -220, true],
      ["sept {N}", -50, true],
      ["nov {N}", 20, false],
    ] as const;
    const word = dice.one(["Livraisons", "Installations", "Poses"]);
    const made = months.map(([month, day, isDue]) => {
      const columns: Column[] = [
        { role: "entry", headers: ["Date"] },
        { role: "commune", headers: ["Commune"] },
        { role: "school", headers: ["École"] },
        { role: "label", headers: ["Matériel"] },
        { role: "quantity", nature: "installation", headers: ["Quantité"] },
      ];
      const rows: Row[] = [];
      const one = table("installations", "item", columns, rows);
      if (!isDue) one.is = "other-year";
      return { sheet: sheet(dated(`${word} ${month}`, drawing), one), rows, day: snapshot + day, isDue };
    });
    const put = (
      month: (typeof made)[number],
      school: (typeof schools)[number],
      code: Row["prestation"],
      count: number,
    ) =>
      month.rows.push({
        kind: "data",
        school,
        prestation: code!,
        nature: "installation",
        cells: [
          cell(month.day, "dd/mm/yyyy"),
          ...[school.commune[1], school.name, labels[code!], count].map((value) => cell(value)),
        ],
      });
    const inside = made.filter(({ isDue }) => isDue);
    for (const school of schools)
      for (const code of Object.keys(labels) as (keyof typeof labels)[])
        for (let left = school.installed[code]; left > 0;) {
          const count = dice.whole(1, left);
          put(dice.one(inside), school, code, count);
          left -= count;
        }
    for (const month of made.filter(({ isDue }) => !isDue))
      for (const school of dice.some(schools, 2)) put(month, school, "POSTE_STD", dice.whole(1, 3));
    const index = drawing.sheets.findIndex(({ tables }) => tables.some(({ kind }) => kind === "installations"));
    drawing.sheets.splice(index, 1, ...made.filter(({ rows }) => rows.length > 0).map((one) => one.sheet));
  },
});

/** The file of another year, or another's version, read together with this one. */
const otherFile = (name: string, must: As, fileName: string, title: string | null): Habit =>
  must({
    name: `second-file-${name}`,
    class: "C16",
    aspect: "other-sheets",
    stage: 6,
    fits: isWhole,
    draw(drawing, dice) {
      const made = { ...whole(drawing, parcSheets(drawing)[0]!.name, dice), file: dated(fileName, drawing) };
      if (title !== null) made.name = "Feuil1";
      for (const one of made.tables) {
        one.is = "other-year";
        if (title !== null) one.above = lines(dated(title, drawing), "");
      }
      drawing.sheets.push(made);
    },
  });

/** The headcounts in a file of their own. */
const headcountFile = read({
  name: "second-file-of-headcounts",
  class: "harmless",
  aspect: "other-sheets",
  stage: 6,
  fits: ({ sheets: all }) =>
    all.some(({ tables }) => tables.every(({ kind }) => kind === "headcounts")) && all.length > 1,
  draw(drawing) {
    for (const one of drawing.sheets)
      if (one.tables.every(({ kind, columns }) => kind === "headcounts" && columns.length > 0))
        one.file = "effectifs.xlsx";
  },
});

export const secondSheetHabits: readonly Habit[] = [
  ...sheets,
  corrected,
  unread("and-due", true),
  unread("and-out", false),
  deliveries,
  otherFile("by-its-name-alone", mustAsk, "inventaire-{N-1}.xlsx", null),
  otherFile("of-the-year-before", mayRefuse, "ancien.xlsx", "Situation au 01/11/{N-1}"),
  headcountFile,
];
