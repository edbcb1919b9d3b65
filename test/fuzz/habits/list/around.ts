import { at, cell, columnOf, dataRows, equipmentOf, line, tablesOf, type Drawing, type Row } from "../model";
import { read, type Habit } from "./habit";
import { blocksOf, isForm } from "./tools";

const lineOf = (texts: readonly string[]) => texts.map((text) => line(text));

/** Tables that nothing stands above yet. */
const bare = (drawing: Drawing) =>
  drawing.sheets.filter(({ tables, side }) => side !== true && tables.length === 1 && tables[0]!.above.length === 0);

const above = (name: string, texts: (campaign: number) => readonly string[], more: { blank?: boolean } = {}): Habit =>
  read({
    name: `above-${name}`,
    class: "harmless",
    aspect: "above",
    stage: 5,
    fits: (drawing) => bare(drawing).length > 0,
    draw(drawing) {
      for (const { tables } of bare(drawing)) {
        if (tables[0]!.kind !== "inventory") continue;
        tables[0]!.above = [...lineOf(texts(drawing.truth.campaign)), ...(more.blank === false ? [] : [[]])];
      }
    },
  });

const titles = [
  above("title", (campaign) => [`Ordiclasse – inventaire au 1er novembre ${campaign}`]),
  above("office", (campaign) => [
    "VILLE DE BESANÇON",
    "Département TIC",
    `Inventaire du matériel au 01/11/${campaign}`,
  ]),
  above("dated", (campaign) => [`Parc informatique des écoles ${campaign}`, `mise à jour 03/11/${campaign % 100} CL`]),
  above("close", (campaign) => [`Situation du parc au 1er novembre ${campaign}`], { blank: false }),
  above("reference", () => [
    "Convention du 14 novembre 2014, délibération n° 58",
    "Affaire suivie par : C. Lambert, poste 4412",
  ]),
];

const below = (name: string, texts: readonly string[]): Habit =>
  read({
    name: `below-${name}`,
    class: "harmless",
    aspect: "below",
    stage: 5,
    fits: (drawing) => drawing.sheets.some(({ tables, side }) => side !== true && tables.at(-1)!.kind !== "headcounts"),
    draw(drawing) {
      for (const { tables, side } of drawing.sheets) {
        const last = tables.at(-1)!;
        if (side !== true && last.kind !== "headcounts") last.below.push([], ...lineOf(texts));
      }
    },
  });

const notes = [
  below("note", ["Penser à relancer les écoles pour les effectifs."]),
  below("source", ["Source : service informatique", "* estimation"]),
  below("signature", ["Fait à Besançon, le 3 novembre", "Le chef de service"]),
];

const offset = read({
  name: "table-not-in-the-corner",
  class: "harmless",
  aspect: "blank",
  stage: 6,
  fits: () => true,
  draw(drawing, dice) {
    for (const sheet of drawing.sheets) sheet.offset = { rows: dice.whole(1, 3), columns: dice.whole(1, 2) };
  },
});

const blankRows = read({
  name: "blank-rows-between-communes",
  class: "shape",
  aspect: "rows",
  stage: 3,
  fits: (drawing) =>
    equipmentOf(drawing).some(
      (table) =>
        !isForm(table) &&
        table.across !== true &&
        ["school", "item"].includes(table.rowIs) &&
        blocksOf(table).length > 1,
    ),
  draw(drawing) {
    for (const table of equipmentOf(drawing)) {
      if (isForm(table) || table.across === true || !["school", "item"].includes(table.rowIs)) continue;
      for (const [first] of blocksOf(table).slice(1)) {
        const before = table.rows[table.rows.indexOf(first!) - 1]!;
        const where = before.kind === "title" ? before : first!;
        table.rows.splice(table.rows.indexOf(where), 0, { kind: "blank", cells: table.columns.map(() => cell(null)) });
      }
    }
  },
});

const repeatedHeader = read({
  name: "headers-repeated",
  class: "shape",
  aspect: "rows",
  stage: 3,
  fits: ({ layout }) => ["wide", "long", "register", "two-sheets"].includes(layout),
  draw(drawing) {
    for (const table of equipmentOf(drawing)) {
      const blocks = blocksOf(table);
      const [first] = blocks[Math.ceil(blocks.length / 2)] ?? [];
      if (first === undefined) continue;
      const cells = table.columns.map(({ headers }) => cell(headers.at(-1) === "" ? null : headers.at(-1)!));
      table.rows.splice(table.rows.indexOf(first), 0, { kind: "header", cells });
    }
  },
});

const filtered = read({
  name: "filter-and-hidden-rows",
  class: "harmless",
  aspect: "hidden",
  stage: 6,
  fits: (drawing) =>
    equipmentOf(drawing).some((table) => table.across !== true && !isForm(table) && dataRows(table).length > 3),
  draw(drawing, dice) {
    for (const sheet of drawing.sheets) {
      const [table] = sheet.tables;
      if (table!.kind === "headcounts" || table!.across === true || isForm(table!)) continue;
      sheet.filtered = true;
      sheet.hiddenRows = dice.some(dataRows(table!), 2);
    }
  },
});

const shuffledRows = read({
  name: "rows-in-another-order",
  class: "harmless",
  aspect: "row-order",
  stage: 2,
  fits: ({ layout }) =>
    ["wide", "grouped", "long-pairs", "register", "glpi-fr", "glpi-en", "two-sheets"].includes(layout),
  draw(drawing, dice) {
    for (const table of tablesOf(drawing)) if (table.rowIs !== "level") table.rows = dice.shuffled(table.rows);
  },
});

const formats = read({
  name: "number-formats",
  class: "harmless",
  aspect: "formats",
  stage: 4,
  fits: () => true,
  draw(drawing, dice) {
    const format = dice.one(["0", "0.00", "#,##0", "# ##0", "General"]);
    const of = (row: Row, table: (typeof tables)[number]) =>
      table.columns
        .filter(({ role }) => role === "quantity" || role === "headcount")
        .map((column) => at(table, row, column));
    const tables = tablesOf(drawing);
    for (const table of tables)
      for (const row of dataRows(table))
        for (const one of of(row, table)) if (typeof one.value === "number") one.format = format;
  },
});

const unitsAbove = read({
  name: "title-row-merged-heading",
  class: "harmless",
  aspect: "header-shape",
  stage: 2,
  fits: ({ layout }) => layout === "wide",
  draw(drawing) {
    for (const table of equipmentOf(drawing))
      for (const column of table.columns) {
        const isName = column === columnOf(table, "commune") || column === columnOf(table, "school");
        column.headers.unshift(isName ? "Identification" : "Matériel informatique");
      }
  },
});

export const aroundHabits: readonly Habit[] = [
  ...titles,
  ...notes,
  offset,
  blankRows,
  repeatedHeader,
  filtered,
  shuffledRows,
  formats,
  unitsAbove,
];
