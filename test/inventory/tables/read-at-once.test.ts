import type { Cell } from "../../../src/cells";
import { message } from "../../../src/messages";
import { read, readWith, sheet, type Read } from "../workbook-of";

const posts = "Postes clients standard";
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const told = (result: Read): string[] => result.anomalies().filter((each) => !each.startsWith("info"));
const pupils = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "PORTAIL"));

describe("pupils by class, in columns, whatever the titles say", () => {
  // 20 + 21 = 41; 10 + 11 = 21.
  test("pupils under « CP | CE1 | Total » beside equipment are read at once", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "CP", "CE1", "Total", posts],
        ["Beure", "École du Bourg", 20, 21, 41, 10],
        ["Pirey", "École du Pont", 10, 11, 21, 4],
      ]),
    );
    expect([told(result), pupils(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], [41, 21], 10]);
  });

  // 20 + 21 + 20 = 61; 10 + 11 + 10 = 31.
  test("« PS | MS | GS »: the grande section is no groupe scolaire", () => {
    const result = read(
      sheet("Feuil1", [
        ["Commune", "École", "PS", "MS", "GS"],
        ["Beure", "École du Bourg", 20, 21, 20],
        ["Pirey", "École du Pont", 10, 11, 10],
      ]),
    );
    expect(pupils(result)).toEqual([61, 31]);
  });

  test("a total that is not their sum is asked", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "CP", "CE1", "Total", posts],
        ["Beure", "École du Bourg", 20, 21, 42, 10],
        ["Pirey", "École du Pont", 10, 11, 21, 4],
      ]),
    );
    expect(errors(result)).toEqual(["error ambiguous-header E1"]);
  });

  test("one class alone says nothing, and « CP » beside a town is a postcode", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "CP", "École", "Élèves", posts],
        ["Beure", 25720, "École du Bourg", 20, 10],
        ["Pirey", 25480, "École du Pont", 10, 4],
      ]),
    );
    expect(pupils(result)).toEqual([20, 10]);
  });
});

describe("communes as people write them", () => {
  test("a commune after its school in one cell is read: « École maternelle – Pirey », « École primaire (Beure) »", () => {
    const result = read(
      sheet("Parc", [
        ["École", "Élèves", posts],
        ["École maternelle – Pirey", 80, 10],
        ["École élémentaire – Pirey", 70, 9],
        ["École primaire (Beure)", 50, 5],
      ]),
    );
    expect(told(result)).toEqual([]);
    expect(result.quantities.filter((line) => line.includes("POSTE_STD"))).toEqual([
      "Beure/25058|ecoleprimaire POSTE_STD maintenance 5",
      "Pirey/25454|ecoleelementaire POSTE_STD maintenance 9",
      "Pirey/25454|ecolematernelle POSTE_STD maintenance 10",
    ]);
  });

  test.each(['"', "idem", "id.", '-"-', "''"])("a commune as people write it is the one above: %s", (ditto) => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", posts],
        ["Beure", "École du Bourg", 80, 10],
        [ditto, "École du Haut", 50, 5],
        ["Pirey", "École du Pont", 50, 4],
      ]),
    );
    expect(told(result)).toEqual([]);
    expect(result.quantities).toContain("Beure/25058|ecoleduhaut POSTE_STD maintenance 5");
  });
});

test("« Élèves 13/14 | Élèves 14/15 »: the campaign's school year is billed", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "École", "Élèves 13/14", "Élèves 14/15", posts],
      ["Beure", "École du Bourg", 80, 82, 10],
      ["Pirey", "École du Pont", 50, 51, 5],
    ]),
  );
  expect([told(result), pupils(result)]).toEqual([[], [82, 51]]);
});

test("a cross on the first line of a form counts one, and is no heading", () => {
  const result = read(
    sheet("Fiche", [
      ["École du Bourg"],
      ["Commune", "Beure"],
      ["Matériel", "En service", "Installé"],
      ["Serveur standard", "X", "X"],
      [posts, 12, 3],
      ["Élèves", 71],
    ]),
  );
  expect(told(result)).toEqual([]);
  const both = (code: string): number[] =>
    (["maintenance", "installation"] as const).map((nature) => result.quantity("École du Bourg", code, nature));
  expect([both("SERVEUR_STD"), both("POSTE_STD"), pupils(result)[0]]).toEqual([[1, 1], [12, 3], 71]);
});

describe("an amount beside several quantities", () => {
  const rows = (first: number) =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", posts, "Imprimantes jet d’encre", "Montant"],
        // 80 × 5,27 + 10 × 36,86 + 2 × 15,79 = 421,60 + 368,60 + 31,58 = 821,78
        ["Beure", "École du Bourg", 80, 10, 2, first],
        // 50 × 5,27 + 5 × 36,86 + 15,79 = 263,50 + 184,30 + 15,79 = 463,59
        ["Pirey", "École du Pont", 50, 5, 1, 463.59],
      ]),
    );

  test("is the row's, where it is their sum at the tariff", () => {
    expect(told(rows(821.78))).toEqual([]);
    // The communes' part alone: 368,60 + 31,58 = 400,18.
    expect(told(rows(400.18))).toEqual([]);
  });

  test("is told where it is not, with the row's own", () => {
    const result = rows(800);
    expect(told(result)).toEqual(["warning amount-differs F2"]);
    expect(result.messages.join("\n")).toMatch(/Écrit 800,00\s€, calculé 821,78\s€\s:/);
  });
});

test("the lowest of two rows of headings is recognised alone at the top of a page", () => {
  const lowest = ["Commune", "École", "Élèves", "En service", "Installés", "En service"];
  const result = read(
    sheet("Parc", [
      [null, null, null, posts, null, "Logiciels spécifiques"],
      lowest,
      ["Beure", "École du Bourg", 80, 10, 2, 1],
      lowest,
      ["Pirey", "École du Pont", 50, 5, 1, 3],
    ]),
  );
  expect([told(result), pupils(result)]).toEqual([[], [80, 50]]);
  expect(result.quantity("École du Pont", "POSTE_STD", "installation")).toBe(1);
  expect(result.quantity("École du Pont", "LOGICIEL_SPEC")).toBe(3);
});

test("a row of headings filled down breaks a page as one row would", () => {
  const header = ["Commune", "École", "Élèves", posts];
  const filled = Array.from({ length: 5000 }, () => header);
  const result = read(
    sheet("Parc", [header, ["Beure", "École du Bourg", 80, 10], ...filled, ["Pirey", "École du Pont", 50, 5]]),
  );
  expect([told(result), pupils(result), result.quantity("École du Pont", "POSTE_STD")]).toEqual([[], [80, 50], 5]);
});

describe("a sheet copied from another commune's, its title left", () => {
  const copied = sheet("Morre", [["Commune de Chalezeule"], ["École", "Élèves", posts], ["École du village", 88, 9]]);

  test("is asked, and is of the one that is chosen", () => {
    expect(errors(read(copied))).toEqual(["error two-communes A1"]);
    const words = [{ word: "Commune de Chalezeule", kind: "commune" as const, as: "Morre" }];
    const chosen = readWith({ words }, copied);
    expect(errors(chosen)).toEqual([]);
    expect(chosen.quantities).toContain("Morre/25410|ecoleduvillage POSTE_STD maintenance 9");
  });
});

test("yes and no under « À facturer » are asked", () => {
  const rows = (header: string) =>
    sheet("Parc", [
      ["Commune", "École", "Élèves", posts, header],
      ["Beure", "École du Bourg", 80, 10, "oui"],
      ["Pirey", "École du Pont", 50, 5, "non"],
    ]);
  for (const header of ["À facturer", "Facturable", "Déjà payé", "Réalisé"])
    expect([header, errors(read(rows(header)))]).toEqual([header, ["error unclear-answers E1"]]);
  expect(errors(read(rows("Wifi")))).toEqual([]);
});

test("a share of what is due is asked of its row, unless it is the whole", () => {
  const rows = (header: string, ...shares: readonly Cell[]) =>
    sheet("Parc", [
      ["Commune", "École", "Élèves", posts, header],
      ["Beure", "École du Bourg", 80, 10, shares[0]!],
      ["Pirey", "École du Pont", 50, 5, shares[1]!],
    ]);
  for (const header of ["Part facturable", "Taux de prise en charge", "Remise", "Quotité facturée"])
    expect([header, errors(read(rows(header, 1, 0.5)))]).toEqual([header, ["error undue-remark E3"]]);
  expect(errors(read(rows("Part facturable", 1, "100 %")))).toEqual([]);
});

test("a part that may not be due is asked, and another part is not", () => {
  const rows = (header: string) =>
    sheet("Parc", [
      ["Commune", "École", "Élèves", posts, header],
      ["Beure", "École du Bourg", 80, 10, 2],
      ["Pirey", "École du Pont", 50, 5, null],
    ]);
  expect(errors(read(rows("Dont non facturables")))).toEqual(["error unclear-header E1"]);
  expect(errors(read(rows("Dont direction")))).toEqual([]);
});

test("a capacity that is the only count of an equipment is asked; a ratio of what is counted is not", () => {
  const rows = (...headers: readonly string[]) =>
    sheet("Parc", [
      ["Commune", "École", "Élèves", ...headers],
      ["Beure", "École du Bourg", 80, 10, 9],
      ["Pirey", "École du Pont", 50, 5, 4],
    ]);
  expect(errors(read(rows(`${posts} (capacité)`, "Imprimantes")))).toEqual(["error unclear-header D1"]);
  expect(errors(read(rows(posts, `${posts} (capacité)`)))).toEqual([]);
});

test("« dont ULIS » below the level that holds them is not added", () => {
  const effectifs = sheet("Effectifs", [
    ["Commune", "École", "Classe", "Élèves"],
    ["Beure", "École du Bourg", "CP-CM2", 128],
    ["Beure", "École du Bourg", "dont ULIS", 10],
    ["Pirey", "École du Pont", "CP-CM2", 50],
  ]);
  const parc = sheet("Parc", [
    ["Commune", "École", posts],
    ["Beure", "École du Bourg", 10],
    ["Pirey", "École du Pont", 5],
  ]);
  expect(pupils(read(effectifs, parc))).toEqual([128, 50]);
});

describe("another commune beside that of a row", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Élèves", posts, "Commune payeuse"],
    ["Beure", "École du Bourg", 80, 10, "Thise"],
    ["Pirey", "École du Pont", 50, 5, "Beure"],
    ["Morre", "École du Haut", 30, 4, null],
  ]);
  const postsOf = (result: Read): number[] =>
    ["École du Bourg", "École du Pont", "École du Haut"].map((school) => result.quantity(school, "POSTE_STD"));

  test.each([
    "Canton",
    "Collège de secteur",
    "Trésorerie",
    "Bureau distributeur",
    "Bassin",
    "Domicile de la directrice",
  ])("is not asked where it says on what the school depends: « %s »", (header) => {
    const rows: Cell[][] = [
      ["Beure", "École du Bourg", 80, 10, "Thise"],
      ["Pirey", "École du Pont", 50, 5, "Beure"],
    ];
    expect(errors(read(sheet("Parc", [["Commune", "École", "Élèves", posts, header], ...rows])))).toEqual([]);
  });

  test("is asked where a single row has one", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", posts, "Commune payeuse"],
        ["Beure", "École du Bourg", 80, 10, null],
        ["Pirey", "École du Pont", 50, 5, "Beure"],
      ]),
    );
    expect(errors(result)).toEqual(["error undue-remark E3"]);
  });

  test("is asked, and its school is not billed meanwhile", () => {
    const result = read(parc);
    expect([errors(result), postsOf(result)]).toEqual([
      ["error undue-remark E2", "error undue-remark E3"],
      [0, 0, 4],
    ]);
  });

  test.each([
    ["in-service", [10, 5, 4]],
    ["out", [0, 0, 4]],
  ] as const)("is settled once for the column: %s", (as, billed) => {
    const result = readWith({ words: [{ kind: "header", word: "Commune payeuse", as }] }, parc);
    expect([errors(result), postsOf(result)]).toEqual([[], billed]);
  });
});

test("« Postes std › en serv. » is in service, not a server", () => {
  const result = read(
    sheet(
      "Parc",
      [
        ["Commune", "École", "Élèves", "Postes std", null],
        [null, null, null, "en serv.", "install."],
        ["Beure", "École du Bourg", 155, 16, 4],
      ],
      { merges: ["D1:E1"] },
    ),
  );
  expect(errors(result)).toEqual([]);
  expect(result.quantities.filter((line) => !/PORTAIL|PACK/.test(line))).toEqual([
    "Beure/25058|ecoledubourg POSTE_STD installation 4",
    "Beure/25058|ecoledubourg POSTE_STD maintenance 16",
  ]);
});

test("a table that says that it is counted already is left out, and told", () => {
  const result = read(
    sheet("Parc", [
      ["1. POSTES"],
      ["Commune", "École", "Élèves", posts],
      ["Beure", "École du Bourg", 155, 16],
      [],
      ["2. PORTABLES (déjà comptés en 1)"],
      ["Commune", "École", "Portables"],
      ["Beure", "École du Bourg", 4],
    ]),
  );
  expect(told(result)).toEqual(["warning not-in-service A6"]);
  expect(result.quantity("École du Bourg", "POSTE_SPEC")).toBe(0);
});

test("« (vide) », among the schools of a pivot table, is none", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard"],
      ["Beure", "École du Bourg", 20, 12],
      ["Beure", "(vide)", 0, 3],
    ]),
  );
  expect(errors(result)).toEqual(["error not-a-school B3"]);
});

test("« 130 él. » is read as 130 pupils, with a warning", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard"],
      ["Beure", "École du Bourg", "130 él.", 12],
    ]),
  );
  expect([result.anomalies(), result.quantity("École du Bourg", "PORTAIL")]).toEqual([
    expect.arrayContaining(["warning quantity-with-text C2"]),
    130,
  ]);
});

test("« Année | 2013 », over a pivot table that it filters, says of which year it is", () => {
  const pivot = (year: number): Read =>
    read(
      sheet("TCD", [
        ["Année", year],
        [],
        ["Commune", "École", "Effectif", "Postes clients standard"],
        ["Beure", "École du Bourg", 20, 12],
      ]),
    );
  expect(errors(pivot(2013))).toEqual(["error title-other-year A3"]);
  expect(errors(pivot(2014))).toEqual([]);
});

test("a heading that changes the quantities beside it is asked about, « À déduire », « Ajustement »: the change is to be made first", () => {
  for (const label of ["À déduire : postes de la mairie", "Ajustement postes"]) {
    const { reading } = read(
      sheet("Parc", [
        ["Commune", "Beure", "Pirey"],
        ["École", "École du Bourg", "École du Pont"],
        ["Effectif", 20, 40],
        ["Postes clients standard", 12, 9],
        [label, 0, 2],
      ]),
    );
    const told = reading.anomalies.find(({ code }) => code === "unknown-label");
    expect([label, told?.cell, told === undefined ? "" : message(told.code, told.params)]).toEqual([
      label,
      "A5",
      expect.stringContaining("Corrigez d’abord les quantités dont elle parle."),
    ]);
  }
});
