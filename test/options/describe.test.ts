import { defaultOptions, describeOptions, linesWithEffect } from "../../src/options";
import { canteens as files, conventionOfFiles } from "../conventions/canteens";

const canteens = conventionOfFiles(files);

/** No-break spaces are made plain, so that the expected texts can be read. */
const lines = (options: typeof defaultOptions) =>
  describeOptions(options).map((line) => line.replaceAll("\u00a0", " "));

describe("describeOptions", () => {
  it("recalls the defaults in one line", () => {
    expect(lines(defaultOptions)).toEqual([
      "Par défaut : Besançon, comme les autres ; Prestation par école, une par école ; Signataire, à compléter ; Fiches (impression), non",
    ]);
  });

  it("recalls none that means nothing under the convention", () => {
    expect(describeOptions(defaultOptions, canteens.nouns, canteens).map((line) => line.replace(/\s/g, " "))).toEqual([
      "Par défaut : Signataire, à compléter ; Fiches (impression), non",
    ]);
  });

  it("says days as people write them", () => {
    const particulars = { sessionOn: "2025-06-26", creditorSiret: "21250056500016" };
    expect(lines({ ...defaultOptions, particulars })).toEqual(
      expect.arrayContaining(["Séance du conseil : 26/06/2025", "SIRET du créancier : 21250056500016"]),
    );
  });

  it("says nothing of comments, on which no amount depends", () => {
    const comments = [{ commune: "Pirey", against: 2014, text: "Travaux" }];
    expect(lines({ ...defaultOptions, comments })).toEqual(lines(defaultOptions));
  });

  it("says each choice made, then the defaults kept", () => {
    expect(
      lines({
        ...defaultOptions,
        besancon: "left-out",
        signatory: { name: "Mme X", title: "", delegation: "Pour le Maire et par délégation" },
        sharingKeys: [
          {
            commune: "Mamirolle",
            school: "École primaire",
            shares: [
              { commune: "Mamirolle", weight: 95 },
              { commune: "Le Gratteris", weight: 17.5 },
            ],
          },
        ],
        mappings: [{ file: null, sheet: "Parc", cell: "E4", as: "POSTE_STD" }],
        communes: [
          { file: null, sheet: "Parc", cell: "A5", commune: "Chalezeule", was: "Chalezeulle" },
          { file: null, sheet: "Parc", cell: "A9", commune: "Beure" },
          { file: null, sheet: "Parc", cell: "A7", commune: "Chalezeule", was: "Chalezeulle" },
          { file: "autre.xlsx", sheet: "Parc", cell: "A7", commune: "Chalezeule", was: "Chalezeulle" },
        ],
        setAside: [
          { file: "autre.xlsx", sheet: "Parc", row: 12, reason: "école fermée" },
          { file: null, sheet: "Parc", row: 12, column: "F", reason: "école fermée" },
        ],
        words: [
          { word: "MES", kind: "nature", as: "installation" },
          { word: "au garage", kind: "state", as: "in-service" },
        ],
        tables: [{ file: null, sheet: "Livraisons", cell: "A3", as: "installations" }],
        repeats: [{ file: null, sheet: "Salles", cell: null, as: "added" }],
        accepted: [{ file: null, sheet: "Parc", cell: "F18", code: "implausible-quantity", was: "368" }],
      }),
    ).toEqual([
      "Besançon : non facturée",
      "Signataire : Mme X, Pour le Maire et par délégation",
      "Clé de répartition : École primaire (Mamirolle) – Mamirolle 95, Le Gratteris 17,5",
      "Colonne corrigée : Parc!E4 lue comme « POSTE_STD »",
      "Commune choisie : Chalezeule pour « Chalezeulle » (Parc!A5, A7)",
      "Commune choisie : Beure (Parc!A9)",
      "Commune choisie : Chalezeule pour « Chalezeulle » ([autre.xlsx]Parc!A7)",
      "Ligne écartée : [autre.xlsx]Parc, ligne 12 : école fermée",
      "Ligne écartée : Parc, ligne 12, tableau de la colonne F : école fermée",
      "Mot précisé : « MES » (nature) lu comme « installation »",
      "Mot précisé : « au garage » (état) lu comme « en service »",
      "Tableau précisé : Livraisons!A3 : installations",
      "Écoles répétées : Salles : additionner",
      "Valeur acceptée : Parc!F18, « 368 » (quantité)",
      "Par défaut : Prestation par école, une par école ; Fiches (impression), non",
    ]);
  });

  it("has no line of defaults where every choice was made", () => {
    const described = lines({
      ...defaultOptions,
      besancon: "cagb-share-only",
      schoolUnit: "each",
      printableFiches: true,
      signatory: { name: "M. Y", title: "Maire", delegation: "" },
    });
    expect(described).toEqual([
      "Besançon : part CAGB seule",
      "Prestation par école : à l’unité",
      "Signataire : M. Y, Maire",
      "Fiches (impression) : oui",
    ]);
  });
});

test("an acceptance about another workbook bills nothing, and its line is not among those with an effect", () => {
  const accepted = ["compared-total-differs", "implausible-quantity", "rectified-other-inventory"].map((code) => ({
    file: null,
    sheet: null,
    cell: null,
    code,
    was: "368",
  }));
  const lines = linesWithEffect(describeOptions({ ...defaultOptions, accepted }));
  expect(lines.map((one) => one.replaceAll("\u00a0", " "))).toEqual(["Valeur acceptée : « 368 » (quantité)"]);
});

test("an accepted value is said in words, and a line of an older Journal, which ended with a code, counts as the same", () => {
  const codes = ["after-snapshot", "untariffed", "model-table", "one-that-comes-later", "journal-changed"];
  const accepted = codes.map((code) => ({ file: null, sheet: "Parc", cell: "F3", code, was: "20/12/2014" }));
  const described = describeOptions({ ...defaultOptions, accepted }).filter((one) => one.startsWith("Valeur acceptée"));
  expect(described.map((one) => /\(.*\)$/.exec(one)![0])).toEqual([
    "(date)",
    "(sans tarif)",
    "(modèle)",
    "(point à vérifier)",
    "(autre classeur)",
  ]);
  const older = described.map((one, at) => one.replace(/\(.*\)$/, `(${codes[at]})`));
  expect(linesWithEffect(older)).toEqual(linesWithEffect(described));
});
