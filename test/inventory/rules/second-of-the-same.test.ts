import { read, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const schools = [
  ["Beure", "École du Bourg", 90, 12],
  ["Pirey", "École du Pont", 60, 8],
  ["Thise", "École Jules Ferry", 80, 9],
] as const;

describe("a column that has most of the numbers of one that counts", () => {
  const recounted = (heading: string) =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Postes clients standard", heading],
        ...schools.map((row, at) => [...row, Number(row[3]) - (at === 2 ? 1 : 0)]),
      ]),
    );

  test.each(["Recomptés en octobre", "Nombre corrigé", "Retenu", "Après visite"])(
    "counts the same again, and is asked: « %s »",
    (heading) => {
      expect(errors(recounted(heading))).toEqual(["error unclear-header E1"]);
    },
  );

  test("is asked where its numbers are others, too: nothing says that it counts none of them", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Postes clients standard", "Chaussures"],
        ...schools.map((row, at) => [...row, 40 + at]),
      ]),
    );
    expect(errors(result)).toEqual(["error unclear-header E1"]);
  });

  test("is left out where its heading, read whole, says what else it measures", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Postes clients standard", "Étage", "Débit (Mb/s)", "Portes"],
        ...schools.map((row, at) => [...row, at, 8, 40 + at]),
      ]),
    );
    expect(errors(result)).toEqual([]);
  });
});

describe("who pays, or owns, what a row counts", () => {
  const owned = (heading: string, ...values: readonly string[]) =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Postes clients standard", heading],
        ...schools.map((row, at) => [...row, values[at]!]),
      ]),
    );

  test.each(["Payeur", "Propriétaire", "Financement"])(
    "is asked of the rows where it is not that of most: « %s »",
    (heading) => {
      expect(errors(owned(heading, "Ville", "Coopérative scolaire", "Ville"))).toEqual(["error undue-remark E3"]);
      expect(errors(owned(heading, "Ville", "Ville", "Ville"))).toEqual([]);
    },
  );
});

describe("brackets after a school's name", () => {
  const named = (name: string) =>
    read(
      sheet("Parc", [["Commune", "École", "Élèves", "Postes clients standard"], ...schools, ["Larnod", name, 30, 4]]),
    );

  test.each(["École du Haut (bâtiment vendu en juin)", "Les Vignes (ouvre en janvier 2015)", "École du Haut (fermée)"])(
    "is asked where it may say that the school is not billed: « %s »",
    (name) => {
      expect(errors(named(name))).toEqual(["error closed-school B5"]);
    },
  );

  test.each(["École du Haut (Larnod)", "École du Haut (REP)", "École du Haut (regroupement pédagogique)"])(
    "is a part of its name otherwise: « %s »",
    (name) => {
      expect(errors(named(name))).toEqual([]);
    },
  );
});

test("« Postes d’enseignants » among headcounts may be people: it is asked", () => {
  const result = read(
    sheet("Parc", [["Commune", "École", "Postes clients standard"], ...schools.map(([a, b, , c]) => [a, b, c])]),
    sheet("Effectifs", [
      ["Commune", "École", "Effectif", "Postes d’enseignants"],
      ...schools.map(([a, b, pupils]) => [a, b, pupils, 4]),
    ]),
  );
  expect(errors(result)).toEqual(["error unclear-header D1"]);
});

test.each(["Postes d’enseignants", "Postes de professeurs"])(
  "« %s » beside workstations may be jobs: it is asked",
  (jobs) => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard", jobs],
        ["Beure", "École du Bourg", 80, 12, 6],
      ]),
    );
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual(["error unclear-header E1"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
  },
);

test("The last line of a form says nothing of the form below it", () => {
  const form = (commune: string, school: string, ...after: readonly (readonly string[])[]) => [
    ["Commune", commune],
    ["École", school],
    ["Effectif", 60],
    ["Postes clients standard", 8],
    ...after,
    [],
  ];
  const result = read(
    sheet("Fiches", [
      ...form("Beure", "École du Bourg", ["Observation : matériel en stock à la cave"]),
      ...form("Pirey", "École du Pont"),
    ]),
  );
  expect(result.quantity("École du Pont", "POSTE_STD")).toBe(8);
});

describe("a prestation of a school whose rows write its nature", () => {
  const headings = ["Commune", "École", "Prestation", "Nature", "Quantité"];
  const row = (quantity: number) => ["Beure", "École du Bourg", "Poste client standard", "Maintenance", quantity];
  const pupils = sheet("Effectifs", [
    ["Commune", "École", "Effectif"],
    ["Beure", "École du Bourg", 90],
  ]);

  test("adds up under one header", () => {
    const result = read(sheet("Lignes", [headings, row(5), row(3)]), pupils);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 8]);
  });

  test("is asked where the header stands again between them: a second table beneath the first", () => {
    const result = read(sheet("Lignes", [headings, row(5), headings, row(6)]), pupils);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([["error item-repeated E4"], 5]);
  });
});

describe("a table beneath another, under a header of two rows that comes again", () => {
  const header = [
    [null, null, null, "En service", null, "Installés"],
    ["Commune", "École", "Effectif", "Serveur standard", "Postes clients standard", "Postes clients standard"],
  ] as const;
  const body = (add: number) => [
    ["Beure", "École du Bourg", 20 + add, 1, 12 + add, 2],
    ["Pirey", "École du Pont", 40 + add, 1, 9 + add, 1],
  ];

  test("is another table, where a title of its own stands above it", () => {
    const result = read(
      sheet("Parc", [
        ["Rappel : inventaire au 1er novembre 2013"],
        ...header,
        ...body(1),
        [],
        ["Inventaire au 1er novembre 2014"],
        ...header,
        ...body(0),
      ]),
    );
    expect(errors(result)).toEqual([]);
    // 12 in the table of 2014, 13 in that of 2013.
    expect([result.quantity("École du Bourg", "POSTE_STD"), result.quantity("École du Pont", "POSTE_STD")]).toEqual([
      12, 9,
    ]);
  });
});

describe("schools across, the names again beneath", () => {
  const names = [
    [null, "Beure", "Pirey", "Thise"],
    [null, "École du Bourg", "École du Pont", "Groupe scolaire"],
  ];
  const body = (add: number) => [
    ["Nb élèves", 20 + add, 40 + add, 30 + add],
    ["Serveur standard", 1, 1, 1],
    ["Poste client standard", 12 + add, 9 + add, 8 + add],
  ];

  test("the names of schools again beneath schools across head another table, which its title dates", () => {
    const result = read(
      sheet("Parc", [
        ["Situation au 01/11/2014"],
        ...names,
        ...body(0),
        [],
        ["Rappel : inventaire au 1er novembre 2013"],
        ...names,
        ...body(1),
      ]),
    );
    expect(errors(result)).toEqual([]);
    expect([result.quantity("École du Bourg", "POSTE_STD"), result.quantity("École du Pont", "PORTAIL")]).toEqual([
      12, 40,
    ]);
  });
});

describe("a row that recalls a year alone, under the pupils of schools across", () => {
  test("is of the pupils of that year, and is left out", () => {
    const result = read(
      sheet("Parc", [
        [null, "Beure", "Pirey", "Thise"],
        [null, "École du Bourg", "École du Pont", "Groupe scolaire"],
        ["Salles", 4, 5, 6],
        ["Nb élèves", 20, 40, 30],
        ["Rappel 2013", 21, 41, 31],
        ["Serveur standard", 1, 1, 1],
        ["Poste client standard", 12, 9, 8],
      ]),
    );
    expect(errors(result)).toEqual([]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20);
  });
});

describe("workstations bought in a year, beside those that were installed", () => {
  test("may be all that is in service, and are asked", () => {
    const result = read(
      sheet("Parc", [
        [
          "Commune",
          "École",
          "Serveur standard",
          "Postes clients standard achetés en 2012",
          "Postes clients standard installés",
        ],
        ["Beure", "École du Bourg", 1, 12, 2],
        ["Pirey", "École du Pont", 1, 9, 1],
      ]),
    );
    expect(errors(result)).toContain("error only-other-year D1");
  });
});

describe("a row whose label has a year, among rows that each write their nature", () => {
  test("is not that of another nature, and is asked", () => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Nature", "Quantité"],
        ["Beure", "École du Bourg", "Poste client standard", "Maintenance", 12],
        ["Beure", "École du Bourg", "Poste client standard (Fujitsu Bora 2000)", "Installation", 5],
        ["Pirey", "École du Pont", "Poste client standard", "Maintenance", 8],
      ]),
    );
    expect(errors(result)).toContain("error only-row-of-year C3");
  });
});
