import { at, openSmall, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const names = () => at(workbook.root, "names");

describe("names", () => {
  test("names refer to a range, a formula or a constant", () => {
    const range = at(names(), ["add", "Postes", rangeOf(workbook, "Parc", "B2:B3")]);
    const formula = at(names(), ["add", "ORDICLASSE_TITRE", "='Parc'!$B$3"]);
    const key = at(names(), ["add", "Cle", '="titre"']);
    expect([range, formula, key].map((name) => [name.get("type"), name.get("formula"), name.get("value")])).toEqual([
      ["Range", "=Parc!$B$2:$B$3", "Parc!B2:B3"],
      ["Range", "=Parc!$B$3", "Parc!B3"],
      ["String", '="titre"', "titre"],
    ]);
    expect(at(formula, ["getRange"]).get("values")).toEqual([[7]]);
    expect(key.call("getRangeOrNullObject", [])).toBeNull();
    expect(names().items!().map((name) => name.id)).toEqual(["Postes", "ORDICLASSE_TITRE", "Cle"]);
  });

  test("a name of a sheet is its own, and wins there", () => {
    at(names(), ["add", "Part", "=2"]);
    at(sheetOf(workbook, "Parc"), "names", ["add", "Part", "=10"]);
    workbook.type("Parc", "D1", "=Part+1");
    workbook.type("Effectifs 2014", "D1", "=Part+1");
    expect([workbook.cell("Parc", "D1"), workbook.cell("Effectifs 2014", "D1")]).toEqual([11, 3]);
    expect(at(sheetOf(workbook, "Parc"), "names", ["getItem", "part"]).get("scope")).toBe("Worksheet");
    expect(resultOf(names(), "getCount")).toBe(1);
  });

  test("a name leads elsewhere once its formula is changed, and is gone once deleted", () => {
    const name = at(names(), ["add", "Postes", "=Parc!$B$2"]);
    workbook.type("Parc", "D1", "=Postes");
    name.set("formula", "=Parc!$B$3");
    expect(workbook.cell("Parc", "D1")).toBe(7);
    name.call("delete", []);
    expect(workbook.cell("Parc", "D1")).toMatchObject({ code: "#NAME?" });
    expect(names().call("getItemOrNullObject", ["Postes"])).toBeNull();
    expect(refusalOf(() => name.get("name"))).toBe("ItemNotFound");
  });

  test("a name can be hidden once it is added, and not after its formula was changed", () => {
    const name = at(names(), ["add", "Cle", '="titre"']);
    name.set("visible", false);
    expect(name.get("visible")).toBe(false);
    name.set("formula", '="autre"');
    name.set("visible", false);
    expect([name.get("formula"), name.get("visible")]).toEqual(['="autre"', true]);
  });

  test("a text that is no name, a name that is taken, or that points at no sheet, is refused", () => {
    at(names(), ["add", "Postes", "=1"]);
    for (const name of ["A1", "R1C1", "2014", "deux mots", ""])
      expect(refusalOf(() => at(names(), ["add", name, "=1"]))).toBe("InvalidArgument");
    expect(refusalOf(() => at(names(), ["add", "POSTES", "=1"]))).toBe("ItemAlreadyExists");
    expect(refusalOf(() => at(names(), ["add", "Autre", "='Nulle part'!A1"]))).toBe("InvalidArgument");
  });
});
