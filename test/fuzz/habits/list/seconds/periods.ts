import {
  at,
  cell,
  dataRows,
  dropColumn,
  equipmentOf,
  insertColumn,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../../model";
import type { Dice } from "../../dice";
import { mustAsk, read, type Habit, type Tag } from "../habit";
import { dated } from "./columns";

/** Columns of what was installed in the year, whose heading says so and may say when instead. */
function installedColumns(drawing: Drawing): (readonly [Table, Column])[] {
  if (/pivot|register|glpi|^long$|label-forms|grouped|quantity-amount|across-pairs/.test(drawing.layout)) return [];
  return equipmentOf(drawing).flatMap((table) =>
    table.columns
      .filter(
        ({ role, nature, prestation }) =>
          role === "quantity" && nature === "installation" && (table.rowIs === "item" || prestation === "POSTE_STD"),
      )
      .filter((column) => dataRows(table).some((row) => Number(at(table, row, column).value ?? 0) > 0))
      .map((column) => [table, column] as const),
  );
}

/** A heading of installations, without what says when. */
const bare = (heading: string, campaign: number): string =>
  heading.replace(new RegExp(` (?:en )?${campaign}$| dans l'année$| entre le .*$`), "").replace(/^Dont i/, "I");

/** Gives each period a column in the place of one; the numbers of a row are shared between those that are due. */
function split(table: Table, column: Column, periods: readonly Period[], drawing: Drawing, dice: Dice): void {
  const { campaign } = drawing.truth;
  const own = column.headers.at(-1)!;
  const word = bare(/install|neuf|nouveau/i.test(own) ? own : `${own} installés`, campaign);
  const index = table.columns.indexOf(column);
  const shares = new Map<Row, number[]>();
  const shared = periods.filter(({ isDue }) => isDue);
  for (const row of dataRows(table))
    shares.set(row, share(Number(at(table, row, column).value ?? 0), shared.length, dice));
  periods.forEach(({ when, isDue }, at_) => {
    const made: Column = { ...column, headers: column.headers.with(-1, `${word} ${dated(when, drawing)}`) };
    if (!isDue) made.is = "other-year";
    insertColumn(table, index + 1 + at_, made, (row) => {
      const number = isDue ? shares.get(row)![shared.findIndex((one) => one.when === when)]! : dice.whole(0, 3);
      return cell(number === 0 || row.pupils === true ? null : number);
    });
  });
  dropColumn(table, column);
}

/** A whole number in so many parts, zero among them. */
function share(number: number, parts: number, dice: Dice): number[] {
  const shares: number[] = Array.from({ length: parts }, () => 0);
  for (let unit = 0; unit < number; unit++) shares[dice.whole(0, parts - 1)]!++;
  return shares;
}

interface Period {
  readonly when: string;
  readonly isDue: boolean;
}

const inYear = (...whens: string[]): Period[] => whens.map((when) => ({ when, isDue: true }));

const periods = (name: string, must: Tag, choices: (dice: Dice) => readonly (readonly Period[])[]): Habit =>
  must({
    name: `installed-by-periods-${name}`,
    class: "C6",
    aspect: "flows",
    stage: 2,
    fits: (drawing) => installedColumns(drawing).length > 0,
    draw(drawing, dice) {
      const chosen = dice.one(choices(dice));
      for (const [table, column] of installedColumns(drawing)) split(table, column, chosen, drawing, dice);
    },
  });

/** Nobody knows on which side of 1 November these months of the year before stand. */
const mixed = ["en {N-1}", "sept.-déc. {N-1}", "automne {N-1}", "2e semestre {N-1}", "d'octobre à décembre {N-1}"];

export const periodHabits: readonly Habit[] = [
  periods("in-the-window", read, () => [
    inYear("nov.-déc. {N-1}", "janv.-oct. {N}"),
    inYear("nov.-déc. {N-1}", "en {N}"),
    inYear("en nov. et déc. {N-1}", "de janvier à octobre {N}"),
    inYear("du 02/11/{N-1} au 31/12/{N-1}", "du 01/01/{N} au 01/11/{N}"),
    inYear("nov.-déc. {N-1}", "janv.-juin {N}", "juil.-oct. {N}"),
    inYear("nov. {N-1}", "déc. {N-1}", "{N}"),
  ]),
  periods("mixed-and-due", mustAsk, () => mixed.map((when) => inYear(when, "en {N}"))),
  periods("mixed-and-past", mustAsk, () => mixed.map((when) => [{ when, isDue: false }, ...inYear("en {N}")])),
  periods("of-earlier-years", read, () => [
    [{ when: "en {N-2}", isDue: false }, ...inYear("en {N}")],
    [{ when: "janv.-oct. {N-1}", isDue: false }, ...inYear("nov. {N-1} à oct. {N}")],
    [{ when: "avant {N-1}", isDue: false }, ...inYear("en {N}")],
  ]),
];
