import type { Cell } from "../../../src/cells";
import type { RepeatRule } from "../../../src/options";
import { read, readWith, readWorkbooks, sheet, workbook, type Read, type SheetSpec } from "../workbook-of";

type Rows = readonly (readonly Cell[])[];

const schools = ["A", "B", "C"];
const posts = "Postes clients standard";
/** Three schools of Beure, with their numbers under each heading. */
function table(
  name: string,
  columns: Readonly<Record<string, number | readonly number[]>>,
  title: Rows = [],
): SheetSpec {
  const numbers = Object.values(columns);
  return sheet(name, [
    ...title,
    ["Commune", "École", ...Object.keys(columns)],
    ...schools.map((school, at) => [
      "Beure",
      school,
      ...numbers.map((each) => (typeof each === "number" ? each : each[at]!)),
    ]),
  ]);
}
const parc = table("Parc", { [posts]: 10 });
const pupils = table("Effectifs", { Élèves: 50 });
const counted = (result: Read, code: string): number[] => schools.map((school) => result.quantity(school, code));
const told = (result: Read): string[] =>
  result.reading.anomalies.flatMap(({ severity, code, sheet: name, cell }) =>
    name === null ? [] : [`${severity} ${code} ${name}!${cell}`],
  );

describe("the pupils of one level, beside those of whole schools", () => {
  const level = (...numbers: readonly number[]) => table("Mat", { "Effectif maternelle": numbers });

  it("are left out, whichever table is first", () => {
    for (const sheets of [
      [pupils, level(20, 50, 0)],
      [level(20, 50, 0), pupils],
    ]) {
      const result = read(parc, ...sheets);
      expect(told(result)).toEqual(["info part-of-headcounts Mat!A1"]);
      expect(counted(result, "PORTAIL")).toEqual([50, 50, 50]);
      expect(result.rows("Mat").billed).toBe(0);
    }
  });
  it("are asked about where one school has more of them than pupils", () => {
    const result = read(parc, pupils, level(20, 51, 30));
    expect(told(result)).toEqual(["error ambiguous-source Effectifs!A1", "error ambiguous-source Mat!A1"]);
    expect(counted(result, "PORTAIL")).toEqual([0, 0, 0]);
  });
  it("are asked about where they are of another school too", () => {
    const more = sheet("Mat", [
      ["Commune", "École", "Effectif maternelle"],
      ...["A", "B", "D"].map((school) => ["Beure", school, 20]),
    ]);
    expect(told(read(parc, pupils, more)).filter((line) => line.startsWith("error"))).toHaveLength(2);
  });
});

describe("two tables of the same numbers", () => {
  it("are billed once, as the fuller one has them", () => {
    const fuller = table("Long", { [posts]: 10, "Serveur standard": 1 });
    const shorter = sheet("Court", [
      ["Commune", "École", posts],
      ["Beure", "A", 10],
      ["Beure", "B", 10],
    ]);
    for (const sheets of [
      [shorter, fuller, pupils],
      [fuller, shorter, pupils],
    ]) {
      const result = read(...sheets);
      expect(told(result)).toEqual(["info same-source-twice Court!A1"]);
      expect([counted(result, "POSTE_STD"), counted(result, "SERVEUR_STD")]).toEqual([
        [10, 10, 10],
        [1, 1, 1],
      ]);
    }
  });
  it("of which each has a school of its own are asked about, and bill every school once", () => {
    const of = (name: string, ...names: readonly string[]) =>
      sheet(name, [["Commune", "École", posts], ...names.map((school) => ["Beure", school, 10])]);
    const result = read(of("X", "A", "B", "C"), of("Y", "D", "B", "C"), pupils);
    expect(told(result).filter((line) => line.startsWith("error dup"))).toEqual(
      [3, 4].map((row) => `error duplicate-school Y!B${row}`),
    );
    expect([...counted(result, "POSTE_STD"), result.quantity("D", "POSTE_STD")]).toEqual([10, 10, 10, 10]);
  });
  it("of which one is of fewer schools, and counts what the other does not, are asked about, and bill every number once", () => {
    const fewer = sheet("Y", [
      ["Commune", "École", posts, "Serveur standard"],
      ["Beure", "A", 10, 1],
      ["Beure", "B", 10, 1],
    ]);
    for (const sheets of [
      [table("X", { [posts]: 10 }), fewer, pupils],
      [fewer, table("X", { [posts]: 10 }), pupils],
    ]) {
      const result = read(...sheets);
      expect([counted(result, "POSTE_STD"), counted(result, "SERVEUR_STD")]).toEqual([
        [10, 10, 10],
        [1, 1, 0],
      ]);
    }
  });
  it("that share less than half of the schools of the shorter one are asked about these schools alone", () => {
    const of = (name: string, count: number, ...names: readonly string[]) =>
      sheet(name, [["Commune", "École", posts], ...names.map((school) => ["Beure", school, count])]);
    const result = read(of("X", 10, "A", "B", "C"), of("Y", 4, "C", "D", "E"), pupils);
    expect(told(result).filter((line) => line.startsWith("error dup"))).toEqual(["error duplicate-school Y!B2"]);
    expect(["C", "D", "E"].map((school) => result.quantity(school, "POSTE_STD"))).toEqual([10, 4, 4]);
    const half = read(of("X", 10, "A", "B", "C"), of("Y", 4, "C", "D"), pupils);
    expect(told(half).filter((line) => line.includes("source"))).toEqual([
      "error ambiguous-source X!A1",
      "error ambiguous-source Y!A1",
    ]);
  });
  it("that each count something else too are asked about, school by school, and bill the repeated numbers once", () => {
    const [first, second] = [
      table("X", { [posts]: 10, "Imprimante jet d’encre": 2 }),
      table("Y", { [posts]: 10, "Serveur standard": 1 }),
    ];
    const result = read(first, second, pupils);
    expect(told(result)).toEqual([2, 3, 4].map((row) => `error duplicate-school Y!B${row}`));
    expect(counted(result, "POSTE_STD")).toEqual([10, 10, 10]);
    expect([counted(result, "IMPRIMANTE"), counted(result, "SERVEUR_STD")]).toEqual([
      [2, 2, 2],
      [1, 1, 1],
    ]);
  });
});

it("the last of two tables of the same schools is kept when the user says so", () => {
  const other = table("Inventaire", { [posts]: 4 });
  const said = (as: RepeatRule): Read =>
    readWith({ repeats: [{ file: null, sheet: "Inventaire", cell: null, as }] }, parc, other, pupils);
  expect(counted(said("last"), "POSTE_STD")).toEqual([4, 4, 4]);
  expect(told(said("last"))).toEqual(["info repeats-chosen Parc!A1"]);
  expect(said("last").messages.join()).not.toBe(said("added").messages.join());
});

it("a table without a year is added to the campaign's when the user says so", () => {
  const [dated, undated] = [table("Parc 2014", { [posts]: 10 }), table("Inventaire", { [posts]: 4 })];
  const repeats = [{ file: null, sheet: "Inventaire", cell: null, as: "added" as const }];
  expect(counted(readWith({ repeats }, dated, undated, pupils), "POSTE_STD")).toEqual([14, 14, 14]);
});

it("a school repeated in another file is asked about with the place of the first", () => {
  const more = sheet("Suite", [
    ["Commune", "École", posts],
    ["Beure", "C", 4],
    ["Pirey", "D", 5],
    ["Pirey", "E", 6],
  ]);
  const result = readWorkbooks([
    workbook([parc], { file: "un.xlsx" }),
    workbook([more, pupils], { file: "deux.xlsx" }),
  ]);
  const { params } = result.reading.anomalies.find(({ code }) => code === "duplicate-school")!;
  expect(params).toMatchObject({ first: "Parc, 4", firstSheet: "Parc", firstCell: "A1", firstFile: "un.xlsx" });
});

describe("pupils of parts of the same schools on two sheets", () => {
  const of = (name: string, header: string, number: number) => table(name, { [header]: number });

  it("add up where they are of different parts", () => {
    const result = read(parc, of("Mat", "Effectif maternelle", 20), of("Élém", "Effectif élémentaire", 30));
    expect([counted(result, "PORTAIL"), told(result)]).toEqual([[50, 50, 50], []]);
  });
  it("are asked about where they are of the same part, and count once where they are equal", () => {
    const [first, second, same] = [20, 30, 20].map((number, at) => of(`Mat ${at}`, "Effectif maternelle", number));
    expect(told(read(parc, first!, second!))).toEqual([
      "error ambiguous-source Mat 0!A1",
      "error ambiguous-source Mat 1!A1",
    ]);
    expect(counted(read(parc, first!, same!), "PORTAIL")).toEqual([20, 20, 20]);
  });
});

it("installations of a school are added to what is in service, and asked about where two tables differ on them", () => {
  const installed = (name: string, number: number) => table(name, { "Postes clients standard installés": number });
  const once = read(parc, pupils, installed("Installations 2014", 2));
  expect(schools.map((school) => once.quantity(school, "POSTE_STD", "installation"))).toEqual([2, 2, 2]);
  expect([counted(once, "POSTE_STD"), told(once)]).toEqual([[10, 10, 10], []]);
  const twice = read(parc, pupils, installed("Installations 2014", 2), installed("Livraisons 2014", 3));
  expect(told(twice)).toEqual([
    "error ambiguous-source Installations 2014!A1",
    "error ambiguous-source Livraisons 2014!A1",
  ]);
  expect(counted(twice, "POSTE_STD")).toEqual([10, 10, 10]);
});

describe("a table titled by another year, with one column of the campaign's", () => {
  const titled = (columns: Readonly<Record<string, number>>) => table("Feuil1", columns, [["Parc 2013"]]);

  it("is billed for this column, and asked about for the others", () => {
    const result = read(titled({ [`${posts} au 01/11/2014`]: 10, "Serveur standard": 1, Élèves: 20 }));
    expect(result.anomalies()).toEqual(["error title-other-year A2", "info packs-inferred –"]);
    expect([counted(result, "POSTE_STD"), counted(result, "SERVEUR_STD"), counted(result, "PORTAIL")]).toEqual([
      [10, 10, 10],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
  it("lacks no equipment where only its pupils are the campaign's", () => {
    const result = read(titled({ "Effectif 2014-2015": 20, "Serveur standard": 1 }));
    expect(result.anomalies()).toEqual(["error title-other-year A2"]);
    expect(counted(result, "PORTAIL")).toEqual([20, 20, 20]);
  });
});

describe("pupils without a year, beside those of the campaign", () => {
  it.each([
    ["on a sheet of headcounts", [parc, table("Effectifs", { Élèves: 19 })]],
    ["in an inventory", [table("Parc", { [posts]: 10, Élèves: 19 })]],
  ])("are left out with a warning, %s", (_, undated) => {
    const result = read(...undated, table("Effectifs 2014-2015", { Élèves: 20 }));
    expect(told(result)).toContainEqual(expect.stringMatching(/^warning undated-source/));
    expect(counted(result, "PORTAIL")).toEqual([20, 20, 20]);
  });
  it("are asked about where the dated ones are in an inventory: its date is not theirs", () => {
    const dated = table("P", { [posts]: 10, Élèves: 19 }, [["Parc au 01/11/2014"]]);
    const result = read(pupils, dated);
    expect(told(result)).toEqual(["error ambiguous-source Effectifs!A1", "error ambiguous-source P!A2"]);
    expect([counted(result, "PORTAIL"), counted(result, "POSTE_STD")]).toEqual([
      [0, 0, 0],
      [10, 10, 10],
    ]);
  });
});
