import { sheetOfValues, type SheetCells } from "../../../../src/cells";
import { listSheets, searchSheets } from "../../../../src/taskpane/browser/pages/listed-sheets";

const sheetOf = (name: string, key: string | null, rows: SheetCells["rows"] = []): SheetCells => ({
  ...sheetOfValues(name, rows),
  generatedKey: key,
});

const sheets = [
  sheetOf("Parc", null, [["Commune"], ["Amagney"]]),
  sheetOf("Fiche Amagney", "fiche-25014-212500144", [["Amagney"], ["École primaire"], ["Serveur standard / école", 1]]),
  sheetOf("Titre CAGB", "titre", [["État liquidatif"]]),
  sheetOf("Fiche Besançon", "fiche-25056-212500565", [["Besançon"], ["École élémentaire Pasteur"]]),
  sheetOf("Récapitulatif", "recapitulatif", [["Amagney"]]),
];
const ownAmounts = [
  { name: "ORDICLASSE_TITRE", amount: 1680.44 },
  { name: "ORDICLASSE_COMMUNES", amount: 1169.05 },
  { name: "ORDICLASSE_DU_25014", amount: 1169.05 },
];
const listed = listSheets({ ownAmounts }, sheets);
const search = (words: string) =>
  searchSheets(listed, words, (name) => sheets.find((sheet) => sheet.name === name)!).map(({ name, found }) => [
    name,
    found,
  ]);

test("documents come first, then fiches by their commune, then the sheets of the user, each with the amount that the workbook names", () => {
  expect(listed.map(({ part, label, amount }) => [part, label, amount])).toEqual([
    ["documents", "Titre CAGB", 1680.44],
    ["documents", "Récapitulatif", null],
    ["fiches", "Amagney", 1169.05],
    ["fiches", "Besançon", null],
    ["own", "Parc", null],
  ]);
});

test("a commune is found by its name, whatever its accents and its case", () => {
  expect(search("besancon")).toEqual([["Fiche Besançon", null]]);
});

test("a commune comes before the fiches with its name in a text, and what every fiche says is no way to find one", () => {
  const paper = (commune: string, key: string, ...rows: string[]) =>
    sheetOf(`Fiche ${commune}`, key, [["Ville de Besançon · Ordiclasse"], [commune], ...rows.map((row) => [row])]);
  const fiches = [
    paper("Amagney", "fiche-25014-212500144", "École primaire"),
    paper("Beure", "fiche-25058-212500581", "École de la route de Besançon"),
    paper("Besançon", "fiche-25056-212500565", "École élémentaire Pasteur"),
  ];
  const foundFor = (words: string) =>
    searchSheets(listSheets({ ownAmounts }, fiches), words, (name) => fiches.find((one) => one.name === name)!).map(
      ({ label, found }) => [label, found],
    );
  expect(foundFor("besancon")).toEqual([
    ["Besançon", null],
    ["Beure", "École de la route de Besançon"],
  ]);
  expect(foundFor("ville de")).toEqual([]);
});

test("a fiche is found by a school, which is then said; other sheets by their name alone", () => {
  expect(search("pasteur")).toEqual([["Fiche Besançon", "École élémentaire Pasteur"]]);
  expect(search("Amagney")).toEqual([["Fiche Amagney", null]]);
  expect([search("recap"), search("Saône")]).toEqual([[["Récapitulatif", null]], []]);
});

test("the list without a search has all the sheets", () => {
  expect(search("  ").length).toBe(sheets.length);
});
