import { compareCommunes, compareNames } from "../../src/statement/order";
import * as given from "./fixtures";

describe("names come in the order of French dictionaries", () => {
  test("whatever their accents", () => {
    expect(["Zèbre", "Étang", "eau", "Éau"].sort(compareNames)).toEqual(["eau", "Éau", "Étang", "Zèbre"]);
  });

  test("two spellings that a dictionary does not tell apart always come in the same order", () => {
    const [composed, decomposed] = ["École", "École".normalize("NFD")] as const;
    expect([composed, decomposed].sort(compareNames)).toEqual([decomposed, composed]);
    expect([decomposed, composed].sort(compareNames)).toEqual([decomposed, composed]);
    expect([compareNames(composed, decomposed), compareNames(decomposed, composed)]).toEqual([1, -1]);
    expect(compareNames(composed, composed)).toBe(0);
  });

  test("communes of one name come by INSEE code", () => {
    const [one, other] = [given.commune("25001", "Le Bas"), given.commune("25002", "Le Bas")];
    const first = given.commune("25900", "Amagney");
    expect([other, one, first].sort(compareCommunes)).toEqual([first, one, other]);
    expect([one, other, first].sort(compareCommunes)).toEqual([first, one, other]);
    expect([compareCommunes(other, one), compareCommunes(one, other)]).toEqual([1, -1]);
    expect(compareCommunes(one, { ...one })).toBe(0);
  });
});
