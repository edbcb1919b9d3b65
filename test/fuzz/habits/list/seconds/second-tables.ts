import { lines } from "../../draw/parts";
import type { Drawing, Standing, Table } from "../../model";
import type { Dice } from "../../dice";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { isOn } from "../tools";
import { dated } from "./columns";
import { drawnAgain, otherSchools, parcSheets, parcTable, putBelow, putBeside, tableOf } from "./tables";

const isAlone = isOn(
  "wide",
  "grouped",
  "quantity-amount",
  "long",
  "long-pairs",
  "across",
  "across-named",
  "commune-titles",
);

/** The whole table once more on its sheet, with other counts. */
const again = (
  name: string,
  must: Tag,
  is: Standing,
  titles: readonly (readonly [own: string | null, other: string | null])[],
  { isSecondRight = false, beside = false } = {},
): Habit =>
  must({
    name: `second-table-${name}`,
    class: "C16",
    aspect: "other-sheets",
    stage: 5,
    fits: (drawing) =>
      isAlone(drawing) &&
      parcSheets(drawing).every(
        ({ tables }) =>
          tables.length === 1 &&
          // Across, the first keeps the title of its sheet, which is of the campaign.
          (tables[0]!.across === true ? !(isSecondRight && must === read) : tables[0]!.above.length === 0),
      ),
    draw(drawing, dice) {
      const [own, other] = dice.one(titles);
      for (const sheet of parcSheets(drawing)) {
        const table = parcTable(sheet);
        if (own !== null && table.across !== true) table.above = lines(dated(own, drawing));
        const copy = drawnAgain(table, is, dice);
        if (isSecondRight) swap(table, copy);
        if (beside) putBeside(sheet, copy, dated(other!, drawing));
        else putBelow(sheet, copy, other === null ? null : dated(other, drawing));
      }
    },
  });

/** Gives two tables each other's rows, and what they are. */
function swap(one: Table, other: Table): void {
  const { rows, columns } = one;
  Object.assign(one, { rows: other.rows, columns: other.columns, is: other.is });
  Object.assign(other, { rows, columns });
  delete other.is;
}

const untitled = [[null, null]] as const;
const years = [
  ["Situation au 01/11/{N}", "Situation au 01/11/{N-1}"],
  ["Parc {N}", "Parc {N-1}"],
  ["Inventaire au 1er novembre {N}", "Rappel : inventaire au 1er novembre {N-1}"],
] as const;

const same = [
  again("beneath-as-it-was", mustAsk, "again", untitled),
  again("beneath-corrected", mustAsk, "again", untitled, { isSecondRight: true }),
  again("beneath-of-the-year-before", read, "other-year", years),
  again("beside-of-the-year-before", read, "other-year", years, { beside: true }),
  again(
    "beneath-of-the-campaign",
    read,
    "other-year",
    years.map(([now, before]) => [before, now] as const),
    { isSecondRight: true },
  ),
];

/** Another table below, of schools that no other knows or of some of the same. */
const below = (name: string, must: Tag, is: Standing, titles: readonly string[], { known = false } = {}): Habit =>
  must({
    name: `table-below-${name}`,
    class: "C8",
    aspect: "other-sheets",
    stage: 5,
    fits: (drawing) => !/pivot|glpi|forms|form-tabs/.test(drawing.layout),
    draw(drawing: Drawing, dice: Dice) {
      const title = dated(dice.one(titles), drawing);
      const schools = known ? dice.some(drawing.truth.schools, 2) : otherSchools(drawing, 2, dice);
      putBelow(parcSheets(drawing).at(-1)!, tableOf(drawing, schools, is), title);
    },
  });

const closed = [
  "Écoles fermées",
  "ÉCOLES FERMÉES EN JUILLET {N}",
  "Écoles hors convention",
  "Pour mémoire (non facturées)",
];
const others = [
  below("closed-schools", mustAsk, "out", closed),
  below("archives", mustAsk, "out", ["Ancien parc", "Historique", "Archives", "Matériel à l'atelier", "Au magasin"], {
    known: true,
  }),
  below("not-in-service", read, "out", ["Stock", "Matériel réformé", "Réserve", "Matériel sorti", "Demandes {N+1}"], {
    known: true,
  }),
  below("not-in-service-of-others", mayRefuse, "out", ["Stock", "Matériel réformé", "Réserve", "Demandes {N+1}"]),
];

export const secondTableHabits: readonly Habit[] = [...same, ...others];
