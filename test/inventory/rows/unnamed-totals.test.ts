import { parseCellName, placeKey, CellSet, type Cell } from "../../../src/cells";
import { read, sheet, type Extras, type Read, type SheetSpec } from "../workbook-of";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const beure = [
  ["Beure", "A", 10, 1, 2],
  ["Beure", "B", 20, 1, 3],
];
const parc = (rows: readonly (readonly Cell[])[], extras: Extras = {}): SheetSpec =>
  sheet("Inventaire", [headers, ...rows], extras);

/** The sheet with formulas that add up, by their cells, and rows that a filter hides. */
function withSums(
  spec: SheetSpec,
  sums: Readonly<Record<string, string>>,
  filtered: readonly number[] = [],
): SheetSpec {
  return (file) => {
    const byPlace = new Map<number, string>();
    for (const [cell, formula] of Object.entries(sums)) {
      const { row, column } = parseCellName(cell)!;
      byPlace.set(placeKey(row, column), formula);
    }
    const none = new CellSet();
    const filteredRows = new Set(filtered.map((row) => row - 1));
    return {
      ...spec(file),
      facts: { dates: none, money: none, withoutResult: none, sums: byPlace, struck: none, filteredRows },
    };
  };
}

describe("a total is known by its formulas, whatever it is called", () => {
  const sums = { C4: "SUM(C2:C3)", D4: "SUM(D2:D3)", E4: "SUBTOTAL(9,E2:E3)" };

  it.each(["Ville", "Bourg", "Beure (2 écoles)", null])(
    "a total is recognised by its formulas, named « %s »",
    (name) => {
      const result = read(withSums(parc([...beure, ["Beure", name, 30, 2, 5], ["Morre", "C", 30, 1, 4]]), sums));
      expect(result.rows()).toMatchObject({ billed: 3, excluded: 1, error: 0 });
      expect(result.anomalies()).toEqual([]);
    },
  );

  it("a total may add cells one by one, or a name like a cell's beside them, and leave a column blank", () => {
    const own = { C4: "SUM(C2,C3)", E4: "SUM(ZZZ1:ZZZ2,$E$2:$E3)" };
    const result = read(withSums(parc([...beure, ["Beure", "Bourg", 30, null, 5]]), own));
    expect(result.rows()).toMatchObject({ billed: 2, excluded: 1, error: 0 });
  });

  it("a row whose formulas hold no number, or sum its own row, other rows, sheets or columns, is no total", () => {
    const others = [
      { C4: "SUM(C2:C3)", D4: "SUM(D2:D3)" },
      { C4: "SUM(G4:H4)", D4: "SUM(G4:H4)", E4: "SUM(G4:H4)" },
      { C4: "SUM(Salles!C2:C3)", D4: "SUM(Salles!D2:D3)", E4: "SUM('Salle 1'!E2:E3)" },
      { C4: "SUM(H2:H3)", D4: "SUM(H2:H3)", E4: "SUM(H2:H3)" },
      { C4: "SUM(A2:B3)", D4: "SUM(A2:B3)", E4: "SUM(A2:B3)" },
      { C4: "SUM(C20:C21)", D4: "SUM(D20:D21)", E4: "SUM(E20:E21)" },
      { C4: "SUM(C1:C1)", D4: "SUM(D1:D1)", E4: "SUM(E1:E1)" },
    ];
    for (const formulas of others) {
      const result = read(withSums(parc([...beure, ["Beure", "Bourg", 35, 1, 7]]), formulas));
      expect(result.quantity("Bourg", "POSTE_STD")).toBe(7);
    }
  });
});

describe("a total is known by its sums", () => {
  it("a row without a school with two numbers that are sums of those above is a total, and its other number is reported", () => {
    const result = read(parc([...beure, ["Beure", null, 30, 2, 6], ["Morre", "C", 30, 1, 4]]));
    expect(result.rows()).toMatchObject({ billed: 3, excluded: 1, error: 0 });
    expect(result.anomalies()).toEqual(["warning total-differs E4"]);
  });
  it("one sum alone that agrees makes no total", () => {
    const result = read(parc([...beure, ["Beure", null, 31, 1, 5]]));
    expect(result.anomalies()).toEqual(["error missing-school B4"]);
  });
});

describe("a row that bears its commune's name", () => {
  it("is a total where its numbers are the sums of the commune's schools, above or below them", () => {
    const own = ["Beure", "BEURE", 30, 2, 5];
    for (const rows of [
      [...beure, own],
      [own, ...beure],
    ]) {
      const result = read(parc([...rows, ["Morre", "C", 30, 1, 4]]));
      expect(result.rows()).toMatchObject({ billed: 3, excluded: 1, error: 0 });
      expect(result.anomalies()).toEqual([]);
    }
  });
  it("is a total too where the communes are written above their schools, beside totals known by formulas", () => {
    const rows = [
      ["École", "Pack logiciel", "Postes clients standard"],
      ["Larnod"],
      ["École du Lac", 1, 1],
      ["Beure"],
      ["École du Bourg", 1, 2],
      ["École du Haut", 1, 3],
      ["BEURE", 2, 5],
      ["Parc complet", 3, 6],
    ];
    const result = read(withSums(sheet("Inventaire", rows), { B8: "SUM(B3:B6)", C8: "SUM(C3:C6)" }));
    expect(result.rows().reasons).toEqual({ title: 2, subtotal: 2 });
    expect(result.quantity("École du Bourg", "POSTE_STD") + result.quantity("BEURE", "POSTE_STD")).toBe(2);
  });
  it("is the school where the commune has no other", () => {
    const result = read(parc([...beure, ["Morre", "Morre", 30, 1, 4]]));
    expect(result.quantity("Morre", "POSTE_STD")).toBe(4);
    expect(result.anomalies()).toEqual([]);
  });
  it.each(["Rappel 2013", "Prévu 2015", "Écart"])("is the school beside « %s », which is no other school", (head) => {
    const rows: Cell[][] = [
      ["Commune", "Morre", null, null],
      ["École", "Morre", head, "Différence"],
      ["Élèves", 30, 28, 2],
      ["Pack logiciel", 1, 1, 0],
      ["Postes clients standard", 5, 3, 2],
    ];
    for (const columns of [3, 4]) {
      const result = read(
        sheet(
          "Fiche",
          rows.map((cells) => cells.slice(0, columns)),
        ),
      );
      expect(result.quantity("Morre", "POSTE_STD")).toBe(5);
      expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
    }
  });
  it("is the school above a total known by its formulas alone", () => {
    const cells = [...beure, ["Morre", "Morre", 30, 1, 4], [null, "Parc complet", 60, 3, 9]];
    const sums = { C5: "SUM(C2:C4)", D5: "SUM(D2:D4)", E5: "SUM(E2:E4)" };
    expect(read(withSums(parc(cells), sums)).quantity("Morre", "POSTE_STD")).toBe(4);
  });
  it("is asked where its numbers are not their sum, and read once it is named", () => {
    const asked = read(parc([...beure, ["Beure", "Beure", 40, 1, 9]]));
    expect(asked.quantity("Beure", "POSTE_STD")).toBe(0);
    expect(asked.anomalies()).toEqual(["error commune-as-school B4"]);
    const named = read(parc([...beure, ["Beure", "École du Haut", 40, 1, 9]]));
    expect(named.anomalies()).toEqual([]);
  });
});

describe("words of totals", () => {
  const table = (name: Cell): Read => read(parc([...beure, [name, null, 30, 2, 5], ["Morre", "C", 30, 1, 4]]));

  it.each([
    "Somme",
    "T O T A L",
    "Toutes écoles",
    "Toutes les écoles",
    "Cumul",
    "Beure – Total",
    "Ensemble des écoles",
  ])("« %s » is one", (text) => {
    const result = table(text);
    expect(result.rows()).toMatchObject({ billed: 3, excluded: 1, error: 0 });
    expect(result.anomalies()).toEqual([]);
  });
  it("an average is left out, and compared with nothing", () => {
    const result = read(parc([...beure, ["Moyenne", null, 15, 1, 2.5], ["Morre", "C", 30, 1, 4]]));
    expect(result.rows()).toMatchObject({ billed: 3, excluded: 1, error: 0 });
    expect(result.anomalies()).toEqual([]);
  });
  it.each(["École Général Leclerc", "Moyenne section", "Ensemble scolaire Jean Moulin"])("« %s » is none", (name) => {
    const result = read(parc([...beure, ["Morre", name, 30, 1, 4]]));
    expect(result.quantity(name, "POSTE_STD")).toBe(4);
  });
});

it("a total that leaves out what a filter hides is explained", () => {
  const rows = [...beure, ["Total", null, 20, 1, 3]];
  const filtered = withSums(parc(rows, { filtered: true }), {}, [2]);
  expect(read(filtered).anomalies()).toEqual(
    expect.arrayContaining([
      "info total-ignores-filtered C4",
      "info total-ignores-filtered D4",
      "info total-ignores-filtered E4",
    ]),
  );
  expect(read(parc(rows)).anomalies()).toContain("warning total-differs C4");
  const other = withSums(parc([...beure, ["Total", null, 21, 1, 3]], { filtered: true }), {}, [2]);
  expect(read(other).anomalies()).toContain("warning total-differs C4");
});

test("numbers without a name, below a school named as its commune, are a total", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "École", "Élèves", "Postes clients standard"],
      ["Saône", "Saône", 87, 7],
      ["Torpes", "Torpes", 100, 5],
      [null, null, 187, 12],
    ]),
  );
  expect([
    ["Saône", "Torpes"].map((school) => result.quantity(school, "POSTE_STD")),
    result.anomalies().filter((each) => each.startsWith("error")),
  ]).toEqual([[7, 5], []]);
});

describe("a row that counts the machines above it, as Excel's subtotals do", () => {
  const register = (...counts: readonly (readonly Cell[])[]): Read => {
    const [first, second] = counts;
    return read(
      sheet("Registre", [
        ["Commune", "École", "N° de série", "Désignation"],
        ["Beure", "École du Bourg", "BEU-1", "Poste client standard"],
        ["Beure", "École du Bourg", "BEU-2", "Poste client standard"],
        ["Beure", "École du Bourg", "BEU-3", "Poste client standard"],
        [null, "Nombre École du Bourg", ...first!],
        ["Morre", "École du Lac", "MOR-1", "Poste client standard"],
        ["Morre", "École du Lac", "MOR-2", "Poste client standard"],
        ["Morre", "École du Lac", "MOR-3", "Poste client standard"],
        ["Morre", "École du Lac", "MOR-4", "Poste client standard"],
        [null, "Nombre École du Lac", ...second!],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "École du Bourg", 10],
        ["Morre", "École du Lac", 20],
      ]),
    );
  };

  it("is a total when its number is the count of the rows of that school", () => {
    const result = register([3], [4]);
    expect(result.rows("Registre")).toMatchObject({ billed: 7, excluded: 2, error: 0 });
    expect(result.anomalies().filter((each) => !each.startsWith("info"))).toEqual([]);
  });

  it.each<[string, readonly Cell[]]>([
    ["another number", [2]],
    ["no number", []],
    ["a machine", [3, "Poste client standard"]],
  ])("is asked about when it has %s", (_, cells) => {
    expect(register(cells, [4]).anomalies()).toContain("error missing-commune A5");
  });
});
