import { parseOptions, readOptionsSheet } from "../../src/options";
import { message } from "../../src/messages";
import { headers, sheetOf } from "./sheet-of";

const inSheet = (...rows: (string | number)[][]) => {
  const read = readOptionsSheet([sheetOf([headers, ...rows])]);
  return read.ok ? [] : read.error;
};
const inFile = (options: object) => {
  const read = parseOptions(options, "options.json");
  return read.ok ? [] : read.error;
};
const placesInSheet = (...rows: (string | number)[][]) => inSheet(...rows).map(({ code, cell }) => [code, cell]);
const placesInFile = (options: object) => inFile(options).map(({ code, params }) => [code, params["field"]]);

describe("two choices that answer otherwise about one place or word", () => {
  it.each([
    ["the role of a column", ["Colonne", "Parc", "E4", "POSTE_STD"], ["Colonne", "Parc", "$E$4", "SERVEUR_CS"]],
    ["the commune of a cell", ["Commune", "Parc", "A12", "Pirey"], ["Commune", "Parc", "A12", "Beure", "", "Pirei"]],
    ["a word", ["Mot", "MES", "nature", "installation"], ["Mot", "mes", "nature", "maintenance"]],
    ["a table", ["Tableau", "Parc", "", "effectifs"], ["Tableau", "Parc", "", "rien à facturer"]],
    ["a repeat", ["Répétition", "Parc", "A3", "additionner"], ["Répétition", "Parc", "A3", "garder la première"]],
  ])("are refused, both told, at the second: %s", (_about, one, other) => {
    expect(placesInSheet(one, ["Besançon", "comme les autres"], other)).toEqual([["options-contradiction", "D4"]]);
  });

  it("are refused in a file at the second of its list", () => {
    const choice = { sheet: "Parc", cell: "A12", commune: "Pirey" };
    expect(
      placesInFile({ words: [], communes: [choice, { ...choice, cell: "A13" }, { ...choice, commune: "Beure" }] }),
    ).toEqual([["options-contradiction", "communes[2]"]]);
  });

  it("are told in a sentence that quotes both", () => {
    const [told] = inSheet(["Mot", "MES", "nature", "installation"], ["Mot", "MES", "nature", "maintenance"]);
    expect(message(told!.code, told!.params, "fr").replace(/\s/g, " ")).toBe(
      "Deux choix se contredisent sur « Mot : MES, nature » : « installation », puis « maintenance ». Aucune option n’est appliquée. Gardez le bon, effacez l’autre.",
    );
  });
});

it.each([
  ["say the same twice", ["Commune", "Parc", "A12", "Pirey"], ["Commune", "Parc", "A12", "PIREY"]],
  ["are about two files", ["Commune", "Parc", "A12", "Pirey", "a.xlsx"], ["Commune", "Parc", "A12", "Beure", "b.xlsx"]],
  [
    "hold for two things written there",
    ["Commune", "Parc", "A12", "Pirey", "", "Pirei"],
    ["Commune", "Parc", "A12", "Beure", "", "Beur"],
  ],
  ["accept two values of a cell", ["Accepté", "Parc", "F1", "x", "", "36"], ["Accepté", "Parc", "F1", "x", "", "37"]],
])("choices that %s do not contradict each other", (_why, one, other) => {
  expect(placesInSheet(one, other)).toEqual([]);
});
