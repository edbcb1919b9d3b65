import type { Cell } from "../../../src/cells";
import { readWith, sheet, type Read } from "../workbook-of";

const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "A", 10],
  ["Beure", "B", 20],
]);
const rows = (...cells: readonly (readonly Cell[])[]): Read =>
  readWith(
    { mappings: [{ file: null, sheet: "Lignes", cell: "E1", as: "year installed" }] },
    sheet("Lignes", [["Commune", "École", "Prestation", "Nb", "Année installation"], ...cells]),
    effectifs,
  );

describe("years that the user said to be those of installation", () => {
  it("install every unit of the campaign's year, once, and none of another", () => {
    const result = rows(
      ["Beure", "A", "Poste client standard", 12, 2012],
      ["Beure", "A", "Poste spécifique", 3, 2014],
      ["Beure", "B", "Poste client standard", 5, 2014],
    );
    expect(result.quantity("A", "POSTE_STD")).toBe(12);
    expect(result.quantity("A", "POSTE_STD", "installation")).toBe(0);
    expect(result.quantity("A", "POSTE_SPEC")).toBe(3);
    expect(result.quantity("A", "POSTE_SPEC", "installation")).toBe(3);
    expect(result.quantity("B", "POSTE_STD", "installation")).toBe(5);
    expect(result.anomalies("Lignes").filter((told) => !told.startsWith("info"))).toEqual([]);
  });

  it("a year of installation after the campaign's leaves its row out, with a warning on the year", () => {
    const result = rows(
      ["Beure", "A", "Poste client standard", 12, 2012],
      ["Beure", "B", "Poste client standard", 4, 2015],
    );
    expect(result.quantity("B", "POSTE_STD")).toBe(0);
    expect(result.anomalies("Lignes")).toEqual(["warning after-snapshot E3"]);
  });
});

it("a column that names prestations where numbers are expected is one point on its heading, and the label once it is said", () => {
  const table = sheet("Parc", [
    ["Commune", "École", "Serveurs"],
    ["Beure", "A", "Serveur standard"],
    ["Beure", "B", "Serveur spécifique"],
  ]);
  const asked = readWith({}, table, effectifs);
  expect(asked.anomalies("Parc").filter((told) => told.startsWith("error"))).toEqual(["error column-of-labels C1"]);
  expect(asked.rows("Parc")).toMatchObject({ read: 2, error: 2 });
  const said = readWith({ mappings: [{ file: null, sheet: "Parc", cell: "C1", as: "label" }] }, table, effectifs);
  expect([said.quantity("A", "SERVEUR_STD"), said.quantity("B", "SERVEUR_SPEC")]).toEqual([1, 1]);
  expect(said.anomalies("Parc").filter((told) => told.startsWith("error"))).toEqual([]);
});

describe("years of installation over one row a school", () => {
  const wide = (...cells: readonly [Cell, Cell]): Read =>
    readWith(
      { mappings: [{ file: null, sheet: "Parc", cell: "D1", as: "POSTE_STD year-installed" }] },
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard", "Année"],
        ["Beure", "A", 12, cells[0]],
        ["Beure", "B", 5, cells[1]],
      ]),
      effectifs,
    );
  const installed = (read: Read) => ["A", "B"].map((school) => read.quantity(school, "POSTE_STD", "installation"));

  it.each([2014, "2014", "15/03/2014", 41713])("%j is of the campaign 2014", (cell) => {
    const result = wide(cell, 2013);
    expect(installed(result)).toEqual([12, 0]);
    expect(result.anomalies("Parc").filter((told) => !told.startsWith("info"))).toEqual([]);
  });

  it.each(["2013-2014", "2013/2014", "vers 2013", "2014 ?", 14])(
    "« %s » is asked: it may be of either campaign",
    (cell) => {
      const result = wide(cell, 2014);
      expect(installed(result)).toEqual([0, 5]);
      expect(result.anomalies("Parc").filter((told) => !told.startsWith("info"))).toEqual(["error unreadable-year D2"]);
    },
  );
});

describe("dates beside installations that are counted say whether they are the campaign's, and add none", () => {
  const wide = (as: string, header: string, ...cells: readonly (readonly [Cell, Cell, Cell])[]): Read =>
    readWith(
      { mappings: [{ file: null, sheet: "Parc", cell: "E1", as }] },
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard", "Postes clients standard installés", header],
        ...cells.map((values, at) => ["Beure", at === 0 ? "A" : "B", ...values]),
      ]),
      effectifs,
    );
  const told = (read: Read) => read.anomalies("Parc").filter((each) => !each.startsWith("info"));

  it.each([
    ["POSTE_STD year-installed", "Année d'installation", 2014, 2009],
    ["POSTE_STD date-installed", "Date de pose", "03/09/2014", "03/09/2009"],
  ] as const)("%s", (as, header, own, before) => {
    const read = wide(as, header, [6, 2, own], [17, 3, before]);
    // 6 in service of which 2 installed; 17 of which none this year.
    expect([read.quantity("A", "POSTE_STD"), read.quantity("A", "POSTE_STD", "installation")]).toEqual([6, 2]);
    expect([read.quantity("B", "POSTE_STD"), read.quantity("B", "POSTE_STD", "installation")]).toEqual([17, 0]);
    expect(told(read)).toEqual(["warning installed-outside-window E3"]);
  });

  it("a date after the campaign leaves out the installations, a blank one bills them, an unreadable one does not", () => {
    const read = wide("POSTE_STD year-installed", "Année d'installation", [6, 2, 2015], [17, 3, null]);
    expect([read.quantity("A", "POSTE_STD"), read.quantity("A", "POSTE_STD", "installation")]).toEqual([6, 0]);
    expect(read.quantity("B", "POSTE_STD", "installation")).toBe(3);
    expect(told(read)).toEqual(["warning installed-outside-window E2"]);
    const unclear = wide("POSTE_STD year-installed", "Année d'installation", [6, 2, "2013-2014"]);
    expect([unclear.quantity("A", "POSTE_STD"), unclear.quantity("A", "POSTE_STD", "installation")]).toEqual([6, 0]);
    expect(told(unclear)).toEqual(["error unreadable-year E2"]);
  });

  it("count no number more: each is the date of what is counted, or in error", () => {
    const read = wide("POSTE_STD year-installed", "Année d'installation", [6, 2, 2014], [17, 3, 14]);
    expect(read.reading.numbers[0]).toMatchObject({ numbers: 6, billed: 3, dates: 1, error: 2 });
  });

  it("one date of two columns of installations is told once", () => {
    const result = readWith(
      { mappings: [{ file: null, sheet: "Parc", cell: "F1", as: "POSTE_STD date-installed" }] },
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard", "Postes élèves installés", "Postes réseau installés", "Pose"],
        ["Beure", "A", 6, 2, 1, "03/09/2009"],
        ["Beure", "B", 6, 2, 1, "03/09/2014"],
      ]),
      effectifs,
    );
    expect(["A", "B"].map((school) => result.quantity(school, "POSTE_STD", "installation"))).toEqual([0, 3]);
    expect(told(result)).toEqual(["warning installed-outside-window F2"]);
  });

  it("nothing installed in a row, its date is of no interest", () => {
    expect(told(wide("POSTE_STD year-installed", "Année d'installation", [6, 0, 2009], [17, null, 2010]))).toEqual([]);
  });

  it("dates decide which installations are the campaign's in a table of installations alone", () => {
    const read = readWith(
      { mappings: [{ file: null, sheet: "Installations", cell: "D1", as: "POSTE_STD date-installed" }] },
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        ["Beure", "A", 6],
        ["Beure", "B", 7],
      ]),
      sheet("Installations", [
        ["Commune", "École", "Postes clients standard installés", "Date de pose"],
        ["Beure", "A", 2, "03/09/2014"],
        ["Beure", "B", 1, "03/09/2009"],
      ]),
      effectifs,
    );
    expect([read.quantity("A", "POSTE_STD", "installation"), read.quantity("B", "POSTE_STD", "installation")]).toEqual([
      2, 0,
    ]);
    expect([read.quantity("A", "POSTE_STD"), read.quantity("B", "POSTE_STD")]).toEqual([6, 7]);
    expect(read.anomalies("Installations")).toEqual(["warning installed-outside-window D3"]);
  });

  it("dates decide which installations are the campaign's with the schools across, cell by cell", () => {
    const read = readWith(
      { mappings: [{ file: null, sheet: "Beure", cell: "A6", as: "POSTE_STD date-installed" }] },
      sheet("Beure", [
        ["Prestation", "École du Bourg", "École du Haut"],
        ["Effectif", 50, 40],
        ["Pack logiciel", 1, 1],
        ["Poste client standard", 6, 17],
        ["Poste client standard installé", 2, 3],
        ["Date de pose", "03/09/2014", "03/09/2009"],
      ]),
    );
    const counts = ["École du Bourg", "École du Haut"].map((school) => [
      read.quantity(school, "POSTE_STD"),
      read.quantity(school, "POSTE_STD", "installation"),
    ]);
    expect(counts).toEqual([
      [6, 2],
      [17, 0],
    ]);
    expect(read.anomalies("Beure").filter((each) => !each.startsWith("info"))).toEqual([
      "warning installed-outside-window C6",
    ]);
  });

  it("dates decide which installations are the campaign's with the schools across and a column of natures", () => {
    const read = readWith(
      { mappings: [{ file: null, sheet: "Beure", cell: "A6", as: "POSTE_STD date-installed" }] },
      sheet("Beure", [
        ["Prestation", "Nature", "École du Bourg", "École du Haut"],
        ["Effectif", "Maintenance", 50, 40],
        ["Pack logiciel", "Maintenance", 1, 1],
        ["Poste client standard", "Maintenance", 1, 17],
        ["Poste client standard", "Installation", 1, 3],
        ["Date de pose", null, "03/09/2014", "03/09/2009"],
      ]),
    );
    // One in service, installed this year: 1 and 1, and not 1 and 2.
    expect(read.quantity("École du Bourg", "POSTE_STD")).toBe(1);
    expect(read.quantity("École du Bourg", "POSTE_STD", "installation")).toBe(1);
    expect(read.quantity("École du Haut", "POSTE_STD", "installation")).toBe(0);
    expect(read.anomalies("Beure")).toEqual(["warning installed-outside-window D6"]);
  });

  it("each date is told, of two prestations on one row", () => {
    const read = readWith(
      {
        mappings: [
          { file: null, sheet: "Parc", cell: "E1", as: "POSTE_STD date-installed" },
          { file: null, sheet: "Parc", cell: "H1", as: "SERVEUR_SPEC date-installed" },
        ],
      },
      sheet("Parc", [
        [
          ...["Commune", "École", "Postes clients standard", "Postes clients standard installés", "Pose des postes"],
          ...["Serveurs spécifiques", "Serveurs spécifiques installés", "Pose des serveurs"],
        ],
        ["Beure", "A", 6, 2, "03/09/2009", 1, 1, "03/09/2009"],
        ["Beure", "B", 6, 2, "03/09/2014", 1, 1, "03/09/2014"],
      ]),
      effectifs,
    );
    expect(told(read)).toEqual(["warning installed-outside-window E2", "warning installed-outside-window H2"]);
    expect([
      read.quantity("B", "POSTE_STD", "installation"),
      read.quantity("B", "SERVEUR_SPEC", "installation"),
    ]).toEqual([2, 1]);
  });

  it("an installation left out by its date in rows of prestations is reported on the date alone", () => {
    const read = readWith(
      { mappings: [{ file: null, sheet: "Parc", cell: "F1", as: "year-installed" }] },
      sheet("Parc", [
        ["Commune", "École", "Prestation", "En service", "Installés", "Année"],
        ["Beure", "A", "Poste client standard", 6, 2, 2009],
        ["Beure", "B", "Poste client standard", 6, 2, 2014],
      ]),
      effectifs,
    );
    expect([read.quantity("A", "POSTE_STD"), read.quantity("A", "POSTE_STD", "installation")]).toEqual([6, 0]);
    expect(read.quantity("B", "POSTE_STD", "installation")).toBe(2);
    expect(told(read)).toEqual(["warning installed-outside-window F2"]);
  });
});

test("a day of installation installs none where its row counts none of what it dates", () => {
  const result = readWith(
    { mappings: [{ file: null, sheet: "Parc", cell: "E1", as: "SERVEUR_STD date-installed" }] },
    sheet("Parc", [
      ["Commune", "École", "Serveur standard", "Serveur spécifique", "Date d’installation"],
      ["Beure", "A", 1, 0, "20/02/2014"],
      ["Beure", "B", 0, 1, 41690],
    ]),
    effectifs,
  );
  expect(result.reading.numbers[0]).toMatchObject({ numbers: 5, dates: 1 });
  const installed = ["A", "B"].map((school) => result.quantity(school, "SERVEUR_STD", "installation"));
  expect([installed, result.anomalies("Parc")]).toEqual([[1, 0], []]);
});

test("a day of installation installs one where its row counts what it dates by a yes", () => {
  const result = readWith(
    {},
    sheet("Parc", [
      ["Commune", "École", "Serveur standard", "Date d’installation serveur standard"],
      ["Beure", "A", "oui", "20/02/2014"],
      ["Beure", "B", "non", "20/02/2014"],
    ]),
    effectifs,
  );
  const installed = ["A", "B"].map((school) => result.quantity(school, "SERVEUR_STD", "installation"));
  expect([installed, result.quantity("A", "SERVEUR_STD")]).toEqual([[1, 0], 1]);
});

describe("a day of installation of what no column counts is one unit in service", () => {
  const heads = ["Commune", "École", "Postes clients standard", "Serveur standard installé le", "État"];
  const servers = (...rows: readonly (readonly Cell[])[]): Read =>
    readWith(
      {},
      sheet("Parc", [heads, ...rows.map((cells, at) => ["Beure", at === 0 ? "A" : "B", ...cells])]),
      effectifs,
    );
  const of = (result: Read, school = "A") => [
    result.quantity(school, "SERVEUR_STD"),
    result.quantity(school, "SERVEUR_STD", "installation"),
  ];

  it("installed where the day is the campaign's, in service only where it is older, and none where it is blank", () => {
    const result = servers([5, "20/02/2014", null], [5, "20/02/2009", null]);
    expect([of(result), of(result, "B"), result.anomalies("Parc")]).toEqual([[1, 1], [1, 0], []]);
    expect(of(servers([5, null, null], [5, "20/02/2009", null]))).toEqual([0, 0]);
  });
  it("where its school has nothing else, too, which then lacks no equipment", () => {
    const result = servers([0, "20/02/2014", null], [5, "20/02/2009", null]);
    expect([of(result), result.anomalies()]).toEqual([[1, 1], ["info packs-inferred –"]]);
  });
  it("but where the state of its row says that it left", () => {
    for (const posts of [0, 5]) {
      const result = servers([posts, "20/02/2014", "Réformé"], [5, "20/02/2009", "En service"]);
      expect([of(result), of(result, "B")]).toEqual([
        [0, 0],
        [1, 0],
      ]);
    }
  });
  it("and not in service yet where it is after the day of count, with a warning", () => {
    const result = servers([5, "02/11/2014", null], [5, "01/11/2014", null]);
    expect([of(result), of(result, "B")]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(result.anomalies("Parc")).toEqual(["warning after-snapshot D2"]);
  });
});

describe("one day of installation beside several units", () => {
  const days = (...rows: readonly (readonly [number, Cell])[]): Read =>
    readWith(
      { mappings: [{ file: null, sheet: "Parc", cell: "D1", as: "POSTE_STD date-installed" }] },
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard", "Pose"],
        ...rows.map((cells, at) => ["Beure", at === 0 ? "A" : "B", ...cells]),
      ]),
      effectifs,
    );

  it("is asked where it is the campaign's, by its heading, and its row is in error", () => {
    const result = days([2, "20/02/2014"], [1, "20/02/2014"]);
    expect(result.anomalies("Parc")).toEqual(["error one-date-for-several D2"]);
    expect(result.messages.join()).toContain("Pose");
    expect(result.rows("Parc")).toMatchObject({ billed: 1, error: 1 });
    expect(["A", "B"].map((school) => result.quantity(school, "POSTE_STD", "installation"))).toEqual([0, 1]);
  });
  it("is of no interest where it is older", () => {
    const result = days([12, 39864], [9, null]);
    expect([result.anomalies("Parc"), result.quantity("A", "POSTE_STD")]).toEqual([[], 12]);
    expect(result.reading.numbers[0]).toMatchObject({ numbers: 3, billed: 2, dates: 1, error: 0 });
  });
  it("puts its row in error where it cannot be read, and keeps what is in service", () => {
    const result = days([1, "jadis"], [1, "20/02/2014"]);
    expect(result.anomalies("Parc")).toEqual(["error unreadable-date D2"]);
    expect(result.rows("Parc")).toMatchObject({ billed: 1, error: 1 });
  });
});

test("a year of installation says nothing of equipment without a tariff", () => {
  const result = rows(["Beure", "A", "Tablette", 3, 2014], ["Beure", "B", "Poste client standard", 3, 2014]);
  expect(result.anomalies("Lignes")).toEqual(["warning untariffed D2"]);
  expect(result.quantity("B", "POSTE_STD", "installation")).toBe(3);
  expect(result.messages.find((text) => text.includes("Tablette"))).toContain("3");
});
