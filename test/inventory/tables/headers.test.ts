import { read, readWith, sheet } from "../workbook-of";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 50],
  ["Pirey", "École", 40],
  ["Pirey", "Groupe scolaire", 30],
]);

describe("titles of columns that end with a colon", () => {
  it.each([
    [["Commune :", "École :", "Serveur standard :", "Postes clients standard :"]],
    [["Commune", "École", "Serveur standard :", "Postes clients standard :"]],
    [["Commune :", "École", "Serveur standard :", "Postes clients standard"]],
  ])("%j head a table", (titles) => {
    const result = read(sheet("Parc", [titles, ["Beure", "École du Bourg", 1, 12], ["Pirey", "École", 1, 9]]), pupils);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
    expect(result.quantity("École", "POSTE_STD")).toBe(9);
  });
  it("titles that end with a colon beside a name make a form", () => {
    const result = read(
      sheet("Beure", [
        ["Commune :", "Beure"],
        ["École :", "École du Bourg"],
        ["Élèves :", 50],
        ["Serveur standard :", 1],
        ["Postes clients standard :", 12],
      ]),
    );
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
  });
});

describe("a school called « École » or « Groupe scolaire », its commune blank below the first", () => {
  it("is a row of the table, and heads no other", () => {
    const result = read(
      sheet("Registre", [
        ["N° inventaire", "Désignation", "Commune", "École", "N° de série", "État"],
        ["A1", "Poste client standard", "Pirey", "École", "S1", "En service"],
        ["A2", "Poste client standard", null, "École", "S2", "En service"],
        ["A3", "Poste client standard", null, "Groupe scolaire", "S3", "En service"],
        ["A4", "Poste client standard", "Beure", "École du Bourg", "S4", "En service"],
        ["A5", "Poste client standard", null, "École du Bourg", "S5", "En service"],
      ]),
      pupils,
    );
    expect(result.reading.mappings.filter(({ sheet: { name } }) => name === "Registre")).toHaveLength(1);
  });
});

describe("a list where nothing is a number", () => {
  it("« ✓ » and « aucun » are quantities under their titles, and name no schools across", () => {
    const result = read(
      sheet("Packs logiciels", [
        ["Packs logiciels – situation au 01/11/2014"],
        [],
        ["Commune", "École", "En service", "Installés en 2014"],
        ["Beure", "École du Bourg", "✓", "✓"],
        ["Pirey", "Groupe scolaire", "✓", "aucun"],
        ["Pirey", "École maternelle", "✓", "✓"],
        ["Pirey", "École élémentaire", "✓", "aucun"],
      ]),
    );
    const packs = (nature: "maintenance" | "installation"): number =>
      result.reading.quantities
        .filter((line) => line.prestation === "PACK" && line.nature === nature)
        .reduce((sum, { quantity }) => sum + quantity, 0);
    expect([packs("maintenance"), packs("installation")]).toEqual([4, 2]);
  });
});

test("« En » over « service », below headings merged down, is one heading", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Postes clients standard", null],
    [null, null, null, "En", "Installés"],
    [null, null, null, "service", "dans l’année"],
    ["Thise", "Jouchoux", 92, 5, 2],
  ];
  const result = read(sheet("Écoles", rows, { merges: ["A1:A3", "B1:B3", "C1:C3", "D1:E1"] }));
  expect([
    result.anomalies().filter((each) => each.startsWith("error")),
    result.quantity("Jouchoux", "POSTE_STD"),
    result.quantity("Jouchoux", "POSTE_STD", "installation"),
  ]).toEqual([[], 5, 2]);
});

test("two columns that the user says are the same prestation add up", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Fixes (std)", "Portables (std)"],
    ["Saône", "Lilas", 87, 5, 3],
  ];
  const as = "POSTE_STD maintenance";
  const mappings = ["D1", "E1"].map((cell) => ({ file: null, sheet: "Parc", cell, as }));
  expect(readWith({ mappings }, sheet("Parc", rows)).quantity("Lilas", "POSTE_STD")).toBe(8);
});

describe("a column beside prestations that each have the same headings below them", () => {
  const parc = (apart: string, value: string | number) =>
    sheet("Parc", [
      [null, null, null, "Serveur standard", null, "Postes clients standard", null, null],
      ["Commune", "École", "Élèves", "En service", "Installés", "En service", "Installés", apart],
      ["Beure", "École du Bourg", 50, 1, 0, 12, 2, value],
      ["Pirey", "École", 40, 1, 1, 9, 0, value],
    ]);
  const errors = (result: ReturnType<typeof read>): string[] =>
    result.anomalies().filter((each) => each.startsWith("error"));

  it.each<[string, string | number]>([
    ["Suivi par", "M. Roy"],
    ["Salles", 7],
    ["Maintenance (€)", 1580],
  ])("is none of the last prestation: « %s »", (apart, value) => {
    const result = read(parc(apart, value));
    expect(errors(result)).toEqual([]);
    expect(
      ["maintenance", "installation"].map((nature) =>
        result.quantity("École du Bourg", "POSTE_STD", nature as "installation"),
      ),
    ).toEqual([12, 2]);
  });

  it("is still asked about when it may count some of the last prestation: « Prêtés »", () => {
    expect(errors(read(parc("Prêtés", 3)))).toEqual(["error unclear-header H2"]);
  });
});

describe("two headings that repeat below merged prestations", () => {
  const pairs = (before: string, after: string) =>
    read(
      sheet("Comparatif", [
        ["Commune", "École", "Élèves", null, "Postes clients standard", null, "Serveur standard"],
        [null, null, before, after, before, after, null],
        ["Beure", "École du Bourg", 50, 54, 8, 6, 1],
        ["Pirey", "École", 47, 49, 5, 9, 1],
      ]),
    );
  const ofBourg = (result: ReturnType<typeof read>): (number | string)[] =>
    ["PORTAIL", "POSTE_STD"].map((code) => result.quantity("École du Bourg", code));

  it.each([
    ["N-1", "N"],
    ["An dernier", "Cette année"],
    ["2013", "2014"],
  ])("are those of last year and of the campaign: « %s | %s »", (before, after) => {
    const result = pairs(before, after);
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
    expect(ofBourg(result)).toEqual([54, 6]);
  });

  it.each([
    ["Ancien", "Nouveau"],
    ["Avant", "Après"],
  ])("are asked when nothing says the year: « %s | %s »", (before, after) => {
    const result = pairs(before, after);
    expect(result.anomalies()).toEqual(expect.arrayContaining(["error unclear-header C2", "error unclear-header E2"]));
    expect(ofBourg(result)).toEqual([0, 0]);
  });
});
