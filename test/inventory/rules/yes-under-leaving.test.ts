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

  test("a yes under a heading about something else is not asked about", () => {
    for (const header of ["Classe fermée", "Fiche retournée", "Cantine", "Accueil de loisirs"])
      expect([header, errors(read(schools(header, "oui", "oui")))]).toEqual([header, []]);
  });
});
