import { read, readWith, sheet, type Read } from "../workbook-of";

/** A form: what is in place, then two other workstations under that title. */
const form = (title: string) =>
  sheet("Fiche", [
    ["École élémentaire"],
    ["Commune", "Beure"],
    ["Matériel en place"],
    ["Serveur standard", 1],
    ["Postes clients standard", 12],
    [],
    [title],
    ["Postes clients spécifiques", 2],
    ["Élèves", 90],
  ]);
const school = "École élémentaire";
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const others = (result: Read): (number | string)[] => [
  result.quantity(school, "POSTE_SPEC"),
  result.quantity(school, "POSTE_SPEC", "installation"),
];

describe("a title alone above lines of a form", () => {
  test.each([
    "Posé depuis la Toussaint 2013",
    "Arrivés en cours d’année",
    "Dotation 2014",
    "Renouvellement",
    "Matériel de 2012",
  ])("a title above lines of a form about a time or a movement, without a nature, is asked about: « %s »", (title) => {
    const result = read(form(title));
    expect(errors(result)).toEqual(["error unclear-section A7"]);
    expect(others(result)).toEqual([0, 0]);
    // What is above it is billed, and pupils are no equipment.
    expect([result.quantity(school, "POSTE_STD"), result.quantity(school, "PORTAIL")]).toEqual([12, 90]);
  });

  test.each([
    ["installation", [0, 2]],
    ["maintenance", [2, 0]],
    ["nothing", [0, 0]],
  ] as const)("a title above lines of a form has the meaning that the user gave it: %s", (as, expected) => {
    const result = readWith({ words: [{ word: "Dotation 2014", kind: "nature", as }] }, form("Dotation 2014"));
    expect(errors(result)).toEqual([]);
    expect(others(result)).toEqual(expected);
  });

  test.each([
    "Nouveau matériel reçu cette année",
    "Reçu à la rentrée",
    "Matériel livré en 2014",
    "Installations de l’année",
  ])("a title of new equipment above lines of a form makes them installations: « %s »", (title) => {
    const result = read(form(title));
    expect(errors(result)).toEqual([]);
    expect(others(result)).toEqual([0, 2]);
  });

  test.each(["Matériel à demander", "Commandes", "Matériel réformé"])(
    "a title above lines of a form that are not in service leaves them out, and is reported: « %s »",
    (title) => {
      const result = read(form(title));
      expect(result.anomalies()).toContain("warning rows-not-in-service A7");
      expect([...others(result), result.quantity(school, "PORTAIL")]).toEqual([0, 0, 90]);
    },
  );

  test.each(["Périphériques", "Salle informatique", "Divers", "Matériel en service"])(
    "a title above lines of a form without an effect leaves them in service: « %s »",
    (title) => {
      const result = read(form(title));
      expect(errors(result)).toEqual([]);
      expect(others(result)).toEqual([2, 0]);
    },
  );

  test("a title without a meaning after installations is asked about: it may end them or not", () => {
    const rows = [["École élémentaire"], ["Commune", "Beure"], ["Élèves", 90], ["Postes clients standard", 12]];
    const after = [["Installations"], ["Postes clients spécifiques", 2], ["Divers"], ["Logiciel spécifique", 1]];
    expect(errors(read(sheet("Fiche", [...rows, ...after])))).toEqual(["error unclear-section A7"]);
  });

  test("a text about something else is no title: « Nouvelle directrice : Mme Roy »", () => {
    expect(others(read(form("Nouvelle directrice : Mme Roy")))).toEqual([2, 0]);
  });

  test.each(["Installés dans l’année : 2", "Commande passée à l’UGAP", "Nouveau câblage du bâtiment B"])(
    "a title with more than a title's words is asked about: « %s »",
    (title) => {
      expect(errors(read(form(title)))).toEqual(["error unclear-section A7"]);
    },
  );
});

test("« Élèves 2013 » above « Élèves 2014 »: the campaign's own line is billed, and the other is told", () => {
  const result = read(
    sheet("Fiche", [
      ["École élémentaire"],
      ["Commune", "Beure"],
      ["Élèves 2013", 51],
      ["Élèves 2014", 47],
      ["Postes clients standard 2013", 5],
      ["Postes clients standard 2014", 6],
    ]),
  );
  expect([result.quantity(school, "PORTAIL"), result.quantity(school, "POSTE_STD")]).toEqual([47, 6]);
  expect(result.anomalies()).toEqual(
    expect.arrayContaining(["info row-of-year-before A3", "info row-of-year-before A5"]),
  );
});

describe("« Postes 2013 » of a school that has no « Postes 2014 », where another has one", () => {
  const lines = sheet("Lignes", [
    ["Commune", "École", "Prestation", "Quantité"],
    ["Beure", "École du Bourg", "Postes clients standard 2013", 5],
    ["Pirey", "École du Pont", "Postes clients standard 2013", 8],
    ["Pirey", "École du Pont", "Postes clients standard 2014", 9],
  ]);
  const pupils = sheet("Effectifs", [
    ["Commune", "École", "Effectif"],
    ["Beure", "École du Bourg", 20],
    ["Pirey", "École du Pont", 30],
  ]);
  const billed = (result: Read): number[] =>
    ["École du Bourg", "École du Pont"].map((name) => result.quantity(name, "POSTE_STD"));

  test("is asked: it may hold no longer, or be all that was written", () => {
    const result = read(lines, pupils);
    expect(errors(result)).toEqual(["error only-row-of-year C2"]);
    expect(billed(result)).toEqual([0, 9]);
    expect(result.anomalies()).toContain("info row-of-year-before C3");
  });

  test("is billed once accepted", () => {
    const was = "Postes clients standard 2013";
    const accepted = { file: null, sheet: "Lignes", cell: "C2", code: "only-row-of-year", was };
    const result = readWith({ accepted: [accepted] }, lines, pupils);
    expect(errors(result)).toEqual([]);
    expect(billed(result)).toEqual([5, 9]);
  });

  test("is asked too where no row at all is of the campaign", () => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "École du Bourg", "Postes clients standard 2013", 5],
      ]),
      pupils,
    );
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([
      ["error only-row-of-year C2"],
      0,
    ]);
  });

  test("is left out beside « Postes », which no year dates", () => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "École du Bourg", "Postes clients standard 2013", 5],
        ["Beure", "École du Bourg", "Postes clients standard", 6],
      ]),
      pupils,
    );
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 6]);
    expect(result.anomalies()).toContain("info row-of-year-before C2");
  });
});

describe("a row of what is not in service, « Postes réformés »", () => {
  const lines = (...labels: readonly string[]) =>
    sheet("Fiche", [
      ["École élémentaire"],
      ["Commune", "Beure"],
      ["Élèves", 90],
      ...labels.map((label, at) => [label, 12 - 8 * at]),
    ]);
  test.each(["Postes clients standard HS", "Postes clients standard réformés", "Postes clients standard prévus 2015"])(
    "is left out, and told, beside the row of what is: « %s »",
    (label) => {
      const result = read(lines("Postes clients standard", label));
      expect([errors(result), result.quantity(school, "POSTE_STD")]).toEqual([[], 12]);
      expect(result.anomalies()).toContain("info out-of-service-row A5");
    },
  );
  test("is asked where no row is of what is", () => {
    const result = read(lines("Serveur standard", "Postes clients standard réformés"));
    expect(errors(result)).toEqual(["error unknown-label A5"]);
  });
});

test("two labels of one prestation in a school, of which neither says a nature, are asked: nothing says that they add up", () => {
  const result = read(
    sheet("Fiche", [
      ["École élémentaire"],
      ["Commune", "Beure"],
      ["Élèves", 90],
      ["Postes clients standard", 12],
      ["Unités centrales", 4],
    ]),
  );
  expect(errors(result)).toEqual(["error item-repeated B5"]);
  expect(result.quantity(school, "POSTE_STD")).toBe(12);
});

test("a note between machines that have their own dates changes nothing of the rows below it", () => {
  const result = read(
    sheet("Registre", [
      ["Commune", "École", "Désignation", "Mis en service le"],
      ["Saône", "Lilas", "Poste client standard", "15/03/2010"],
      ["--- salle refaite été 2014 ---"],
      ["Saône", "Lilas", "Poste client standard", "28/08/2014"],
    ]),
  );
  expect([result.quantity("Lilas", "POSTE_STD"), result.quantity("Lilas", "POSTE_STD", "installation")]).toEqual([
    2, 1,
  ]);
});

test("a movement above machines is asked all the same: their dates do not say that they left", () => {
  const result = read(
    sheet("Registre", [
      ["Commune", "École", "Désignation", "Mis en service le"],
      ["Saône", "Lilas", "Poste client standard", "15/03/2010"],
      ["Rendus en 2014"],
      ["Saône", "Lilas", "Poste client standard", "28/08/2009"],
    ]),
  );
  expect(errors(result)).toContain("error unclear-section A3");
  expect(result.quantity("Lilas", "POSTE_STD")).toBe(1);
});

describe("a text alone among the rows of schools", () => {
  const rows = (title: string, before: readonly (string | number)[] = ["Beure", "École du Bourg", 90, 12]) => [
    ["Commune", "École", "Élèves", "Postes clients standard"],
    [...before],
    [title],
    ["Morre", "École des Prés", 60, 8],
  ];
  const postes = (result: Read) => ["École du Bourg", "École des Prés"].map((one) => result.quantity(one, "POSTE_STD"));

  test.each([
    "Écoles fermées",
    "Pour mémoire (hors convention)",
    "À supprimer",
    "Écoles bigarrées",
    "Divers",
    "dont HS",
  ])("is asked unless each of its words is known to change nothing, and stops the rows below it: « %s »", (title) => {
    const result = read(sheet("Parc", rows(title)));
    expect(errors(result)).toEqual(["error unread-section A3"]);
    expect(postes(result)).toEqual([12, 0]);
  });

  test.each([
    "Secteur Nord",
    "Écoles maternelles",
    "Groupes scolaires",
    "Circonscription de Besançon 2",
    "Secteur Planoise",
  ])("asks nothing when it names a place or a kind of school: « %s »", (title) => {
    const result = read(sheet("Parc", rows(title)));
    expect(errors(result)).toEqual([]);
    expect(postes(result)).toEqual([12, 8]);
  });

  test.each([
    ["in-service", [12, 8]],
    ["out", [12, 0]],
  ])("is settled by saying once what its words mean: %s", (as, expected) => {
    const choices = { words: [{ word: "Écoles fermées", kind: "state" as const, as }] };
    const result = readWith(choices, sheet("Parc", rows("Écoles fermées")));
    expect(errors(result)).toEqual([]);
    expect(postes(result)).toEqual(expected);
  });

  it("a note alone among the rows of schools only matters for what it says of schools", () => {
    expect(errors(read(sheet("Parc", rows("NB : merci de vérifier les chiffres."))))).toEqual([]);
    expect(errors(read(sheet("Parc", rows("* écoles fermées depuis juillet"))))).toEqual(["error unread-section A3"]);
  });
});

it("A note that is the first text of a row of a school makes it neither a title nor a total", () => {
  const result = read(
    sheet("Parc", [
      ["Pointage", "Commune", "École", "Élèves", "Postes clients standard"],
      ["Rappel fait", "Beure", "École du Bourg", 90, 12],
      ["Moyenne école", "Morre", "École des Prés", 60, 8],
    ]),
  );
  expect(errors(result)).toEqual([]);
  expect([result.quantity("École du Bourg", "POSTE_STD"), result.quantity("École des Prés", "POSTE_STD")]).toEqual([
    12, 8,
  ]);
});

test("a title of last year's rows in a form, « Pour mémoire, au 1er novembre 2013 : », leaves them out and is not asked about as a note", () => {
  const result = read(
    sheet("Fiche", [
      ["École", "Maternelle"],
      ["Commune", "Beure"],
      ["Élèves", 30],
      [],
      ["Matériel", "En service"],
      ["Postes clients standard", 6],
      [],
      ["Pour mémoire, au 1er novembre 2013 :"],
      ["Postes clients standard", 4],
    ]),
  );
  expect(errors(result)).toEqual([]);
  expect(result.quantity("Maternelle", "POSTE_STD")).toBe(6);
});
