import { unrecognisedSheets } from "../../src/inventory";
import { builtInGrids, campaignOf } from "../../src/tariff";
import { sheet, workbook, type SheetSpec } from "./workbook-of";

/** Why the sheet of a workbook without an inventory is not taken. */
const why = (spec: SheetSpec) =>
  unrecognisedSheets({
    workbooks: [workbook([spec])],
    campaign: campaignOf(2014),
    grid: builtInGrids[0]!,
  })[0]!.why;

describe("a sheet that is not taken says what it lacks", () => {
  it.each<[string, SheetSpec, string]>([
    ["nothing in it", sheet("Feuil1", []), "empty"],
    [
      "accounts of something else",
      sheet("Cantine", [
        ["Menu", "Prix"],
        ["Poisson", 4],
      ]),
      "nothing",
    ],
    [
      "communes without equipment",
      sheet("Liste", [
        ["Commune", "Maire"],
        ["Amagney", "M. X"],
      ]),
      "no-equipment",
    ],
    ["the name of a commune is enough", sheet("Liste", [["Amagney", 12]]), "no-equipment"],
    ["equipment of nowhere", sheet("Stock", [["Poste client standard", 12]]), "no-place"],
    ["both, in a text", sheet("Note", [["Amagney"], ["Poste client standard"]]), "no-table"],
    ["hidden", sheet("Parc", [["Commune", "Poste client standard"]], { visibility: "hidden" }), "hidden"],
    ["made by us", sheet("Titre CAGB", [["Titre"]], { generatedKey: "titre" }), "generated"],
    ["the user's choices", sheet("Options Ordiclasse", [["Option", "Valeur"]]), "settings"],
  ])("%s", (_, spec, expected) => expect(why(spec)).toBe(expected));

  it("takes no sentence for a heading", () => {
    const sentence = "Penser à relancer les écoles de chaque commune pour les effectifs de la rentrée.";
    expect(why(sheet("Notes", [[sentence]]))).toBe("nothing");
  });

  it("is told with its file where that is not the first", () => {
    const workbooks = [workbook([sheet("A", [])]), workbook([sheet("B", [])], { file: "autre.xlsx" })];
    const untaken = unrecognisedSheets({ workbooks, campaign: campaignOf(2014), grid: builtInGrids[0]! });
    expect(untaken.map(({ sheet: { name, otherFile } }) => [name, otherFile])).toEqual([
      ["A", null],
      ["B", "autre.xlsx"],
    ]);
  });
});
