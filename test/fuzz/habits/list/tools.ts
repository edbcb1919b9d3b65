import type { Dice } from "../dice";
import {
  at,
  cell,
  columnOf,
  dataRows,
  equipmentOf,
  insertColumn,
  tablesOf,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../model";
import { mayRefuse, read, type Aspect, type Habit } from "./habit";

/** True where the layout is one of these. */
export const isOn =
  (...layouts: string[]) =>
  ({ layout }: Drawing): boolean =>
    layouts.includes(layout);

/** Tables of one school a row, schools down or across. */
export const schoolTables = (drawing: Drawing): Table[] =>
  equipmentOf(drawing).filter(({ rowIs }) => rowIs === "school");

/** The tables of machines. */
export const machineTables = (drawing: Drawing): Table[] =>
  tablesOf(drawing).filter(({ rowIs }) => rowIs === "machine");

/** The headcounts that stand on their own, one school a row; null where the pupils are elsewhere. */
export function headcounts(drawing: Drawing): Table | null {
  const found = tablesOf(drawing, "headcounts");
  return found.length === 1 && found[0]!.rowIs === "school" ? found[0]! : null;
}

/** Columns of quantities of equipment tables, with their tables. */
export function quantityColumnsOf(drawing: Drawing): (readonly [Table, Column])[] {
  return equipmentOf(drawing).flatMap((table) =>
    table.columns.filter(({ role }) => role === "quantity").map((column) => [table, column] as const),
  );
}

/** A quantity in a table: its row, column and cell. */
export interface Quantity {
  readonly table: Table;
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell;
  /** Of its row, or of its column. */
  readonly prestation: Row["prestation"] | Column["prestation"];
}

/** Every cell of a quantity of equipment, blank ones too. */
export function quantitiesOf(drawing: Drawing): Quantity[] {
  return quantityColumnsOf(drawing).flatMap(([table, column]) =>
    dataRows(table)
      .filter(({ pupils }) => pupils !== true)
      .map((row) => ({
        table,
        row,
        column,
        cell: at(table, row, column),
        prestation: row.prestation ?? column.prestation,
      })),
  );
}

export const numbersOf = (drawing: Drawing): Quantity[] =>
  quantitiesOf(drawing).filter(({ cell: { value, formula } }) => typeof value === "number" && formula === undefined);

export const headcountCells = (drawing: Drawing): Cell[] =>
  tablesOf(drawing).flatMap((table) => {
    const column = columnOf(table, "headcount");
    return column === undefined ? [] : dataRows(table).map((row) => at(table, row, column));
  });

/** Rewrites every cell of a role that holds a text. */
export function rewrite(tables: readonly Table[], role: Column["role"], to: (text: string, row: Row) => string): void {
  for (const table of tables)
    for (const column of table.columns.filter((one) => one.role === role))
      for (const row of dataRows(table)) {
        const one = at(table, row, column);
        if (typeof one.value === "string") one.value = to(one.value, row);
      }
}

/** Where a column may be added without cutting a group of headings: after the names, or at the end. */
function placeFor(table: Table, dice: Dice): number {
  const names = Math.max(
    ...["commune", "school", "label", "nature"].map((role) => table.columns.findIndex((one) => one.role === role)),
  );
  return dice.chance(0.5) ? names + 1 : table.columns.length;
}

/** A column that says nothing of what is due. */
interface ExtraColumn {
  readonly name: string;
  readonly class: string;
  readonly aspect: Aspect;
  readonly rowIs: readonly Table["rowIs"][];
  readonly headers: readonly string[];
  readonly may?: Habit["must"];
  readonly place?: (table: Table, dice: Dice) => number;
  readonly rows?: number;
  cell(row: Row, dice: Dice, index: number, table: Table, campaign: number): Cell | Cell["value"];
}

/** The habit of keeping such a column in the tables of equipment; a pivot table has none. */
export function extraColumn(extra: ExtraColumn): Habit {
  const tables = (drawing: Drawing): Table[] =>
    drawing.layout === "pivot"
      ? []
      : equipmentOf(drawing).filter(
          (table) => extra.rowIs.includes(table.rowIs) && dataRows(table).length >= (extra.rows ?? 1) && !isForm(table),
        );
  const habit: Omit<Habit, "must"> = {
    name: extra.name,
    class: extra.class,
    aspect: extra.aspect,
    stage: 2,
    fits: (drawing) => tables(drawing).length > 0,
    draw(drawing, dice) {
      const header = dice.one(extra.headers);
      for (const table of tables(drawing)) {
        let index = 0;
        insertColumn(table, (extra.place ?? placeFor)(table, dice), { role: "other", headers: [header] }, (row) => {
          const made = extra.cell(row, dice, index++, table, drawing.truth.campaign);
          return made !== null && typeof made === "object" ? made : cell(made);
        });
      }
    },
  };
  return extra.may === "may-refuse" ? mayRefuse(habit) : read(habit);
}

/** A form or a tab: its columns are of schools. */
export const isForm = ({ columns }: Table): boolean => columns.some(({ school }) => school !== undefined);

/** Runs of rows of the same commune. */
export function blocksOf(table: Table): Row[][] {
  const blocks: Row[][] = [];
  for (const row of dataRows(table)) {
    const last = blocks.at(-1);
    if (last?.[0]!.school?.commune[0] === row.school?.commune[0] && last !== undefined) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

export const unaccented = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");
