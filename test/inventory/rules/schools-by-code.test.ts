import type { Cell } from "../../../src/cells";
import { readWorkbooks, sheet, workbook, type Read, type SheetSpec } from "../workbook-of";

const parc = (...codes: readonly Cell[]): SheetSpec =>
  sheet("Parc", [
    ["Commune", "UAI", "École", "Postes clients standard"],
    ...codes.map((code, at): Cell[] => ["Beure", code, "École primaire", 10 + at]),
  ]);

const pupils = (...codes: readonly Cell[]): SheetSpec =>
  sheet("Effectifs", [
    ["Commune", "École", "Code", "Effectif"],
    ...codes.map((code, at): Cell[] => ["Beure", "École primaire", code, 20 + at]),
  ]);

const errorsOf = ({ reading }: Read): string[] =>
  reading.anomalies
    .filter(({ severity }) => severity === "error")
    .map(({ code, sheet: of, cell }) => `${code} ${of}!${cell}`);

const postsOf = ({ reading }: Read): string[] =>
  reading.quantities
    .filter(({ prestation }) => prestation === "POSTE_STD")
    .map(({ school, quantity }) => `${school.name} ${quantity}`)
    .sort();

describe("schools of one name in a commune", () => {
  test("are as many as their codes, in whatever order each table has them", () => {
    const read = readWorkbooks([workbook([parc("0250001A", "0250002B"), pupils("0250002B", "0250001A")])], 2014);
    expect(errorsOf(read)).toEqual([]);
    expect(postsOf(read)).toEqual(["École primaire (0250001A) 10", "École primaire (0250002B) 11"]);
  });

  test("are told apart where a table has one of them alone", () => {
    const read = readWorkbooks([workbook([parc("0250002B"), pupils("0250001A", "0250002B")])], 2014);
    expect(errorsOf(read)).toEqual([]);
    expect(postsOf(read)).toEqual(["École primaire (0250002B) 10"]);
  });

  test("are asked of where a table does not say which of them it shows", () => {
    const read = readWorkbooks([workbook([parc(null), pupils("0250001A", "0250002B")])], 2014);
    expect(errorsOf(read)).toContain("school-without-code Parc!C2");
    expect(postsOf(read)).toEqual([]);
  });

  test("are one school twice where their code is the same", () => {
    const read = readWorkbooks([workbook([parc("0250001A", "0250001A"), pupils("0250001A")])], 2014);
    expect(errorsOf(read)).toEqual(["duplicate-school Parc!C3"]);
  });
});

describe("one code under two names of a commune", () => {
  const named = (...names: readonly string[]): SheetSpec =>
    sheet("Parc", [
      ["Commune", "UAI", "École", "Postes clients standard"],
      ...names.map((name, at): Cell[] => ["Beure", "0250001A", name, 10 + at]),
    ]);

  test("is asked of the second, which is not billed meanwhile", () => {
    const read = readWorkbooks([workbook([named("École maternelle", "École élémentaire")])], 2014);
    expect(errorsOf(read)).toContain("code-of-two-schools Parc!B3");
    expect(postsOf(read)).toEqual(["École maternelle 10"]);
  });
});
