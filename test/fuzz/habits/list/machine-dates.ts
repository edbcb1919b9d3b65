import { dateCell, dateFormat, isoOf, snapshotOf } from "../draw/registers";
import { at, cell, columnOf, dataRows, insertColumn } from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { concerned, isMachines } from "./machines";
import { isOn, machineTables } from "./tools";

const isRegister = isOn("register");

const renamed = (
  name: string,
  className: string,
  role: "entry" | "exit",
  words: readonly string[],
  must = read,
): Habit =>
  must({
    name,
    class: className,
    aspect: role === "entry" ? "entries" : "exits",
    stage: 1,
    fits: isRegister,
    draw(drawing, dice) {
      const header = dice.one(words);
      for (const table of machineTables(drawing)) columnOf(table, role)!.headers = [header];
    },
  });

const dateHeaders = [
  renamed("entry-words", "S21", "entry", [
    "Date d'installation",
    "Installé le",
    "Mis en place le",
    "Date de pose",
    "Date de livraison",
    "Livré le",
    "Mise en service",
  ]),
  renamed("entry-short-words", "S21", "entry", ["Entrée", "Depuis le", "Date d'entrée", "Arrivée", "Pose"]),
  renamed("entry-by-purchase", "harmless", "entry", ["Date d'achat", "Acheté le"]),
  renamed("exit-words", "S10", "exit", [
    "Désinstallé le",
    "Date de réforme",
    "Déposé le",
    "Remplacé le",
    "Repris le",
    "Date de cession",
    "Fin de service",
    "Retiré le",
  ]),
  renamed("exit-back-in-stock", "S10", "exit", ["Retour en stock le", "Mise au rebut", "Date de retrait", "Sorti le"]),
  renamed("exit-unclear", "S10", "exit", ["Retour", "Remplacement", "Sortie prévue"], mayRefuse),
];

/** A second column of exits: later than the first, or alone. */
const twoExits = read({
  name: "exits-in-two-columns",
  class: "S10",
  aspect: "exits",
  stage: 1,
  fits: (drawing) => isRegister(drawing) && machineTables(drawing).some((table) => concerned(table, "out").length > 0),
  draw(drawing, dice) {
    const header = dice.one(["Date de réforme", "Mis au rebut le", "Date de cession"]);
    for (const table of machineTables(drawing)) {
      const first = columnOf(table, "exit")!;
      insertColumn(table, table.columns.indexOf(first) + 1, { role: "other", headers: [header] }, (row) => {
        const { exit } = row.machine!;
        // A mark may say alone that it left.
        if (exit === null || at(table, row, first).value === null) return cell(null);
        if (dice.chance(0.5)) return dateCell(exit + dice.whole(10, 600));
        at(table, row, first).value = null;
        return dateCell(exit);
      });
    }
  },
});

const blankEntries = read({
  name: "entries-missing",
  class: "harmless",
  aspect: "rows",
  stage: 2,
  fits: isMachines,
  draw(drawing, dice) {
    const window = snapshotOf(drawing.truth.campaign) - 365;
    for (const table of machineTables(drawing))
      for (const row of concerned(table, "in"))
        if (row.machine!.entry! <= window && dice.chance(0.3)) at(table, row, columnOf(table, "entry")!).value = null;
  },
});

const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];
const shortMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

interface Day {
  readonly y: string;
  readonly m: string;
  readonly d: string;
}

/** Dates as texts of a form. */
const texts = (name: string, to: (day: Day) => string, layouts = isMachines): Habit =>
  read({
    name: `dates-${name}`,
    class: "refused",
    aspect: "dates",
    stage: 4,
    fits: layouts,
    draw(drawing) {
      for (const table of machineTables(drawing))
        for (const column of table.columns.filter(({ role }) => role === "entry" || role === "exit"))
          for (const row of dataRows(table)) {
            const one = at(table, row, column);
            // « Remplacé par INV-00012 » gives no date.
            if (one.value === null || (typeof one.value === "string" && !/^\d{4}-/.test(one.value))) continue;
            const [y, m, d] = (typeof one.value === "number" ? isoOf(one.value) : one.value).split("-");
            one.value = to({ y: y!, m: m!, d: d! });
            delete one.format;
          }
    },
  });

const dateTexts = [
  texts("slashes", ({ y, m, d }) => `${d}/${m}/${y}`),
  texts("short", ({ y, m, d }) => `${Number(d)}/${Number(m)}/${y.slice(2)}`),
  texts("dots", ({ y, m, d }) => `${d}.${m}.${y}`),
  texts("hyphens", ({ y, m, d }) => `${d}-${m}-${y}`),
  texts("iso", ({ y, m, d }) => `${y}-${m}-${d}`),
  texts("iso-slashes", ({ y, m, d }) => `${y}/${m}/${d}`),
  texts("words", ({ y, m, d }) => `${d === "01" ? "1er" : Number(d)} ${months[Number(m) - 1]} ${y}`),
  texts("short-months", ({ y, m, d }) => `${Number(d)} ${shortMonths[Number(m) - 1]} ${y}`),
];

const withTime = read({
  name: "dates-with-time",
  class: "harmless",
  aspect: "dates",
  stage: 4,
  fits: isRegister,
  draw(drawing) {
    for (const table of machineTables(drawing))
      for (const column of table.columns.filter(({ role }) => role === "entry" || role === "exit"))
        for (const row of dataRows(table)) {
          const one = at(table, row, column);
          if (typeof one.value === "number")
            Object.assign(one, { value: one.value + 0.375, format: `${dateFormat} hh:mm` });
        }
  },
});

const badDate = mayRefuse({
  name: "dates-impossible-once",
  class: "accident",
  aspect: "dates",
  stage: 4,
  fits: isMachines,
  draw(drawing, dice) {
    for (const table of machineTables(drawing)) {
      const one = at(table, dice.one(concerned(table, "in")), columnOf(table, "entry")!);
      one.value = dice.one(["31/02/2014", "2014", "sept 2014", "inconnue"]);
      delete one.format;
    }
  },
});

export const machineDateHabits: readonly Habit[] = [
  ...dateHeaders,
  twoExits,
  blankEntries,
  ...dateTexts,
  withTime,
  badDate,
];
