import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const schools = [
  ["Beure", "École du Bourg"],
  ["Pirey", "École du Pont"],
  ["Thise", "École Jules Ferry"],
] as const;
const pupils = sheet("Effectifs", [["Commune", "École", "Effectif"], ...schools.map((school) => [...school, 50])]);
/** A row a school, with what it has. */
const items = (heading: string, ...cells: readonly (readonly Cell[])[]) =>
  sheet("Lignes", [
    ["Commune", "École", "Prestation", heading, "Quantité"],
    ...cells.map((own, at) => [...schools[at]!, ...own]),
  ]);
const equipment = (result: Read): string[] =>
  result.quantities
    .filter((line) => !/PORTAIL|PACK/.test(line))
    .map((line) => line.replace(/^.*?\|\S.*? (?=[A-Z]+_?[A-Z]* )/, ""));

describe("a mark that repeats what is written above", () => {
  test.each(['"', "idem", "Id.", "d°", '-"-', "〃"])("stands for the prestation above: « %s »", (mark) => {
    const result = read(items("Salle", ["Poste client standard", "A", 3], [mark, "B", 4], [mark, "C", 5]), pupils);
    expect([errors(result), equipment(result)]).toEqual([
      [],
      ["POSTE_STD maintenance 3", "POSTE_STD maintenance 4", "POSTE_STD maintenance 5"],
    ]);
  });

  test("stands for the nature above", () => {
    const poste = "Poste client standard";
    const result = read(
      items("Nature", [poste, "Maintenance", 3], [poste, "Installation", 4], [poste, '"', 5]),
      pupils,
    );
    expect(equipment(result)).toEqual([
      "POSTE_STD maintenance 3",
      "POSTE_STD installation 4",
      "POSTE_STD installation 5",
    ]);
  });

  test("is no quantity, and repeats nothing where nothing is right above", () => {
    const poste = "Poste client standard";
    expect(errors(read(items("Salle", [poste, "A", 3], [poste, "B", '"']), pupils))).toEqual([
      "error quantity-text E3",
    ]);
    expect(errors(read(items("Salle", ['"', "A", 3], [poste, "B", 3]), pupils))).toContain("error unknown-label C2");
  });

  test("takes the noun above with what follows it, where that names something", () => {
    const result = read(items("Salle", ["Serveur standard", "A", 1], ["d° spécifique", "B", 2]), pupils);
    expect([errors(result), equipment(result)]).toEqual([
      [],
      ["SERVEUR_STD maintenance 1", "SERVEUR_SPEC maintenance 2"],
    ]);
  });

  test("takes all that is above where its noun would not say as much: each is asked by what it would say", () => {
    const rows = [
      ["Serveur spécifique", "A", 1],
      ["d° Kwartz", "B", 2],
      ["d° hors galet", "C", 1],
    ];
    const result = read(items("Salle", ...rows), pupils);
    expect(equipment(result)).toEqual(["SERVEUR_SPEC maintenance 1", "SERVEUR_SPEC maintenance 2"]);
    expect(result.messages.filter((text) => text.includes("galet"))[0]).toContain(
      "Serveur spécifique Kwartz hors galet",
    );
  });
});
