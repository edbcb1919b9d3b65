import type { Options } from "../../../src/options";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 90],
]);
const parc = sheet("Parc", [
  ["Commune", "École", "Effectif", "Poste client standard"],
  ["Beure", "École du Bourg", 90, 12],
]);
/** Quantities of one school, and a word beside each. */
const moved = (name: string, heading: string, ...words: readonly string[]): SheetSpec =>
  sheet(name, [
    ["Commune", "École", "Date", "Article", heading, "Qté"],
    ...words.map((word, at) => ["Beure", "École du Bourg", `1${at}/04/2014`, "Poste client standard", word, 3 + at]),
  ]);
const posts = (result: Read): number[] =>
  (["maintenance", "installation"] as const).map((nature) => result.quantity("École du Bourg", "POSTE_STD", nature));

describe("a column that says that quantities came, or left", () => {
  test.each([
    ["Mouvement", "Report", "Sortie"],
    ["Mouvement", "Entrée", "Sortie"],
    ["Sens", "E", "S"],
    ["+/−", "+", "−"],
    ["Zorglub", "Arrivée", "Départ"],
    ["Type de mouvement", "Dotation", "Retrait"],
    ["Nature", "Report", "Entrée"],
    ["Opération", "Pose", "Dépose"],
  ])("is asked once, and nothing is added: « %s »: %s, %s", (heading, ...words) => {
    const result = read(moved("Parc", heading, ...words), pupils);
    expect([errors(result), posts(result)]).toEqual([["error movements-column E1"], [0, 0]]);
  });

  test.each([
    ["Bâtiment", "A", "B"],
    ["Type", "Fixe", "Portable"],
    ["Secteur", "E", "O"],
    ["Provenance", "Achat", "Don"],
  ])("is not one that says where, or which: « %s »: %s, %s", (heading, ...words) => {
    expect(errors(read(moved("Parc", heading, ...words), pupils))).not.toContain("error movements-column E1");
  });

  test("is no nature where one of its words says maintenance: the other is asked by itself", () => {
    const result = read(moved("Parc", "Nature", "Maintenance", "Dépose"), pupils);
    expect(errors(result)).toEqual(["error unknown-nature E3"]);
  });

  test("changes nothing where it is a remark of some rows", () => {
    const result = read(moved("Parc", "Observations", "retour SAV", ""), pupils);
    expect(errors(result)).not.toContain("error movements-column E1");
  });

  const installations = moved("Installations", "Mouvement", "Arrivée", "Départ");

  test("says of installations, word by word, which they are, once the user said that it is their nature", () => {
    const options: Partial<Options> = {
      mappings: [{ file: null, sheet: "Installations", cell: "E1", as: "nature" }],
      words: [
        { kind: "nature", word: "Arrivée", as: "installation" },
        { kind: "nature", word: "Départ", as: "nothing" },
      ],
    };
    expect(errors(read(parc, installations))).toEqual(["error movements-column E1"]);
    const result = readWith(options, parc, installations);
    expect([errors(result), posts(result)]).toEqual([[], [12, 3]]);
  });
});
