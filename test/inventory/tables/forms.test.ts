import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

const lines: readonly (readonly Cell[])[] = [
  ["Élèves", 30],
  ["Pack logiciel", 1],
  ["Postes clients standard", 6],
];
const table: readonly (readonly Cell[])[] = [
  ["Matériel", "En service", "Installés"],
  ["Postes clients standard", 6, 1],
  ["Pack logiciel", 1],
  ["Élèves", 30],
];

describe("a form whose school is only called by its kind", () => {
  it.each<[string, string, readonly (readonly Cell[])[]]>([
    ["the tab is the commune's", "Beure", [["École :", "Maternelle"]]],
    ["without a colon", "Beure", [["École", "Maternelle"]]],
    [
      "the commune above",
      "Fiche",
      [
        ["Commune", "Beure"],
        ["École", "Maternelle"],
      ],
    ],
    [
      "the commune below",
      "Fiche",
      [
        ["École", "Maternelle"],
        ["Commune", "Beure"],
      ],
    ],
    ["in one cell", "Fiche", [["Commune de Beure"], ["École : Maternelle"]]],
  ])("is read: %s", (_, name, head) => {
    for (const body of [lines, table]) {
      const result = read(sheet(name, [...head, ...body]));
      expect(result.quantity("Maternelle", "POSTE_STD")).toBe(6);
      expect(result.quantity("Maternelle", "PORTAIL")).toBe(30);
      expect(result.reading.schools.map(({ commune }) => commune.name)).toEqual(["Beure"]);
      expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    }
  });

  it("is read beside another, of two lines each", () => {
    const rows = [
      ["École maternelle", null, null, "École élémentaire", null],
      ["Postes clients standard", 5, null, "Postes clients standard", 7],
      ["Imprimantes jet d’encre", 1, null, "Imprimantes jet d’encre", 2],
    ];
    const result = read(sheet("Beure", rows));
    const of = (school: string) => [result.quantity(school, "POSTE_STD"), result.quantity(school, "IMPRIMANTE")];
    expect([of("École maternelle"), of("École élémentaire")]).toEqual([
      [5, 1],
      [7, 2],
    ]);
  });

  it("is read one below another", () => {
    const result = read(sheet("Beure", [["École", "Maternelle"], ...lines, [], ["École", "Élémentaire"], ...table]));
    expect([result.quantity("Maternelle", "POSTE_STD"), result.quantity("Élémentaire", "POSTE_STD")]).toEqual([6, 6]);
    expect(result.quantity("Élémentaire", "POSTE_STD", "installation")).toBe(1);
  });
});

/** Two forms, one below the other: each a title, its pupils and its workstations. */
const forms = (first: string, second: string): Read =>
  read(
    sheet("Fiches", [
      [first],
      ["Élèves", 64],
      ["Postes clients standard", 6],
      [],
      [second],
      ["Élèves", 158],
      ["Postes clients standard", 18],
    ]),
  );
const communesOf = (result: Read): string[] => result.reading.schools.map(({ commune }) => commune.name).sort();

test.each([
  "École",
  "École communale",
  "Ensemble scolaire",
  "Regroupement pédagogique",
  "Annexe de la mairie",
  "Établissement",
])("a form whose school is only called « %s » gives nothing to the form above it", (name) => {
  const form = (commune: string, school: string, ...own: Cell[][]): Cell[][] => [
    ["Commune", commune],
    ["École", school],
    ...own,
    [],
  ];
  const result = read(
    sheet("Fiches", [
      ...form("Pirey", "École du Pont", ["Élèves", 40], ["Postes clients standard", 9]),
      ...form("Beure", name, ["Élèves", 30], ["Serveur standard", 1], ["Postes clients standard installés", 2]),
    ]),
  );
  const of = (school: string) => [result.quantity(school, "SERVEUR_STD"), result.quantity(school, "PORTAIL")];
  expect([of("École du Pont"), of(name)]).toEqual([
    [0, 40],
    [1, 30],
  ]);
});

describe("the commune that a form's title ends with", () => {
  it.each([
    "École primaire – Franois",
    "Groupe scolaire – Franois",
    "École Georges Perec, Franois",
    "Primaire Franois",
    "Groupe scolaire, commune de Franois",
    "École du Centre (Franois)",
  ])("« %s » is of Franois, and not of the form above", (title) => {
    expect(communesOf(forms("École maternelle – Pirey", title))).toEqual(["Franois", "Pirey"]);
  });
  it("a title that names none is of the commune above", () => {
    expect(communesOf(forms("École maternelle – Pirey", "École primaire"))).toEqual(["Pirey", "Pirey"]);
  });
});

test("the last line of a form, a label and what it says, is no title of the form below", () => {
  const form = (commune: string, school: string) => [
    ["Commune", commune],
    ["École", school],
    ["Élèves", 64],
    ["Postes clients standard", 6],
    ["Modèle des postes", "divers"],
    [],
  ];
  const result = read(sheet("Fiches", [...form("Beure", "École du Bourg"), ...form("Pirey", "École du Pont")]));
  expect(result.anomalies().filter((each) => !each.includes("packs"))).toEqual([]);
  expect(result.quantity("École du Pont", "POSTE_STD")).toBe(6);
});

test("a commune whose name begins with « École » alone above schools across names no school", () => {
  const result = read(
    sheet("École-Valentin", [
      ["École-Valentin"],
      ["Situation au 01/11/2014"],
      [],
      ["Prestation", "École du Parc", null, "École du Bourg", null],
      [null, "En service", "Installés", "En service", "Installés"],
      ["Élèves", 26, null, 157, null],
      ["Serveur standard", 1, null, 1, null],
      ["Postes clients standard", 3, 2, 37, 6],
    ]),
  );
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
  expect([result.quantity("École du Parc", "POSTE_STD"), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([
    3, 37,
  ]);
});

describe("a heading beside the school's name, over numbers beside those of the form", () => {
  const form = (heading: string): Read =>
    read(
      sheet("Fiches", [
        ["Commune", "Beure"],
        ["École", "École du Bourg", heading],
        ["Nombre d'élèves", 30, 29],
        ["Pack logiciel", 1, 1],
        ["Postes clients standard", 6, 5],
        ["Divers", "très utilisé"],
        [],
        ["Commune", "Pirey"],
        ["École", "École du 1er Mai", heading],
        ["Nombre d'élèves", 40, 41],
        ["Pack logiciel", 1, 1],
        ["Postes clients standard", 8, 7],
      ]),
    );
  const posts = (result: Read): number[] =>
    ["École du Bourg", "École du 1er Mai"].map((school) => result.quantity(school, "POSTE_STD"));

  it.each(["Au 01/11/2013", "Rappel 2013", "Pour rappel 2013", "Prévu 2015"])("leaves them out: « %s »", (heading) => {
    const result = form(heading);
    expect([result.anomalies().filter((each) => each.startsWith("error")), posts(result)]).toEqual([[], [6, 8]]);
  });
});

describe("one heading at the top of a sheet for all the schools below it", () => {
  it.each<[string[], number, number]>([
    [["En service au 01/11/2014", "Installé dans l’année"], 0, 1],
    [["Installé dans l’année", "En service au 01/11/2014"], 1, 0],
  ])("is read over the lines of each: %s", (headings, service, installed) => {
    const counts = (inService: number, fresh: number | null): Cell[] => {
      const cells: Cell[] = [null, null];
      cells[service] = inService;
      cells[installed] = fresh;
      return cells;
    };
    const result = read(
      sheet("L", [
        ["Désignation", ...headings],
        ["Commune de Beure"],
        ["École du Bourg"],
        ["Élèves", ...counts(81, null)],
        ["Poste client standard", ...counts(8, 2)],
        ["Pack logiciel", ...counts(1, 0)],
        ["Commune de Fontain"],
        ["École Les Sources"],
        ["Élèves", ...counts(60, null)],
        ["Poste client standard", ...counts(4, 1)],
        ["Pack logiciel", ...counts(1, 0)],
      ]),
    );
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
    const posts = (nature: "maintenance" | "installation"): number[] =>
      ["École du Bourg", "École Les Sources"].map((school) => result.quantity(school, "POSTE_STD", nature));
    expect([posts("maintenance"), posts("installation")]).toEqual([
      [8, 4],
      [2, 1],
    ]);
  });
});

it("« École » beside the names of two schools is no form's heading", () => {
  const result = read(
    sheet("T", [
      ["Commune", "Thise", null, "Novillars", null],
      ["École", "École des Champs", null, "École de la Papeterie", null],
      ["Prestation", "Qté", "€", "Qté", "€"],
      ["Accès portail (élèves)", 88, 463.76, 57, 300.39],
      ["Poste client standard", 12, 442.32, 6, 221.16],
    ]),
  );
  expect(result.anomalies().filter((each) => each.startsWith("error"))).not.toEqual([]);
  expect(result.quantity("École des Champs", "POSTE_STD")).toBe(0);
});

it("« Type de serveur | Kwartz » in the first form heads no values of the others", () => {
  const form = (school: string, ...more: Cell[][]): Cell[][] => [
    ["Commune", "Beure"],
    ["École", school],
    ["Nombre d'élèves", 30],
    ...more,
    ["Postes clients standard", 6],
    [],
  ];
  const result = read(
    sheet("Fiches", [
      ...form("École du Bourg", ["Type de serveur", "Kwartz"]),
      ...form("École du Haut"),
      ...form("École du Pont"),
    ]),
  );
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
  expect(["École du Bourg", "École du Haut", "École du Pont"].map((one) => result.quantity(one, "POSTE_STD"))).toEqual([
    6, 6, 6,
  ]);
});

describe("a line of a form that tells something else", () => {
  it.each(["Divers", "Modèle des postes", "À reprendre"])("is no title of the table below it: « %s | … »", (label) => {
    const form = (school: string, ...lines: Cell[][]): Cell[][] => [
      [`École : ${school}`],
      ["Effectif", 30],
      ...lines,
      ["Matériel", "En service", "Installés", "Observations"],
      ["Postes clients standard", 6, 1, "RAS"],
      ["Serveur standard", 1, null, "RAS"],
      [],
    ];
    const result = read(
      sheet("Beure", [
        ["Commune de Beure"],
        ...form("École du Bourg", [label, "une prise de plus au fond"]),
        ...form("École du Haut"),
      ]),
    );
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
    expect(["École du Bourg", "École du Haut"].map((school) => result.quantity(school, "POSTE_STD"))).toEqual([6, 6]);
  });

  it.each<[string, Cell]>([
    ["Visité le", "12/10/2014"],
    ["Dernier passage", "12/10/2014"],
    ["Type de serveur", "Kwartz"],
  ])("heads no table, and is no quantity: « %s »", (label, value) => {
    const body: Cell[][] = [
      ["École", "École du Bourg"],
      [label, value],
      ["Effectif", 30],
      [],
      ["Matériel", "En service", "Installés"],
      ["Postes clients standard", 6, 1],
    ];
    const result = read(sheet("Beure", body));
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
    expect([result.quantity("École du Bourg", "POSTE_STD"), result.quantity("École du Bourg", "PORTAIL")]).toEqual([
      6, 30,
    ]);
  });
});

describe("a form whose second table stands beside the first", () => {
  const form = (left: string, right: string): readonly (readonly Cell[])[] => [
    ["École", "École Les Tilleuls"],
    ["Commune", "Nancray"],
    ["Nombre d’élèves", 142],
    [],
    ["Matériel", left, null, "Matériel", right],
    ["Postes clients standard", 15, null, "Postes clients standard", 4],
    ["Serveur standard", 1, null, "Serveur standard", 1],
  ];
  const posts = (result: Read): number[] =>
    (["maintenance", "installation"] as const).map((nature) =>
      result.quantity("École Les Tilleuls", "POSTE_STD", nature),
    );
  const errors = (result: Read): string[] => result.anomalies().filter((told) => told.startsWith("error"));

  it.each(["Nancray", "Fiche"])("counts what was installed beside what is in service, on a tab « %s »", (tab) => {
    const result = read(sheet(tab, form("En service au 1er novembre 2014", "Installé dans l’année")));
    expect([errors(result), posts(result)]).toEqual([[], [15, 4]]);
  });

  it.each(["Nancray", "Fiche"])("is asked where nobody reads what it counts, on a tab « %s »", (tab) => {
    const result = read(sheet(tab, form("En service", "Zorglub")));
    expect([errors(result).length, posts(result)]).toEqual([1, [15, 0]]);
  });

  it("leaves out what is not in service, and adds no second count of what is", () => {
    expect(posts(read(sheet("Nancray", form("En service", "En stock"))))).toEqual([15, 0]);
    const twice = read(sheet("Nancray", form("En service", "Nombre")));
    expect(errors(twice).length).toBeGreaterThan(0);
  });
});

test("a form with the unit of each quantity has no heading below « En service »", () => {
  const result = read(
    sheet("Fiche", [
      ["École :", "Maternelle"],
      ["Commune :", "Beure"],
      ["Effectif :", "30 élèves"],
      [],
      ["Matériel", "En service", "Installés dans l'année"],
      ["Pack logiciel", "1 pack"],
      ["Serveur standard", "néant"],
      ["Postes clients standard", "6 postes", "1 poste"],
    ]),
  );
  const of = (code: string, nature: "maintenance" | "installation"): number | string =>
    result.quantity("Maternelle", code, nature);
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
  expect([of("PACK", "maintenance"), of("POSTE_STD", "maintenance"), of("POSTE_STD", "installation")]).toEqual([
    1, 6, 1,
  ]);
});
