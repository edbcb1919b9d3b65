import { fold } from "../../src/cells";
import fc from "../properties";

describe("texts as they are compared", () => {
  it.each([
    ["École-Valentin", "ECOLE VALENTIN"],
    ["Cussey-sur-l’Ognon", "cussey sur l'ognon"],
    ["Nb\u00a0élèves", "NB  ELEVES"],
    ["S\u202f/\u202fTotal", "s / total"],
    ["Œuvres", "oeuvres"],
    ["N° d’inventaire_bis", "n° d'inventaire bis"],
    ["  T-O-T-A-L\t`x` ", "t o t a l x"],
  ])("folds « %s » and « %s » alike", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it("folds a text without accents as one with them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => fold(`${text}|é`) === `${fold(`${text}|`)}e`),
    );
  });

  it("keeps apart what differs by a letter", () => {
    expect(fold("Auxon-Dessous")).not.toBe(fold("Auxon-Dessus"));
    expect(fold("Franois")).not.toBe(fold("François"));
  });
});
