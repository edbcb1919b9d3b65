import type { Options } from "../../../src/options";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Haut", "Centre", "La Tour"].map((school) => result.quantity(school, "POSTE_STD"));

/** Four schools across, and what stands over them. */
const under = (...over: readonly (string | null)[]): SheetSpec =>
  sheet("Parc", [
    ["Inventaire au 01/11/2014", null, null, null, null],
    [null, ...over],
    ["Commune", "Beure", "Pirey", "Thise", "Morre"],
    ["École", "École du Bourg", "École du Haut", "Centre", "La Tour"],
    ["Effectif", 50, 40, 30, 20],
    ["Pack logiciel", 1, 1, 1, 1],
    ["Poste client standard", 12, 3, 7, 2],
  ]);
const state = (word: string, as: string): Partial<Options> => ({ words: [{ kind: "state", word, as }] });

describe("a text over some of the schools that stand across", () => {
  test("is asked, of the schools below it, where not all of it is read", () => {
    const result = read(under(null, "ÉCOLES GALETS", null, null));
    expect([errors(result)[0], posts(result)]).toEqual(["error unread-section C2", [12, 0, 0, 0]]);
  });

  test("goes as far as the next one", () => {
    const result = read(under("ÉCOLES GALETS", "Secteur Est", null, null));
    expect(posts(result)).toEqual([0, 3, 7, 2]);
  });

  test("changes nothing where it is a place, or where the user said that it says nothing", () => {
    for (const result of [
      read(under(null, "Secteur Est", null, null)),
      readWith(state("ÉCOLES GALETS", "in-service"), under(null, "ÉCOLES GALETS", null, null)),
    ])
      expect([errors(result), posts(result)]).toEqual([[], [12, 3, 7, 2]]);
  });

  test("takes its schools out where the user said so", () => {
    const result = readWith(state("ÉCOLES GALETS", "out"), under(null, null, "ÉCOLES GALETS", null));
    expect([errors(result).includes("error unread-section D2"), posts(result)]).toEqual([false, [12, 3, 0, 0]]);
  });
});
