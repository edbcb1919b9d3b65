import { atDepth } from "../depth";
import fc from "../properties";
import { rangeOfRows } from "./ranges";
import { communeDue, splitTable, table, titre } from "./results";

const headers = [
  "Commune",
  "École",
  "Élèves",
  "Pack logiciel",
  "Serveur standard",
  "Poste client standard",
  "Postes standard installés",
  "Imprimante jet encre",
];
const communes = ["Amagney", "Beure", "Chalezeule", "Thise"];
const school = fc.record({
  commune: fc.constantFrom(...communes),
  pupils: fc.integer({ min: 0, max: 400 }),
  pack: fc.integer({ min: 0, max: 1 }),
  server: fc.integer({ min: 0, max: 1 }),
  machines: fc.integer({ min: 1, max: 60 }),
  installed: fc.integer({ min: 0, max: 60 }),
  printers: fc.option(fc.integer({ min: 0, max: 9 })),
});
/** Schools of distinct names, so that none is a repetition. */
const schools = fc
  .array(school, { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map((one, index) => [
      one.commune,
      `École ${"ABCDEFGH"[index]}`,
      one.pupils,
      one.pack,
      one.server,
      one.machines,
      one.installed,
      one.printers,
    ]),
  );
const given = (rows: readonly (readonly (string | number | null)[])[]) => ({
  inventory: rangeOfRows([headers, ...rows]),
  campaign: 2014,
  grid: null,
});
const cents = (amount: unknown) => Math.round(Number(amount) * 100);
const sum = (amounts: readonly unknown[]) => amounts.reduce((total: number, amount) => total + cents(amount), 0);

test("however it is split, the rows add up to the total row, and the total row to the titre", () => {
  fc.assert(
    fc.property(schools, fc.constantFrom("prestation", "commune", "école"), (rows, by) => {
      const split = table(splitTable(given(rows), by));
      const [body, total] = [split.slice(1, -1), split.at(-1)!];
      for (const column of [1, 2, 3, 4, 5]) expect(sum(body.map((row) => row[column]))).toBe(cents(total[column]));
      for (const row of split.slice(1)) expect(sum(row.slice(1, 5))).toBe(cents(row[5]));
      expect(total[5]).toBe(titre(given(rows), null));
      expect(cents(total[1]) + cents(total[3])).toBe(cents(titre(given(rows), "CAGB")));
    }),
    { numRuns: atDepth(5, 300) },
  );
});

test("the communes' parts add up to the communes' part of the titre", () => {
  fc.assert(
    fc.property(schools, (rows) => {
      const parts = communes.map((commune) => communeDue(given(rows), commune));
      expect(sum(parts)).toBe(cents(titre(given(rows), "Commune")));
      expect(cents(titre(given(rows), "CAGB")) + sum(parts)).toBe(cents(titre(given(rows), null)));
    }),
    { numRuns: atDepth(5, 300) },
  );
});

test("the order of the rows changes no amount", () => {
  fc.assert(
    fc.property(
      schools.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        expect(titre(given(shuffled), null)).toBe(titre(given(rows), null));
        for (const by of ["prestation", "commune"])
          expect(splitTable(given(shuffled), by)).toEqual(splitTable(given(rows), by));
        for (const commune of communes)
          expect(communeDue(given(shuffled), commune)).toBe(communeDue(given(rows), commune));
      },
    ),
    { numRuns: atDepth(5, 300) },
  );
});

test("a result is the same whatever was asked before", () => {
  fc.assert(
    fc.property(fc.array(schools, { minLength: 2, maxLength: 7 }), (inventories) => {
      const first = inventories.map((rows) => titre(given(rows), null));
      const again = [...inventories].reverse().map((rows) => titre(given(rows), null));
      expect(again.reverse()).toEqual(first);
    }),
    { numRuns: atDepth(6, 100) },
  );
});
