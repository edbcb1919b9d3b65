import { communeColumn, headings, lines, quantityColumn, schoolColumn, schoolTable } from "../../draw/parts";
import {
  at,
  cell,
  columnOf,
  dataRows,
  equipmentOf,
  type Cell,
  type Drawing,
  type Row,
  type Sheet,
  type Standing,
  type Table,
} from "../../model";
import { membersOf } from "../../communes";
import type { Dice } from "../../dice";
import { none, uaiOf, type School } from "../../truth";
import { near } from "./beside";

/** The sheets that show what is in service: where a second table would stand. */
export const parcSheets = (drawing: Drawing): Sheet[] =>
  drawing.sheets.filter(({ tables }) => tables.some(({ kind, is }) => kind === "inventory" && is === undefined));

/** A table that shows what is in service, as it could be drawn again. */
export const parcTable = ({ tables }: Sheet): Table => tables.find(({ kind }) => kind === "inventory")!;

/** The same table with other counts, and other pupils. */
export function drawnAgain(table: Table, is: Standing, dice: Dice, schools?: readonly School[]): Table {
  const rows = table.rows
    .filter(({ school }) => schools === undefined || school === undefined || schools.includes(school))
    .map((row): Row => ({ ...row, cells: row.cells.map((one): Cell => ({ ...one })) }));
  const copy: Table = {
    ...table,
    columns: table.columns.map((column) => ({ ...column })),
    rows,
    above: [],
    below: [],
    merged: [],
    is,
  };
  for (const row of dataRows(copy))
    for (const column of copy.columns.filter(({ role }) => role === "quantity" || role === "headcount")) {
      const one = at(copy, row, column);
      if (typeof one.value === "number" && one.formula === undefined) one.value = near(one.value, dice);
    }
  return copy;
}

/** Schools that no other table knows: of communes that have none. */
export function otherSchools({ truth }: Drawing, count: number, dice: Dice): School[] {
  const known = truth.schools.map(({ commune: [insee] }) => insee);
  const free = membersOf(truth.campaign).filter(([insee]) => !known.includes(insee));
  return dice.some(free, count).map((commune): School => {
    const service = { ...none(), POSTE_STD: dice.whole(2, 14), SERVEUR_STD: 1, IMPRIMANTE: dice.whole(0, 2) };
    return {
      commune,
      name: "École primaire",
      uai: uaiOf(commune, 0),
      levels: {},
      pupils: dice.whole(20, 90),
      service,
      installed: none(),
      comeAndGone: 0,
      gone: 0,
    };
  });
}

/** A plain table of some schools: their workstations, servers and printers. */
export function plainTable(schools: readonly School[], is: Standing | undefined): Table {
  const codes = (["POSTE_STD", "SERVEUR_STD", "IMPRIMANTE"] as const).filter((code) =>
    schools.some(({ service }) => service[code] > 0),
  );
  const columns = [
    communeColumn(),
    schoolColumn(),
    ...codes.map((code) => quantityColumn(code, "maintenance", headings[code])),
  ];
  const made = schoolTable("inventory", schools, columns);
  if (is !== undefined) made.is = is;
  return made;
}

/** The same table of other schools where it is one school a row; a plain one of them elsewhere. */
export function tableOf(drawing: Drawing, schools: readonly School[], is: Standing): Table {
  const [table] = equipmentOf(drawing).filter(({ kind }) => kind === "inventory");
  const isPlain = table!.rowIs !== "school" || table!.across === true || columnOf(table!, "commune") === undefined;
  if (isPlain || drawing.layout === "pivot" || drawing.layout === "kinds") return plainTable(schools, is);
  const made = schoolTable(
    "inventory",
    schools,
    table!.columns.map((column) => ({ ...column, headers: [...column.headers] })),
  );
  return { ...made, is };
}

/** Puts a table below the last one of a sheet, under a title of its own or none. */
export function putBelow(sheet: Sheet, table: Table, title: string | null): void {
  if (title !== null) table.above = lines(title);
  if (sheet.side === true) sheet.side = false;
  sheet.tables.push(table);
}

/** Puts a table to the right of the one of a sheet, both under titles. */
export function putBeside(sheet: Sheet, table: Table, title: string): void {
  sheet.side = true;
  table.above = [
    ...lines(title),
    ...parcTable(sheet)
      .above.slice(1)
      .map(() => []),
  ];
  sheet.tables.push(table);
}

export const blank = (): Cell => cell(null);
