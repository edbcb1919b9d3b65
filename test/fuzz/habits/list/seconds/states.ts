import { at, cell, columnOf, dataRows, insertColumn, type Column, type Row, type Table } from "../../model";
import type { Dice } from "../../dice";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { concerned } from "../machines";
import { isOn, machineTables } from "../tools";
import { dated } from "./columns";

const posts = (table: Table): Row[] => concerned(table, "in").filter(({ prestation }) => prestation === "POSTE_STD");

/** Machines more, in tables of machines: copies of some, not in service, which a column alone says. */
function moreMachines(table: Table, count: number, dice: Dice): Row[] {
  return Array.from({ length: count }, (_, index): Row => {
    const model = dice.one(posts(table));
    const row: Row = { ...model, is: "out", cells: model.cells.map((one) => ({ ...one })) };
    for (const column of table.columns)
      if (/inventaire|^Nom$|^Name$|série|Serial/.test(column.headers.at(-1)!))
        at(table, row, column).value = `R${table.rows.length}-${index}`;
    table.rows.splice(dice.whole(0, table.rows.length), 0, row);
    return row;
  });
}

/** A column beside the state, or in its place, that says of some machines that they are not in service. */
const second = (
  name: string,
  must: Tag,
  headers: readonly string[],
  out: readonly string[],
  still: readonly (string | null)[],
  isBeside = false,
): Habit =>
  must({
    name: `second-state-${name}`,
    class: "C10",
    aspect: "states",
    stage: 2,
    fits: (drawing) =>
      isOn("register", "glpi-fr")(drawing) && machineTables(drawing).every((table) => posts(table).length > 0),
    draw(drawing, dice) {
      const header = dated(dice.one(headers), drawing);
      for (const table of machineTables(drawing)) {
        const gone = new Set(moreMachines(table, dice.whole(2, 5), dice));
        const own = columnOf(table, "state")!;
        const column: Column = { role: isBeside ? "other" : "state", headers: [header], tells: true };
        const cellOf = (row: Row) =>
          cell(gone.has(row) ? dice.one(out) : row.machine!.exit !== null ? dice.one(out) : dice.one(still));
        if (isBeside) insertColumn(table, table.columns.indexOf(own) + 1, column, cellOf);
        else {
          const index = table.columns.indexOf(own);
          table.columns[index] = column;
          for (const row of dataRows(table)) row.cells[index] = cellOf(row);
        }
      }
    },
  });

const places = [null, "Classe", "Direction", "Salle informatique", "BCD", "Salle des maîtres"];
const states = [
  second(
    "allocation",
    mustAsk,
    ["Affectation", "Position", "Localisation physique"],
    ["Réserve TIC", "Stock TIC", "Magasin"],
    places,
  ),
  second(
    "survey",
    mustAsk,
    ["Récolement", "Récolement {N}", "Constat", "Pointage {N}"],
    ["Non retrouvé", "Absent", "Introuvable", "Manquant"],
    [null, "Vu", "Présent"],
  ),
  second(
    "destiny",
    mustAsk,
    ["Devenir", "Suivi", "Suite donnée"],
    ["Parti en DEEE", "Déposé au magasin", "Rendu", "Benne"],
    [null, null, "RAS"],
  ),
  second(
    "physical",
    mustAsk,
    ["État physique", "État {N}", "État du matériel"],
    ["Épave", "Carcasse", "Irréparable", "Démonté"],
    ["Bon", "Moyen", "Correct", "Usagé"],
  ),
  second(
    "beside-in-disagreement",
    mustAsk,
    ["Situation", "Position", "Constat {N}"],
    ["Sorti", "Réformé", "Rebut"],
    ["En service"],
    true,
  ),
];

/** The state of last year and this year's: this year's counts. */
const ofTwoYears = (name: string, must: Tag, of: (year: number) => string): Habit =>
  must({
    name: `second-state-${name}`,
    class: "C10",
    aspect: "states",
    stage: 2,
    fits: (drawing) =>
      isOn("register", "glpi-fr")(drawing) && machineTables(drawing).every((table) => posts(table).length > 3),
    draw(drawing, dice) {
      const { campaign } = drawing.truth;
      for (const table of machineTables(drawing)) {
        const own = columnOf(table, "state")!;
        own.headers = [of(campaign)];
        const back = new Set(dice.some(posts(table), dice.whole(1, 3)));
        const column: Column = { role: "other", headers: [of(campaign - 1)], is: "other-year" };
        insertColumn(table, table.columns.indexOf(own), column, (row) =>
          cell(back.has(row) ? dice.one(["En réparation", "Réformé", "En stock"]) : "En service"),
        );
      }
    },
  });

/** Machines that a second column says to be back, though their state was not changed: they are in service. */
const back = mustAsk({
  name: "second-state-back-in-service",
  class: "C10",
  aspect: "states",
  stage: 2,
  fits: (drawing) =>
    isOn("register", "glpi-fr")(drawing) && machineTables(drawing).every((table) => posts(table).length > 3),
  draw(drawing, dice) {
    const header = dated(dice.one(["Situation", "Position", "Constat {N}", "État vérifié"]), drawing);
    for (const table of machineTables(drawing)) {
      const own = columnOf(table, "state")!;
      const chosen = new Set(dice.some(posts(table), dice.whole(1, 3)));
      for (const row of chosen) at(table, row, own).value = dice.one(["En stock", "Réformé", "HS"]);
      insertColumn(table, table.columns.indexOf(own) + 1, { role: "other", headers: [header], tells: true }, (row) =>
        cell(chosen.has(row) ? dice.one(["Remis en service", "En service"]) : at(table, row, own).value),
      );
    }
  },
});

/** A second machine in the row of a first. */
const secondMachine = mayRefuse({
  name: "second-label-in-registers",
  class: "C17",
  aspect: "labels",
  stage: 2,
  fits: isOn("register"),
  draw(drawing, dice) {
    const header = dice.one(["2e matériel", "Matériel associé", "Équipement lié", "Écran"]);
    for (const table of machineTables(drawing)) {
      const label = columnOf(table, "label")!;
      const column: Column = { role: "other", headers: [header], is: "beside" };
      insertColumn(table, table.columns.indexOf(label) + 1, column, () =>
        cell(dice.one([null, null, "Écran 19 pouces", "Onduleur", "Écran + clavier"])),
      );
    }
  },
});

export const secondStateHabits: readonly Habit[] = [
  ...states,
  ofTwoYears("of-two-years", read, (year) => `Statut ${year}`),
  ofTwoYears("of-two-dates", read, (year) => `État au 01/11/${year}`),
  back,
  secondMachine,
];
