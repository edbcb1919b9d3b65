import { dateCell, snapshotOf } from "../../draw/registers";
import { at, cell, columnOf, dataRows, insertColumn, type Cell, type Column, type Drawing } from "../../model";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { concerned } from "../machines";
import { isOn, machineTables, schoolTables } from "../tools";
import { dated } from "./columns";

const isMark = ({ headers }: Column): boolean => /^(?:HS|Réformé|En service)/.test(headers[0]!);

/** A date that ends the service of a machine, under words that no list may have: nothing else says that it left. */
const exits = (
  name: string,
  must: Tag,
  words: readonly string[],
  otherwise: (dice: { whole(a: number, b: number): number }) => Cell = () => cell(null),
): Habit =>
  must({
    name: `second-date-${name}`,
    class: "C11",
    aspect: "exits",
    stage: 1,
    fits: (drawing) =>
      isOn("register")(drawing) && machineTables(drawing).some((table) => concerned(table, "out").length > 0),
    draw(drawing, dice) {
      const word = dice.one(words);
      for (const table of machineTables(drawing)) {
        const exit = columnOf(table, "exit")!;
        exit.headers = [word];
        exit.tells = true;
        const state = columnOf(table, "state");
        // What the state said, this date alone says now; a mark under « HS » says it still.
        if (state !== undefined && !isMark(state))
          for (const row of dataRows(table)) at(table, row, state).value = "En service";
        for (const row of concerned(table, "in")) row.cells[table.columns.indexOf(exit)] = otherwise(dice);
      }
    },
  });

/** The machine that took its place stands beside one that left. */
const replacedBy = mustAsk({
  name: "second-date-replaced-by",
  class: "C11",
  aspect: "exits",
  stage: 1,
  fits: (drawing) =>
    isOn("register")(drawing) && machineTables(drawing).some((table) => concerned(table, "out").length > 0),
  draw(drawing, dice) {
    const word = dice.one(["Remplacé par", "Remplaçant", "Échangé contre"]);
    for (const table of machineTables(drawing)) {
      const exit = columnOf(table, "exit")!;
      const column: Column = { role: "exit", headers: [word], tells: true };
      table.columns[table.columns.indexOf(exit)] = column;
      const state = columnOf(table, "state");
      if (state !== undefined && !isMark(state))
        for (const row of dataRows(table)) at(table, row, state).value = "En service";
      for (const row of dataRows(table))
        row.cells[table.columns.indexOf(column)] = cell(
          row.machine!.exit === null ? null : `INV-${String(dice.whole(1, 400)).padStart(5, "0")}`,
        );
    }
  },
});

/** When a school opened: long ago. */
const openings = read({
  name: "second-date-of-opening",
  class: "C9",
  aspect: "other-dates",
  stage: 2,
  fits: (drawing) => schoolTables(drawing).length > 0 && !/pivot|kinds/.test(drawing.layout),
  draw(drawing, dice) {
    const word = dice.one(["Date d'ouverture", "Ouverte le", "Année de construction", "Date de création"]);
    for (const table of schoolTables(drawing))
      insertColumn(
        table,
        table.columns.indexOf(columnOf(table, "school")!) + 1,
        { role: "other", headers: [word] },
        () =>
          word.startsWith("Année") ? cell(dice.whole(1882, 1988)) : cell(dice.whole(20_000, 36_000), "dd/mm/yyyy"),
      );
  },
});

/** When a school closed, or will: a date in the past, the school is no longer billed. */
const closings = (name: string, must: Tag, isPast: boolean): Habit =>
  must({
    name: `second-date-of-closing-${name}`,
    class: "C9",
    aspect: "other-dates",
    stage: 2,
    ...(isPast && {
      prepare(truth) {
        truth.schools.at(-1)!.closed = true;
      },
    }),
    fits: (drawing) =>
      schoolTables(drawing).length > 0 && !/pivot|kinds/.test(drawing.layout) && drawing.truth.schools.length > 2,
    draw(drawing: Drawing, dice) {
      const word = dated(
        dice.one(["Date de fermeture", "Fermée le", "Fermeture", "Fin de convention", "Sortie du dispositif"]),
        drawing,
      );
      const snapshot = snapshotOf(drawing.truth.campaign);
      const day = isPast ? snapshot - dice.whole(60, 400) : snapshot + dice.whole(120, 300);
      const chosen = drawing.truth.schools.at(-1)!;
      for (const table of schoolTables(drawing)) {
        const column: Column = { role: "other", headers: [word], ...(isPast && { tells: true as const }) };
        insertColumn(table, table.columns.indexOf(columnOf(table, "school")!) + 1, column, ({ school }) =>
          dateCell(school === chosen ? day : null),
        );
      }
    },
  });

export const secondDateHabits: readonly Habit[] = [
  exits("out-of-service-since", mustAsk, ["Hors service depuis", "HS depuis le", "Hors d'usage depuis"]),
  exits("end-of-use", mustAsk, [
    "Fin d'utilisation",
    "Supprimé le",
    "Jusqu'au",
    "Parti le",
    "Enlevé le",
    "Mis de côté le",
  ]),
  exits("of-leaving", mayRefuse, ["Date de départ", "Date de sortie définitive", "Date de mise au rebut", "Sortie le"]),
  replacedBy,
  openings,
  closings("past", mustAsk, true),
  closings("to-come", mayRefuse, false),
];
