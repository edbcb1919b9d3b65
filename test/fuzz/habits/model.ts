import type { Equipment, Nature, School, Truth } from "./truth";

/**
 * Why nothing of something is due, though numbers are written: `out`: in service no longer, or not yet; `other-year`; `part`:
 * counted in another number; `total`; `again`: said elsewhere; `beside`: neither equipment of the tariff nor pupils.
 */
export type Standing = "out" | "other-year" | "part" | "total" | "again" | "beside";

/** How a cell stands out; colours are RGB. */
export interface Look {
  struck?: boolean;
  color?: string;
  fill?: string;
}

/** What a cell holds. A formula is shown with its value as the result; a null value: it has none. */
export interface Cell {
  value: string | number | null;
  format?: string;
  formula?: string;
  /** A note that hangs on the cell. */
  comment?: string;
  look?: Look;
  /** True of an accident: a person would write something else. */
  wrong?: boolean;
  /** Of a line above or below a table: what it says of some rows, truly. */
  is?: Standing;
  /** A formula of totals over the cells of these rows, or columns in a table turned on its side. */
  totalOf?: { readonly name: "SUM" | "SUBTOTAL" | "AVERAGE"; readonly rows: readonly Row[] };
}

type Role =
  "commune" | "school" | "headcount" | "label" | "nature" | "quantity" | "entry" | "exit" | "state" | "name" | "other";

export interface Column {
  readonly role: Role;
  /** From the top; the last one stands just above the body. A text twice side by side, above the last, is one heading. */
  headers: string[];
  prestation?: Equipment;
  nature?: Nature;
  school?: School;
  /** Left out where its quantities are due. */
  /** True of a heading beside which a person would add another: what is shown does not tell what is due. */
  isIncomplete?: boolean;
  is?: Standing;
  /** Of a column of role `other`: its numbers are a part of what is due. */
  counts?: true;
  /** Its words or dates are what says of some rows that nothing of them is due; a column of states always may. */
  tells?: true;
  /** How one text in consecutive rows is shown; as written each time where left out. */
  down?: "merged" | "blank";
}

/** One machine of a register. */
export interface Machine {
  readonly school: School;
  readonly prestation: Equipment;
  /** Serials of Excel. */
  readonly entry: number | null;
  readonly exit: number | null;
}

export interface Row {
  kind: "data" | "title" | "total" | "blank" | "header";
  school?: School;
  prestation?: Equipment;
  nature?: Nature;
  machine?: Machine;
  level?: string;
  /** A row of headcounts among rows of equipment. */
  pupils?: boolean;
  /** Left out where what it says is due. */
  is?: Standing;
  cells: Cell[];
}

export interface Table {
  readonly kind: "inventory" | "installations" | "headcounts";
  /** One row a school, an item (prestation), a machine, a level or class, a pupil. */
  readonly rowIs: "school" | "item" | "machine" | "level" | "pupil";
  above: Cell[][];
  columns: Column[];
  rows: Row[];
  below: Cell[][];
  /** True: headers stand in columns and the schools across. */
  across?: boolean;
  /** Left out where what it shows is due. */
  is?: Standing;
  /** Blocks of cells merged: rows from one to another, in a column. */
  merged: { readonly from: Row; readonly to: Row; readonly column: Column }[];
}

export interface Sheet {
  name: string;
  tables: Table[];
  /** The file that it stands in; left out: the first. */
  file?: string;
  /** How its tables stand. */
  side?: boolean;
  hidden?: boolean;
  filtered?: boolean;
  hiddenRows?: Row[];
  /** Blank rows above and blank columns left of everything. */
  offset?: { readonly rows: number; readonly columns: number };
}

/** A workbook as an office keeps it, before it is written. */
export interface Drawing {
  readonly truth: Truth;
  readonly layout: string;
  sheets: Sheet[];
}

export const cell = (value: Cell["value"], format?: string): Cell =>
  format === undefined ? { value } : { value, format };
export const line = (...values: Cell["value"][]): Cell[] => values.map((value) => cell(value));

export function table(
  kind: Table["kind"],
  rowIs: Table["rowIs"],
  columns: Column[],
  rows: Row[],
  more: Partial<Table> = {},
): Table {
  return { kind, rowIs, above: [], columns, rows, below: [], merged: [], ...more };
}

export function tablesOf(drawing: Drawing, kind?: Table["kind"]): Table[] {
  return drawing.sheets.flatMap(({ tables }) => tables).filter((one) => kind === undefined || one.kind === kind);
}

/** The tables of equipment: what is in service, and what was installed. */
export function equipmentOf(drawing: Drawing): Table[] {
  return tablesOf(drawing).filter(({ kind }) => kind !== "headcounts");
}

export function dataRows({ rows }: Table): Row[] {
  return rows.filter(({ kind }) => kind === "data");
}

export function columnOf({ columns }: Table, role: Role): Column | undefined {
  return columns.find((column) => column.role === role);
}

export function at(table: Table, row: Row, column: Column): Cell {
  return row.cells[table.columns.indexOf(column)]!;
}

/** Puts a column in a table: its cell in each row of data, a blank one elsewhere. */
export function insertColumn(table: Table, index: number, column: Column, cellOf: (row: Row) => Cell): void {
  const depth = headerDepth(table);
  while (column.headers.length < depth) column.headers.unshift("");
  table.columns.splice(index, 0, column);
  for (const row of table.rows) row.cells.splice(index, 0, row.kind === "data" ? cellOf(row) : cell(null));
}

/** Takes a column out of a table, with its cells. */
export function dropColumn(table: Table, column: Column): void {
  const index = table.columns.indexOf(column);
  table.columns.splice(index, 1);
  for (const { cells } of table.rows) cells.splice(index, 1);
}

export function headerDepth({ columns }: Table): number {
  return Math.max(0, ...columns.map(({ headers }) => headers.length));
}

/** A row of a table with some of its cells, the others blank. */
export function rowWith(table: Table, kind: Row["kind"], values: ReadonlyMap<Column, Cell>): Row {
  return { kind, cells: table.columns.map((column) => values.get(column) ?? cell(null)) };
}
