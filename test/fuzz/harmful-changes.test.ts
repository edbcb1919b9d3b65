import { atDepth } from "../depth";
import fc from "../properties";
import { CellError, cellName, type Cell, type SheetCells, type WorkbookCells } from "../../src/cells";
import type { Line } from "../../src/statement";
import { campaignOf, createDirectory } from "../../src/tariff";
import { bill, type Bill } from "./bill";
import { editable, toCells } from "./editable";
import { campaignYearOf, loadSample, placeOf, type SampleName } from "./samples";

/** A cell that is to be spoilt, and the rows that stand or fall with it. */
interface Target {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** The spoilt cell's own row, or those of the block that it names. */
  readonly rows: readonly number[];
  /** Only this column of these rows is lost; null: all of them. */
  readonly only: number | null;
}

const isTotal = (cell: Cell | undefined): boolean => typeof cell === "string" && /^total/i.test(cell);

/** Rows below a table's header that are no totals. */
function details(name: SampleName, sheet: SheetCells): number[] {
  const place = placeOf(name, sheet);
  if (place === null) return [];
  const rows = Array.from({ length: place.bodyBottom - place.headerBottom }, (_, at) => place.headerBottom + 1 + at);
  return rows.filter((row) => !isTotal(sheet.rows[row]![place.commune ?? 0]));
}

/** Cells that hold a quantity, or could. */
function quantityTargets(name: SampleName, workbook: WorkbookCells): Target[] {
  return workbook.sheets
    .filter((sheet) => sheet.name !== "Effectifs")
    .flatMap((sheet) =>
      details(name, sheet).flatMap((row) =>
        placeOf(name, sheet)!.quantities.map((column) => ({
          sheet: sheet.name,
          row,
          column,
          rows: [row],
          only: column,
        })),
      ),
    );
}

/** Cells that hold a school's headcount. */
function headcountTargets(name: SampleName, workbook: WorkbookCells): Target[] {
  return workbook.sheets.flatMap((sheet) =>
    details(name, sheet)
      .filter((row) => sheet.name === "Effectifs" || sheet.rows[row]!.some((cell) => /portail/i.test(String(cell))))
      .flatMap((row) =>
        placeOf(name, sheet)!
          .quantities.filter((column) => typeof sheet.rows[row]![column] === "number")
          .map((column) => ({ sheet: sheet.name, row, column, rows: [row], only: column })),
      ),
  );
}

/**
 * Cells that name a commune, each with the rows below that leave it blank. Rows of headcounts are left out: a school that
 * loses its headcount has an error of its own besides.
 */
function communeTargets(name: SampleName, workbook: WorkbookCells): Target[] {
  return workbook.sheets.flatMap((sheet) => {
    const targets: (Target & { rows: number[] })[] = [];
    const column = placeOf(name, sheet)?.commune ?? null;
    if (column === null || sheet.name === "Effectifs") return [];
    for (const row of details(name, sheet)) {
      if (sheet.rows[row]!.some((cell) => /portail/i.test(String(cell)))) continue;
      if ((sheet.rows[row]![column] ?? null) === null) targets[targets.length - 1]!.rows.push(row);
      else targets.push({ sheet: sheet.name, row, column, rows: [row], only: null });
    }
    return targets;
  });
}

/** A line by what it is, with the cells that it comes from. */
function linesOf({ statement }: Bill): Map<string, { quantity: number; amount: string; cells: string[] }> {
  const key = ({ school, tariff, nature, payer }: Line): string => [school.key, tariff.code, nature, payer].join("|");
  return new Map(
    statement.lines.map((line) => [
      key(line),
      {
        quantity: line.quantity,
        amount: line.amount.toFixed(2),
        cells: line.sources.flatMap(({ sheet, column, rows }) => rows.map((row) => `${sheet.name}!${column},${row}`)),
      },
    ]),
  );
}

/** What is to be left of the lines: those of other cells as they were, to the cent. */
function spared(before: Bill, { sheet, rows, only }: Target): ReturnType<typeof linesOf> {
  const lost = (cell: string): boolean =>
    rows.some((row) =>
      only === null ? cell.startsWith(`${sheet}!`) && cell.endsWith(`,${row}`) : cell === `${sheet}!${only},${row}`,
    );
  const left = linesOf(before);
  for (const [key, line] of left) {
    const cells = line.cells.filter((cell) => !lost(cell));
    if (cells.length === line.cells.length) continue;
    if (cells.length === 0) left.delete(key);
    // Only rows of machines share a line, each worth one.
    else {
      const quantity = line.quantity - (line.cells.length - cells.length);
      left.set(key, { quantity, cells, amount: ((Number(line.amount) / line.quantity) * quantity).toFixed(2) });
    }
  }
  return left;
}

/** Spoils the cell, and checks that an error stands on it, that other lines are as they were, and that rows still add up. */
function check(name: SampleName, workbook: WorkbookCells, before: Bill, target: Target, value: Cell): void {
  const spoilt = editable(workbook, () => null);
  spoilt.sheets.find((sheet) => sheet.name === target.sheet)!.rows[target.row]![target.column] = value;
  const after = bill(toCells(spoilt), campaignYearOf(name));
  const at = cellName(target.row, target.column);
  const errors = after.json.anomalies.filter(
    ({ severity, sheet, cell }) => severity === "error" && sheet === target.sheet && cell === at,
  );
  expect(errors).toHaveLength(1);
  expect(errors[0]!.message).not.toMatch(/[{}]/);
  expect(linesOf(after)).toEqual(spared(before, target));
  for (const [index, { read, billed, excluded, error }] of after.json.rows.entries()) {
    expect(billed + excluded + error).toBe(read);
    expect(read).toBe(before.json.rows[index]!.read);
  }
  const inError = (of: Bill): number => of.json.rows.find(({ sheet }) => sheet === target.sheet)!.error;
  expect(inError(after)).toBe(inError(before) + target.rows.length);
}

const badQuantities: readonly Cell[] = [
  "beaucoup",
  "10+2",
  "12 ?",
  "12 (dont 2 HS)",
  "1.204",
  "l2",
  "NC",
  "n/a",
  -4,
  2.5,
  new CellError("#REF!"),
  new CellError("#N/A"),
];

const misspellings: readonly ((name: string) => string)[] = [
  (name) => `${name.slice(0, 3)}${name.slice(2)}`,
  (name) => `${name}x`,
  (name) => `${name} et environs`,
  (name) => name.slice(1),
  (name) => `${name[1]}${name[0]}${name.slice(2)}`,
];

/** Samples as they are, and billed: once, since only copies of them are spoilt. */
const known = new Map<SampleName, { readonly workbook: WorkbookCells; readonly before: Bill }>();

function prepare(name: SampleName): { workbook: () => WorkbookCells; before: () => Bill } {
  beforeAll(async () => {
    if (known.has(name)) return;
    const workbook = await loadSample(name);
    known.set(name, { workbook, before: bill(toCells(editable(workbook, () => null)), campaignYearOf(name)) });
  });
  return { workbook: () => known.get(name)!.workbook, before: () => known.get(name)!.before };
}

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const runs = { numRuns: atDepth(1, 80) };

describe.each(["parc-ecoles-2014", "suivi-prestations-2014", "un-onglet-par-commune-2014"] as const)(
  "a quantity that cannot be read costs its own cell only, in %s",
  (name) => {
    const { workbook, before } = prepare(name);

    it("whatever the cell and the fault", () => {
      fc.assert(
        fc.property(some(quantityTargets(name, workbook())), some(badQuantities), (target, value) =>
          check(name, workbook(), before(), target, value),
        ),
        runs,
      );
    });
  },
);

describe.each(
  atDepth<readonly SampleName[]>(
    ["suivi-prestations-2014", "registre-materiel-2015"],
    ["suivi-prestations-2014", "un-onglet-par-commune-2014", "registre-materiel-2015", "export-glpi-2015"],
  ),
)("a headcount left blank costs its own school's access only, in %s", (name) => {
  const { workbook, before } = prepare(name);

  it("whatever the school", () => {
    fc.assert(
      fc.property(some(headcountTargets(name, workbook())), (target) =>
        check(name, workbook(), before(), target, null),
      ),
      { ...runs, numRuns: atDepth(1, 50) },
    );
  });
});

describe.each(["parc-ecoles-2014", "suivi-prestations-2014", "registre-materiel-2015"] as const)(
  "a commune that nobody knows costs its own rows only, in %s",
  (name) => {
    const { workbook, before } = prepare(name);
    const directory = createDirectory(campaignOf(campaignYearOf(name)));

    it("whatever the row and the misspelling", () => {
      fc.assert(
        fc.property(some(communeTargets(name, workbook())), some(misspellings), (target, misspell) => {
          const sheet = workbook().sheets.find((one) => one.name === target.sheet)!;
          const wrong = misspell(String(sheet.rows[target.row]![target.column]));
          fc.pre(directory.find(wrong).kind === "unknown");
          check(name, workbook(), before(), target, wrong);
        }),
        { ...runs, numRuns: atDepth(1, 60) },
      );
    });
  },
);
