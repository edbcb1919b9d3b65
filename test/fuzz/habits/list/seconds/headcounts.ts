import { cell, columnOf, insertColumn, tablesOf, type Drawing, type Standing, type Table } from "../../model";
import type { Dice } from "../../dice";
import { mayRefuse, read, type Habit, type Tag } from "../habit";
import { isForm } from "../tools";
import { dated } from "./columns";

/** Tables of one school a row, down or across, that show its pupils. */
const withPupils = (drawing: Drawing): Table[] =>
  tablesOf(drawing).filter(
    (table) => table.rowIs === "school" && !isForm(table) && columnOf(table, "headcount") !== undefined,
  );

/** A second number of pupils, or of people, beside the pupils. */
const second = (
  name: string,
  must: Tag,
  is: Standing,
  words: readonly string[],
  value: (pupils: number, dice: Dice) => number | null = (pupils, dice) => Math.max(1, pupils + dice.whole(-9, 9)),
): Habit =>
  must({
    name: `second-headcount-${name}`,
    class: "C5-C17",
    aspect: "headcounts",
    stage: 1,
    fits: (drawing) => withPupils(drawing).length > 0 && drawing.layout !== "pivot",
    draw(drawing, dice) {
      const word = dated(dice.one(words), drawing);
      const isBefore = dice.chance(0.4);
      for (const table of withPupils(drawing)) {
        const own = columnOf(table, "headcount")!;
        const headers = [...own.headers.slice(0, -1), word];
        const index = table.columns.indexOf(own) + (isBefore ? 0 : 1);
        insertColumn(table, index, { role: "other", headers, is }, ({ school }) => cell(value(school!.pupils, dice)));
      }
    },
  });

const staff = (pupils: number): number => Math.ceil(pupils / 21);

const beside = [
  second("year-before", read, "other-year", [
    "Effectif {N-1}",
    "Effectif N-1",
    "Rappel effectif {N-1}",
    "Élèves {N-1}",
    "Rappel {N-1}",
  ]),
  second("of-january", mayRefuse, "again", ["Effectif janvier {N}", "Effectif juin {N}", "Effectif au 15/01/{N}"]),
  second("forecast", read, "out", ["Effectif prévu {N+1}", "Effectif prévu rentrée {N+1}", "Prévision effectif {N+1}"]),
  second("capacity", mayRefuse, "beside", [
    "Capacité d'accueil",
    "Effectif maximum",
    "Effectif théorique",
    "Places",
    "Seuil",
  ]),
  second("staff", read, "beside", ["Enseignants", "Nb enseignants", "Nombre d'enseignants"], staff),
];

/** « Effectifs » over the pupils, the teachers, and their total: the pupils alone are due. */
const withTeachers = mayRefuse({
  name: "second-headcount-pupils-teachers-total",
  class: "C5",
  aspect: "headcounts",
  stage: 1,
  fits: ({ layout }) => ["wide", "blocks", "commune-tabs", "two-sheets"].includes(layout),
  draw(drawing, dice) {
    const [above, adults] = dice.one([
      ["Effectifs", "Enseignants"],
      ["Effectif de l'école", "Personnel"],
      ["Effectifs", "Adultes"],
    ] as const);
    for (const table of withPupils(drawing)) {
      for (const column of table.columns) column.headers.unshift("");
      const own = columnOf(table, "headcount")!;
      own.headers = [above, "Élèves"];
      const index = table.columns.indexOf(own) + 1;
      insertColumn(table, index, { role: "other", headers: [above, adults], is: "beside" }, ({ school }) =>
        cell(staff(school!.pupils)),
      );
      insertColumn(table, index + 1, { role: "other", headers: [above, "Total"], is: "total" }, ({ school }) =>
        cell(school!.pupils + staff(school!.pupils)),
      );
    }
  },
});

export const secondHeadcountHabits: readonly Habit[] = [...beside, withTeachers];
