import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));
const schools = (header: string, ...answers: readonly Cell[]) =>
  sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard", header],
    ["Beure", "École du Bourg", 20, 12, answers[0]!],
    ["Pirey", "École du Pont", 40, 9, answers[1]!],
  ]);
const across = (label: string, ...answers: readonly Cell[]) =>
  sheet("Parc", [
    ["Commune", "Beure", "Pirey"],
    ["École", "École du Bourg", "École du Pont"],
    [label, ...answers],
    ["Effectif", 20, 40],
    ["Postes clients standard", 12, 9],
  ]);

const says = (word: string) => ({ words: [{ kind: "state" as const, word, as: "in-service" }] });

describe("a yes under a word that says that schools left is asked of its school, in any layout", () => {
  const words = ["Fermée", "École fermée", "Supprimée", "Transférée", "Regroupée", "Sortie du dispositif"];

  test.each(words)("« %s »", (header) => {
    for (const yes of ["oui", "x", "VRAI", true]) {
      const result = read(schools(header, null, yes));
      expect([yes, errors(result), posts(result)]).toEqual([yes, ["error undue-remark E3"], [12, 0]]);
    }
  });

  test.each(words)("« %s », with the schools across", (label) => {
    const result = read(across(label, "non", "oui"));
    expect([errors(result), posts(result)]).toEqual([["error undue-remark C3"], [12, 0]]);
  });

  test("a column of leaving with no everywhere changes nothing, nor once the user says so", () => {
    expect(errors(read(schools("Fermée", "non", "non")))).toEqual([]);
    expect(errors(readWith(says("Fermée : oui"), schools("Fermée", "non", "oui")))).toEqual([]);
  });

  test("an answer to a yes applies under its own heading alone", () => {
    const spec = sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard", "Fermée", "Sortie du dispositif"],
      ["Beure", "École du Bourg", 20, 12, "oui", null],
      ["Pirey", "École du Pont", 40, 9, null, "oui"],
    ]);
    const result = readWith(says("Fermée : oui"), spec);
    expect([errors(result), posts(result)]).toEqual([["error undue-remark F3"], [12, 0]]);
    expect(errors(readWith(says("oui"), spec))).toEqual(["error undue-remark E2", "error undue-remark F3"]);
  });

  test("a « 1 » or a month alone under a heading of the end of a school is asked about", () => {
    for (const [header, cell] of [
      ["École fermée", "1"],
      ["Fermeture", "juillet 2014"],
      ["Fin d’activité", "07/2014"],
    ] as const)
      expect([header, errors(read(schools(header, null, cell)))]).toEqual([header, ["error undue-remark E3"]]);
    expect(errors(read(schools("Prochaine visite", "12/01/2015", "14/01/2015")))).toEqual([]);
  });

  test("a yes under a heading about something else is not asked about", () => {
    for (const header of ["Classe fermée", "Fiche retournée", "Cantine", "Accueil de loisirs"])
      expect([header, errors(read(schools(header, "oui", "oui")))]).toEqual([header, []]);
  });
});

describe("a row that is due otherwise than the others is asked", () => {
  test.each<[string, Cell, Cell]>([
    ["Facturation", "normale", "suspendue"],
    ["Recouvrement", "CAGB", "direct"],
    ["Gestionnaire", "commune", "SIVOS"],
    ["Budget", "principal", "annexe SIVOS"],
    ["Prorata", "12/12", "8/12"],
    ["Date d’effet", "01/09/2010", "01/12/2014"],
    ["À partir du", null, "01/01/2015"],
    ["Observations", "RAS", "les élèves vont à Larnod depuis la rentrée"],
  ])("« %s | %s | %s »", (header, usual, other) => {
    const spec = sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard", header],
      ["Beure", "École du Bourg", 20, 12, usual],
      ["Saône", "École du Bas", 30, 5, usual],
      ["Pirey", "École du Pont", 40, 9, other],
    ]);
    expect(errors(read(spec))).toEqual(["error undue-remark E4"]);
  });

  test.each<[string, Cell, Cell]>([
    ["Gestionnaire", "Mme Roy", "M. Petit"],
    ["Transport", "commune", "SIVOS"],
    ["Observations", "RAS", "les élèves vont à la piscine le mardi"],
  ])("and not « %s | %s | %s »", (header, one, other) => {
    const result = read(schools(header, one, other));
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });
});

test.each<[string, Cell]>([
  ["dont à la mairie", 2],
  ["dont propriété de la commune", 2],
])("a part that is perhaps not the school's is asked: « %s »", (header, some) => {
  expect(errors(read(schools(header, 0, some)))).toEqual(["error unclear-header E1"]);
});

test("a column of 1 and 0 under what may be due is settled as a state", () => {
  const spec = schools("Facturable (1/0)", 1, 0);
  expect(errors(read(spec))).toEqual(["error unclear-answers E1"]);
  const state = { file: null, sheet: "Parc", cell: "E1", as: "state" };
  const words = [
    { kind: "state" as const, word: "1", as: "in-service" },
    { kind: "state" as const, word: "0", as: "out" },
  ];
  const result = readWith({ mappings: [state], words }, spec);
  expect([errors(result), posts(result)]).toEqual([[], [12, 0]]);
});
