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
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { blocksOf, isOn, schoolTables } from "../tools";
import { near } from "./beside";
import { dated } from "./columns";

/** Something beyond the schools of a table that has them across: its word, what it is, and its number for an item. */
interface End {
  readonly word: string;
  readonly is: Standing;
  /** `before`: the numbers of the ends that stand before it. */
  number(total: number, before: readonly number[], dice: Dice): number | null;
}

/** Puts ends after the schools, as columns of the sheet. */
function putEnds(drawing: Drawing, ends: readonly End[], dice: Dice): void {
  for (const table of drawing.sheets.flatMap(({ tables }) => tables))
    if (table.kind === "inventory") for (const [index, end] of ends.entries()) putEnd(table, end, index, dice);
}

/** In a table turned on its side, an end is one more row, where the name of a school would stand; elsewhere one more column. */
function putEnd(table: Table, { word, is, number }: End, index: number, dice: Dice): void {
  if (table.across === true) {
    const schools = dataRows(table);
    const ends = index === 0 ? [] : table.rows.slice(-index);
    const cells = table.columns.map((column): Cell => {
      if (column.role === "school") return cell(word);
      if (column.role !== "quantity" && column.role !== "headcount") return cell(null);
      const of = (row: Row): number => Number(at(table, row, column).value ?? 0);
      return cell(number(sum(schools.map(of)), ends.map(of), dice));
    });
    table.rows.push({ kind: "total", is, cells });
    return;
  }
  const counted = table.columns.filter(({ role, nature }) => role === "quantity" && nature === "maintenance");
  const ends = index === 0 ? [] : table.columns.slice(-index);
  const column: Column = { role: "other", headers: [word, ...table.columns[0]!.headers.slice(1).map(() => "")], is };
  insertColumn(table, table.columns.length, column, (row) => {
    const of = (one: Column): number => Number(at(table, row, one).value ?? 0);
    return cell(number(sum(counted.map(of)), ends.map(of), dice));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const isAcross = isOn("tabs", "across", "across-named", "across-pairs");

const after = (name: string, must: Tag, ends: (dice: Dice) => readonly End[]): Habit =>
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
const before = (word: string): End => ({ word, is: "other-year", number: (all, _before, dice) => near(all, dice) });

/** The sum of the schools of each commune, after them, under the commune's own name. */
const communeSums = mayRefuse({
  name: "after-the-schools-sums-of-communes",
  class: "C13",
  aspect: "totals",
  stage: 3,
  fits: (drawing) =>
    isOn("across", "across-named")(drawing) &&
    schoolTables(drawing).some((table) => blocksOf(table).some(({ length }) => length > 1)),
  draw(drawing) {
    for (const table of schoolTables(drawing))
      for (const rows of blocksOf(table)) {
        if (rows.length < 2) continue;
        const [commune] = [rows[0]!.school!.commune[1]];
        const cells = table.columns.map((column): Cell => {
          if (column.role === "school" || column.role === "commune") return cell(commune);
          if (column.role !== "quantity" && column.role !== "headcount") return cell(null);
          return cell(sum(rows.map((row) => Number(at(table, row, column).value ?? 0))));
        });
        table.rows.splice(table.rows.indexOf(rows.at(-1)!) + 1, 0, { kind: "total", is: "total", cells });
      }
  },
});

export const endHabits: readonly Habit[] = [
  communeSums,
  after("total", read, () => [total]),
  after("year-before", read, (dice) => [before(dice.one(["Rappel {N-1}", "N-1", "Rappel N-1", "Total {N-1}"]))]),
  after("total-and-year-before", read, (dice) => {
    const gap: End = { word: "Écart", is: "beside", number: (all, [, last]) => all - last! };
    return [total, before("Rappel {N-1}"), ...(dice.chance(0.5) ? [gap] : [])];
  }),
  after("forecast", read, (dice) => [{ ...before(dice.one(["Prévu {N+1}", "Prévision {N+1}"])), is: "out" }]),
  after("target", mustAsk, (dice) => [
    { ...before(dice.one(["Théorique", "Max", "Maximum", "Besoin", "Dotation", "Cible", "Capacité"])), is: "beside" },
  ]),
];
