import type { Cell } from "../../../src/cells";
import type { Options, RepeatRule } from "../../../src/options";
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
const readBeside = (options: Partial<Options>, ...sheets: SheetSpec[]): Read => readWith(options, ...sheets, pupils);
const postsOf = (result: Read): number => counted(result, "POSTE_STD").reduce((sum, count) => sum + count, 0);
const errors = (result: Read): string[] => result.anomalies().filter((line) => line.startsWith("error"));
const headers = ["Commune", "École", posts];

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

test("headcounts that a table repeats are said to be its headcounts alone, when its equipment differs", () => {
  const version = (name: string, posts: number) =>
    sheet(name, [
      ["Commune", "École", "Effectif", "Postes clients standard"],
      ["Beure", "École du Bourg", 20, 12],
      ["Thise", "École du Centre", 50, posts],
    ]);
  const said = (posts: number) =>
    read(version("V1", 24), version("V2", posts)).messages.filter((each) => each.includes("répète"));
  expect(said(22)).toEqual([expect.stringContaining("répète les mêmes effectifs que V1")]);
  expect(said(24)).toEqual([expect.stringContaining("répète les mêmes quantités que V1")]);
});

describe("two tables that contradict each other on equipment and on pupils", () => {
  it("are one question, that names both", () => {
    const [first, second] = [10, 4].map((count) => table(`Parc ${count}`, { Élèves: count, [posts]: count }));
    const result = read(first!, second!);
    expect(told(result)).toEqual(["error ambiguous-source Parc 10!A1", "error ambiguous-source Parc 4!A1"]);
    const params = { first: "Parc 10!A1", second: "Parc 4!A1" };
    expect(result.reading.anomalies.slice(0, 2).map((each) => each.params)).toEqual([
      expect.objectContaining(params),
      expect.objectContaining(params),
    ]);
  });
  it("are asked about once each, with a third", () => {
    const three = [10, 4, 7].map((count) => table(`Parc ${count}`, { [posts]: count }));
    expect(told(read(...three, pupils))).toEqual([10, 4, 7].map((count) => `error ambiguous-source Parc ${count}!A1`));
  });
});

describe("lists of the machines of the same schools", () => {
  const list = (name: string, ...numbers: readonly string[]): SheetSpec =>
    sheet(name, [
      ["N° inventaire", "Commune", "École", "Matériel", "Mise en service"],
      ...numbers.map((number) => [number, "Beure", "A", "Poste client standard", 41153]),
    ]);

  it("add up, and are asked about beside a table of schools", () => {
    const lists = [list("Lot 1", "P1", "P2"), list("Lot 2", "P3", "P4", "P5")];
    const result = read(...lists, pupils);
    expect([result.quantity("A", "POSTE_STD"), errors(result)]).toEqual([5, []]);
    expect(told(read(lists[0]!, parc, pupils)).filter((line) => line.startsWith("error"))).not.toEqual([]);
  });
});

describe("installations of the same schools in two tables", () => {
  const installed = (name: string, title: string, count: number): SheetSpec =>
    table(name, { "Postes clients standard installés": count }, [[title]]);
  const of = (...sheets: SheetSpec[]): [number, string[]] => {
    const result = read(parc, pupils, ...sheets);
    return [result.quantity("A", "POSTE_STD", "installation"), errors(result)];
  };

  it("add up where their periods are apart, and are asked about where they overlap", () => {
    const first = installed("Lot 1", "Installations du 02/11/2013 au 31/03/2014", 2);
    expect(of(first, installed("Lot 2", "Installations du 01/04/2014 au 01/11/2014", 3))).toEqual([5, []]);
    expect(of(first, installed("Lot 2", "Installations du 01/03/2014 au 01/11/2014", 3))[1]).toHaveLength(2);
  });
});

describe("an older version of a table", () => {
  const titled = (name: string, title: string, count: number, rows = schools): SheetSpec =>
    sheet(name, [[title], headers, ...rows.map((school) => ["Beure", school, count])]);

  it("is left out for its year, with that of the campaign", () => {
    for (const flip of [false, true]) {
      const sheets = [titled("Avant", "Parc 2013", 4), titled("Parc", "Parc 2014", 10)];
      const result = read(...(flip ? sheets.reverse() : sheets), pupils);
      expect([counted(result, "POSTE_STD"), told(result)]).toEqual([[10, 10, 10], ["info other-year-source Avant!A2"]]);
      expect(result.reading.anomalies[0]!.params).toMatchObject({ kept: "Parc!A2", year: 2013, campaign: 2014 });
      expect(result.rows("Avant").reasons).toEqual({ "other-year": 3 });
      expect(result.reading.mappings.map(({ kind }) => kind)).toContain("other-year");
    }
  });
  it("is left out for its day, beside that of the day of count", () => {
    const before = titled("Avant", "Situation au 30 juin 2014", 4);
    const result = read(before, titled("Parc", "Situation au 1er novembre 2014", 10), pupils);
    expect([counted(result, "POSTE_STD"), told(result)]).toEqual([[10, 10, 10], ["info other-year-source Avant!A2"]]);
    expect(result.reading.anomalies[0]!.params).toMatchObject({ kept: "Parc!A2", earlier: 1 });
    expect(result.reading.anomalies[0]!.params).not.toHaveProperty("year");
  });
  it("is asked about where none is of the day of count", () => {
    const result = read(
      titled("Avant", "Situation au 30 juin 2014", 4),
      titled("Parc", "Situation au 15 octobre 2014", 10),
      pupils,
    );
    expect(told(result)).toEqual(["error ambiguous-source Avant!A2", "error ambiguous-source Parc!A2"]);
  });
  it("is asked about where no table replaces it, with its year and that of the campaign", () => {
    const result = read(titled("Avant", "Parc 2013", 4), pupils);
    expect(told(result)).toEqual(["error title-other-year Avant!A2"]);
    expect(result.reading.anomalies[0]!.params).toMatchObject({ year: 2013, campaign: 2014 });
    expect([counted(result, "POSTE_STD"), result.rows("Avant").error]).toEqual([[0, 0, 0], 3]);
  });
  it("is left out with a warning where it has no date, beside the situation of the campaign that shows all it does", () => {
    const situation = titled("Parc", "Situation au 1er novembre 2014", 10);
    const result = read(table("Feuil2", { [posts]: 4 }), situation, pupils);
    expect([counted(result, "POSTE_STD"), told(result)]).toEqual([[10, 10, 10], ["warning undated-source Feuil2!A1"]]);
    expect(result.reading.anomalies[0]!.params).toMatchObject({ kept: "Parc!A2", campaign: 2014 });
    expect(result.rows("Feuil2").reasons).toEqual({ "duplicate-source": 3 });
    const more = read(table("Feuil2", { [posts]: 4, "Serveur standard": 1 }), situation, pupils);
    expect(told(more)).toEqual(["error ambiguous-source Feuil2!A1", "error ambiguous-source Parc!A2"]);
  });
  it("is asked about where it is of another year and of other schools, for most", () => {
    const result = read(titled("Avant", "Parc 2013", 4, ["C", "D", "E"]), titled("Parc", "Parc 2014", 10), pupils);
    expect(errors(result)).toContain("error title-other-year A2");
  });
});

it("what one of two tables has alone is billed beside what the user chose in the other", () => {
  const more = table("Inventaire", { [posts]: 4, "Serveur standard": 1 });
  const said = (as: RepeatRule): Read =>
    readWith({ repeats: [{ file: null, sheet: "Inventaire", cell: null, as }] }, parc, more, pupils);
  const result = said("first");
  expect([counted(result, "POSTE_STD"), counted(result, "SERVEUR_STD")]).toEqual([
    [10, 10, 10],
    [1, 1, 1],
  ]);
  const [chosen] = result.reading.anomalies.filter(({ code }) => code === "repeats-chosen");
  expect(chosen!.params).toMatchObject({ first: "Parc!A1", kept: 1 });
  const [sum] = said("added").reading.anomalies.filter(({ code }) => code === "repeats-chosen");
  expect([sum!.params["added"], sum!.params["kept"]]).toEqual([1, undefined]);
});

describe("two tables of the same schools that nothing tells apart", () => {
  const rooms = [table("Parc", { [posts]: 10 }, [["Salle informatique"], [], []]), table("Inventaire", { [posts]: 4 })];
  it("are an error that names both places, on both, and its schools do not seem to lack equipment", () => {
    const result = readBeside({}, ...rooms);
    expect(result.anomalies()).toEqual(["error ambiguous-source A4", "error ambiguous-source A1"]);
    for (const text of result.messages) {
      expect(text).toContain("Parc!A4");
      expect(text).toContain("Inventaire!A1");
    }
    expect(postsOf(result)).toBe(0);
  });
  it.each(["Parc", "Inventaire"])("are added where the user says so, of either: %s", (name) => {
    const result = readBeside({ repeats: [{ file: null, sheet: name, cell: null, as: "added" }] }, ...rooms);
    expect(postsOf(result)).toBe(3 * (10 + 4));
    expect(errors(result)).toEqual([]);
    expect(result.anomalies("Inventaire")).toEqual(["info repeats-chosen A1"]);
  });
  it("the first of two tables of the same schools is kept when the user says so", () => {
    const repeats: Options["repeats"] = [{ file: null, sheet: "Inventaire", cell: "A1", was: "Commune", as: "first" }];
    const result = readBeside({ repeats }, ...rooms);
    expect(postsOf(result)).toBe(3 * 10);
    expect(errors(result)).toEqual([]);
    expect(result.reading.mappings[1]).toMatchObject({ kind: "repeats" });
  });
  it("one of two tables of the same schools is left out as its message advises", () => {
    const tables: Options["tables"] = [{ file: null, sheet: "Parc", cell: "A4", was: "Commune", as: "ignored" }];
    const result = readBeside({ tables }, ...rooms);
    expect(postsOf(result)).toBe(3 * 4);
    expect(errors(result)).toEqual([]);
    expect(result.rows("Parc").reasons).toEqual({ ignored: 3 });
    expect(result.reading.mappings[0]).toMatchObject({ kind: "ignored" });
  });
  it("tables of different kinds of equipment are no rivals: they add up", () => {
    const servers = sheet("Serveurs", [
      ["Commune", "École", "Serveur standard"],
      ...schools.map((school) => ["Beure", school, 1]),
    ]);
    const result = readBeside({}, table("Postes", { [posts]: 10 }), servers);
    expect(postsOf(result)).toBe(3 * 10);
    expect(schools.map((school) => result.quantity(school, "SERVEUR_STD"))).toEqual([1, 1, 1]);
    expect(errors(result)).toEqual([]);
  });
});

describe("a few schools shown again by another table", () => {
  const more = sheet("Suite", [headers, ["Beure", "C", 4], ["Pirey", "D", 5], ["Pirey", "E", 6]]);
  const others = [table("Parc", { [posts]: 10 }), more];
  it("are an error in the second, which repeats settles", () => {
    const result = readWith({}, ...others);
    expect(result.anomalies("Suite")).toContain("error duplicate-school B2");
    expect(result.quantity("C", "POSTE_STD")).toBe(10);
    const said = (as: "added" | "first") =>
      readWith({ repeats: [{ file: null, sheet: "Suite", cell: null, as }] }, ...others);
    expect(said("added").quantity("C", "POSTE_STD")).toBe(10 + 4);
    expect(said("first").quantity("C", "POSTE_STD")).toBe(10);
    for (const as of ["added", "first"] as const)
      expect(
        said(as)
          .anomalies("Suite")
          .filter((line) => line.includes("duplicate")),
      ).toEqual([]);
  });
  it("other schools of the second of two tables are billed when the first one counts", () => {
    const result = readWith({ repeats: [{ file: null, sheet: "Suite", cell: null, as: "first" }] }, ...others);
    expect(result.quantity("D", "POSTE_STD") + result.quantity("E", "POSTE_STD")).toBe(5 + 6);
  });
});

describe("items of the same school and prestation on two sheets", () => {
  const items = (name: string, natures: boolean, ...rows: readonly (readonly Cell[])[]): SheetSpec =>
    sheet(name, [["Commune", "École", "Prestation", ...(natures ? ["Nature"] : []), "Quantité"], ...rows]);
  const post = "Poste client standard";
  it("are added with a warning where a nature is written for each", () => {
    const result = readWith(
      {},
      items(
        "Lot 1",
        true,
        ["Beure", "A", post, "Maintenance", 5],
        ["Beure", "E", post, "Maintenance", 5],
        ["Beure", "B", post, "Maintenance", 5],
      ),
      items(
        "Lot 2",
        true,
        ["Beure", "B", post, "Maintenance", 2],
        ["Beure", "C", post, "Maintenance", 2],
        ["Beure", "D", post, "Maintenance", 2],
      ),
      pupils,
    );
    expect(result.quantity("B", "POSTE_STD")).toBe(5 + 2);
    expect(result.anomalies("Lot 2")).toContain("warning item-twice E2");
  });
  it("are in error where none is, until repeats settles it", () => {
    const lots = [
      items("Lot 1", false, ["Beure", "A", post, 5], ["Beure", "B", post, 5], ["Beure", "E", post, 5]),
      items("Lot 2", false, ["Beure", "B", post, 2], ["Beure", "C", post, 2], ["Beure", "D", post, 2]),
    ];
    const result = readWith({}, ...lots, pupils);
    expect(result.quantity("B", "POSTE_STD")).toBe(5);
    expect(result.anomalies("Lot 2").filter((line) => line.startsWith("error duplicate"))).toEqual([
      "error duplicate-school B2",
    ]);
    const added = readWith({ repeats: [{ file: null, sheet: "Lot 2", cell: null, as: "added" }] }, ...lots, pupils);
    expect(added.quantity("B", "POSTE_STD")).toBe(5 + 2);
  });
});

describe("choices of tables and repeats that point at nothing, or at something else by now", () => {
  it("are told", () => {
    const tables: Options["tables"] = [
      { file: null, sheet: "Ailleurs", cell: null, as: "ignored" },
      { file: null, sheet: "Parc", cell: "K9", as: "inventory" },
      { file: null, sheet: "Parc", cell: "A1", was: "Ville", as: "ignored" },
    ];
    const repeats: Options["repeats"] = [
      { file: null, sheet: "Parc", cell: "C1", was: "PC", as: "added" },
      { file: null, sheet: "Parc", cell: null, was: "Ancien parc", as: "added" },
    ];
    const result = readBeside({ tables, repeats }, table("Parc", { [posts]: 10 }));
    expect(postsOf(result)).toBe(3 * 10);
    expect(errors(result)).toEqual([
      "error choice-without-table –",
      "error choice-without-table K9",
      "error choice-moved A1",
      "error choice-moved C1",
      "error choice-moved –",
    ]);
  });
  it("the one about a table's own cell holds before the one about its sheet", () => {
    const tables: Options["tables"] = [
      { file: null, sheet: "Parc", cell: "B1", as: "inventory" },
      { file: null, sheet: "Parc", cell: null, as: "ignored" },
    ];
    expect(postsOf(readBeside({ tables }, table("Parc", { [posts]: 10 })))).toBe(3 * 10);
  });
});
