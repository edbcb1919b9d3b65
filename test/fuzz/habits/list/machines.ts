import { dateCell, isoOf, snapshotOf } from "../draw/registers";
import {
  at,
  cell,
  columnOf,
  dataRows,
  dropColumn,
  insertColumn,
  type Cell,
  type Column,
  type Drawing,
  type Machine,
  type Row,
  type Table,
} from "../model";
import type { Dice } from "../dice";
import { mayRefuse, read, type Habit } from "./habit";
import { isOn, machineTables } from "./tools";

const isRegister = isOn("register");
export const isMachines = isOn("register", "glpi-fr", "glpi-en");

/** A state of machines in service, or out with a date. */
const states = (
  name: string,
  className: string,
  words: readonly string[],
  of: "in" | "out",
  layouts = isMachines,
): Habit =>
  read({
    name: `state-${name}`,
    class: className,
    aspect: "states",
    stage: 1,
    fits: (drawing) => layouts(drawing) && machineTables(drawing).some((table) => concerned(table, of).length > 0),
    draw(drawing, dice) {
      for (const table of machineTables(drawing))
        for (const row of concerned(table, of)) at(table, row, columnOf(table, "state")!).value = dice.one(words);
    },
  });

/** The machines of a table that have left, or have not. */
export const concerned = (table: Table, of: "in" | "out"): Row[] =>
  dataRows(table).filter(({ machine }) => (machine!.exit !== null) === (of === "out"));

const stateHabits = [
  states("in-service", "harmless", ["En service", "Actif", "Utilisé", "Affecté", "OK", "Bon état", "Neuf"], "in"),
  states("feminine", "harmless", ["Active", "Utilisée", "Affectée", "en service"], "in"),
  states("broken", "harmless", ["En service", "En service", "En panne", "En réparation", "Prêt", "À réformer"], "in"),
  states(
    "out",
    "S10",
    [
      "Réformé",
      "HS",
      "Rebut",
      "Volé",
      "Perdu",
      "Retiré",
      "Sorti",
      "Cédé",
      "Donné",
      "Vendu",
      "Déclassé",
      "Détruit",
      "Remplacé",
    ],
    "out",
  ),
  states("out-feminine", "S10", ["Réformée", "Cédée", "Retirée", "H.S.", "Déclassée", "Sortie"], "out"),
];

const unknownState = mayRefuse({
  name: "state-unknown",
  class: "S10",
  aspect: "states",
  stage: 1,
  fits: (drawing) => isMachines(drawing) && machineTables(drawing).some((table) => concerned(table, "out").length > 0),
  draw(drawing, dice) {
    const word = dice.one(["Sorti du parc", "Parti", "Mis de côté"]);
    for (const table of machineTables(drawing))
      for (const row of concerned(table, "out")) at(table, row, columnOf(table, "state")!).value = word;
  },
});

const withoutStates = read({
  name: "register-without-states",
  class: "harmless",
  aspect: "states",
  stage: 1,
  fits: isRegister,
  draw(drawing) {
    for (const table of machineTables(drawing)) dropColumn(table, columnOf(table, "state")!);
  },
});

/** More machines, that weigh on nothing: out long ago without a date of it, in stock, entered later. */
const more = (
  name: string,
  className: string,
  make: (snapshot: number, dice: Dice) => { machine: Pick<Machine, "entry" | "exit">; state: string },
  layouts = isMachines,
): Habit =>
  read({
    name: `machines-${name}`,
    class: className,
    aspect: "rows",
    stage: 2,
    fits: (drawing) => layouts(drawing) && machineTables(drawing).every(saysStates),
    draw(drawing, dice) {
      const snapshot = snapshotOf(drawing.truth.campaign);
      for (const table of machineTables(drawing))
        for (let count = dice.whole(1, 5); count > 0; count--) {
          const model = dice.one(dataRows(table).filter(({ prestation }) => prestation === "POSTE_STD"));
          const { machine, state } = make(snapshot, dice);
          const row: Row = {
            ...model,
            machine: { ...model.machine!, ...machine },
            is: "out",
            cells: model.cells.map((one): Cell => ({ ...one })),
          };
          number(table, row, count);
          at(table, row, columnOf(table, "state")!).value = state;
          const [entry, exit] = [columnOf(table, "entry")!, columnOf(table, "exit")];
          const isNative = drawing.layout === "register";
          row.cells[table.columns.indexOf(entry)] = isNative ? dateCell(machine.entry) : cell(isoOf(machine.entry!));
          if (exit !== undefined) row.cells[table.columns.indexOf(exit)] = dateCell(machine.exit);
          table.rows.splice(dice.whole(0, table.rows.length), 0, row);
        }
    },
  });

/** True where a column of words says the states, not one of yes and no. */
const saysStates = (table: Table): boolean =>
  ["État", "Statut", "Status"].includes(columnOf(table, "state")?.headers.at(-1) ?? "");

/** Gives a row its own numbers. */
function number(table: Table, row: Row, count: number): void {
  for (const column of table.columns)
    if (/inventaire|^Nom$|^Name$|série|Serial/.test(column.headers.at(-1)!))
      at(table, row, column).value = `Z${table.rows.length}-${count}`;
}

const old = (snapshot: number, dice: Dice): number => snapshot - dice.whole(400, 2500);
const moreHabits = [
  more("out-without-date", "S10", (snapshot, dice) => ({
    machine: { entry: old(snapshot, dice), exit: null },
    state: dice.one(["Réformé", "Cédé", "Volé", "Déclassé", "HS", "Rebut"]),
  })),
  more("in-stock", "S10", (snapshot, dice) => ({
    machine: { entry: old(snapshot, dice), exit: null },
    state: dice.one(["En stock", "Stock", "Réserve", "Non utilisé"]),
  })),
  more("of-later", "harmless", (snapshot, dice) => ({
    machine: { entry: snapshot + dice.whole(1, 90), exit: null },
    state: "En service",
  })),
];

const leftLater = read({
  name: "machines-withdrawn-later",
  class: "harmless",
  aspect: "rows",
  stage: 1,
  fits: isRegister,
  draw(drawing, dice) {
    const snapshot = snapshotOf(drawing.truth.campaign);
    for (const table of machineTables(drawing))
      for (const row of dice.some(
        concerned(table, "in").filter(({ prestation }) => prestation === "POSTE_STD"),
        3,
      ))
        row.cells[table.columns.indexOf(columnOf(table, "exit")!)] = dateCell(snapshot + dice.whole(1, 60));
  },
});

/** A column of yes and no in the place of states; machines out long ago are marked by it alone. */
const marks = (name: string, header: string, out: string | number, still: string | number | null): Habit =>
  read({
    name: `mark-${name}`,
    class: "S25",
    aspect: "states",
    stage: 1,
    fits: (drawing) =>
      isRegister(drawing) && machineTables(drawing).some((table) => concerned(table, "out").length > 0),
    draw(drawing) {
      for (const table of machineTables(drawing)) {
        const window = snapshotOf(drawing.truth.campaign) - 365;
        const column: Column = { role: "state", headers: [header] };
        table.columns[table.columns.indexOf(columnOf(table, "state")!)] = column;
        for (const row of dataRows(table)) {
          const isOut = row.machine!.exit !== null;
          at(table, row, column).value = isOut ? out : still;
          // In all the columns of exits: the mark is then all that says it.
          if (isOut && row.machine!.entry! <= window)
            for (const dated of table.columns.filter(saysExit)) at(table, row, dated).value = null;
        }
      }
    },
  });

const saysExit = ({ role, headers }: Column): boolean =>
  role === "exit" || (role === "other" && /réforme|rebut|cession/.test(headers[0]!));

const markHabits = [
  marks("hs", "HS", "oui", null),
  marks("hs-no", "HS", "oui", "non"),
  marks("withdrawn-x", "Réformé", "x", null),
  marks("in-service-number", "En service ?", 0, 1),
  marks("in-service-words", "En service", "non", "oui"),
];

/** Numbers instead of inventory numbers, and a title under the headings. */
const numbered = (name: string, isTitled: boolean): Habit =>
  read({
    name,
    class: "S3",
    aspect: "numbers",
    stage: 3,
    fits: isRegister,
    draw(drawing, dice) {
      const header = dice.one(["N°", "N° inventaire", "N° machine", "Id"]);
      for (const table of machineTables(drawing)) {
        const [column] = table.columns.filter(({ headers }) => headers[0] === "N° inventaire");
        if (column === undefined) continue;
        column.headers = [header];
        dataRows(table).forEach((row, index) => (at(table, row, column).value = 101 + index));
        const title = concerned(table, "out").length > 0 ? "PARC INFORMATIQUE" : "EN SERVICE";
        if (isTitled)
          table.rows.unshift({ kind: "title", cells: table.columns.map((_, at) => cell(at === 0 ? title : null)) });
      }
    },
  });

const remarks = (name: string, words: readonly (string | null)[], must: typeof read): Habit =>
  must({
    name,
    class: "harmless",
    aspect: "texts",
    stage: 2,
    fits: isMachines,
    draw(drawing, dice) {
      const header =
        drawing.layout === "glpi-en" ? "Comments" : dice.one(["Commentaires", "Observations", "Remarques"]);
      for (const table of machineTables(drawing))
        insertColumn(table, table.columns.length, { role: "other", headers: [header] }, () => cell(dice.one(words)));
    },
  });

const sameNumber = mayRefuse({
  name: "inventory-number-twice",
  class: "accident",
  aspect: "numbers",
  stage: 3,
  fits: (drawing: Drawing) =>
    isRegister(drawing) && machineTables(drawing).every((table) => dataRows(table).length > 1),
  draw(drawing) {
    for (const table of machineTables(drawing)) {
      const [first, second] = dataRows(table);
      const column = table.columns.find(({ headers }) => headers.includes("N° inventaire"));
      if (column !== undefined) at(table, second!, column).value = at(table, first!, column).value;
    }
  },
});

export const machineHabits: readonly Habit[] = [
  ...stateHabits,
  unknownState,
  withoutStates,
  ...moreHabits,
  leftLater,
  ...markHabits,
  numbered("numbers-of-machines", false),
  numbered("numbers-of-machines-under-a-title", true),
  remarks("remarks-of-machines", [null, null, "écran changé", "RAS", "salle informatique"], read),
  remarks("remarks-of-machines-gone", [null, null, "sorti le 12/09", "rendue"], mayRefuse),
  sameNumber,
];
