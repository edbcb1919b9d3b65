import { at, openSmall, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

test("carries its cells, sizes, print set-up and sheet-scoped names, which point at the copy", () => {
  const parc = sheetOf(workbook, "Parc");
  workbook.type("Parc", "B4", "=SUM(B2:B3)");
  at(parc, ["getRange", "1:1"], "format").set("rowHeight", 30);
  at(parc, ["getRange", "A:A"], "format").set("columnWidth", 90);
  at(parc, "names", ["add", "Total", "=Parc!$B$4"]);
  at(parc, "names", ["add", "Cle", '="parc"']).set("visible", false);
  at(parc, "pageLayout").set("orientation", "Landscape");
  const copy = at(parc, ["copy", "After", parc]);
  expect(workbook.book.sheets.map(({ name }) => name)).toEqual(["Parc", "Parc (2)", "Effectifs 2014"]);
  expect(workbook.cell("Parc (2)", "B4")).toBe(19);
  workbook.type("Parc (2)", "B2", 1);
  expect([workbook.cell("Parc (2)", "B4"), workbook.cell("Parc", "B4")]).toEqual([8, 19]);
  expect(at(copy, "names", ["getItem", "Total"]).get("formula")).toBe("='Parc (2)'!$B$4");
  expect(at(copy, "names", ["getItem", "Cle"]).get("visible")).toBe(false);
  expect(at(copy, "pageLayout").get("orientation")).toBe("Landscape");
  expect(at(copy, ["getRange", "A1"], "format").get("rowHeight")).toBe(30);
  expect(at(copy, ["getRange", "A1"], "format").get("columnWidth")).toBe(90);
});

test("a copied sheet goes before the others unless its place is given, under a free name", () => {
  const parc = sheetOf(workbook, "Parc");
  parc.call("copy", []);
  parc.call("copy", ["End"]);
  parc.call("copy", ["Before", sheetOf(workbook, "Effectifs 2014")]);
  expect(workbook.book.sheets.map(({ name }) => name)).toEqual([
    "Parc (2)",
    "Parc",
    "Parc (4)",
    "Effectifs 2014",
    "Parc (3)",
  ]);
});

test("a name that is as long as a name may be is cut for its number", () => {
  const parc = sheetOf(workbook, "Parc");
  parc.set("name", "x".repeat(31));
  expect(at(parc, ["copy", "End"]).get("name")).toBe(`${"x".repeat(27)} (2)`);
});

test("a copied sheet stays protected; charts and tables are more than the host copies", () => {
  workbook.sheet("Parc").isProtected = true;
  expect(at(sheetOf(workbook, "Parc"), ["copy", "End"], "protection").get("protected")).toBe(true);
  const effectifs = sheetOf(workbook, "Effectifs 2014");
  at(effectifs, "tables", ["add", "A1:B2", true]);
  expect(refusalOf(() => effectifs.call("copy", []))).toBe("NotImplemented");
  expect(workbook.book.sheets).toHaveLength(3);
});
