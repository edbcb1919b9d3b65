import { Places } from "../../../src/cells";
import { read, readWith, sheet } from "../workbook-of";
import type { Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read, ...schools: string[]): number[] =>
  schools.map((school) => result.quantity(school, "POSTE_STD"));

describe("what is no school, where a school is expected", () => {
  const rows = (name: string, pupils: number) =>
    sheet("Parc", [
      ["Commune", "École", "Élèves", "Postes clients standard"],
      ["Saône", "Lilas", 87, 7],
      ["Saône", name, pupils, 3],
    ]);
  const across = (name: string, pupils: number) =>
    sheet("Parc", [
      ["Commune", "Saône", "Saône"],
      ["École", "Lilas", name],
      ["Élèves", 87, pupils],
      ["Postes clients standard", 7, 3],
      ["Pack logiciel", 1, null],
    ]);

  test.each([
    "Stock",
    "Réserve mairie",
    "À prévoir",
    "Réformés",
    "Hors service",
    "Prêts",
    "Mairie",
    "Dont neufs",
    "Neufs 2014",
  ])("is asked, and not billed: « %s »", (name) => {
    const asRow = read(rows(name, 0));
    expect([errors(asRow), posts(asRow, "Lilas", name)]).toEqual([["error not-a-school B3"], [7, 0]]);
    const asColumn = read(across(name, 0));
    expect([errors(asColumn), posts(asColumn, "Lilas", name)]).toEqual([["error no-school-over-column C2"], [7, 0]]);
  });

  test("is a school where it has pupils, or once accepted", () => {
    expect(posts(read(rows("Mairie", 40)), "Mairie")).toEqual([3]);
    expect(posts(read(across("Mairie", 40)), "Mairie")).toEqual([3]);
    const accepted = { file: null, sheet: "Parc", cell: "B3", code: "not-a-school", was: "Mairie" };
    const result = readWith({ accepted: [accepted] }, rows("Mairie", 0));
    expect([errors(result), posts(result, "Mairie")]).toEqual([[], [3]]);
  });

  test.each(["École de la Réserve", "Maternelle du Stock", "Les Prés", "Centre", "Groupe scolaire neuf"])(
    "is not said of a school's own name: « %s »",
    (name) => {
      expect(errors(read(rows(name, 0)))).toEqual([]);
    },
  );
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

test.each(["Parti le", "Enlevé le", "Jeté le", "Départ"])("« %s » over dates says when a machine left", (heading) => {
  const result = read(
    sheet("Registre", [
      ["Commune", "École", "Désignation", "Arrivé le", heading],
      ["Saône", "Lilas", "Poste client standard", "15/03/2010", "30/06/2014"],
      ["Saône", "Lilas", "Poste client standard", "15/03/2010", null],
    ]),
  );
  expect(result.quantity("Lilas", "POSTE_STD")).toBe(1);
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
    errors(result),
    result.quantity("Jouchoux", "POSTE_STD"),
    result.quantity("Jouchoux", "POSTE_STD", "installation"),
  ]).toEqual([[], 5, 2]);
});

test("a day among installations, under a heading that speaks of none, is a number mistyped", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Postes clients standard", "Postes clients standard installés"],
    ["Saône", "Lilas", 87, 7, null],
    ["Saône", "Pergaud", 100, 5, "02/01/2012"],
  ];
  expect(errors(read(sheet("Parc", rows)))).toEqual(["error quantity-text E3"]);
});

test("two columns that the user says are the same prestation add up", () => {
  const rows = [
    ["Commune", "École", "Élèves", "Fixes (std)", "Portables (std)"],
    ["Saône", "Lilas", 87, 5, 3],
  ];
  const as = "POSTE_STD maintenance";
  const mappings = ["D1", "E1"].map((cell) => ({ file: null, sheet: "Parc", cell, as }));
  expect(posts(readWith({ mappings } as never, sheet("Parc", rows)), "Lilas")).toEqual([8]);
});

test("a machine of a « Groupe scolaire », a cell of it blank, is no heading", () => {
  const machine = (serial: string, date: number) => [
    "Groupe scolaire",
    serial,
    "Poste client standard",
    "En service",
    null,
    "Saône",
    date,
  ];
  const result = read(
    sheet("Registre", [
      ["École", "N° de série", "Désignation", "État", "Date de sortie", "Commune", "Mise en service"],
      machine("SN1", 39550),
      machine("SN2", 39551),
      machine("SN3", 41879),
    ]),
  );
  expect([result.quantity("Groupe scolaire", "POSTE_STD"), errors(result)]).toEqual([3, ["error no-headcounts –"]]);
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
  expect([posts(result, "Saône", "Torpes"), errors(result)]).toEqual([[7, 5], []]);
});

test("a day alone among installations of a form is a number mistyped", () => {
  const places = new Places();
  places.add(6, 2);
  const none = new Places();
  const facts = {
    dates: places,
    money: none,
    formulas: none,
    withoutResult: none,
    struck: none,
    sums: new Map<number, string>(),
    filteredRows: new Set<number>(),
  };
  const form = sheet("Fiche", [
    ["Commune de Saône"],
    ["École : Centre"],
    ["Effectif", 117],
    ["Matériel", "En service", "Installé en 2014"],
    ["Serveur standard", 1, null],
    ["Postes clients standard", 2, null],
    ["Pièces détachées", null, 41641],
  ]);
  expect(errors(read((file) => ({ ...form(file), facts })))).toEqual(["error quantity-is-date C7"]);
});
