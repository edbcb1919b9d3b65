import type { Cell } from "../../src/cells";
import type { SheetModel } from "../../src/documents";
import { makeSheets } from "../at-once";
import { read, sheet as rowsOf } from "../inventory/workbook-of";
import { expectResults } from "./evaluate";
import { inputOf, rowOf, sheet, textsOf } from "./fixtures";

const headings = ["Commune", "École", "Élèves", "Pack logiciel", "Serveurs", "Postes clients"];
type Counts = readonly [pupils: Cell, pack: Cell, servers: Cell, workstations: Cell];

/** The documents of an inventory of schools of Beure, errors accepted. */
function documents(...schools: readonly Counts[]): SheetModel[] {
  const rows = schools.map((counts, index) => ["Beure", `École ${index + 1}`, ...counts]);
  const { reading } = read(rowsOf("Inventaire", [headings, ...rows]));
  return makeSheets(inputOf(reading));
}

const fiche = (...schools: readonly Counts[]) => sheet(documents(...schools), "fiche-25058-212500581");

/** What is written in the row of a prestation. */
const said = (model: SheetModel, label: string) =>
  rowOf(model, label).flatMap((cell) => (cell === null || cell.value === null ? [] : [cell.value]));

test("a quantity to be corrected stands on its line as it is written, with its price and no amount", () => {
  const model = fiche([80, 1, 1, "beaucoup"]);
  expect(said(model, "Poste client standard")).toEqual([
    "Poste client standard",
    "«\u00a0beaucoup\u00a0»",
    36.86,
    "à corriger",
    ...["Maintenance", "POSTE_STD"],
  ]);
});

test("one that the debtor bears stands in its part; a blank headcount is missing", () => {
  const model = fiche([null, 1, 1, 10]);
  expect(said(model, "Accès Portail éducatif/enfant").slice(1, 4)).toEqual(["manque", 5.27, "à corriger"]);
  expect(textsOf(model)).toContain("0 élève\u202f; un effectif est à corriger");
});

test("the figures at the top say how many are to be corrected, and no number of them passes for what is in service", () => {
  const two = textsOf(fiche([80, 1, 1, "beaucoup"], [60, 1, 1, -4], [40, 1, 1, 3]));
  expect(two).toEqual(expect.arrayContaining(["3 postes comptés", "2 quantités de postes sont à corriger"]));
  expect(textsOf(fiche([80, 1, 1, 2.5]))).toEqual(
    expect.arrayContaining(["0 poste compté", "une quantité de postes est à corriger"]),
  );
});

test("sums pass over what is to be corrected, of a school that has nothing else too", () => {
  const models = documents(
    [null, null, null, "beaucoup"],
    [60, 1, 1, -4],
    [40, 1, 1, 3],
    [30, 1, "x", 2],
    [20, 1, 1, 2],
  );
  expectResults(models);
  const wrong = textsOf(sheet(models, "fiche-25058-212500581")).filter((text) => text === "à corriger");
  expect(wrong).toHaveLength(3);
});

test("an error in no column of a prestation stands on no line: its place is all that is said", () => {
  const { reading } = read(
    rowsOf("Inventaire", [headings, ["Beure", "École", 80, 1, 1, 2], ["Beure", null, 10, 1, 1, 2]]),
  );
  const texts = textsOf(sheet(makeSheets(inputOf(reading)), "fiche-25058-212500581"));
  expect(texts.join()).toContain("Provisoire");
  expect(texts).not.toContain("à corriger");
});
