import type { Cell } from "../../../src/cells";
import { read, readWorkbooks, sheet, workbook, type Extras, type SheetSpec } from "../workbook-of";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const schools = ["A", "B", "C", "D"];

/** Four schools of Beure, each with as many postes. */
function inventory(name: string, posts: number, extras: Extras = {}, pupils = 20): SheetSpec {
  return sheet(name, [headers, ...schools.map((school) => ["Beure", school, pupils, 1, posts])], extras);
}

describe("every visible sheet that holds an inventory or headcounts is read", () => {
  it("sheets of anything but an inventory or headcounts are not read", () => {
    const result = read(
      sheet("Lisez-moi", [["Ce classeur contient l'inventaire des écoles."], ["Contact", "M. Dupont"]]),
      inventory("Inventaire", 5),
      sheet("Budget", [
        ["Ligne", "Montant"],
        ["Matériel", 1200],
      ]),
    );
    expect(result.reading.mappings.map(({ sheet: { name }, kind }) => `${name} ${kind}`)).toEqual([
      "Inventaire inventory",
      "Budget unread",
    ]);
    expect(result.anomalies()).toEqual(["info unread-numbers A1"]);
  });
  it("two tables on one sheet, one above the other and one beside", () => {
    const below = read(
      sheet("Inventaire", [
        ["Commune", "École", "Élèves"],
        ["Beure", "A", 20],
        ["Beure", "B", 30],
        [],
        ["Commune", "École", "Pack logiciel", "Postes clients standard"],
        ["Beure", "A", 1, 5],
        ["Beure", "B", 1, 6],
      ]),
    );
    const beside = read(
      sheet("Inventaire", [
        ["Commune", "École", "Élèves", null, "Commune", "École", "Pack logiciel", "Postes clients standard"],
        ["Beure", "A", 20, null, "Beure", "A", 1, 5],
        ["Beure", "B", 30, null, "Beure", "B", 1, 6],
      ]),
    );
    for (const result of [below, beside]) {
      expect(result.anomalies()).toEqual([]);
      expect(result.quantity("A", "PORTAIL") + result.quantity("B", "PORTAIL")).toBe(20 + 30);
      expect(result.quantity("A", "POSTE_STD") + result.quantity("B", "POSTE_STD")).toBe(5 + 6);
    }
  });
});

describe("hidden sheets, rows and columns", () => {
  it("hidden rows and columns count, with an info", () => {
    const result = read(inventory("Inventaire", 5, { hiddenRows: [3], hiddenColumns: ["E"] }));
    expect(result.anomalies()).toEqual(["info hidden-parts –"]);
    expect(result.quantity("B", "POSTE_STD")).toBe(5);
  });
  it("filtered rows count, with an info", () => {
    expect(read(inventory("Inventaire", 5, { hiddenRows: [3], filtered: true })).anomalies()).toEqual([
      "info filtered-rows –",
    ]);
  });
  it("rows hidden outside the table are no news", () => {
    expect(read(inventory("Inventaire", 5, { hiddenRows: [40] })).anomalies()).toEqual([]);
  });
  it.each(["hidden", "veryHidden"] as const)("a %s sheet does not count: a warning names it", (visibility) => {
    const result = read(inventory("Inventaire", 5), inventory("Ancien", 9, { visibility }));
    expect(result.anomalies()).toEqual(["warning hidden-sheet –"]);
    expect(result.messages[0]).toContain("Ancien");
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.reading.rows).toHaveLength(1);
  });
  it("a hidden sheet that holds no inventory is no news", () => {
    const list = sheet("Listes", [["Oui"], ["Non"]], { visibility: "hidden" });
    expect(read(inventory("Inventaire", 5), list).anomalies()).toEqual([]);
  });
});

describe("generated sheets", () => {
  it("are never sources, visible or hidden", () => {
    const result = read(
      inventory("Inventaire", 5),
      inventory("Fiche Beure", 9, { generatedKey: "fiche-25058" }),
      inventory("Journal", 9, { generatedKey: "journal", visibility: "hidden" }),
    );
    expect(result.anomalies()).toEqual([]);
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
  });
});

describe("tables that show the same thing for different years", () => {
  it("the campaign's wins, the others are excluded, each with an info", () => {
    const result = read(inventory("2012", 3), inventory("2013", 4), inventory("2014", 5));
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.anomalies("2014")).toEqual([]);
    for (const year of ["2012", "2013"]) {
      expect(result.anomalies(year)).toEqual(["info other-year-source A1"]);
      expect(result.rows(year)).toEqual({ read: 4, billed: 0, excluded: 4, error: 0, reasons: { "other-year": 4 } });
    }
  });
  it("the table of the campaign's year counts, in whatever order the tables are", () => {
    const result = read(inventory("2014", 5), inventory("2012", 3));
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.quantity("A", "PORTAIL")).toBe(20);
  });
  it("the table of the campaign's year counts, by the title above it", () => {
    const titled = (name: string, title: string, posts: number): SheetSpec =>
      sheet(name, [[title], [], headers, ...schools.map((school) => ["Beure", school, 20, 1, posts])]);
    const result = read(
      titled("Feuil1", "Parc au 1er novembre 2013", 4),
      titled("Feuil2", "Parc au 1er novembre 2014", 5),
    );
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.anomalies("Feuil2")).toEqual([]);
  });
  it("registers too: the numbers of last year's are no duplicates", () => {
    const register = (name: string, ...numbers: readonly string[]): SheetSpec =>
      sheet(name, [
        ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le"],
        ...numbers.map((number) => ["Beure", "A", "Poste client standard", number, "15/09/2009"]),
      ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "A", 20],
    ]);
    const result = read(register("2013", "P1", "P2", "P3"), register("2014", "P1", "P2", "P3", "P4"), pupils);
    expect(result.quantity("A", "POSTE_STD")).toBe(4);
    expect(result.anomalies("2013")).toEqual(["info other-year-source A1"]);
    expect(result.anomalies("2014")).toEqual([]);
  });
});

describe("the same schools and no telling which", () => {
  it("error ambiguous-source on each table, none billed, whatever their number", () => {
    const result = read(inventory("Version 1", 4), inventory("Version 2", 5), inventory("Version finale", 6));
    expect(result.reading.quantities.filter(({ prestation }) => prestation === "POSTE_STD")).toEqual([]);
    for (const name of ["Version 1", "Version 2", "Version finale"]) {
      expect(result.anomalies(name).filter((line) => line.startsWith("error"))).toEqual(["error ambiguous-source A1"]);
      expect(result.rows(name)).toMatchObject({ read: 4, billed: 0, error: 4 });
    }
  });
  it("two other years are not billed either, each being told to be of its year", () => {
    const result = read(inventory("2012", 3), inventory("2013", 4));
    expect(result.reading.quantities).toEqual([]);
    expect(result.anomalies("2012")).toContain("error title-other-year A1");
    expect(result.anomalies("2013")).toContain("error title-other-year A1");
  });
  it("registers without numbers that list the same machines", () => {
    const register = (name: string, last: string): SheetSpec =>
      sheet(name, [
        ["Commune", "École", "Matériel", "Mise en service le"],
        ...["15/09/2009", "16/09/2009", "17/09/2009", last].map((date): Cell[] => [
          "Beure",
          "A",
          "Poste client standard",
          date,
        ]),
      ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "A", 20],
    ]);
    const result = read(register("Registre", "18/09/2009"), register("Registre (2)", "19/09/2009"), pupils);
    expect(result.anomalies("Registre")).toEqual(["error ambiguous-source A1"]);
    expect(result.anomalies("Registre (2)")).toEqual(["error ambiguous-source A1"]);
    expect(result.quantity("A", "POSTE_STD")).toBe(0);
  });
  it("the same figures twice are counted once, with an info", () => {
    const result = read(inventory("Inventaire", 5), inventory("Copie", 5));
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.quantity("A", "PORTAIL")).toBe(20);
    expect(result.anomalies()).toEqual(["info same-source-twice A1"]);
  });
  it("the same register twice is read once, with an info", () => {
    const register = (name: string): SheetSpec =>
      sheet(name, [
        ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le"],
        ...["P1", "P2", "P3"].map((number) => ["Beure", "A", "Poste client standard", number, "15/09/2009"]),
      ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "A", 20],
    ]);
    const result = read(register("Registre"), register("Registre (2)"), pupils);
    expect(result.quantity("A", "POSTE_STD")).toBe(3);
    expect(result.anomalies("Registre (2)")).toEqual(["info same-source-twice A1"]);
    expect(result.rows("Registre (2)").reasons).toEqual({ "duplicate-source": 3 });
  });
});

describe("columns that show the same thing for different years", () => {
  it("the campaign's wins, the others are excluded, each with an info on its header", () => {
    const result = read(
      sheet("Inventaire", [
        [
          "Commune",
          "École",
          "Élèves 2013",
          "Élèves 2014",
          "Pack logiciel",
          "Postes clients 2013",
          "Postes clients 2014",
        ],
        ["Beure", "A", 30, 20, 1, 4, 5],
      ]),
    );
    expect(result.quantity("A", "PORTAIL")).toBe(20);
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.anomalies()).toEqual(["info other-year-column C1", "info other-year-column F1"]);
  });
});

describe("several files are read together", () => {
  it("headcounts in one, equipment in the other; the sources name the other file", () => {
    const equipment = sheet("Matériel", [
      ["Commune", "École", "Pack logiciel", "Postes clients standard"],
      ["Beure", "A", 1, 5],
    ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "A", 20],
    ]);
    const result = readWorkbooks([workbook([equipment]), workbook([pupils], { file: "ecoles.xlsx" })]);
    expect(result.anomalies()).toEqual([]);
    const portail = result.reading.quantities.find(({ prestation }) => prestation === "PORTAIL")!;
    expect(portail.sources).toEqual([
      { sheet: { file: "ecoles.xlsx", otherFile: "ecoles.xlsx", name: "Effectifs" }, column: 2, rows: [1] },
    ]);
  });
});
