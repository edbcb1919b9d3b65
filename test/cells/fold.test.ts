import { fold } from "../../src/cells";

describe("texts as they are compared", () => {
  it.each([
    ["École-Valentin", "ECOLE VALENTIN"],
    ["Cussey-sur-l’Ognon", "cussey sur l'ognon"],
    ["Nb\u00a0élèves", "NB  ELEVES"],
    ["S\u202f/\u202fTotal", "s / total"],
    ["Œuvres", "oeuvres"],
  ])("folds « %s » and « %s » alike", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it("keeps apart what differs by a letter", () => {
    expect(fold("Auxon-Dessous")).not.toBe(fold("Auxon-Dessus"));
    expect(fold("Franois")).not.toBe(fold("François"));
  });
});
