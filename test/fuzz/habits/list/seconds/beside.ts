import { headings } from "../../draw/parts";
import {
  at,
  cell,
  dataRows,
  equipmentOf,
  headerDepth,
  insertColumn,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Standing,
  type Table,
} from "../../model";
import type { Dice } from "../../dice";
import { isForm, isOn, schoolTables } from "../tools";

/** A column of numbers that another may stand beside. */
interface Spot {
  readonly table: Table;
  readonly column: Column;
  /** How its own heading is said with another word: in one text, under a heading common to both, or by the word alone. */
  readonly said: "in-one" | "under" | "alone";
}

const oneHeading = isOn(
  "wide",
  "two-sheets",
  "commune-titles",
  "side-by-side",
  "blocks",
  "commune-tabs",
  "across-named",
  "across",
);
const canShare = isOn("wide", "two-sheets", "blocks", "commune-tabs", "commune-titles");

/**
 * Where the workstations in service, or what each item has, can have a second number beside it: in every layout but registers.
 * On a form of labels, of another time only.
 */
export function spots(drawing: Drawing, is: Standing, dice?: Dice): Spot[] {
  if (/pivot|register|glpi|grouped/.test(drawing.layout)) return [];
  if (drawing.layout === "label-forms" && is !== "other-year") return [];
  const isShared = canShare(drawing) && dice?.chance(0.5) === true;
  return equipmentOf(drawing).flatMap((table): Spot[] => {
    if (table.kind !== "inventory") return [];
    const counted = table.columns.filter(
      ({ role, nature, prestation }) =>
        role === "quantity" && nature !== "installation" && (table.rowIs === "item" || prestation === "POSTE_STD"),
    );
    if (oneHeading(drawing)) return counted.map((column) => ({ table, column, said: isShared ? "under" : "in-one" }));
    return counted.map((column) => ({ table, column, said: "alone" }));
  });
}

/** Gives a column and those that will stand under its heading a level above: « Postes › En service | … ». */
function share({ table, column }: Spot, own: string): string {
  for (const one of table.columns) if (one.headers.length === 1) one.headers.unshift("");
  const above = column.headers.at(-1)!;
  column.headers = [above, own];
  return above;
}

/** The headings of a second column beside a spot: its word, said with what it is of. */
function headingsFor(spot: Spot, word: string, dice: Dice): string[] {
  const { table, column, said } = spot;
  if (said === "in-one") {
    const own = column.headers.at(-1)!;
    return [dice.one([`${own} – ${word}`, `${own} (${word})`, `${own} ${word[0]!.toLowerCase()}${word.slice(1)}`])];
  }
  if (said === "under") {
    const isSharedAlready = column.headers.length > 1 && column.headers[0] !== "";
    return [isSharedAlready ? column.headers[0]! : share(spot, "En service"), word];
  }
  const depth = headerDepth(table);
  return depth === 0 ? [] : [...column.headers.slice(0, -1), word];
}

export interface Second {
  readonly word: string;
  readonly is: Standing;
  /** What is written beside a number. */
  value(beside: number, row: Row, dice: Dice): Cell["value"];
}

/** Puts a second column right of a spot, or of another there, and gives it. */
export function secondColumn(spot: Spot, { word, is, value }: Second, dice: Dice, after = spot.column): Column {
  const { table, column } = spot;
  const made: Column = { role: "other", headers: headingsFor(spot, word, dice), is };
  if (made.headers.length === 0) onLabelForm(table, word, dice);
  const isSplit = isForm(table) && column.school !== undefined;
  if (isSplit) made.school = column.school!;
  insertColumn(table, table.columns.indexOf(after) + 1, made, (row) =>
    cell(value(Number(at(table, row, column).value ?? 0), row, dice)),
  );
  return made;
}

/** A form of labels has no heading: the word stands on the line of the school's name, beside that of the pupils their number. */
function onLabelForm({ above }: Table, word: string, dice: Dice): void {
  above.find(([label]) => label?.value === "École")!.push(cell(word));
  const pupils = above.find(([label]) => label?.value === "Nombre d'élèves")!;
  const own = cell(/écart|diff|vol|vari|delta|\+/i.test(word) ? null : near(Number(pupils[1]!.value), dice));
  pupils.push({ ...own, is: "other-year" });
}

/** Another number of the same size; none where there is none. */
export function near(number: number, dice: Dice): number | null {
  if (number === 0) return null;
  if (number === 1) return dice.whole(0, 1);
  return Math.max(1, number + dice.whole(-3, 3));
}

/** The rows of an item of each school, or of its pupils, in tables of items. */
export function itemRowsOf(drawing: Drawing, of: "POSTE_STD" | "pupils"): (readonly [Table, Row])[] {
  return equipmentOf(drawing)
    .filter(({ rowIs, kind }) => rowIs === "item" && kind === "inventory")
    .flatMap((table) =>
      dataRows(table)
        .filter(({ prestation, pupils, nature }) =>
          of === "pupils" ? pupils === true : prestation === of && nature !== "installation",
        )
        .map((row) => [table, row] as const),
    );
}

/** Another row right below one, its numbers made from those above; the other cells are the same. */
export function secondRow(
  table: Table,
  row: Row,
  label: string,
  { is, value }: Pick<Second, "is" | "value">,
  dice: Dice,
): Row {
  const made: Row = { ...row, is, cells: row.cells.map((one): Cell => ({ ...one })) };
  table.columns.forEach((column, index) => {
    if (column.role === "label") made.cells[index] = cell(label);
    else if (column.role === "quantity") {
      const number = Number(row.cells[index]!.value ?? 0);
      made.cells[index] = cell(value(number, row, dice));
    }
  });
  table.rows.splice(table.rows.indexOf(row) + 1, 0, made);
  return made;
}

export const nameOfPosts = headings.POSTE_STD;

const isTwoLevel = isOn("wide", "two-sheets", "blocks", "commune-tabs");

/** Tables of one school a row whose workstations in service can take a heading over several columns. */
export const withPosts = (drawing: Drawing): (readonly [Table, Column])[] =>
  isTwoLevel(drawing)
    ? schoolTables(drawing).flatMap((table) => {
        const posts = table.columns.find(
          ({ prestation, nature }) => prestation === "POSTE_STD" && nature === "maintenance",
        );
        return posts === undefined ? [] : [[table, posts] as const];
      })
    : [];

/** Makes room for a second level of headings. */
export function deepen({ columns }: Table): void {
  for (const column of columns) if (column.headers.length === 1) column.headers.unshift("");
}
