import { error, read, readWith, sheet } from "../workbook-of";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard", "Tablettes"];

describe("each source row ends in exactly one of billed, excluded with its reason, in error", () => {
  const table = [
    headers,
    ["Beure", "École du Bourg", 50, 1, 5, null],
    ["Beure", "École du Haut", 0, 0, 0, null],
    ["Beure", "École du Bas", 0, 0, 0, 4],
    ["Sous-total Beure", null, 50, 1, 5, 4],
    [],
    ["Secteur sud", null, null, null, null, null],
    ["Morre", "École A", 20, 1, "?", null],
    ["Moore", "École B", 20, 1, 2, null],
    ["Morre", "École C", 20, 1, 2, null],
    ["TOTAL GÉNÉRAL", null, 110, 4, 9, 4],
  ];

  it("a school, one with nothing, one with tablets only, a subtotal, a title, a bad quantity, a bad commune, set aside, a total", () => {
    const result = readWith(
      { setAside: [{ file: null, sheet: "Inventaire", row: 10, reason: "Fermée" }] },
      sheet("Inventaire", table),
    );
    expect(result.rows()).toEqual({
      read: 9,
      billed: 1,
      excluded: 6,
      error: 2,
      reasons: { subtotal: 1, total: 1, title: 1, zero: 1, untariffed: 1, "set-aside": 1 },
    });
    expect(result.quantity("École C", "POSTE_STD")).toBe(0);
    expect(result.anomalies()).toEqual(["warning untariffed F4", "error quantity-text E8", "error unknown-commune A9"]);
  });

  it("the numbers of rows in error and of rows set aside are in the totals above them", () => {
    // 50 + 20 + 20 + 20 = 110 pupils, 1 + 1 + 1 + 1 = 4 packs, 5 + 2 + 2 = 9 postes (« ? » is no number), 4 tablets.
    const result = readWith(
      { setAside: [{ file: null, sheet: "Inventaire", row: 10, reason: "Fermée" }] },
      sheet("Inventaire", table),
    );
    expect(result.anomalies().filter((line) => line.includes("total"))).toEqual([]);
  });

  describe("a row set aside, of tables side by side", () => {
    const headings = ["Commune", "École", "Postes clients standard"];
    const parc = sheet("Parc", [
      [...headings, null, ...headings],
      ["Beure", "École du Bourg", 5, null, "Pirey", "Les Vergers", 4],
      ["Beure", "École du Haut", 3, null, "Pirey", "Les Cerisiers", 2],
    ]);
    const aside = (more: { readonly column?: string; readonly was?: string }) => {
      const result = readWith({ setAside: [{ file: null, sheet: "Parc", row: 3, reason: "Fermée", ...more }] }, parc);
      const billed = ["École du Bourg", "Les Vergers", "École du Haut", "Les Cerisiers"];
      const told = result.anomalies().filter((line) => /aside|moved/.test(line));
      return [billed.map((school) => result.quantity(school, "POSTE_STD")), told];
    };

    it("is that of the table of its column alone", () => {
      expect(aside({ column: "A", was: "Beure · École du Haut" })).toEqual([[5, 4, 0, 2], []]);
      expect(aside({ column: "G" })).toEqual([[5, 4, 3, 0], []]);
    });
    it("is that of each where it names no column, and is told", () => {
      expect(aside({})).toEqual([[5, 4, 0, 0], ["warning set-aside-side-by-side A3"]]);
      expect(aside({ was: "Beure · École du Haut" })).toEqual([[5, 4, 0, 0], ["warning set-aside-side-by-side A3"]]);
    });
    it("is none where its column is in no table, or in one that says something else", () => {
      expect(aside({ column: "D" })).toEqual([[5, 4, 3, 2], ["error set-aside-without-row –"]]);
      expect(aside({ column: "F", was: "Beure · École du Haut" })).toEqual([[5, 4, 3, 2], ["error choice-moved F3"]]);
    });
    it("is that of the only table that has something there, without a word", () => {
      const rows = [
        [...headings, null, ...headings],
        ["Beure", "École du Bourg", 5, null, "Pirey", "Les Vergers", 4],
        ["Beure", "École du Haut", 3],
      ];
      const setAside = [{ file: null, sheet: "Parc", row: 3, reason: "Fermée" }];
      const result = readWith(
        { setAside },
        sheet("Parc", [...rows, ["Beure", "École du Bas", 1, null, "Pirey", "Les Cerisiers", 2]]),
      );
      expect(result.anomalies().filter((line) => line.includes("aside"))).toEqual([]);
      expect(result.quantity("École du Haut", "POSTE_STD")).toBe(0);
    });
  });

  it("a row set aside in another sheet or another file is not set aside here", () => {
    const result = readWith(
      {
        setAside: [
          { file: "autre.xlsx", sheet: "Inventaire", row: 2, reason: "x" },
          { file: null, sheet: "Autre", row: 2, reason: "x" },
        ],
      },
      sheet("Inventaire", table),
    );
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(5);
  });
});

describe("an error on the commune or the school stops the row", () => {
  it("unknown commune: nothing of the row is billed, one error on its cell with the nearest name", () => {
    const result = read(
      sheet("Inventaire", [
        headers,
        ["Beurre", "École du Bourg", 50, 1, 5, null],
        ["Morre", "École A", 20, 1, 2, null],
      ]),
    );
    expect(result.anomalies()).toEqual(["error unknown-commune A2"]);
    expect(result.messages[0]).toContain("Beure");
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
  });
  it("blank school: error on its cell", () => {
    const result = read(
      sheet("Inventaire", [headers, ["Beure", null, 50, 1, 5, null], ["Morre", "École A", 20, 1, 2, null]]),
    );
    expect(result.anomalies()).toEqual(["error missing-school B2"]);
    expect(result.rows()).toMatchObject({ billed: 1, error: 1 });
  });
  it("an Excel error for a name: error that quotes it, and the commune above is not taken instead", () => {
    const result = read(
      sheet("Inventaire", [
        headers,
        ["Beure", "École du Bourg", 50, 1, 5, null],
        [error("#REF!"), "École A", 20, 1, 2, null],
        ["Morre", error("#N/A"), 20, 1, 2, null],
      ]),
    );
    expect(result.anomalies()).toEqual(["error error-in-name A3", "error error-in-name B4"]);
    expect(result.messages[0]).toContain("#REF!");
    expect(result.quantity("École A", "POSTE_STD")).toBe(0);
  });
  it("an error that Excel may be computing is not billed, and is told as such; another is not", () => {
    const result = read(
      sheet("Inventaire", [
        headers,
        ["Beure", "École du Bourg", 50, 1, error("#BUSY!"), null],
        [error("#CALC!"), "École A", 20, 1, 2, null],
        ["Morre", "École B", 20, 1, error("#DIV/0!"), null],
      ]),
    );
    expect(result.anomalies().sort()).toEqual([
      "error error-in-name A3",
      "error quantity-error E2",
      "error quantity-error E4",
    ]);
    for (const text of result.messages) expect(text.includes("en cours de calcul")).toBe(!text.includes("#DIV/0!"));
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
  });
  it("a commune and a school both in error are both reported", () => {
    const result = read(
      sheet("Inventaire", [headers, ["Beurre", null, 50, 1, 5, null], ["Morre", "École A", 20, 1, 2, null]]),
    );
    expect(result.anomalies().sort()).toEqual(["error missing-school B2", "error unknown-commune A2"]);
  });
});

describe("an error on one quantity stops that item only", () => {
  it("two bad cells: two errors, the others billed, one row in error", () => {
    const result = read(sheet("Inventaire", [headers, ["Beure", "École du Bourg", 50, "?", -2, null]]));
    expect(result.anomalies()).toEqual(["error quantity-text D2", "error quantity-negative E2"]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(50);
    expect(result.rows()).toEqual({ read: 1, billed: 0, excluded: 0, error: 1, reasons: {} });
  });
});

describe("equipment without a tariff", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard", "Tablettes", "TBI", "Imprimantes laser"],
    ["Beure", "École du Bourg", 50, 1, 5, 4, 2, null],
    ["Morre", "École A", 20, 1, 2, 0, "-", "quelques"],
  ];
  it("is a warning on the quantity, once a row, that names all of it; the row is billed", () => {
    const result = read(sheet("Inventaire", rows));
    expect(result.anomalies()).toEqual(["warning untariffed F2", "warning untariffed H3"]);
    expect(result.messages[0]).toContain("Tablettes, TBI");
    expect(result.rows()).toMatchObject({ billed: 2, error: 0 });
  });
});

describe("a quantity whose nature has no tariff", () => {
  it("is not billed and not an anomaly", () => {
    const result = read(
      sheet("Inventaire", [
        [
          "Commune",
          "École",
          "Élèves",
          "Pack logiciel",
          "Imprimantes jet d'encre installées",
          "Imprimantes jet d'encre en service",
        ],
        ["Beure", "École du Bourg", 50, 1, 2, 3],
      ]),
    );
    expect(result.anomalies()).toEqual([]);
    expect(result.quantity("École du Bourg", "IMPRIMANTE", "installation")).toBe(0);
    expect(result.quantity("École du Bourg", "IMPRIMANTE")).toBe(3);
  });
});

describe("the unit école", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Pack logiciel", "Serveur standard", "Serveurs standard installés"],
    ["Beure", "École du Bourg", 50, 2, 3, 2],
    ["Morre", "École A", 20, 1, 1, 1],
  ];
  it("is billed once a school for each nature, with a warning on each quantity above one", () => {
    const result = read(sheet("Inventaire", rows));
    expect(result.quantity("École du Bourg", "PACK")).toBe(1);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
    expect(result.quantity("École du Bourg", "SERVEUR_STD", "installation")).toBe(1);
    expect(result.anomalies()).toEqual([
      "warning more-than-one-a-school D2",
      "warning more-than-one-a-school E2",
      "warning more-than-one-a-school F2",
    ]);
    expect(result.rows()).toMatchObject({ billed: 2, error: 0 });
  });
  describe("the rooms of one school, which add up", () => {
    const rooms = (...servers: number[]) =>
      readWith(
        { repeats: [{ file: null, sheet: "Salles", cell: null, as: "added" }] },
        sheet("Salles", [
          ["Commune", "École", "Élèves", "Postes clients standard", "Serveur standard"],
          ...servers.map((server) => ["Beure", "École du Bourg", 50, 5, server]),
        ]),
      );
    it.each([[[1, 1, 1]], [[2, 1]]])("is billed once, told once, and every other server is left out: %j", (servers) => {
      const result = rooms(...servers);
      expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
      expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(servers.length * 5);
      const told = result.anomalies().filter((line) => !line.startsWith("info"));
      expect(told).toEqual([`warning more-than-one-a-school E${servers[0]! > 1 ? 2 : 3}`]);
      expect(result.rows()).toMatchObject({ read: servers.length, billed: servers.length, error: 0 });
      // The computers of each room and one server; the servers beyond, and the pupils given again, are left out.
      expect(result.reading.numbers[0]).toMatchObject({
        numbers: servers.length * 3,
        billed: servers.length + 1,
        headcounts: 1,
        leftOut: 2 * (servers.length - 1),
        error: 0,
      });
    });
    it("a row that holds nothing else is left out as beyond one a school, and is not without tariff", () => {
      const result = readWith(
        { repeats: [{ file: null, sheet: "Salles", cell: null, as: "added" }] },
        sheet("Salles", [
          ["Commune", "École", "Élèves", "Serveur standard"],
          ["Beure", "École du Bourg", 50, 1],
          ["Beure", "École du Bourg", null, 1],
        ]),
      );
      expect(result.rows().reasons).toEqual({ capped: 1 });
    });
  });
  it("is billed per unit with the option", () => {
    const result = readWith({ schoolUnit: "each" }, sheet("Inventaire", rows));
    expect(result.quantity("École du Bourg", "PACK")).toBe(2);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(3);
    expect(result.anomalies()).toEqual([]);
  });
});
