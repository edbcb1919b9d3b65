import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

describe("prestations down, schools across", () => {
  it("each cell is its school's; a blank headcount is an error on its cell", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", "École du Haut"],
        ["Effectif", 50, null],
        ["Pack logiciel", 1, "x"],
        ["Serveur standard", "oui", "-"],
        ["Poste client standard", 12, "?"],
      ]),
    );
    expect(result.anomalies()).toEqual(["error missing-headcount C2", "error quantity-text C5"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
    expect(result.quantity("École du Haut", "PACK")).toBe(1);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
    expect(result.rows()).toEqual({ read: 4, billed: 2, excluded: 0, error: 2, reasons: {} });
  });

  it("a row that is not understood is asked once, as a column is", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", "École du Haut"],
        ["Effectif", 50, 40],
        ["Pack logiciel", 1, 1],
        ["Poste client standard", 12, 9],
        ["Bidule", 1, null],
      ]),
    );
    expect(result.anomalies()).toEqual(["error unknown-label A5"]);
  });
  it("more installed than in service is a warning on the installed cell", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", null],
        [null, "En service", "Installés 2014"],
        ["Effectif", 50, null],
        ["Pack logiciel", 1, null],
        ["Serveur standard", 1, null],
        ["Poste client standard", 12, 13],
      ]),
    );
    expect(result.anomalies()).toEqual(["warning more-installed C6"]);
  });
});

/** What a form « Beure », one school across in two columns, bills: maintenance and installation of workstations. */
const ofPair = (school: string, whole: string, installed: string): [number, number] => {
  const result = read(
    sheet("Beure", [
      ["Prestation", school, null],
      [null, whole, installed],
      ["Effectif", 50, null],
      ["Pack logiciel", 1, null],
      ["Serveur standard", 1, null],
      ["Poste client standard", 12, 3],
    ]),
  );
  expect(result.anomalies()).toEqual([]);
  return [result.quantity(school, "POSTE_STD"), result.quantity(school, "POSTE_STD", "installation")];
};

describe("the natures under a school", () => {
  it.each([
    ["Qté totale", "Qté installée"],
    ["Total", "dont installés"],
    ["En service", "Installés en 2014"],
  ])("« %s » beside « %s »: all there is, and what is new of it", (whole, installed) => {
    expect(ofPair("École du Bourg", whole, installed)).toEqual([12, 3]);
    // A school whose name is what schools are called by.
    expect(ofPair("Groupe scolaire", whole, installed)).toEqual([12, 3]);
  });
  it("a total of the schools beside them is none of theirs", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", "École du Haut", "Total"],
        ["Effectif", 50, 40, 90],
        ["Serveur standard", 1, 1, 2],
        ["Poste client standard", 12, 3, 15],
      ]),
    );
    expect(result.quantity("École du Bourg", "POSTE_STD") + result.quantity("École du Haut", "POSTE_STD")).toBe(15);
    expect(result.reading.schools).toHaveLength(2);
  });
});

describe("other facts about each school above the prestations", () => {
  const parcWith = (...rows: (string | number | null)[][]): Read =>
    read(
      sheet("Parc", [
        [null, "Beure", "Beure", "Pirey"],
        [null, "École maternelle", "École élémentaire", "Centre"],
        ...rows,
        ["Effectif", 50, 40, 30],
        ["Serveur standard", 1, 1, 1],
        ["Poste client standard", 12, 3, 7],
      ]),
    );
  it.each([
    ["years of purchase", ["Année d’achat", 2011, 2005, 2012]],
    [
      "telephones, whose digits are no dates",
      ["N° de téléphone", "03 81 84 57 14", "03 81 13 33 13", "03 11 12 20 13"],
    ],
    ["people", ["Référent", "M. Petit", "Mme Roux", "M. Petit"]],
    ["money", ["Valeur", 1616.73, 1621.87, 1648.24]],
    ["when they were bought", ["Acheté en", 2006, 2007, 2007]],
  ])("%s", (_, row) => {
    const result = parcWith(row);
    expect(result.anomalies().filter((one) => one.startsWith("error"))).toEqual([]);
    expect(result.quantity("Centre", "POSTE_STD")).toBe(7);
    expect(result.quantity("École maternelle", "PORTAIL")).toBe(50);
  });
  it("years of which one is the campaign’s are asked, as they are in a column", () => {
    const result = parcWith(["Année d’achat", 2011, 2005, 2014]);
    expect(result.anomalies().filter((one) => one.startsWith("error"))).toEqual(["error years-column A3"]);
  });

  it("figures and then words, below their names", () => {
    const result = parcWith(
      ["Nb enseignants", 5, 5, 2],
      ["Surface", 1117, 1089, 1543],
      ["Technicien", "PB", "CL", "JM"],
    );
    expect(result.quantity("Centre", "POSTE_STD")).toBe(7);
    expect(result.reading.schools).toHaveLength(3);
  });
  it("telephones at the foot take none for names", () => {
    const result = read(
      sheet("Parc", [
        [null, "Beure", "Pirey"],
        [null, "École maternelle", "Groupe scolaire"],
        ["Effectif", 50, 30],
        ["Serveur standard", 1, 1],
        ["Poste client standard", 12, 7],
        ["Tél.", 381587382, "03 81 24 73 88"],
      ]),
    );
    expect(result.quantity("Groupe scolaire", "POSTE_STD")).toBe(7);
  });
});

it("« Somme de Poste client standard », as a pivot table names what it counts, is the prestation's row", () => {
  const result = read(
    sheet("Beure", [
      ["Étiquettes de lignes", "École du Bourg", "École du Haut", "Total général"],
      ["Somme de Élèves", 50, 40, 90],
      ["Somme de Serveur standard / école", 1, 1, 2],
      ["Somme de Poste client standard", 12, 3, 15],
    ]),
  );
  expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
  expect(result.quantity("École du Haut", "PORTAIL")).toBe(40);
});

/** Three schools across, the first two of one name, and rows that may tell them apart. */
const across = (...levels: Cell[][]) =>
  sheet("Parc", [
    ["Commune", "Beure", "Beure", "Pirey"],
    ["École", "Bourg", "Bourg", "Pont"],
    ...levels,
    ["Postes clients standard", 12, 3, 9],
    ["Effectif", 20, 5, 40],
  ]);
const posts = (result: ReturnType<typeof read>) => [
  result.quantity("Bourg", "POSTE_STD"),
  result.quantity("Bourg", "POSTE_STD", "installation"),
];
const choice = (as: "added" | "first") => ({ file: null, sheet: "Parc", cell: "A1", was: "Commune", as });

describe("one school over two columns", () => {
  it("nothing tells them apart: the second is an error, until it is said whether they add up", () => {
    const result = read(across());
    expect(result.anomalies("Parc")).toEqual(["error duplicate-school C2"]);
    expect(posts(result)).toEqual([12, 0]);
    expect(result.messages[0]).toContain("B2");
    expect(posts(readWith({ repeats: [choice("added")] }, across()))).toEqual([15, 0]);
    const first = readWith({ repeats: [choice("first")] }, across());
    expect(first.anomalies("Parc")).toEqual(["info repeat-chosen C2"]);
    expect(posts(first)).toEqual([12, 0]);
  });
  it("natures across tell them apart, in a row headed « Nature » or not", () => {
    for (const head of ["Nature", null]) {
      const result = read(across([head, "Maintenance", "Installation", "Maintenance"]));
      expect(result.anomalies("Parc")).toEqual([]);
      expect(posts(result)).toEqual([12, 3]);
      expect(result.quantity("Bourg", "PORTAIL")).toBe(20);
    }
  });
  it("two columns of one school with a nature each add up, with a warning", () => {
    const result = read(across(["Nature", "Maintenance", "Maintenance", "Maintenance"]));
    expect(result.anomalies("Parc")).toEqual(["warning item-twice C4", "warning item-twice C5"]);
    expect(posts(result)).toEqual([15, 0]);
  });
});

it("a forecast beside the natures of each school is left out", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "Beure", null, null, "Pirey", null, null],
      ["École", "Centre", null, null, "Les Vergers", null, null],
      ["Prestation", ...["En service", "Prévu", "Installés"], ...["En service", "Prévu", "Installés"]],
      ["Postes clients standard", 12, 14, 3, 9, 9, null],
      ["Effectif", 20, 22, null, 40, 41, null],
    ]),
  );
  expect(result.anomalies("Parc")).toEqual(["info out-of-service-column C3", "info out-of-service-column F3"]);
  const posts = (school: string) => [
    result.quantity(school, "POSTE_STD"),
    result.quantity(school, "POSTE_STD", "installation"),
  ];
  expect([posts("Centre"), posts("Les Vergers")]).toEqual([
    [12, 3],
    [9, 0],
  ]);
});

it("a column of numbers between schools, without a name, is told", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "Beure", null, "Pirey"],
      ["École", "Bourg", null, "Pont"],
      ["Postes clients standard", 12, 3, 9],
      ["Effectif", 20, 5, 40],
    ]),
  );
  expect(result.anomalies("Parc")).toEqual(["error untitled-column C2"]);
  expect(result.messages[0]).toContain("sans titre en C2");
});

test("a table of last year below, with its date and numbers above the same schools across, is left out by its date", () => {
  const block = (title: string, postes: readonly number[]): Cell[][] => [
    [title, null, null],
    ["N°", 1, 2],
    [null, "Beure", "Pirey"],
    [null, "École du Bourg", "École du Pont"],
    ["Élèves", 50, 60],
    ["Pack logiciel", 1, 1],
    ["Postes clients standard", ...postes],
  ];
  const rows = [...block("Situation au 01/11/2014", [7, 9]), [], ...block("Situation au 01/11/2013", [4, 5])];
  const result = read(sheet("Parc", rows));
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
  expect(["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"))).toEqual([7, 9]);
});
