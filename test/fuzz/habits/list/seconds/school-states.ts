import { cell, columnOf, insertColumn, type Column, type Drawing } from "../../model";
import { mustAsk, type Habit } from "../habit";
import { schoolTables } from "../tools";

/** What is said of a school as a whole, in a table of one school a row. */
const ofSchools = (
  name: string,
  headers: readonly string[],
  out: readonly string[],
  still: readonly (string | null)[],
): Habit =>
  mustAsk({
    name: `school-state-${name}`,
    class: "C9",
    aspect: "texts",
    stage: 2,
    prepare(truth) {
      truth.schools.at(-1)!.closed = true;
    },
    fits: (drawing: Drawing) =>
      schoolTables(drawing).length > 0 && !/pivot|kinds/.test(drawing.layout) && drawing.truth.schools.length > 2,
    draw(drawing, dice) {
      const header = dice.one(headers);
      for (const table of schoolTables(drawing)) {
        const word = dice.one(still);
        const column: Column = { role: "other", headers: [header], tells: true };
        insertColumn(table, table.columns.indexOf(columnOf(table, "school")!) + 1, column, ({ school }) =>
          cell(school?.closed === true ? dice.one(out) : word),
        );
      }
    },
  });

const schoolStates = [
  ofSchools(
    "situation",
    ["Situation", "Statut", "État"],
    ["Inactive", "Fermée", "Désaffectée"],
    ["Active", "Ouverte", "En activité"],
  ),
  ofSchools("membership", ["Adhérente", "Conventionnée", "En convention", "Ordiclasse"], ["non"], ["oui"]),
  ofSchools("billing", ["À facturer", "Facturable", "Facturation"], ["non", "NON", "exonérée"], ["oui", "OUI"]),
];

export const schoolStateHabits: readonly Habit[] = schoolStates;
