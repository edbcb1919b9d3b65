import { sheet } from "../../draw/parts";
import { type Drawing, type Sheet, type Standing } from "../../model";
import type { Dice } from "../../dice";
import { nouns } from "../../words/nouns";
import { mustAsk, read, type Habit, type Tag } from "../habit";
import { isOn } from "../tools";
import { dated } from "./columns";
import { drawnAgain, otherSchools, parcSheets, parcTable, plainTable, tableOf } from "./tables";

/** A sheet beside the inventory. */
const beside = (
  name: string,
  must: Tag,
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
export function whole(drawing: Drawing, name: string, dice: Dice): Sheet {
  const [first] = parcSheets(drawing);
  return { ...first!, name, tables: first!.tables.map((one) => drawnAgain(one, "other-year", dice)) };
}

export const isWhole = isOn(
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

export const secondSheetHabits: readonly Habit[] = [
  ...sheets,
  corrected,
  unread("and-due", true),
  unread("and-out", false),
];
