import { fold, memoByText } from "../../src/cells";

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

  it("works on a text once", () => {
    let worked = 0;
    const read = memoByText((text) => {
      worked += 1;
      return text.length;
    });
    expect([read("abc"), read("abc"), read("de")]).toEqual([3, 3, 2]);
    expect(worked).toBe(2);
  });
});
