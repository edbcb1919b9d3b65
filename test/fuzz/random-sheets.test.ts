import { atDepth } from "../depth";
import fc from "../properties";
import { CellError, cellAt, parseCellName, type Cell, type CellBlock, type SheetCells } from "../../src/cells";
import type { Mapping } from "../../src/inventory";
import { makeSheets } from "../at-once";
import { bill } from "./bill";

// Words of inventories, in any disorder: what is read of them is of no interest here, only that nothing breaks or is lost.

const communes = [
  "Amagney",
  "Besançon",
  "BEURE",
  "Pirey",
  "École Valentin",
  "Les Auxons",
  "Auxon-Dessous",
  "Dole",
  "La Vèze",
];
const schools = ["École primaire", "École maternelle", "Groupe scolaire", "école élémentaire Viotte", "12"];
const headers = [
  ...[
    "Commune",
    "École",
    "Établissement",
    "Entité",
    "Lieu",
    "Code INSEE",
    "Prestation",
    "Désignation",
    "Nature",
    "Quantité",
  ],
  ...[
    "N° inventaire",
    "N° de série",
    "Date de mise en service",
    "Date de sortie",
    "État",
    "Observations",
    "Classes",
    "Nom",
  ],
  ...[
    "Pack logiciel",
    "Serveur standard",
    "Postes",
    "PC",
    "Postes clients standard",
    "Poste spécifique",
    "Logiciels",
    "Tablettes",
  ],
  ...[
    "Pièces détachées",
    "Imprimantes jet d'encre",
    "Imprimantes laser",
    "Élèves",
    "Effectif 2014",
    "Maternelle",
    "Total",
    "2013",
  ],
  ...[
    "En service",
    "Installés dans l'année",
    "Installation",
    "Maintenance",
    "dont installés",
    "Postes std installés 2014",
  ],
];
const labels = [
  ...[
    "Poste client standard",
    "PC",
    "Serveur standard / école",
    "Pack logiciel / école",
    "Accès Portail éducatif/enfant",
  ],
  ...["Imprimante laser", "Tablette", "Pièces détachées", "Logiciel spécifique", "Chaise", "Postes"],
];
const others = [
  ...[
    "Total",
    "Sous-total Besançon",
    "TOTAL GÉNÉRAL",
    "Situation au 01/11/2014",
    "Commune de Pirey",
    "RAS",
    "Réformé",
    "En stock",
  ],
  ...[
    "installation",
    "maintenance",
    "oui",
    "x",
    "néant",
    "-",
    "12 postes",
    "10+2",
    "1 204",
    "beaucoup",
    " ",
    "=cmd",
    "{total}",
    "__proto__",
  ],
  ...["01/11/2014", "1er novembre 2014", "31/02/2014", "2014-11-01", "25056", "constructor"],
];

const word = fc.constantFrom(...communes, ...schools, ...headers, ...labels, ...others);
const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 2, arbitrary: fc.integer({ min: 36526, max: 44000 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(-3, 2.5, 2014, 1e9, 25056, Number.MAX_SAFE_INTEGER) },
);
const odd: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom("#REF!", "#N/A", "#DIV/0!").map((code) => new CellError(code)),
  fc.boolean(),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: word },
  { weight: 4, arbitrary: number },
  { weight: 1, arbitrary: odd },
);

/** What a column under a header mostly holds. */
function cellUnder(header: string): fc.Arbitrary<Cell> {
  const usual = /^(commune|entité)/i.test(header)
    ? fc.constantFrom(...communes)
    : /^(école|établissement|lieu|nom)/i.test(header)
      ? fc.constantFrom(...schools)
      : /^(prestation|désignation)/i.test(header)
        ? fc.constantFrom(...labels)
        : /^nature/i.test(header)
          ? fc.constantFrom("Installation", "Maintenance")
          : /^date/i.test(header)
            ? fc.integer({ min: 40000, max: 42400 })
            : fc.integer({ min: 0, max: 30 });
  return fc.oneof(
    { weight: 8, arbitrary: usual as fc.Arbitrary<Cell> },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyCell },
  );
}

const disorder: fc.Arbitrary<Cell[][]> = fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 18 });

/** A header and rows that mostly suit it, between rows of anything. */
const table: fc.Arbitrary<Cell[][]> = fc
  .tuple(fc.subarray(headers.slice(2), { maxLength: 7 }), fc.boolean())
  .chain(([some, shuffled]) => {
    const names = shuffled ? [...some, "École", "Commune"] : ["Commune", "École", ...some];
    const anything = fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 2 });
    return fc
      .tuple(anything, fc.array(fc.tuple(...names.map(cellUnder)), { maxLength: 14 }), anything)
      .map(([above, body, below]): Cell[][] => [...above, names, ...body, ...below]);
  });

const block: fc.Arbitrary<CellBlock> = fc
  .tuple(fc.nat(18), fc.nat(9), fc.nat(4), fc.nat(3))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

const sheet = (name: string): fc.Arbitrary<SheetCells> =>
  fc.record({
    file: fc.constant("hasard.xlsx"),
    name: fc.constant(name),
    visibility: fc.constantFrom("visible", "visible", "visible", "hidden", "veryHidden"),
    rows: fc.oneof(
      disorder,
      table,
      fc.tuple(table, table).map((both) => both.flat()),
    ),
    merges: fc.array(block, { maxLength: 4 }),
    hiddenRows: fc.array(fc.nat(18), { maxLength: 3 }).map((rows) => new Set(rows)),
    hiddenColumns: fc.array(fc.nat(9), { maxLength: 2 }).map((columns) => new Set(columns)),
    filtered: fc.boolean(),
    tables: fc.constant([]),
    generatedKey: fc.constant(null),
  });

const workbook = fc
  .record({ date1904: fc.boolean(), sheets: fc.tuple(sheet("Parc 2014"), sheet("Effectifs"), sheet("Pirey")) })
  .map(({ date1904, sheets }) => ({ file: "hasard.xlsx", date1904, sheets }));

const runs = { numRuns: atDepth(10, 2000) };

/** True where a cell shows what another one holds. */
function isMerged({ merges }: SheetCells, row: number, column: number): boolean {
  return merges.some(({ top, left, bottom, right }) => top < row && row <= bottom && left <= column && column <= right);
}

/**
 * Rows below a table's header that hold anything in its columns; `least` without those that a title merged downwards reaches,
 * which are the header's where they hold no number.
 */
function filledRows({ rows, merges }: SheetCells, { block, columns }: Mapping): { least: number; most: number } {
  // A refused column of a form, which nothing heads, is at its first number.
  const headed = columns.filter(({ header, role }) => header !== "" || role !== "refused");
  const header = Math.max(...headed.map(({ cell }) => parseCellName(cell)!.row));
  const isUnderTitle = (row: number) =>
    merges.some(
      ({ top, left, bottom, right }) => top <= header && row <= bottom && block.left <= right && left <= block.right,
    );
  const filled = rows.flatMap((cells, row) => {
    const own = row > header && row <= block.bottom ? cells.slice(block.left, block.right + 1) : [];
    const isFilled = own.some((cell) => cell !== null && (typeof cell !== "string" || cell.trim() !== ""));
    return isFilled ? [isUnderTitle(row) && own.every((cell) => typeof cell !== "number")] : [];
  });
  return { least: filled.filter((isTitles) => !isTitles).length, most: filled.length };
}

describe("whatever the cells", () => {
  it("every filled row of a table is billed, excluded or in error, once", () => {
    fc.assert(
      fc.property(workbook, (cells) => {
        const { rows, mappings } = bill(cells, 2014).reading;
        for (const { sheet, read, billed, excluded, error, reasons } of rows) {
          // What is not understood as a table has no rows: its cells are told.
          const tables = mappings.filter((mapping) => mapping.sheet.name === sheet.name && mapping.columns.length > 0);
          const source = cells.sheets.find((one) => one.name === sheet.name)!;
          const filled = tables.map((table) => filledRows(source, table));
          expect(billed + excluded + error).toBe(read);
          expect(read).toBeLessThanOrEqual(filled.reduce((sum, { most }) => sum + most, 0));
          // Where schools stand across, nothing tells how far down the header goes.
          if (tables.every(({ layout }) => layout !== "schools-across"))
            expect(read).toBeGreaterThanOrEqual(filled.reduce((sum, { least }) => sum + least, 0));
          expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(excluded);
        }
      }),
      runs,
    );
  });

  it("every anomaly stands on a cell of its sheet, with a whole message", () => {
    fc.assert(
      fc.property(workbook, (cells) => {
        for (const { sheet, cell, file, params } of bill(cells, 2014).reading.anomalies) {
          if (sheet === null) continue;
          expect(file).toBe(cells.file);
          const { rows } = cells.sheets.find((one) => one.name === sheet)!;
          if (cell === null) continue;
          const place = parseCellName(cell)!;
          expect(place.row).toBeLessThan(rows.length);
          expect(place.column).toBeLessThan(Math.max(...rows.map((row) => row.length)));
          expect(Object.values(params)).not.toContain(undefined);
        }
      }),
      runs,
    );
  });

  it("every sum of the statement is the titre's, and each line is its quantity by its price", () => {
    fc.assert(
      fc.property(workbook, (cells) => {
        const { statement } = bill(cells, 2014);
        expect(statement.reconciliations.map(({ difference }) => difference.toFixed(2))).toEqual(
          statement.reconciliations.map(() => "0.00"),
        );
        const cents = statement.lines.map(
          ({ quantity, unitPrice }) => quantity * Math.round(unitPrice.toNumber() * 100),
        );
        expect(statement.total.times(100).toNumber()).toBe(cents.reduce((sum, amount) => sum + amount, 0));
      }),
      runs,
    );
  });

  it("billed quantities come from cells of visible sheets that are filled, or merged with filled ones", () => {
    fc.assert(
      fc.property(workbook, (cells) => {
        for (const { sources, quantity } of bill(cells, 2014).reading.quantities) {
          expect(quantity).toBeGreaterThan(0);
          expect(Number.isSafeInteger(quantity)).toBe(true);
          for (const { sheet, column, rows } of sources) {
            const source = cells.sheets.find((one) => one.name === sheet.name)!;
            expect(source.visibility).toBe("visible");
            for (const row of rows)
              expect([row, column, cellAt(source, row, column) !== null || isMerged(source, row, column)]).toEqual([
                row,
                column,
                true,
              ]);
          }
        }
      }),
      runs,
    );
  });

  it("the documents are drawn, and the same cells give the same figures", () => {
    fc.assert(
      fc.property(workbook, (cells) => {
        const { reading, statement, json } = bill(cells, 2014);
        const models = makeSheets({
          reading,
          statement,
          journal: { when: "2014-11-25 14:03", rows: [], fingerprints: [] },
          userSheetNames: cells.sheets.map(({ name }) => name),
          generatedSheets: [],
        });
        expect(models.map(({ key }) => key)).toEqual(expect.arrayContaining(["controles", "titre", "journal"]));
        expect(new Set(models.map(({ name }) => name.toLowerCase())).size).toBe(models.length);
        expect(bill(cells, 2014).json).toEqual(json);
      }),
      { ...runs, numRuns: atDepth(5, 750) },
    );
  });
});
