import type { Cell } from "../../../src/cells";
import { error, read, readWith, sheet, type Extras, type Read } from "../workbook-of";

const post = "Poste client standard";
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "A", 10],
]);

/** A register, a column of campaigns at its left: the window of 2014 is ]1/11/2013, 1/11/2014]. */
const register = (header: string, years: readonly Cell[], extras: Extras = {}) =>
  sheet(
    "Registre",
    [
      [header, "Commune", "École", "Matériel", "N° de série", "Date de mise en service"],
      ...years.map((year, at) => [year, "Beure", "A", post, `S${at}`, `0${at + 1}/03/2012`]),
    ],
    extras,
  );
const posts = (result: Read): number => result.quantity("A", "POSTE_STD");
const told = (result: Read): string[] => result.anomalies("Registre");

describe("a column of campaigns", () => {
  it("says it of the rows that its cell is merged over", () => {
    const result = read(register("Campagne", [2013, null, null, 2014], { merges: ["A2:A4"] }), pupils);
    expect(posts(result)).toBe(1);
    expect(told(result)).toEqual(["info other-year-rows A1"]);
    expect(result.rows("Registre")).toMatchObject({ read: 4, billed: 1, excluded: 3, error: 0 });
  });

  it.each([41944, "01/11/2014", "1er novembre 2014", "Campagne 2014", "2014"])("says 2014 by %j", (cell) => {
    const result = read(register("Campagne", [cell, cell, 2013]), pupils);
    expect(posts(result)).toBe(2);
    expect(told(result)).toEqual(["info other-year-rows A1"]);
  });

  it("a column of campaigns that are all 1 November 2014 leaves nothing out", () => {
    const result = read(register("Campagne", [41944, 41944]), pupils);
    expect([posts(result), told(result)]).toEqual([2, []]);
  });

  it.each(["Exercice", "Campagne"])(
    "a column of campaigns under « %s » gives N for a pair N−1/N, as a title does",
    (header) => {
      const result = read(register(header, ["2013-2014", "2013-2014", "2014-2015"]), pupils);
      expect(posts(result)).toBe(2);
      expect(told(result)).toEqual(["info other-year-rows A1"]);
    },
  );

  it("a column of campaigns under « Année scolaire » gives N for a school year N/N+1, as a title does", () => {
    const result = read(register("Année scolaire", ["2013-2014", "2013-2014", "2014-2015"]), pupils);
    expect(posts(result)).toBe(1);
  });

  it("a column of campaigns among headcounts gives N for a school year N/N+1", () => {
    const counted = sheet("Effectifs", [
      ["Campagne", "Commune", "École", "Élèves"],
      ["2013-2014", "Beure", "A", 9],
      ["2014-2015", "Beure", "A", 10],
    ]);
    const result = read(register("Campagne", [2014]), counted);
    expect(result.quantity("A", "PORTAIL")).toBe(10);
  });

  it.each([null, "", "2O14", "à voir", 14, 2014.5, "15/12/2014", 41988, error("#REF!"), true])(
    "is asked, of the row alone, what it says by %j among years",
    (cell) => {
      const result = read(register("Campagne", [2014, cell, 2013]), pupils);
      expect(posts(result)).toBe(1);
      expect(told(result)).toEqual(["info other-year-rows A1", "error unclear-campaign A3"]);
      expect(result.rows("Registre")).toMatchObject({ read: 3, billed: 1, excluded: 1, error: 1 });
    },
  );

  it("is asked too where it says no other year, until it is said to count for nothing", () => {
    const table = register("Campagne", [2014, null, null]);
    const asked = read(table, pupils);
    expect([posts(asked), told(asked)]).toEqual([1, ["error unclear-campaign A3", "error unclear-campaign A4"]]);
    const choice = { file: null, sheet: "Registre", cell: "A1", as: "ignored" };
    expect(posts(readWith({ mappings: [choice] }, table, pupils))).toBe(3);
  });

  it("a column without the campaign bills no row, blanks included", () => {
    const result = read(register("Campagne", [2013, null]), pupils);
    expect(posts(result)).toBe(0);
    expect(told(result)).toContain("error no-row-of-campaign A1");
  });

  it("a column of campaigns without a year does not concern its rows", () => {
    const result = read(register("Campagne", ["Vague", null, "Lot"]), pupils);
    expect([posts(result), told(result)]).toEqual([3, []]);
  });

  it("is asked nothing of totals, nor of rows that bill nothing", () => {
    const wide = sheet("Registre", [
      ["Campagne", "Commune", "École", "Postes clients standard"],
      [2014, "Beure", "A", 12],
      [null, "Beure", "B", 0],
      [2013, "Beure", "A", 9],
      [null, null, "Total", 21],
    ]);
    const result = read(wide, pupils);
    expect(posts(result)).toBe(12);
    expect(told(result).filter((line) => line.startsWith("error"))).toEqual([]);
  });
});
