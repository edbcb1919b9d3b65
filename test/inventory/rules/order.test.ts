import type { Cell } from "../../../src/cells";
import { atDepth } from "../../depth";
import fc from "../../properties";
import { read, readWorkbooks, sheet, workbook } from "../workbook-of";

const schools: readonly (readonly [string, string])[] = [
  ["Beure", "École du Bourg"],
  ["Beure", "École du Haut"],
  ["Morre", "École du Bourg"],
  ["Franois", "Groupe scolaire"],
];
const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ...schools.map(([commune, school], at) => [commune, school, 20 + at]),
]);

const school = fc.constantFrom(...schools);
const machine = fc.tuple(
  school,
  fc.constantFrom(
    "Poste client standard",
    "Poste spécifique",
    "Serveur standard",
    "Imprimante jet d'encre",
    "Tablette",
  ),
  fc.constantFrom<Cell>("15/09/2009", "15/03/2014", "01/11/2013", "01/11/2014", "02/11/2014", null, "bientôt"),
  fc.constantFrom<Cell>(null, null, "15/06/2014", "15/12/2014"),
  fc.constantFrom<Cell>("en service", "Réformé", "en stock", "en panne", null),
);
const registerHeaders = ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le", "Sorti le", "État"];
// Enough rows that are what they say keep the table recognised whatever the others.
const sure: readonly Cell[][] = schools.map(([commune, name], at) => [
  commune,
  name,
  "Poste client standard",
  `S${at}`,
  "15/09/2009",
  null,
  "en service",
]);

const register = fc
  .array(machine, { maxLength: 12 })
  .map((machines) => [
    ...sure,
    ...machines.map(([[commune, name], label, entered, out, status], at): Cell[] => [
      commune,
      name,
      label,
      `M${at + 1}`,
      entered,
      out,
      status,
    ]),
  ]);
const itemHeaders = ["Commune", "École", "Prestation", "Nature", "Quantité"];
const item = fc.tuple(
  school,
  fc.constantFrom(
    "Poste client standard",
    "Poste spécifique",
    "Logiciel spécifique",
    "Pack logiciel",
    "Pièces détachées",
  ),
  fc.constantFrom<Cell>("Installation", "Maintenance", null),
  fc.constantFrom<Cell>(0, 1, 2, 12, "3", "4 postes", "?", null),
);
const itemTable = fc
  .array(item, { minLength: 1, maxLength: 12 })
  .map((items) => [
    ...schools.map(([commune, name]): Cell[] => [commune, name, "Poste client standard", "Maintenance", 1]),
    ...items.map(([[commune, name], label, nature, quantity]): Cell[] => [commune, name, label, nature, quantity]),
  ]);

/** A table and its rows in another order. */
const shuffled = (rows: fc.Arbitrary<Cell[][]>): fc.Arbitrary<readonly [Cell[][], Cell[][]]> =>
  rows.chain((table) =>
    fc
      .shuffledSubarray(table, { minLength: table.length, maxLength: table.length })
      .map((other) => [table, other] as const),
  );

/** Keys of schools carry no spelling, so that the first written does not matter. */
describe("the order of rows does not matter", () => {
  it("the order of rows does not matter in a register of machines", () => {
    fc.assert(
      fc.property(shuffled(register), ([one, other]) => {
        const first = read(sheet("Registre", [registerHeaders, ...one]), effectifs);
        const second = read(sheet("Registre", [registerHeaders, ...other]), effectifs);
        expect(second.quantities).toEqual(first.quantities);
        expect(second.rows("Registre").read).toBe(first.rows("Registre").read);
        expect(second.rows("Registre").error).toBe(first.rows("Registre").error);
      }),
      { numRuns: atDepth(12, 600) },
    );
  });
  it("the order of rows does not matter in a table of items", () => {
    fc.assert(
      fc.property(shuffled(itemTable), ([one, other]) => {
        const first = read(sheet("Suivi", [itemHeaders, ...one]), effectifs);
        const second = read(sheet("Suivi", [itemHeaders, ...other]), effectifs);
        expect(second.quantities).toEqual(first.quantities);
      }),
      { numRuns: atDepth(12, 600) },
    );
  });
});

describe("splitting what is read does not matter", () => {
  it("sheets of one workbook in two files, in any order", () => {
    fc.assert(
      fc.property(register, (rows) => {
        const machines = sheet("Registre", [registerHeaders, ...rows]);
        const whole = readWorkbooks([workbook([machines, effectifs])]);
        const apart = readWorkbooks([workbook([machines]), workbook([effectifs], { file: "b.xlsx" })]);
        const swapped = readWorkbooks([workbook([effectifs], { file: "b.xlsx" }), workbook([machines])]);
        expect(apart.quantities).toEqual(whole.quantities);
        expect(swapped.quantities).toEqual(whole.quantities);
      }),
      { numRuns: atDepth(8, 200) },
    );
  });
  it("a register cut in two sheets", () => {
    fc.assert(
      fc.property(register, fc.nat(), (rows, at) => {
        const cut = sure.length + (at % (rows.length - sure.length + 1));
        const whole = read(sheet("Registre", [registerHeaders, ...rows]), effectifs);
        const parts = read(
          sheet("Registre", [registerHeaders, ...rows.slice(0, cut)]),
          // The second part is recognised by the same sure rows, under other numbers and already out.
          sheet("Suite", [
            registerHeaders,
            ...sure.map((cells, row) => [...cells.slice(0, 3), `T${row}`, "15/09/2009", "15/09/2010", null]),
            ...rows.slice(cut),
          ]),
          effectifs,
        );
        expect(parts.quantities).toEqual(whole.quantities);
      }),
      { numRuns: atDepth(8, 400) },
    );
  });
});
