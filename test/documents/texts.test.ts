import { typeset } from "../../src/documents/kit/texts";

describe("texts of documents are set as French printers do", () => {
  test.each([
    ["Option : oui ; 3 € ? 5 % !", "Option\u00a0: oui\u202f; 3\u202f€\u202f? 5\u00a0%\u202f!"],
    ["l’état n° 58 du 1er mai", "l’état n°\u00a058 du 1ᵉʳ mai"],
    ["soit -3,5 (-2) de 2014-01", "soit \u22123,5 (\u22122) de 2014-01"],
    ["« Réglages »", "«\u00a0Réglages\u00a0»"],
    ["à 14:03", "à 14:03"],
    ["", ""],
  ])("%s", (written, set) => {
    expect(typeset(written)).toBe(set);
    expect(typeset(set)).toBe(set);
  });

  test("quoted texts stay as their author wrote them, names of sheets among them", () => {
    expect(typeset("La feuille « Parc au 1er nov : n° 1 » dit « -5 » ; voir")).toBe(
      "La feuille «\u00a0Parc au 1er nov : n° 1\u00a0» dit «\u00a0-5\u00a0»\u202f; voir",
    );
    expect(typeset("Un guillemet « seul : non fermé")).toBe("Un guillemet « seul\u00a0: non fermé");
  });
});
