import {
  at,
  cell,
  columnOf,
  dataRows,
  insertColumn,
  rowWith,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../../model";
import { told } from "../../words/speech";
import { neutralNotes } from "../../words/offices";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { isOn, schoolTables } from "../tools";
import { near } from "./beside";

const isSummed = ({ role }: Column): boolean => role === "quantity" || role === "headcount";

/** Tables of one school a row, from top to bottom, that hold several. */
const down = (drawing: Drawing): Table[] =>
  drawing.layout === "pivot"
    ? []
    : schoolTables(drawing).filter((table) => table.across !== true && dataRows(table).length > 2);

const repeatable = [
  ...["grouped", "kinds", "two-sheets", "commune-tabs", "blocks", "side-by-side", "wide"],
  ...["across", "across-named"],
];

/** What a school's second row of a table is. */
type Second = "a batch" | "an old one" | "the right one";

/** A school that a table of one school a row shows again further down, with other counts. */
const again = (name: string, second: Second): Habit =>
  mustAsk({
    name: `school-again-${name}`,
    class: "C16",
    aspect: "rows",
    stage: 3,
    fits: (drawing) => isOn(...repeatable)(drawing) && met(drawing).length > 0,
    draw(drawing, dice) {
      const { school } = dice.one(met(drawing));
      for (const table of schoolTables(drawing)) {
        const row = dataRows(table).find((one) => one.school === school);
        if (row === undefined) continue;
        const copy: Row = { ...row, cells: row.cells.map((one): Cell => ({ ...one })) };
        for (const column of table.columns.filter(({ role }) => role === "quantity")) {
          const [own, other] = [at(table, row, column), at(table, copy, column)];
          if (typeof own.value !== "number" || typeof other.value !== "number") continue;
          if (second === "a batch") {
            other.value = Math.floor(own.value / 2);
            own.value -= other.value;
            if (other.value === 0) other.value = null;
          } else (second === "an old one" ? other : own).value = near(own.value, dice);
        }
        if (second === "an old one") copy.is = "again";
        if (second === "the right one") row.is = "again";
        table.rows.splice(second === "a batch" ? table.rows.indexOf(row) + 1 : table.rows.length, 0, copy);
      }
    },
  });

/** Rows of schools with workstations enough to be split; where pupils stand beside, both rows say the same of them. */
const met = (drawing: Drawing): Row[] =>
  schoolTables(drawing).flatMap((table) => dataRows(table).filter(({ school }) => school!.service.POSTE_STD > 3));

/** Pages of a printed table: what is carried over at their foot and at the head of the next. */
const carried = mayRefuse({
  name: "pages-carried-over",
  class: "C12",
  aspect: "totals",
  stage: 3,
  fits: (drawing) => down(drawing).some((table) => dataRows(table).length > 5),
  draw(drawing, dice) {
    const [foot, head] = dice.one([
      ["À reporter", "Report"],
      ["À REPORTER", "REPORT"],
      ["Report page suivante", "Report page précédente"],
      ["À reporter", null],
    ] as const);
    for (const table of down(drawing)) {
      const rows = dataRows(table);
      if (rows.length < 6) continue;
      const last = rows[Math.floor(rows.length / 2)]!;
      const until = rows.slice(0, rows.indexOf(last) + 1);
      const made = [foot, ...(head === null ? [] : [head])].map((label) => sumRow(table, until, label));
      table.rows.splice(table.rows.indexOf(last) + 1, 0, ...made);
    }
  },
});

function sumRow(table: Table, rows: readonly Row[], label: string): Row {
  const values = new Map<Column, Cell>([[columnOf(table, "school")!, cell(label)]]);
  for (const column of table.columns.filter(isSummed))
    values.set(column, cell(rows.reduce((sum, row) => sum + Number(at(table, row, column).value ?? 0), 0)));
  return { ...rowWith(table, "total", values), is: "total" };
}

/** A row below a school's that says what part of its machines is something else. */
const partRows = (name: string, words: readonly string[], is: "part" | "out"): Habit =>
  mayRefuse({
    name: `rows-below-schools-${name}`,
    class: "C17",
    aspect: "rows",
    stage: 3,
    fits: (drawing) => down(drawing).length > 0 && !/commune-titles|side/.test(drawing.layout),
    draw(drawing, dice) {
      const word = dice.one(words);
      for (const table of down(drawing))
        for (const row of dice.some(dataRows(table), 2)) {
          const values = new Map<Column, Cell>([[columnOf(table, "school")!, cell(word)]]);
          for (const column of table.columns.filter(
            ({ role, prestation }) => role === "quantity" && prestation === "POSTE_STD",
          )) {
            const own = Number(at(table, row, column).value ?? 0);
            if (own > 0) values.set(column, cell(dice.whole(1, own)));
          }
          const made: Row = { ...rowWith(table, "data", values), school: row.school!, is };
          table.rows.splice(table.rows.indexOf(row) + 1, 0, made);
        }
    },
  });

/** The first cell of a school's row holds a note, in a column without a heading. */
const firstNotes = (name: string, must: Tag, words: readonly string[]): Habit =>
  must({
    name: `notes-first-in-their-rows-${name}`,
    class: "C12",
    aspect: "texts",
    stage: 2,
    fits: (drawing) => down(drawing).length > 0 && !/commune-titles|side-by-side/.test(drawing.layout),
    draw(drawing, dice) {
      for (const table of down(drawing))
        insertColumn(table, 0, { role: "other", headers: [dice.one(["", "", "Pointage"])] }, () =>
          cell(dice.chance(0.3) ? told(dice.one(words), dice, drawing.truth.campaign) : null),
        );
    },
  });

export const secondRowHabits: readonly Habit[] = [
  again("in-batches", "a batch"),
  again("as-it-was", "an old one"),
  again("corrected", "the right one"),
  carried,
  partRows("part", ["dont HS", "dont direction", "dont en panne", "dont BCD"], "part"),
  partRows("out", ["HS", "en stock", "à réformer", "réformés"], "out"),
  firstNotes("neutral", read, ["vu", "Rappel fait", "OK", "relu", "à jour", "vu le 12/10", ...neutralNotes]),
  firstNotes("odd", mayRefuse, [
    "PM",
    "Rappel fait",
    "Écart constaté en juin",
    "Total vérifié",
    "Moyenne école",
    "Besoin exprimé",
  ]),
];
