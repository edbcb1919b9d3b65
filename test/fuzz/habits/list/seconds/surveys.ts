import { at, cell, columnOf, dataRows, equipmentOf, insertColumn, type Column, type Row } from "../../model";
import { mayRefuse, read, type Habit, type Tag } from "../habit";
import { isOn } from "../tools";
import { near } from "./beside";

/** The same items told on two days, whole dates beside them: the last one not after the snapshot counts. */
const surveys = (name: string, must: Tag, header: readonly string[], of: (year: number) => Cellish): Habit =>
  must({
    name: `rows-of-two-${name}`,
    class: "C5-C17",
    aspect: "rows",
    stage: 2,
    fits: isOn("long", "long-pairs"),
    draw(drawing, dice) {
      const { campaign } = drawing.truth;
      const word = dice.one(header);
      for (const table of equipmentOf(drawing)) {
        const now = dataRows(table);
        const before = now.map((row): Row => ({
          ...row,
          is: "other-year",
          cells: row.cells.map((one) => ({ ...one })),
        }));
        for (const row of before)
          for (const column of table.columns)
            if (column.role === "quantity") {
              const one = at(table, row, column);
              one.value = typeof one.value === "number" ? near(one.value, dice) : one.value;
            }
        table.rows.unshift(...before);
        const index = table.columns.findIndex(({ role }) => role === "label");
        const column: Column = { role: "other", headers: [word] };
        insertColumn(table, dice.chance(0.5) ? index : table.columns.length, column, (row) => {
          const { value, format } = of(row.is === "other-year" ? campaign - 1 : campaign);
          return cell(value, format);
        });
      }
    },
  });

interface Cellish {
  readonly value: string | number;
  readonly format?: string;
}

const november = (year: number): Cellish => ({ value: 41_944 + (year - 2014) * 365, format: "dd/mm/yyyy" });

const twice = [
  surveys("surveys", read, ["Date du relevé", "Situation au", "Relevé du"], november),
  surveys("campaigns", mayRefuse, ["Campagne", "Année", "Exercice", "Inventaire"], (year) => ({ value: year })),
];

/** Two columns of natures in a long table: the town hall's own words, and those of the convention. */
const twoNatures = mayRefuse({
  name: "second-nature-column",
  class: "C17",
  aspect: "natures",
  stage: 2,
  fits: isOn("long"),
  draw(drawing, dice) {
    const header = dice.one(["Nature (mairie)", "Nature (ancienne)", "Nature comptable", "Nature saisie"]);
    for (const table of equipmentOf(drawing)) {
      const own = columnOf(table, "nature")!;
      const column: Column = { role: "other", headers: [header], is: "beside" };
      insertColumn(table, table.columns.indexOf(own), column, () =>
        cell(dice.one(["Maintenance", "Installation", "Fonctionnement", null])),
      );
    }
  },
});

export const surveyHabits: readonly Habit[] = [...twice, twoNatures];
