import {
  at,
  cell,
  columnOf,
  dataRows,
  equipmentOf,
  insertColumn,
  tablesOf,
  type Cell,
  type Drawing,
  type Row,
  type Table,
} from "../model";
import { mayRefuse, read, type Habit } from "./habit";
import { headcounts, isForm, isOn, rewrite, schoolTables, unaccented } from "./tools";

const spelling = (name: string, to: (school: string) => string): Habit =>
  read({
    name: `school-${name}`,
    class: "harmless",
    aspect: "school-text",
    stage: 4,
    fits: (drawing) =>
      !/glpi/.test(drawing.layout) && equipmentOf(drawing).some((table) => columnOf(table, "school") !== undefined),
    draw: (drawing) => rewrite(equipmentOf(drawing), "school", to),
  });

const spellings = [
  spelling("upper", (name) => name.toUpperCase()),
  spelling("unaccented", unaccented),
  spelling("spaces", (name) => `${name}\u00a0 `),
  spelling("no-hyphen", (name) => name.replaceAll("-", " ")),
];

/** Tables that name their schools in a column, one row a school or an item, in every table of the workbook. */
const allByColumn = (drawing: Drawing): Table[] | null => {
  const tables = tablesOf(drawing);
  return tables.every(
    (table) => columnOf(table, "school") !== undefined && ["school", "item"].includes(table.rowIs) && !isForm(table),
  )
    ? tables
    : null;
};

const kind = /^École (maternelle|élémentaire|primaire)(?: (.+))?$/;

/** « Centre » and « Maternelle » in two columns, everywhere. */
const kindApart = read({
  name: "school-kind-apart",
  class: "S23",
  aspect: "school-place",
  stage: 2,
  fits: (drawing) =>
    !/commune-titles|pivot/.test(drawing.layout) &&
    allByColumn(drawing)?.every((table) => columnOf(table, "commune") !== undefined) === true,
  draw(drawing, dice) {
    const header = dice.one(["Type d'école", "Niveau", "Mat/Élém"]);
    for (const table of allByColumn(drawing)!) {
      const column = columnOf(table, "school")!;
      insertColumn(table, table.columns.indexOf(column) + 1, { role: "other", headers: [header] }, ({ school }) => {
        const word = kind.exec(school!.name)?.[1] ?? "primaire";
        return cell(word[0]!.toUpperCase() + word.slice(1));
      });
      for (const row of dataRows(table)) {
        const found = kind.exec(row.school!.name);
        if (found !== null) at(table, row, column).value = found[2] ?? "École";
      }
    }
  },
});

const mergedSchools = read({
  name: "school-merged",
  class: "shape",
  aspect: "school-place",
  stage: 3,
  fits: isOn("long", "long-pairs"),
  draw(drawing) {
    for (const table of equipmentOf(drawing)) columnOf(table, "school")!.down = "merged";
  },
});

/** Splits a row of a table in two, its quantities shared between them. */
function split(table: Table, row: Row): void {
  const copy: Row = { ...row, cells: row.cells.map((one): Cell => ({ ...one })) };
  for (const column of table.columns.filter(({ role }) => role === "quantity")) {
    const one = at(table, row, column);
    if (typeof one.value !== "number") continue;
    const first = Math.ceil(one.value / 2);
    at(table, copy, column).value = one.value === first ? null : one.value - first;
    one.value = first;
  }
  table.rows.splice(table.rows.indexOf(row) + 1, 0, copy);
}

/** A school in several rows, one a room. */
const rooms = mayRefuse({
  name: "school-by-rooms",
  class: "refused",
  aspect: "rows",
  stage: 2,
  fits: (drawing) => isOn("grouped", "wide")(drawing) && headcounts(drawing) !== null && roomy(drawing).length > 0,
  draw(drawing) {
    for (const table of schoolTables(drawing)) {
      for (const row of roomy(drawing)) split(table, row);
      const school = table.columns.indexOf(columnOf(table, "school")!);
      const counts = new Map<unknown, number>();
      insertColumn(table, school + 1, { role: "other", headers: ["", "Salle"] }, ({ school: of }) => {
        counts.set(of, (counts.get(of) ?? 0) + 1);
        return cell(`Salle ${counts.get(of)}`);
      });
    }
  },
});

const roomy = (drawing: Drawing): Row[] =>
  schoolTables(drawing)
    .flatMap((table) => dataRows(table).filter(({ school }) => school!.service.POSTE_STD > 5))
    .slice(0, 2);

/** The same item of a school in two batches. */
const batches = (name: string, layout: string, must: typeof read): Habit =>
  must({
    name,
    class: "S9",
    aspect: "rows",
    stage: 2,
    fits: (drawing) =>
      drawing.layout === layout &&
      batched(drawing).length > 0 &&
      equipmentOf(drawing).every((table) => layout !== "long" || columnOf(table, "nature") !== undefined),
    draw(drawing) {
      for (const table of equipmentOf(drawing)) for (const row of batched(drawing)) split(table, row);
    },
  });

const batched = (drawing: Drawing): Row[] =>
  equipmentOf(drawing)
    .flatMap((table) =>
      dataRows(table).filter(
        (row) => row.prestation === "POSTE_STD" && row.nature !== "installation" && row.school!.service.POSTE_STD > 4,
      ),
    )
    .slice(0, 2);

const renamedInHeadcounts = mayRefuse({
  name: "school-otherwise-named-in-headcounts",
  class: "accident",
  aspect: "school-text",
  stage: 4,
  fits: (drawing) => headcounts(drawing) !== null && drawing.truth.schools.some(({ name }) => /^École/.test(name)),
  draw(drawing) {
    rewrite(tablesOf(drawing, "headcounts"), "school", (name) =>
      name
        .replace(/^École maternelle/, "Mat.")
        .replace(/^École élémentaire/, "Élém.")
        .replace(/^École primaire/, "Éc. prim."),
    );
  },
});

export const schoolHabits: readonly Habit[] = [
  ...spellings,
  kindApart,
  mergedSchools,
  rooms,
  batches("batches-with-natures", "long", read),
  batches("batches-without-natures", "long-pairs", mayRefuse),
  renamedInHeadcounts,
];
