import {
  at,
  cell,
  columnOf,
  dataRows,
  equipmentOf,
  insertColumn,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../../model";
import { equipment, type Equipment } from "../../truth";
import { mayRefuse, mustAsk, read, type Habit, type Tag } from "../habit";
import { isOn, quantityColumnsOf, schoolTables } from "../tools";
import { numbering, oddQualifiers, qualified, readQualifier, unreadQualifier } from "./qualifiers";
import type { Dice } from "../../dice";

/** The columns whose own heading names a prestation. */
const named = (drawing: Drawing): Column[] =>
  /kinds|pivot/.test(drawing.layout)
    ? []
    : quantityColumnsOf(drawing)
        .map(([, column]) => column)
        .filter(({ prestation }) => prestation !== undefined);

/** Which of a column's headings names its prestation: the lowest, or the one above where a « Qté » stands below. */
const nameIndex = ({ headers }: Column): number => (headers.at(-1) === "Qté" ? headers.length - 2 : headers.length - 1);

/** Rewrites the headings of the prestations in service; the same prestation alike in every table. */
const headings = (name: string, must: Tag, to: (header: string, code: Equipment, dice: Dice) => string): Habit =>
  must({
    name: `heading-${name}`,
    class: "C1-C2",
    aspect: "headers",
    stage: 1,
    fits: (drawing) => named(drawing).some(({ nature }) => nature === "maintenance"),
    draw(drawing, dice) {
      const said = new Map<string, string>();
      for (const column of named(drawing).filter(({ nature }) => nature === "maintenance")) {
        const index = nameIndex(column);
        const own = column.headers[index]!;
        const made = said.get(own) ?? to(own, column.prestation!, dice);
        said.set(own, made);
        column.headers[index] = made;
        // Whatever else stands under the same heading: an amount, what was installed.
        for (const other of equipmentOf(drawing).flatMap(({ columns }) => columns))
          if (other.headers.length > 1 && other.headers[index] === own) other.headers[index] = made;
      }
    },
  });

const onHeadings = [
  headings("qualified", read, (header, code, dice) => qualified(header, readQualifier(code, dice))),
  headings("qualified-unread", mustAsk, (header, code, dice) =>
    code === "POSTE_STD" ? qualified(header, unreadQualifier(dice)) : header,
  ),
  headings("qualified-oddly", mayRefuse, (header, code, dice) =>
    code === "POSTE_STD" ? qualified(header, dice.one(oddQualifiers)) : header,
  ),
  headings("asked-how-many", read, (header) => `Combien de ${header[0]!.toLowerCase()}${header.slice(1)} ?`),
  headings("numbered", read, (header, code, dice) => numbering(equipment.indexOf(code), dice.of("numbers"))(header)),
];

const lists = isOn("long", "long-pairs", "tabs", "across-pairs", "stacked-forms", "form-tabs", "register");

/** Rewrites the labels of items: the same label alike wherever it stands, or each one anew. */
const labels = (
  name: string,
  must: Tag,
  to: (label: string, code: Equipment, dice: Dice) => string,
  each = false,
): Habit =>
  must({
    name: `label-${name}`,
    class: "C1",
    aspect: "labels",
    stage: 4,
    fits: lists,
    draw(drawing, dice) {
      const said = new Map<string, string>();
      for (const table of equipmentOf(drawing))
        for (const row of dataRows(table)) {
          const column = columnOf(table, "label");
          if (column === undefined || row.prestation === undefined) continue;
          const one = at(table, row, column);
          const own = String(one.value);
          const made = (each ? undefined : said.get(own)) ?? to(own, row.prestation, dice);
          said.set(own, made);
          one.value = made;
        }
    },
  });

const onLabels = [
  labels("qualified", read, (label, code, dice) => qualified(label, readQualifier(code, dice))),
  labels(
    "qualified-each",
    read,
    (label, code, dice) => (dice.chance(0.5) ? qualified(label, readQualifier(code, dice)) : label),
    true,
  ),
  labels("qualified-unread", mustAsk, (label, code, dice) =>
    code === "POSTE_STD" ? qualified(label, unreadQualifier(dice)) : label,
  ),
  labels("numbered", read, (label, code, dice) => numbering(equipment.indexOf(code), dice.of("numbers"))(label)),
];

/** A second column of workstations, whose heading says more than anybody can know: a part of what is due, or nothing of it. */
const secondUnread = (name: string, isDue: boolean): Habit =>
  mustAsk({
    name: `second-heading-unread-${name}`,
    class: "C4",
    aspect: "flows",
    stage: 2,
    fits: (drawing) =>
      isOn("wide", "two-sheets", "commune-titles", "blocks", "commune-tabs", "across-named")(drawing) &&
      spots(drawing).length > 0,
    draw(drawing, dice) {
      const qualifier = unreadQualifier(dice);
      for (const [table, posts] of spots(drawing)) {
        const made: Column = isDue
          ? { ...posts, headers: [...posts.headers] }
          : { role: "other", headers: [...posts.headers], is: "out" };
        made.headers[made.headers.length - 1] = qualified(posts.headers.at(-1)!, qualifier);
        insertColumn(table, table.columns.indexOf(posts) + 1, made, (row) =>
          isDue ? taken(table, row, posts, dice) : cell(dice.whole(0, 6)),
        );
      }
    },
  });

/** Takes a part of a number away for another column. */
function taken(table: Table, row: Row, posts: Column, dice: Dice): Cell {
  const own = at(table, row, posts);
  if (typeof own.value !== "number" || own.value < 2) return cell(null);
  const part = dice.whole(1, own.value - 1);
  own.value -= part;
  return cell(part);
}

const spots = (drawing: Drawing): (readonly [Table, Column])[] =>
  schoolTables(drawing).flatMap((table) => {
    const posts = table.columns.find(
      ({ prestation, nature }) => prestation === "POSTE_STD" && nature === "maintenance",
    );
    return posts === undefined ? [] : [[table, posts] as const];
  });

export const headingHabits: readonly Habit[] = [
  ...onHeadings,
  ...onLabels,
  secondUnread("and-due", true),
  secondUnread("and-out", false),
];
