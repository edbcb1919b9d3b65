import type { Cell } from "../../../src/cells";
import { readWith, sheet, type Read, type SheetSpec } from "../workbook-of";
import { chosen, equipment, headers, inService, installed, read, schools, type Rows } from "./three-schools";

const kinds = (result: Read) => result.reading.mappings.map(({ sheet: { name }, kind }) => `${name} ${kind}`);

/** What the parc alone bills: 10 postes and a server in each of three schools. */
const ofParc = { posts: 3 * 10, servers: 3 * 1 };

describe("a table of installations is billed beside what is in service, and changes none of it", () => {
  it.each(["Installations 2014", "Installations", "Nouveaux postes 2014", "Livraisons", "Matériel posé"])(
    "a table of installations is billed on a sheet « %s »",
    (name) => {
      const result = read(equipment("Parc", 10, 1), equipment(name, 2, null));
      expect(inService(result)).toEqual(ofParc);
      expect(installed(result)).toBe(3 * 2);
      expect(result.anomalies()).toEqual(["info packs-inferred –"]);
      expect(kinds(result)).toEqual(["Parc inventory", `${name} installations`, "Effectifs headcounts"]);
    },
  );
  it("whichever stands first", () => {
    const result = read(equipment("Installations 2014", 2, null), equipment("Parc", 10, 1));
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(3 * 2);
  });
  it("a table of installations is billed below what is in service on its sheet, under titles of their own", () => {
    const rows = (posts: number): Rows => [headers, ...schools.map((school) => ["Beure", school, posts, 1])];
    const both = sheet("Beure", [["Parc au 01/11/2014"], ...rows(10), [], ["Installations 2014"], ...rows(2)]);
    const result = read(both);
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(3 * 2);
    expect(installed(result, "SERVEUR_STD")).toBe(3);
    expect(result.anomalies()).toEqual(["info packs-inferred –"]);
  });
  it("a table of installations is billed beside what is in service on its sheet, under titles of their own", () => {
    const row = (school: string): Cell[] => ["Beure", school, 10, 1, null, "Beure", school, 2, null];
    const title = ["Parc en service", null, null, null, null, "Installations du 02/11/2013 au 01/11/2014"];
    const result = read(sheet("Ordiclasse", [title, [...headers, null, ...headers], ...schools.map(row)]));
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(3 * 2);
    expect(result.anomalies()).toEqual(["info packs-inferred –"]);
  });
  it("a table of installations is recognised by its headings, whatever the name of its sheet", () => {
    const flow = sheet("Feuil2", [
      ["Commune", "École", "Postes standard installés"],
      ...schools.map((school) => ["Beure", school, 2]),
    ]);
    const result = read(equipment("Feuil1", 10, 1), flow);
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(3 * 2);
  });
  it("its headings come before its sheet's name: « en service » under « Installations » is in service", () => {
    const result = read(
      sheet("Installations", [
        ["Commune", "École", "Postes standard en service", "Postes standard installés"],
        ...schools.map((school) => ["Beure", school, 10, 2]),
      ]),
    );
    expect(inService(result).posts).toBe(3 * 10);
    expect(installed(result)).toBe(3 * 2);
  });
  it("its title before its sheet's name: a « Parc » on a sheet « Installations » is in service", () => {
    const result = read(equipment("Installations", 10, 1, [["Parc en service au 01/11/2014"]]));
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(0);
  });
  it("a table of installations of another year, or of months of another campaign, is left out", () => {
    for (const name of ["Installations 2012", "Livraisons oct. 2013", "Livraisons déc. 2014"]) {
      const result = read(equipment("Parc", 10, 1), equipment(name, 2, null));
      expect(inService(result)).toEqual(ofParc);
      expect(installed(result)).toBe(0);
      expect(result.anomalies(name)).toEqual(["info other-year-installations A1"]);
      expect(kinds(result)).toContain(`${name} other-year`);
    }
  });
  it("a table of installations of all the year before, whose last months are the campaign's, is asked", () => {
    for (const name of ["Installations 2013", "Livraisons sept.-déc. 2013"]) {
      const result = read(equipment("Parc", 10, 1), equipment(name, 2, null));
      expect(inService(result)).toEqual(ofParc);
      expect(installed(result)).toBe(0);
      expect(result.anomalies(name)).toEqual(["error installations-since A1"]);
    }
  });
  it("installations beside what was in service that year are of the campaign of that stock", () => {
    const result = read(
      equipment("Parc 2013", 8, 1),
      equipment("Installations 2013", 2, null),
      equipment("Parc 2014", 10, 1),
    );
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(0);
    expect(result.anomalies("Installations 2013")).toEqual(["info other-year-installations A1"]);
  });
  it("tables of installations of months of the campaign are billed together", () => {
    const result = read(
      equipment("Parc", 10, 1),
      equipment("Livraisons déc. 2013", 2, null),
      equipment("Livraisons mars 2014", 1, null),
    );
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(3 * (2 + 1));
  });
  it("installations whose rows are all dated are of the campaign of each row, whatever the title", () => {
    const deliveries = (name: string, ...dates: string[]): SheetSpec =>
      sheet(name, [
        ["Date", "Commune", "École", "Matériel", "Quantité"],
        ...dates.map((date) => [date, "Beure", "A", "Poste client standard", 2]),
      ]);
    const result = read(
      equipment("Parc", 10, 1),
      deliveries("Livraisons 2013", "12/10/2013", "05/11/2013", "06/12/2013"),
      deliveries("Livraisons 2014", "03/02/2014", "20/11/2014"),
    );
    expect(inService(result)).toEqual(ofParc);
    expect(installed(result)).toBe(2 + 2 + 2);
  });
  it("a table of installations lists machines one by one, dated in the campaign or not", () => {
    const machines = (name: string, ...rows: Rows): SheetSpec =>
      sheet(name, [["N° inventaire", "Désignation", "Commune", "École", "Date d'installation"], ...rows]);
    const machine = (number: string, date: string | null): Cell[] => [number, "Poste standard", "Beure", "A", date];
    const result = read(
      equipment("Parc", 10, 1),
      machines("Livraisons 2014", machine("P1", "15/09/2014"), machine("P2", null), machine("P3", "15/09/2012")),
    );
    expect(inService(result)).toEqual(ofParc);
    // P1 by its date, P2 by its table; P3 came before the campaign.
    expect(installed(result)).toBe(2);
  });
  it("installations that repeat those of the inventory count once, and are asked about when they differ", () => {
    const parc = sheet("Parc", [
      ["Commune", "École", "Postes standard", "Postes standard installés"],
      ...schools.map((school) => ["Beure", school, 10, 2]),
    ]);
    const same = read(parc, equipment("Installations", 2, null));
    expect(installed(same)).toBe(3 * 2);
    expect(same.anomalies("Installations")).toEqual(["info same-source-twice A1"]);
    expect(kinds(same)).toContain("Installations repeats");
    const other = read(parc, equipment("Installations", 3, null));
    expect(installed(other)).toBe(0);
    expect(inService(other).posts).toBe(3 * 10);
    expect(other.anomalies("Installations")).toEqual(["error ambiguous-source A1"]);
  });
});

describe("a table of what is not in service", () => {
  it.each([
    "Réformés",
    "Matériel sorti",
    "Retirés 2014",
    "Rebut",
    "Cédés",
    "Stock",
    "Réserve",
    "Commande 2015",
    "Devis",
  ])("« %s » is left out with a warning", (name) => {
    const result = read(equipment("Parc", 10, 1), equipment(name, 4, 2));
    expect(inService(result)).toEqual(ofParc);
    expect(result.anomalies(name)).toEqual(["warning not-in-service A1"]);
    expect(result.rows(name).reasons).toEqual({ "not-in-service": 3 });
    // 3 schools, 2 quantities each.
    expect(result.messages.find((text) => text.startsWith(`«\u00a0${name}\u00a0»`))).toContain("quantités\u00a0: 6");
  });
  it("a table of what is not in service is left out under a title of its own, below what is in service", () => {
    const rows = (posts: number): Rows => [headers, ...schools.map((school) => ["Beure", school, posts, 1])];
    const result = read(sheet("Parc", [...rows(10), [], ["Matériel réformé"], ...rows(4)]));
    expect(inService(result)).toEqual(ofParc);
    expect(kinds(result)).toEqual(["Parc inventory", "Parc not-in-service", "Effectifs headcounts"]);
  });
  it("a table of what is not in service whose schools are in no other table is asked about, and settled by one choice", () => {
    const stock = equipment("Stock", 4, 2);
    const result = read(stock);
    expect(result.anomalies()).toEqual(["error not-in-service-asked A1"]);
    expect(result.rows("Stock")).toMatchObject({ billed: 0, error: 3 });
    const table = { file: null, sheet: "Stock", cell: "A1", was: "Commune" } as const;
    const kept = chosen({ tables: [{ ...table, as: "inventory" }] }, stock);
    expect(inService(kept)).toEqual({ posts: 3 * 4, servers: 3 });
    expect(kept.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    const out = chosen({ tables: [{ ...table, as: "ignored" }] }, stock);
    expect(inService(out)).toEqual({ posts: 0, servers: 0 });
    expect(out.anomalies("Stock")).toEqual(["info table-chosen A1"]);
  });
  it("a table of what is not in service is left out when another shows most of its schools with equipment", () => {
    const parc = sheet("Parc", [headers, ["Beure", "A", 10, 1], ["Pirey", "D", 3, 1], ["Pirey", "E", 3, 1]]);
    const told = (...stock: Rows) => read(parc, sheet("Stock", [headers, ...stock])).anomalies("Stock");
    expect(told(["Beure", "A", 4, 1], ["Pirey", "F", 3, 1])).toEqual(["error not-in-service-asked A1"]);
    expect(told(["Beure", "A", 4, 1], ["Pirey", "F", 0, null])).toEqual(["warning not-in-service A1"]);
    expect(told(["Pirey", "F", 0, 0])).toEqual(["warning not-in-service A1"]);
  });
  it("« Stock au 01/11/2014 » is asked wherever its schools stand", () => {
    const result = read(equipment("Parc", 10, 1), equipment("Feuil2", 4, 2, [["Stock au 01/11/2014"]]));
    expect(inService(result)).toEqual(ofParc);
    expect(result.anomalies("Feuil2")).toEqual(["error not-in-service-asked A2"]);
  });
  it("a table of movements with an unread heading is asked", () => {
    const moves: Rows = [
      ["Mouvements du 16 octobre au 1er novembre"],
      ["École", "Postes livrés", "Postes repris"],
      ["A", 2, null],
      ["B", null, 2],
    ];
    const inventory: Rows = [headers, ...schools.map((school) => ["Beure", school, 10, 1])];
    const result = read(sheet("Parc", [...inventory, [], ...moves]));
    expect(result.anomalies("Parc")).toEqual(["error not-in-service-asked A7"]);
  });
  it("a school called « École du Retrait » is in service", () => {
    const result = read(
      sheet("École du Retrait", [
        ["Commune", "École", "Postes clients standard"],
        ["Beure", "A", 10],
      ]),
    );
    expect(result.quantity("A", "POSTE_STD")).toBe(10);
  });
  it("its packs do not count as shown", () => {
    const out = sheet("Réformés", [
      ["Commune", "École", "Pack logiciel", "Postes clients standard"],
      ...schools.map((school) => ["Beure", school, 1, 4]),
    ]);
    const result = read(equipment("Parc", 10, 1), out);
    expect(schools.map((school) => result.quantity(school, "PACK"))).toEqual([1, 1, 1]);
    expect(result.anomalies()).toContain("info packs-inferred –");
  });
  it("headcounts foreseen are not billed beside those that are known", () => {
    const foreseen = sheet("Effectifs prévisionnels", [
      ["Commune", "École", "Élèves"],
      ...schools.map((school) => ["Beure", school, 99]),
    ]);
    const result = read(equipment("Parc", 10, 1), foreseen);
    expect(schools.map((school) => result.quantity(school, "PORTAIL"))).toEqual([20, 20, 20]);
    expect(result.anomalies("Effectifs prévisionnels")).toEqual(["warning not-in-service A1"]);
  });
});

describe("a table of what is only imagined", () => {
  it.each(["Simulation", "Hypothèse 2", "Scénario", "Maquette"])("is asked, though alone: « %s »", (name) => {
    const result = read(equipment(name, 10, 1));
    expect(inService(result)).toEqual({ posts: 0, servers: 0 });
    expect(result.anomalies(name)).toEqual(["error not-in-service-asked A1"]);
  });
});

describe("a model, an example, a draft", () => {
  it.each(["Modèle", "Exemple", "Trame", "Brouillon"])("« %s » is left out with a warning", (name) => {
    const result = read(equipment("Parc", 10, 1), equipment(name, 99, 2));
    expect(inService(result)).toEqual(ofParc);
    expect(result.anomalies(name)).toEqual(["warning model-table A1"]);
    expect(result.rows(name).reasons).toEqual({ model: 3 });
  });
});

describe("a stock whose commune has one school, under a fuller name", () => {
  it("is of that school, and is left out with a warning", () => {
    const parc = sheet("Parc", [headers, ["Beure", "École", 10, 1], ["Pirey", "École", 8, 1]]);
    const stock = sheet("Stock", [headers, ["Beure", "École primaire", 2, null], ["Pirey", "École primaire", 1, null]]);
    const result = readWith({}, parc, stock);
    expect(result.anomalies("Stock")).toEqual(["warning not-in-service A1"]);
  });
  it("is asked where its name is another: it may be another school", () => {
    const parc = sheet("Parc", [headers, ["Beure", "École du Bourg", 10, 1], ["Pirey", "École du Pont", 8, 1]]);
    const stock = sheet("Stock", [headers, ["Beure", "École Viotte", 2, null], ["Pirey", "École Rivotte", 1, null]]);
    expect(readWith({}, parc, stock).anomalies("Stock")).toEqual(["error not-in-service-asked A1"]);
  });
});
