import type { Cell } from "../../src/cells";
import type { Random } from "../bench/random";
import type { EditableSheet, EditableWorkbook } from "./editable";
import { columnGroups, insertColumn, insertRows, reorderColumns, reorderRows } from "./editable";
import type { SampleName } from "./samples";
import { respelt } from "./spellings";

type Change = (sheet: EditableSheet, random: Random, name: SampleName) => void;

const isTotal = (cell: Cell): boolean => typeof cell === "string" && /^(sous-)?total/i.test(cell);

/** Body rows, the totals that close blocks among them. */
function bodyRows(sheet: EditableSheet): number[] {
  const { headerBottom, bodyBottom } = sheet.table!;
  return Array.from({ length: bodyBottom - headerBottom }, (_, at) => headerBottom + 1 + at);
}

function commune(sheet: EditableSheet, row: number): Cell {
  const { commune } = sheet.table!;
  return commune === null ? null : sheet.rows[row]![commune]!;
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values];
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

/** Rows that go together: a commune written once with the rows and the subtotal below it; alone where each row names its own. */
function blocks(sheet: EditableSheet): number[][] {
  const result: number[][] = [];
  for (const row of bodyRows(sheet)) {
    const cell = commune(sheet, row);
    const joins = sheet.table!.commune !== null && (cell === null || isTotal(cell));
    if (joins && result.length > 0) result[result.length - 1]!.push(row);
    else result.push([row]);
  }
  return result;
}

const respellHeaders: Change = (sheet, random) => {
  const { headerTop, headerBottom } = sheet.table!;
  for (let row = headerTop; row <= headerBottom; row++)
    sheet.rows[row] = sheet.rows[row]!.map((cell) => (typeof cell === "string" ? respelt(cell, random) : cell));
};

const respellLabels: Change = (sheet, random) => {
  const { label } = sheet.table!;
  if (label === null) return;
  for (const row of bodyRows(sheet)) {
    const cell = sheet.rows[row]![label];
    if (typeof cell === "string") sheet.rows[row]![label] = respelt(cell, random);
  }
};

const numbersAsText: Change = (sheet, random) => {
  const writings: readonly ((value: number) => string)[] = [
    String,
    (value) => ` ${value} `,
    (value) => `${value}\u00a0`,
    (value) => `${value},0`,
    (value) => `${value}.00`,
  ];
  for (const row of bodyRows(sheet))
    for (const column of sheet.table!.quantities) {
      const cell = sheet.rows[row]![column];
      if (typeof cell === "number" && !isTotal(commune(sheet, row)) && random.next() < 0.3)
        sheet.rows[row]![column] = writings[random.whole(0, writings.length - 1)]!(cell);
    }
};

const splitMerges: Change = (sheet) => {
  for (const { top, left, bottom, right } of sheet.merges)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) sheet.rows[row]![column] = sheet.rows[top]![left]!;
  sheet.merges = [];
};

/** Totals stay: the last block's is the grand total, below everything. */
const shuffleRows: Change = (sheet, random, name) => {
  if (name === "un-onglet-par-commune-2014") return;
  const all = blocks(sheet);
  const last = all[all.length - 1]!;
  const end = last.find((row) => /^total( général)?$/i.test(String(commune(sheet, row)))) ?? null;
  const movable = all.map((block) => block.filter((row) => row !== end)).filter((block) => block.length > 0);
  reorderRows(sheet, sheet.table!.headerBottom + 1, shuffled(movable, random).flat());
};

const permuteColumns: Change = (sheet, random) => {
  const groups = columnGroups(sheet).map((group) => shuffled(group, random));
  reorderColumns(sheet, shuffled(groups, random).flat());
};

const unrelated: readonly { header: string; value: (random: Random) => Cell; layouts: "all" | "school-rows" }[] = [
  { header: "Observations", value: (random) => (random.next() < 0.2 ? "à revoir" : null), layouts: "all" },
  { header: "Contact", value: () => "M. Dupond", layouts: "all" },
  { header: "Classes", value: (random) => random.whole(1, 12), layouts: "school-rows" },
  { header: "Tablettes", value: (random) => random.whole(0, 6), layouts: "school-rows" },
  { header: "Téléphone", value: (random) => `03 81 ${random.whole(10, 99)} 00 00`, layouts: "all" },
];

const addColumns: Change = (sheet, random, name) => {
  const { headerBottom, bodyBottom } = sheet.table!;
  const schoolRows = name === "parc-ecoles-2014" && sheet.name !== "Effectifs";
  const { header, value } = random.pick(
    unrelated.filter(({ layouts }) => layouts === "all" || schoolRows).map((one) => [one, 1] as const),
  );
  const starts = columnGroups(sheet).map((group) => group[0]!);
  const at = random.pick([...starts, sheet.rows[0]!.length].map((column) => [column, 1] as const));
  insertColumn(sheet, at, (row) =>
    row === headerBottom
      ? header
      : row > headerBottom && row <= bodyBottom && !isTotal(commune(sheet, row))
        ? value(random)
        : null,
  );
};

const addBlankColumn: Change = (sheet, random) => {
  const starts = columnGroups(sheet).map((group) => group[0]!);
  insertColumn(sheet, starts[random.whole(0, starts.length - 1)]!, () => null);
};

const addBlankRows: Change = (sheet, random) => {
  const starts = blocks(sheet).map((block) => block[0]!);
  insertRows(sheet, starts[random.whole(0, starts.length - 1)]!, [[]]);
};

const addTitles: Change = (sheet, random) => {
  const titles = ["Ville de Besançon", "Direction des systèmes d'information", "Document de travail", "Ordiclasse"];
  insertRows(sheet, 0, [[titles[random.whole(0, titles.length - 1)]!], ...(random.next() < 0.5 ? [[]] : [])]);
};

/** Changes of a sheet, in the order in which they are made. */
const sheetChanges = {
  "headers re-spelt": respellHeaders,
  "labels re-spelt": respellLabels,
  "numbers typed as text": numbersAsText,
  "merges split": splitMerges,
  "rows shuffled": shuffleRows,
  "columns permuted": permuteColumns,
  "columns added": addColumns,
  "blank column added": addBlankColumn,
  "blank row added": addBlankRows,
  "titles added": addTitles,
} as const satisfies Record<string, Change>;

const sheetChangeNames = Object.keys(sheetChanges) as (keyof typeof sheetChanges)[];

/** Everything that a workbook may go through without a cent moving. */
export const harmlessChanges = [...sheetChangeNames, "sheets in another order", "sheets renamed"] as const;
type HarmlessChange = (typeof harmlessChanges)[number];

/** Makes the changes, in the order above, on every table of the workbook. */
export function applyHarmless(
  workbook: EditableWorkbook,
  changes: readonly HarmlessChange[],
  random: Random,
  name: SampleName,
): void {
  for (const change of sheetChangeNames)
    if (changes.includes(change))
      for (const sheet of workbook.sheets) if (sheet.table !== null) sheetChanges[change](sheet, random, name);
  if (changes.includes("sheets in another order")) workbook.sheets = shuffled(workbook.sheets, random);
  if (changes.includes("sheets renamed"))
    workbook.sheets.forEach((sheet, at) => {
      sheet.name = `Feuil${at + 1}`;
    });
}
