import type { Equipment, Nature, School, Truth } from "./truth";

/** What a cell holds. A formula is shown with its value as the result; a null value: it has none. */
export interface Cell {
  value: string | number | null;
  format?: string;
  formula?: string;
  /** A formula of totals over the cells of these rows, or columns in a table turned on its side. */
  totalOf?: { readonly name: "SUM" | "SUBTOTAL" | "AVERAGE"; readonly rows: readonly Row[] };
}

export type Role =
  "commune" | "school" | "headcount" | "label" | "nature" | "quantity" | "entry" | "exit" | "state" | "name" | "other";

export interface Column {
  readonly role: Role;
  /** From the top; the last one stands just above the body. A text twice side by side, above the last, is one heading. */
  headers: string[];
  prestation?: Equipment;
  nature?: Nature;
  school?: School;
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
  /** Blocks of cells merged: rows from one to another, in a column. */
  merged: { readonly from: Row; readonly to: Row; readonly column: Column }[];
}

export interface Sheet {
  name: string;
  tables: Table[];
  /** True where it is beside the inventory, and nothing of it is due. */
  aside?: boolean;
  /** How its tables stand. */
  side?: boolean;
  hidden?: boolean;
  filtered?: boolean;
  hiddenRows?: Row[];
  /** Blank rows above and blank columns left of everything. */
  offset?: { readonly rows: number; readonly columns: number };
}

/** What a person of the office would answer, where the product asks. */
export interface Answers {
  readonly words?: readonly { readonly word: string; readonly kind: string; readonly as: string }[];
  readonly tables?: readonly { readonly sheet: string; readonly as: string }[];
  /** What same schools twice mean. */
  readonly repeats?: "added" | "first";
  /** Communes mistyped, and what they are. */
  readonly communes?: Readonly<Record<string, string>>;
  /** What a column of that header is. */
  readonly mappings?: Readonly<Record<string, string>>;
  readonly accepts?: boolean;
}

/** A workbook as an office keeps it, before it is written. */
export interface Drawing {
  readonly truth: Truth;
  readonly layout: string;
  sheets: Sheet[];
  readonly answers: Answers[];
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

export function headerDepth({ columns }: Table): number {
  return Math.max(0, ...columns.map(({ headers }) => headers.length));
}

/** A row of a table with some of its cells, the others blank. */
export function rowWith(table: Table, kind: Row["kind"], values: ReadonlyMap<Column, Cell>): Row {
  return { kind, cells: table.columns.map((column) => values.get(column) ?? cell(null)) };
}
