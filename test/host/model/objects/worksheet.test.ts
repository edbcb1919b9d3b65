import { at, openSmall, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const sheets = () => at(workbook.root, "worksheets");
const names = () => sheets().items!().map((sheet) => sheet.get("name"));
const add = (name: string) => at(sheets(), ["add", name]);

describe("sheets are found by id or by name", () => {
  test("whatever the case of the name", () => {
    const parc = sheetOf(workbook, "parc");
    expect(parc.id).toBe(parc.get("id"));
    expect(at(sheets(), ["getItem", parc.id!]).get("name")).toBe("Parc");
    expect(refusalOf(() => at(sheets(), ["getItem", "Nulle part"]))).toBe("ItemNotFound");
    expect(sheets().call("getItemOrNullObject", ["Nulle part"])).toBeNull();
  });

  test("a new sheet comes last; one that is moved is where it is put", () => {
    add("Notes");
    expect(names()).toEqual(["Parc", "Effectifs 2014", "Notes"]);
    sheetOf(workbook, "Notes").set("position", 0);
    expect(names()).toEqual(["Notes", "Parc", "Effectifs 2014"]);
    expect(resultOf(sheets(), "getCount")).toBe(3);
  });

  test("the active sheet and the selection follow", () => {
    rangeOf(workbook, "Effectifs 2014", "B1:C2").call("select", []);
    expect(at(sheets(), ["getActiveWorksheet"]).get("name")).toBe("Effectifs 2014");
    expect(at(workbook.root, ["getSelectedRange"]).get("address")).toBe("'Effectifs 2014'!B1:C2");
    expect(at(workbook.root, ["getActiveCell"]).get("address")).toBe("'Effectifs 2014'!B1");
    sheetOf(workbook, "Parc").call("activate", []);
    expect(at(workbook.root, ["getSelectedRange"]).get("address")).toBe("Parc!A1");
  });
});

describe("the names of sheets", () => {
  test.each([
    "",
    "x".repeat(32),
    "a/b",
    "a\\b",
    "a:b",
    "a?b",
    "a*b",
    "a[b",
    "a]b",
    "'a",
    "a'",
    "History",
    "historique",
  ])("« %s » is refused", (name) => {
    expect(refusalOf(() => add(name))).toBe("InvalidArgument");
    expect(refusalOf(() => sheetOf(workbook, "Parc").set("name", name))).toBe("InvalidArgument");
  });

  test("one that is taken is refused, whatever the case; a sheet may change the case of its own", () => {
    expect(refusalOf(() => add("PARC"))).toBe("ItemAlreadyExists");
    expect(refusalOf(() => sheetOf(workbook, "Parc").set("name", "effectifs 2014"))).toBe("ItemAlreadyExists");
    sheetOf(workbook, "Parc").set("name", "PARC");
    expect(names()).toEqual(["PARC", "Effectifs 2014"]);
  });

  test("formulas and names follow a sheet that is renamed", () => {
    workbook.type("Effectifs 2014", "B2", "=Parc!B2*2");
    at(workbook.root, "names", ["add", "Postes", rangeOf(workbook, "Parc", "B2:B3")]);
    sheetOf(workbook, "Parc").set("name", "L'Haÿ 2");
    expect(workbook.formula("Effectifs 2014", "B2")).toBe("='L''Haÿ 2'!B2*2");
    expect(workbook.cell("Effectifs 2014", "B2")).toBe(24);
    expect(at(workbook.root, "names", ["getItem", "Postes"]).get("formula")).toBe("='L''Haÿ 2'!$B$2:$B$3");
  });
});

describe("deleting a sheet", () => {
  test("references to a deleted sheet are lost, and its own objects are gone", () => {
    workbook.type("Parc", "C1", "='Effectifs 2014'!B1+B2");
    at(workbook.root, "names", ["add", "Élèves", "='Effectifs 2014'!$B$1"]);
    const sheet = sheetOf(workbook, "Effectifs 2014");
    const range = at(sheet, ["getRange", "A1"]);
    sheet.call("delete", []);
    expect(names()).toEqual(["Parc"]);
    expect(workbook.formula("Parc", "C1")).toBe("=#REF!B1+B2");
    expect(rangeOf(workbook, "Parc", "C1").get("values")).toEqual([["#REF!"]]);
    expect(at(workbook.root, "names", ["getItem", "Élèves"]).get("value")).toBe("#REF!");
    expect(refusalOf(() => range.get("values"))).toBe("ItemNotFound");
    expect(refusalOf(() => sheet.get("name"))).toBe("ItemNotFound");
  });

  test("the last one that shows stays; one that is very hidden is shown first", () => {
    const effectifs = sheetOf(workbook, "Effectifs 2014");
    effectifs.set("visibility", "VeryHidden");
    expect(refusalOf(() => sheetOf(workbook, "Parc").call("delete", []))).toBe("InvalidOperation");
    expect(refusalOf(() => sheetOf(workbook, "Parc").set("visibility", "Hidden"))).toBe("InvalidOperation");
    expect(refusalOf(() => effectifs.call("delete", []))).toBe("InvalidOperation");
    expect(refusalOf(() => effectifs.call("activate", []))).toBe("InvalidOperation");
    effectifs.set("visibility", "Hidden");
    effectifs.call("delete", []);
    expect(names()).toEqual(["Parc"]);
  });
});

describe("an operation that the host does not do", () => {
  test("is refused by name, never silent", () => {
    expect(refusalOf(() => sheetOf(workbook, "Parc").navigate("shapes"))).toBe("NotImplemented");
    expect(refusalOf(() => rangeOf(workbook, "Parc", "A1").call("flashFill", []))).toBe("NotImplemented");
    expect(refusalOf(() => rangeOf(workbook, "Parc", "A1").set("rowIndex", 1))).toBe("NotImplemented");
  });
});
