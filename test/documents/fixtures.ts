import { type ModelCell, type SheetModel } from "../../src/documents";
import type { SheetsInput } from "../../src/documents/make-documents";
import type { InventoryReading } from "../../src/inventory";
import type { Anomaly } from "../../src/messages";
import { defaultOptions, type Options } from "../../src/options";
import type { Grid } from "../../src/tariff";
import { makeSheets, makeStatement } from "../at-once";
import * as given from "../statement/fixtures";

const rows = [
  { sheet: given.parc, read: 5, billed: 2, excluded: 2, error: 1, reasons: { subtotal: 1, total: 1 } },
] as const;

/** Both golden schools, one of Besançon and one whose name a spreadsheet would take for a formula. */
const tricky = given.school(given.mamirolle, '=HYPERLINK("x")', 20);
const phone = given.school(given.besancon, "+33", 21);
export const full: InventoryReading = given.reading(
  [...given.golden.schools, tricky, phone],
  [
    ...given.golden.quantities,
    ...given.quantities(tricky, { "PORTAIL m": 20, "POSTE_STD m": 3 }),
    ...given.quantities(phone, { "PORTAIL m": 30, "POSTE_STD i": 2 }),
  ],
  { rows },
);

export function inputOf(
  reading: InventoryReading,
  options: Partial<Options> = {},
  more: Partial<SheetsInput> = {},
  grid: Grid = given.grid,
): SheetsInput {
  const statement = makeStatement(reading, grid, given.campaign, { ...defaultOptions, ...options });
  return {
    reading,
    statement,
    journal: { when: "2014-11-25 14:03", rows: [], fingerprints: [] },
    userSheetNames: [],
    generatedSheets: [],
    ...more,
  };
}

export function sheetsOf(
  reading: InventoryReading,
  options: Partial<Options> = {},
  more: Partial<SheetsInput> = {},
): SheetModel[] {
  return makeSheets(inputOf(reading, options, more));
}

export function sheet(models: readonly SheetModel[], key: string): SheetModel {
  const found = models.find((model) => model.key === key);
  if (found === undefined) throw new Error(`No sheet ${key}`);
  return found;
}

export function cellsOf(model: SheetModel): ModelCell[] {
  return model.rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
}

/** The cells of the first row that has this text. */
export function rowOf(model: SheetModel, label: string): readonly (ModelCell | null)[] {
  const row = model.rows.find(({ cells }) => cells.some((cell) => cell?.value === label));
  if (row === undefined) throw new Error(`No row « ${label} » in ${model.name}`);
  return row.cells;
}

/** The column under a title, in the first row that has it: a test that finds it so outlives a column that is added. */
export function columnOf(model: SheetModel, title: string): number {
  return rowOf(model, title).findIndex((cell) => cell?.value === title);
}

export function textsOf(model: SheetModel): string[] {
  return cellsOf(model).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
}

/** An error accepted, which makes documents provisional. */
export const acceptedError = {
  severity: "error",
  code: "missing-commune",
  file: "parc.xlsx",
  sheet: "Parc",
  cell: "A9",
  params: {},
} as const satisfies Anomaly;
