import { billCampaign } from "../../src/billing";
import { fold, forgetTexts, memoByText, plainWords, rememberedTexts } from "../../src/cells";
import { campaignOf } from "../../src/tariff";
import { sheet } from "../inventory/workbook-of";
import fc from "../properties";
import { made } from "../made";

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

  it.each([
    ["L’École (n° 2)", "l ecole n 2"],
    ["  Élémentaire/Maternelle, ", "elementaire maternelle"],
    ["« – »", ""],
  ])("takes the words of « %s » without its punctuation", (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it("folds a text without accents as one with them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => fold(`${text}|é`) === `${fold(`${text}|`)}e`),
    );
  });

  it("texts that differ by a letter stay different", () => {
    expect(fold("Auxon-Dessous")).not.toBe(fold("Auxon-Dessus"));
    expect(fold("Franois")).not.toBe(fold("François"));
  });
});

beforeEach(() => forgetTexts());

describe("a function that remembers its results by text", () => {
  const counted = () => {
    const worked: string[] = [];
    return { worked, read: memoByText((text) => (worked.push(text), text.length)) };
  };

  it("works on a text once, until it is forgotten", () => {
    const { worked, read } = counted();
    expect([read("abc"), read("abc"), read("de")]).toEqual([3, 3, 2]);
    expect(worked).toEqual(["abc", "de"]);
    expect(rememberedTexts()).toBe(2);
    forgetTexts();
    expect([rememberedTexts(), read("abc"), rememberedTexts()]).toEqual([0, 3, 1]);
    expect(worked).toEqual(["abc", "de", "abc"]);
  });

  it("remembers a few thousand texts at most, and a few of prose", () => {
    const { read } = counted();
    for (let number = 0; number < 50_000; number++) read(`INV-${number}`);
    expect(rememberedTexts()).toBeLessThanOrEqual(4000);
    // A label that goes on coming among them is worked on once.
    const { worked, read: readAmong } = counted();
    for (let number = 0; number < 10_000; number++) {
      readAmong(`INV-${number}`);
      readAmong("Poste");
    }
    expect(worked.filter((text) => text === "Poste")).toHaveLength(1);
    forgetTexts();
    const prose = counted();
    for (let length = 32_000; length < 32_010; length++)
      for (let again = 0; again < 3; again++) expect(prose.read("x".repeat(length))).toBe(length);
    expect([prose.worked.length, rememberedTexts() <= 4]).toEqual([10, true]);
    forgetTexts();
    expect(rememberedTexts()).toBe(0);
  });
});

it("nothing that a reading looked at outlives it: neither labels nor the names of pupils", () => {
  const liste = [
    ["Commune", "École", "Nom", "Prénom", "Classe"],
    ["Amagney", "École primaire", "QUINTRAND", "Ondine", "CE1"],
  ];
  const parc = [
    ["Commune", "École", "Poste client"],
    ["Amagney", "École primaire", 3],
  ];
  const sheets = [sheet("Liste", liste)("parc.xlsx"), sheet("Parc", parc)("parc.xlsx")];
  const billed = made(
    billCampaign({
      workbooks: [{ file: "parc.xlsx", date1904: false, sheets }],
      openingAnomalies: [],
      campaign: campaignOf(2014),
      options: {},
      journal: { when: "2014-11-25 14:03", rows: [] },
      userSheetNames: ["Liste", "Parc"],
      generatedSheets: [],
    }),
  );
  expect(billed.statement.pupils).toBe(1);
  // Documents were made since, of schools and communes: nothing that the list alone holds.
  expect(rememberedTexts()).toBeLessThan(5);
});
