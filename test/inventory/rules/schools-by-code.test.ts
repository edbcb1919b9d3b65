import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
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

  test.each([
    ["no code", parc(null)],
    [
      "no column of codes",
      sheet("Parc", [
        ["Commune", "", "École", "Poste client standard"],
        ["Beure", null, "École primaire", 10],
      ]),
    ],
    ["a code that is none of theirs", parc("0250003C")],
  ])("are asked of where a table has %s to say which of them it shows", (_case, table) => {
    const read = readWorkbooks([workbook([table, pupils("0250001A", "0250002B")])], 2014);
    expect(errorsOf(read)).toContain("school-without-code Parc!C2");
    expect(read.reading.anomalies.find(({ code }) => code === "school-without-code")!.params).toMatchObject({
      school: "École primaire",
      commune: "Beure",
      codes: "0250001A, 0250002B",
    });
    expect(postsOf(read)).toEqual([]);
  });

  test("are billed where they have codes, in a table of which one has none: that one is asked", () => {
    const read = readWorkbooks([workbook([parc("0250001A", null, "0250002b"), pupils("0250001A", "0250002B")])], 2014);
    expect(errorsOf(read)).toContain("school-without-code Parc!C3");
    expect(postsOf(read)).toEqual(["École primaire (0250001A) 10", "École primaire (0250002B) 12"]);
  });

  test("are one school twice where their code is the same, in capitals or not", () => {
    const read = readWorkbooks([workbook([parc("0250001A", "0250001a"), pupils("0250001A")])], 2014);
    expect(errorsOf(read)).toEqual(["duplicate-school Parc!C3"]);
  });

  test.each([
    ["0250001AB", "0250002BC"],
    ["N 0250001A", "N 0250002B"],
    ["0250001A", "voir la mairie"],
  ])("are one school twice where what stands beside is not all codes: %s, %s", (...beside) => {
    expect(errorsOf(readWorkbooks([workbook([parc(...beside), pupils()])], 2014))).toContain(
      "duplicate-school Parc!C3",
    );
  });

  test("are one school twice where the user ignores their codes", () => {
    const mappings: Options["mappings"] = [{ file: null, sheet: "Parc", cell: "B1", as: "ignored" }];
    const read = readWorkbooks([workbook([parc("0250001A", "0250002B"), pupils("0250001A")])], 2014, { mappings });
    expect(errorsOf(read)).toEqual(["duplicate-school Parc!C3"]);
  });

  test("are told apart by the column that has codes, and not by a blank one before it", () => {
    const rows = [
      ["Commune", "Observations", "UAI", "École", "Poste client standard"],
      ["Beure", null, "0250001A", "École primaire", 10],
      ["Beure", null, "0250002B", "École primaire", 11],
    ];
    expect(postsOf(readWorkbooks([workbook([sheet("Parc", rows)])], 2014))).toHaveLength(2);
  });
});

describe("one code under two names of a commune", () => {
  const headers = ["Commune", "UAI", "École"];
  const named = (name: string, counted: string, ...names: readonly string[]): SheetSpec =>
    sheet(name, [
      [...headers, counted],
      ...names.map((each, at): Cell[] => ["Beure", "0250001A", each, 10 + at]),
      ["Beure", null, "École du Haut", 5],
      ["Beure", null, "École du Pont", 6],
    ]);
  const two = ["École maternelle", "École élémentaire"];
  const others = ["École du Haut 5", "École du Pont 6"];

  test("is asked of the second, which is not billed meanwhile", () => {
    const read = readWorkbooks(
      [workbook([named("Parc", "Poste client standard", ...two), named("Effectifs", "Élèves", ...two)])],
      2014,
    );
    expect(errorsOf(read)).toEqual(["code-of-two-schools Parc!B3"]);
    expect(read.reading.anomalies.find(({ code }) => code === "code-of-two-schools")!.params).toMatchObject({
      value: "0250001A",
      first: "École maternelle",
      school: "École élémentaire",
    });
    expect(postsOf(read)).toEqual([...others, "École maternelle 10"].sort());
  });

  test("is that of two schools where the user says so", () => {
    const accepted = [{ file: null, sheet: "Parc", cell: "B3", code: "code-of-two-schools", was: "0250001A" }];
    const read = readWorkbooks([workbook([named("Parc", "Poste client standard", ...two)])], 2014, { accepted });
    expect(postsOf(read)).toEqual([...others, "École maternelle 10", "École élémentaire 11"].sort());
  });

  test("is not asked in a register, where it may be that of a machine's place, nor of levels of one school", () => {
    const register = sheet("Registre", [
      [...headers, "Matériel"],
      ...two.map((name): Cell[] => ["Beure", "0250001A", name, "Poste client standard"]),
    ]);
    const levels = sheet("Parc", [
      [...headers, "Niveau", "Poste client standard"],
      ...["Maternelle", "Élémentaire"].map((level): Cell[] => ["Beure", "0250001A", "Groupe scolaire", level, 10]),
    ]);
    for (const table of [register, levels])
      expect(errorsOf(readWorkbooks([workbook([table])], 2014)).join()).not.toContain("code-of-two-schools");
  });
});
