import type { Cell } from "../../../src/cells";
import { builtInGrids } from "../../../src/tariff";
import { read, readWith, readWorkbooks, sheet, workbook, type SheetSpec } from "../workbook-of";

const schools = ["A", "B", "C"];
const errors = (result: ReturnType<typeof read>) => result.anomalies().filter((line) => line.startsWith("error"));

/** A sheet of one column beside the school's name, the same number for each of three schools. */
function table(name: string, header: string, number: number, title: readonly (readonly Cell[])[] = []): SheetSpec {
  return sheet(name, [...title, ["Commune", "École", header], ...schools.map((school) => ["Beure", school, number])]);
}
const posts = "Postes clients standard";
const parc = table("Parc", posts, 10);
const total = (result: ReturnType<typeof read>, code: string) =>
  schools.reduce((sum, school) => sum + result.quantity(school, code), 0);

describe("equipment dated only of another year", () => {
  it("equipment of another year by its heading, beside headcounts, is an error, even if its code begins like the portal's", () => {
    const [voted] = builtInGrids;
    const mail = { ...voted!.rows[0]!, code: "PORTAIL_2", prestation: "Messagerie scolaire", unit: "poste" };
    const grid = { ...voted!, rows: [...voted!.rows, mail] };
    const parc = sheet("Parc", [
      ["Commune", "École", "Effectif 2014", "Messagerie scolaire 2013"],
      ...schools.map((school) => ["Beure", school, 20, 4]),
    ]);
    const result = readWorkbooks([workbook([parc])], 2014, {}, grid);
    expect(total(result, "PORTAIL")).toBe(3 * 20);
    expect(errors(result)).toEqual(["error only-other-year D1"]);
  });
  it("equipment of another year by its title is an error until the table is chosen, and its schools are not reported as empty", () => {
    const sheets = [table("Feuil1", posts, 10, [["Parc au 01/11/2013"]]), table("Effectifs", "Élèves", 20)];
    const result = read(...sheets);
    expect(total(result, "POSTE_STD")).toBe(0);
    expect(total(result, "PORTAIL")).toBe(3 * 20);
    expect(result.anomalies()).toEqual(["error title-other-year A2"]);
    expect(result.rows("Feuil1")).toMatchObject({ billed: 0, error: 3 });
    const choice = { file: null, sheet: "Feuil1", cell: "A2", was: "Commune", as: "inventory" } as const;
    const chosen = readWith({ tables: [choice] }, ...sheets);
    expect(total(chosen, "POSTE_STD")).toBe(3 * 10);
    expect(errors(chosen)).toEqual([]);
  });
  it.each(["État au 31 décembre 2014", "Inventaire arrêté le 15/12/2014", "Parc au 12/11/2014"])(
    "equipment counted after the day of count is an error, with its own words: « %s »",
    (title) => {
      const result = read(table("Feuil1", posts, 10, [[title]]), table("Effectifs", "Élèves", 20));
      expect(errors(result)).toEqual(["error title-other-year A2"]);
      expect(result.messages[0]).toMatch(
        /^Ce tableau porte sur une date postérieure au jour du comptage, et aucun autre/,
      );
    },
  );
  it.each(["Parc au 15/10/2014", "Document mis à jour le 10/11/2014", "Besançon, le 12 novembre 2014"])(
    "equipment counted by the day of count, in a document of any day, is billed: « %s »",
    (title) => {
      const result = read(table("Feuil1", posts, 10, [[title]]), table("Effectifs", "Élèves", 20));
      expect([errors(result), total(result, "POSTE_STD")]).toEqual([[], 3 * 10]);
    },
  );
  it("equipment of another year by its sheet's name is an error, alone or beside another year", () => {
    expect(errors(read(table("2013", posts, 10), table("Effectifs", "Élèves", 20)))).toEqual([
      "error title-other-year A1",
    ]);
    const two = read(table("2012", posts, 9), table("2013", posts, 10), table("Effectifs", "Élèves", 20));
    expect(errors(two)).toEqual(["error title-other-year A1", "error title-other-year A1"]);
    expect(total(two, "POSTE_STD")).toBe(0);
  });
  it("equipment of another year by its column is an error on the column until it is chosen", () => {
    const sheets = [table("Parc", `${posts} 2013`, 10), table("Effectifs", "Élèves", 20)];
    const result = read(...sheets);
    expect(total(result, "POSTE_STD")).toBe(0);
    expect(result.anomalies("Parc")).toEqual(["error only-other-year C1"]);
    const mapping = { file: null, sheet: "Parc", cell: "C1", as: "POSTE_STD" };
    const chosen = readWith({ mappings: [mapping] }, ...sheets);
    expect(total(chosen, "POSTE_STD")).toBe(3 * 10);
    expect(errors(chosen)).toEqual([]);
    const whole = readWith({ tables: [{ file: null, sheet: "Parc", cell: null, as: "inventory" }] }, ...sheets);
    expect(total(whole, "POSTE_STD")).toBe(3 * 10);
    expect(errors(whole)).toEqual([]);
  });
  describe("equipment of another year in one of several columns that add up", () => {
    const kinds = (...rows: readonly (readonly Cell[])[]) =>
      sheet("Parc", [["Commune", "École", "Postes élèves 2014", "Postes réseau 2013"], ...rows]);
    const pupils = table("Effectifs", "Élèves", 20);
    it("a column of another year is an error of its own, and the campaign's own column is billed", () => {
      const result = read(kinds(...schools.map((school) => ["Beure", school, 10, 4])), pupils);
      expect(total(result, "POSTE_STD")).toBe(3 * 10);
      expect(result.anomalies("Parc")).toEqual(["error only-other-year D1"]);
      expect(result.rows("Parc")).toMatchObject({ read: 3, error: 3 });
      // The years of the two headings are numbers of none of their cells.
      expect(result.reading.numbers[0]).toMatchObject({ numbers: 2 * 3, billed: 3, error: 3 });
    });
    it("a school that only the column of another year counts has its row in error, and the others are billed", () => {
      const result = read(kinds(["Beure", "A", 10, null], ["Beure", "B", 10, 0], ["Beure", "C", null, 4]), pupils);
      expect(schools.map((school) => result.quantity(school, "POSTE_STD"))).toEqual([10, 10, 0]);
      expect(result.anomalies("Parc")).toEqual(["error only-other-year D1"]);
      expect(result.rows("Parc")).toMatchObject({ read: 3, billed: 2, error: 1 });
    });
    it("a column of another year is left out when another table shows the same for most of its schools, and the campaign's stays", () => {
      const whole = sheet("Suite", [
        ["Commune", "École", posts],
        ["Beure", "B", 5],
        ["Beure", "C", 6],
        ["Pirey", "D", 7],
      ]);
      const result = read(
        kinds(["Beure", "A", 10, null], ["Beure", "B", null, 4], ["Beure", "C", null, 4]),
        whole,
        pupils,
      );
      expect(schools.map((school) => result.quantity(school, "POSTE_STD"))).toEqual([10, 5, 6]);
      expect(result.anomalies("Parc")).toEqual(["info other-year-column D1"]);
      expect(result.rows("Parc")).toMatchObject({ billed: 1, reasons: { "other-year": 2 } });
    });
    it.each([
      ["CP 2013", "CE1 2014", "D1"],
      ["CE1 2014", "CP 2013", "E1"],
    ])(
      "a column of another year of pupils by level is an error beside the campaign's: %s, %s",
      (first, second, cell) => {
        const [cp, ce1] = [9, 20];
        const parc = sheet("Parc", [
          ["Commune", "École", posts, first, second],
          ...schools.map((school) => ["Beure", school, 10, ...(first.startsWith("CP") ? [cp, ce1] : [ce1, cp])]),
        ]);
        const result = read(parc);
        expect(total(result, "PORTAIL")).toBe(3 * ce1);
        expect(errors(result)).toEqual([`error only-other-year ${cell}`]);
      },
    );
  });
  describe("by its column, beside others", () => {
    const pupils = table("Effectifs", "Élèves", 20);
    const dated = (...rows: readonly (readonly Cell[])[]) =>
      sheet("Parc", [
        ["Commune", "École", "Serveur standard 2014", `${posts} 2013`],
        ...rows.map((row) => ["Beure", ...row]),
      ]);
    const suite = (name: string, ...names: readonly string[]) =>
      sheet(name, [["Commune", "École", posts], ...names.map((school) => ["Beure", school, 5])]);

    it.each<[string, SheetSpec, SheetSpec, string]>([
      [
        "is left out where they show it of the schools that have any",
        dated(["A", 1, 0], ["B", 1, 4]),
        suite("Suite", "B"),
        "info other-year-column D1",
      ],
      [
        "is an error where they show it of one school of two",
        dated(["A", 1, 3], ["B", 1, 4]),
        suite("Suite", "B"),
        "error only-other-year D1",
      ],
      [
        "is an error where they show it in stock",
        dated(["A", 1, 3], ["B", 1, 4]),
        suite("Stock", "A", "B"),
        "error only-other-year D1",
      ],
    ])("%s", (_case, parc, other, expected) => {
      const result = read(parc, other, pupils);
      expect(result.anomalies("Parc")).toEqual([expected]);
      expect([total(result, "SERVEUR_STD"), result.quantity("A", "POSTE_STD")]).toEqual([2, 0]);
      const { why } = result.reading.mappings[0]!.columns[3]!;
      expect(why).toBe(expected.startsWith("info") ? "other-year" : "refused");
      const { params } = result.reading.anomalies.find(({ code }) => expected.includes(code))!;
      expect(params).toMatchObject({ header: `${posts} 2013`, year: 2013, campaign: 2014 });
    });

    it("is an error where they show it of the schools that have none", () => {
      const result = read(dated(["A", 1, 0], ["B", 1, 4], ["C", 1, 0]), suite("Suite", "A", "C"), pupils);
      expect(result.anomalies("Parc")).toEqual(["error only-other-year D1"]);
    });

    it("is left out where it counts nothing, or what is in stock", () => {
      const none = dated(["A", 1, 0], ["B", 1, 0]);
      const stock = table("Stock", "Serveur standard 2013", 4);
      for (const result of [read(none, pupils), read(parc, stock, pupils)])
        expect(result.anomalies().join()).not.toContain("only-other-year");
    });

    it("is the only error: what it counts does not seem to lack", () => {
      expect(errors(read(table("Parc", `${posts} 2013`, 10), pupils))).toEqual(["error only-other-year C1"]);
      expect(errors(read(parc, table("Effectifs", "Effectif 2012-2013", 20)))).toEqual(["error only-other-year C1"]);
    });
  });
  it("is left out where a table that says no year shows it", () => {
    const result = read(parc, table("Parc 2013", posts, 9), table("Effectifs", "Élèves", 20));
    expect(total(result, "POSTE_STD")).toBe(3 * 10);
    expect(result.anomalies("Parc 2013")).toEqual(["info other-year-source A1"]);
    expect(result.reading.mappings[1]).toMatchObject({ kind: "other-year" });
  });
  it("a column of the campaign stands under a title of another year", () => {
    const result = read(
      table("Feuil1", `${posts} au 01/11/2014`, 10, [["Parc 2013"]]),
      table("Effectifs", "Élèves", 20),
    );
    expect(total(result, "POSTE_STD")).toBe(3 * 10);
    expect(errors(result)).toEqual([]);
  });
});

describe("a table of the campaign that shows something else than an older one", () => {
  it("does not stand in its place: « Dotation 2014 » beside « Parc » is asked", () => {
    const result = read(parc, table("Dotation 2014", posts, 2), table("Effectifs", "Élèves", 20));
    expect(errors(result)).toEqual(["error ambiguous-source A1", "error ambiguous-source A1"]);
    expect(total(result, "POSTE_STD")).toBe(0);
  });
  it("a table of fewer prestations does not replace an older one, which is asked", () => {
    const whole = sheet("Parc 2013", [
      ["Commune", "École", posts, "Serveur standard", "Imprimante jet d'encre"],
      ...schools.map((school) => ["Beure", school, 10, 1, 2]),
    ]);
    const result = read(whole, table("2014", posts, 2), table("Effectifs", "Élèves", 20));
    expect(errors(result)).toContain("error title-other-year A1");
    expect(total(result, "SERVEUR_STD")).toBe(0);
  });
});

describe("headcounts", () => {
  it("headcounts of another school year never win over undated ones", () => {
    for (const sheets of [
      [table("Effectifs", "Élèves", 20), table("Effectifs 2013-2014", "Élèves", 19)],
      [table("Effectifs 2013-2014", "Élèves", 19), table("Effectifs", "Élèves", 20)],
      [table("Effectifs", "Élèves", 20), table("Pupils", "Effectif 2013-2014", 19)],
    ]) {
      const result = read(parc, ...sheets);
      expect(total(result, "PORTAIL")).toBe(3 * 20);
      expect(errors(result)).toEqual([]);
    }
  });
  it("headcounts of another school year only are an error, the only one", () => {
    const result = read(parc, table("Effectifs 2013-2014", "Élèves", 19));
    expect(total(result, "PORTAIL")).toBe(0);
    expect(errors(result)).toEqual(["error title-other-year A1"]);
    const choice = { file: null, sheet: "Effectifs 2013-2014", cell: null, as: "headcounts" } as const;
    expect(total(readWith({ tables: [choice] }, parc, table("Effectifs 2013-2014", "Élèves", 19)), "PORTAIL")).toBe(
      3 * 19,
    );
  });
  it("headcounts of the school year that begins are the campaign's, those of the one that ends are not", () => {
    const result = read(parc, table("Effectifs 2014-2015", "Élèves", 20), table("Effectifs 2013-2014", "Élèves", 19));
    expect(total(result, "PORTAIL")).toBe(3 * 20);
    expect(errors(result)).toEqual([]);
  });
  it("headcounts of different schools on two sheets add up", () => {
    const of = (name: string, school: string, number: number): SheetSpec =>
      sheet(name, [
        ["Commune", "École", "Élèves"],
        ["Beure", school, number],
      ]);
    const result = read(parc, of("Effectifs 1", "A", 20), of("Effectifs 2", "B", 30), of("Effectifs 3", "C", 40));
    expect(total(result, "PORTAIL")).toBe(20 + 30 + 40);
    expect(errors(result)).toEqual([]);
  });
  it("headcounts of parts of the same schools on two sheets add up", () => {
    const result = read(
      parc,
      table("Effectifs maternelle", "Élèves", 20),
      table("Effectifs élémentaire", "Élèves", 30),
    );
    expect(total(result, "PORTAIL")).toBe(3 * (20 + 30));
    expect(result.anomalies()).toEqual(["info packs-inferred –"]);
    const columns = read(parc, table("Mat", "Effectif maternelle", 20), table("Élém", "Effectif élémentaire", 30));
    expect(total(columns, "PORTAIL")).toBe(3 * (20 + 30));
    expect(columns.anomalies()).toEqual(["info packs-inferred –"]);
  });
  it("headcounts of parts beside their total on other sheets are left out", () => {
    const result = read(
      parc,
      table("Effectifs", "Élèves", 50),
      table("Effectifs maternelle", "Élèves", 20),
      table("Effectifs élémentaire", "Élèves", 30),
    );
    expect(total(result, "PORTAIL")).toBe(3 * 50);
    expect(errors(result)).toEqual([]);
  });
});
