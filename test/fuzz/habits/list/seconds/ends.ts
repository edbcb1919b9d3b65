import {
  at,
  cell,
  dataRows,
  insertColumn,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Standing,
  type Table,
} from "../../model";
import type { Dice } from "../../dice";
import { mustAsk, read, type Habit } from "../habit";
import { isOn, schoolTables } from "../tools";
import { near } from "./beside";
import { dated } from "./columns";

/** Something beyond the schools of a table that has them across: its word, what it is, and its number for an item. */
interface End {
  readonly word: string;
  readonly is: Standing;
  number(total: number, dice: Dice): number | null;
}

/** Puts ends after the schools, as columns of the sheet. */
function putEnds(drawing: Drawing, ends: readonly End[], dice: Dice): void {
  for (const { tables } of drawing.sheets)
    for (const table of tables) {
      if (table.kind !== "inventory") continue;
      if (table.across === true) for (const end of ends) acrossEnd(table, end, dice);
      else if (table.rowIs === "item") afterSchools(table, ends, dice);
    }
}

/** In a table turned on its side, an end is one more row, where the name of a school would stand. */
function acrossEnd(table: Table, { word, is, number }: End, dice: Dice): void {
  const schools = dataRows(table).filter((row) => row.is === undefined);
  const cells = table.columns.map((column): Cell => {
    if (column.role === "school") return cell(word);
    if (column.role !== "quantity" && column.role !== "headcount") return cell(null);
    return cell(
      number(
        sum(schools, (row) => at(table, row, column)),
        dice,
      ),
    );
  });
  table.rows.push({ kind: "total", is, cells });
}

/** On a tab whose rows are items, an end is one more column. */
function afterSchools(table: Table, ends: readonly End[], dice: Dice): void {
  const counted = table.columns.filter(({ role, nature }) => role === "quantity" && nature === "maintenance");
  for (const { word, is, number } of ends) {
    const column: Column = { role: "other", headers: [word, ...table.columns[0]!.headers.slice(1).map(() => "")], is };
    insertColumn(table, table.columns.length, column, (row) =>
      cell(
        number(
          counted.reduce((total, one) => total + Number(at(table, row, one).value ?? 0), 0),
          dice,
        ),
      ),
    );
  }
}

const sum = (rows: readonly Row[], of: (row: Row) => Cell): number =>
  rows.reduce((total, row) => total + Number(of(row).value ?? 0), 0);

const isAcross = isOn("tabs", "across", "across-named", "across-pairs");

const after = (
  name: string,
  must: (habit: Omit<Habit, "must">) => Habit,
  ends: (dice: Dice) => readonly End[],
): Habit =>
  must({
    name: `after-the-schools-${name}`,
    class: "C3",
    aspect: "totals",
    stage: 2,
    fits: (drawing) =>
      isAcross(drawing) &&
      (drawing.layout === "tabs" || schoolTables(drawing).length > 0 || drawing.layout === "across-pairs"),
    draw(drawing, dice) {
      const made = ends(dice).map((end) => ({ ...end, word: dated(end.word, drawing) }));
      putEnds(drawing, made, dice);
    },
  });

const total: End = { word: "Total", is: "total", number: (all) => all };
const before = (word: string): End => ({ word, is: "other-year", number: (all, dice) => near(all, dice) });

export const endHabits: readonly Habit[] = [
  after("total", read, () => [total]),
  after("year-before", read, (dice) => [before(dice.one(["Rappel {N-1}", "N-1", "Rappel N-1", "Total {N-1}"]))]),
  after("total-and-year-before", read, (dice) => {
    let last = 0;
    const rappel: End = { ...before("Rappel {N-1}"), number: (all, own) => (last = near(all, own) ?? 0) };
    const gap: End = { word: "Écart", is: "beside", number: (all) => all - last };
    return dice.chance(0.5) ? [total, rappel] : [total, rappel, gap];
  }),
  after("forecast", read, (dice) => [{ ...before(dice.one(["Prévu {N+1}", "Prévision {N+1}"])), is: "out" }]),
  after("target", mustAsk, (dice) => [
    { ...before(dice.one(["Théorique", "Max", "Maximum", "Besoin", "Dotation", "Cible", "Capacité"])), is: "beside" },
  ]),
];
