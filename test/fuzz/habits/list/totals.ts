import {
  at,
  cell,
  columnOf,
  dataRows,
  equipmentOf,
  rowWith,
  tablesOf,
  type Cell,
  type Column,
  type Drawing,
  type Row,
  type Table,
} from "../model";
import { read, mayRefuse, type Habit } from "./habit";
import { blocksOf, headcounts, isForm } from "./tools";
import type { Dice } from "../dice";

/** Tables of one school a row that may end in a total. */
const totalled = (drawing: Drawing): Table[] =>
  equipmentOf(drawing).filter((table) => table.rowIs === "school" && dataRows(table).length > 1);
const down = (drawing: Drawing): Table[] => totalled(drawing).filter(({ across }) => across !== true);

const isSummed = ({ role }: Column): boolean => role === "quantity" || role === "headcount";

interface TotalCells {
  readonly formula?: "SUM" | "SUBTOTAL";
  readonly value?: (sum: number, count: number) => number;
}

/** A row of totals of some rows, its label in a column. */
function totalRow(
  table: Table,
  rows: readonly Row[],
  label: string | null,
  labelled: Column,
  { formula, value }: TotalCells = {},
): Row {
  const values = new Map<Column, Cell>([[labelled, cell(label)]]);
  for (const column of table.columns.filter(isSummed)) {
    const sum = rows.reduce((total, row) => total + Number(at(table, row, column).value ?? 0), 0);
    values.set(column, {
      value: value === undefined ? sum : value(sum, rows.length),
      ...(formula !== undefined && { totalOf: { name: formula, rows } }),
    });
  }
  return { ...rowWith(table, "total", values), ...(rows[0]!.school !== undefined && { school: rows[0]!.school }) };
}

const labelColumn = (table: Table, dice: Dice): Column => {
  const columns = [columnOf(table, "commune"), columnOf(table, "school")].filter((one) => one !== undefined);
  return table.across === true ? columns.at(-1)! : dice.one(columns);
};

const grandTotal = (name: string, labels: readonly string[], cells: TotalCells = {}, tables = totalled): Habit =>
  read({
    name: `total-${name}`,
    class: "S8",
    aspect: "totals",
    stage: 3,
    fits: (drawing) => tables(drawing).length > 0,
    draw(drawing, dice) {
      const label = dice.one(labels);
      for (const table of tables(drawing)) {
        const rows = dataRows(table);
        table.rows.push(totalRow(table, rows, label, labelColumn(table, dice), cells));
      }
    },
  });

const grand = [
  grandTotal("row", ["Total", "TOTAL", "Total général", "TOTAL GÉNÉRAL"]),
  grandTotal("spaced", ["T O T A L", "T O T A L  G É N É R A L"]),
  grandTotal("sum-word", ["Somme", "Ensemble", "Cumul", "Cumul général"]),
  grandTotal("all-schools", ["Toutes les écoles", "Toutes écoles", "Ensemble des écoles"]),
  grandTotal("mean", ["Moyenne", "Moyenne par école"], { value: (sum, count) => Math.round((sum / count) * 10) / 10 }),
  grandTotal("formula", ["Total", "Total général"], { formula: "SUM" }),
  grandTotal("subtotal-formula", ["Total", "Sous-total"], { formula: "SUBTOTAL" }),
  grandTotal("odd-label-formula", ["Vérification", "Contrôle", "Parc complet"], { formula: "SUM" }, down),
  grandTotal("wrong", ["Total", "TOTAL"], { value: (sum) => sum + 3 }),
];

const blankLabel = read({
  name: "total-without-label",
  class: "S8",
  aspect: "totals",
  stage: 3,
  fits: (drawing) =>
    drawing.layout !== "commune-titles" && down(drawing).some((table) => table.columns.filter(isSummed).length >= 2),
  draw(drawing) {
    for (const table of down(drawing)) {
      if (table.columns.filter(isSummed).length < 2) continue;
      table.rows.push(totalRow(table, dataRows(table), null, columnOf(table, "school")!));
    }
  },
});

/** True where the rows of each commune stand together. */
function areTogether(table: Table): boolean {
  const communes = blocksOf(table).map(([first]) => first!.school!.commune[0]);
  return new Set(communes).size === communes.length;
}

/** A sub-total after the rows of each commune. */
const subtotals = (
  name: string,
  label: (commune: string) => string,
  must: typeof read,
  options: { several?: boolean; grand?: boolean } = {},
): Habit =>
  must({
    name: `subtotals-${name}`,
    class: "S8",
    aspect: "totals",
    stage: 3,
    fits: (drawing) =>
      down(drawing).every(areTogether) &&
      down(drawing).some((table) => blocksOf(table).some(({ length }) => length > 1)),
    draw(drawing, dice) {
      for (const table of down(drawing)) {
        const all = dataRows(table);
        const where = options.several === true ? columnOf(table, "school")! : labelColumn(table, dice);
        for (const rows of blocksOf(table)) {
          if (options.several === true && rows.length < 2) continue;
          const commune = rows[0]!.school!.commune[1];
          const row = totalRow(table, rows, label(commune), where);
          const column = columnOf(table, "commune");
          if (options.several === true && column !== undefined)
            row.cells[table.columns.indexOf(column)] = cell(commune);
          table.rows.splice(table.rows.indexOf(rows.at(-1)!) + 1, 0, row);
        }
        if (options.grand === true) table.rows.push(totalRow(table, all, "Total général", where));
      }
    },
  });

const bySubtotals = [
  subtotals("total-of-commune", (commune) => `Total ${commune}`, read, { grand: true }),
  subtotals("sous-total-of-commune", (commune) => `Sous-total ${commune}`, read),
  subtotals("upper", (commune) => `TOTAL ${commune.toUpperCase()}`, read, { grand: true }),
  subtotals("commune-alone", (commune) => commune, read, { several: true }),
  subtotals("abbreviated", (commune) => `S/T ${commune}`, mayRefuse),
];

const below = read({
  name: "rows-below-a-total",
  class: "S8",
  aspect: "totals",
  stage: 3,
  fits: (drawing) => down(drawing).some((table) => blocksOf(table).length > 1),
  draw(drawing, dice) {
    for (const table of down(drawing)) {
      const blocks = blocksOf(table);
      if (blocks.length < 2) continue;
      const last = blocks.at(-1)![0]!;
      const title = table.rows[table.rows.indexOf(last) - 1];
      const index = table.rows.indexOf(title?.kind === "title" ? title : last);
      const rows = blocks.slice(0, -1).flat();
      table.rows.splice(index, 0, totalRow(table, rows, "Total", labelColumn(table, dice)));
    }
  },
});

const ofHeadcounts = read({
  name: "total-of-headcounts",
  class: "S8",
  aspect: "headcounts",
  stage: 3,
  fits: (drawing) => headcounts(drawing) !== null,
  draw(drawing, dice) {
    const table = headcounts(drawing)!;
    table.rows.push(
      totalRow(table, dataRows(table), dice.one(["Total", "TOTAL ÉLÈVES", "Ensemble"]), labelColumn(table, dice)),
    );
  },
});

const ofItems = read({
  name: "total-of-lines",
  class: "S8",
  aspect: "totals",
  stage: 3,
  fits: (drawing) => /^long/.test(drawing.layout) && tablesOf(drawing, "inventory").some((table) => !isForm(table)),
  draw(drawing, dice) {
    for (const table of tablesOf(drawing, "inventory")) {
      const where = columnOf(table, dice.one(["commune", "label"]))!;
      table.rows.push(totalRow(table, dataRows(table), dice.one(["Total", "TOTAL GÉNÉRAL"]), where));
    }
  },
});

export const totalHabits: readonly Habit[] = [...grand, blankLabel, ...bySubtotals, below, ofHeadcounts, ofItems];
