import { at, openSmall, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

describe("tables", () => {
  test("are the workbook's as well as their sheet's", () => {
    const added = at(sheetOf(workbook, "Parc"), "tables", ["add", "A1:B3", true]);
    added.set("name", "Tarifs");
    const table = at(workbook.root, "tables", ["getItem", "tarifs"]);
    expect(table.id).toBe(added.id);
    expect(at(workbook.root, "tables", ["getItem", table.id!]).get("name")).toBe("Tarifs");
    expect(at(table, ["getRange"]).get("address")).toBe("Parc!A1:B3");
    expect(at(table, ["getHeaderRowRange"]).get("values")).toEqual([["École", "Postes"]]);
    expect(at(table, ["getDataBodyRange"]).get("address")).toBe("Parc!A2:B3");
    expect(at(table, "worksheet").get("name")).toBe("Parc");
  });

  test("do not overlap, and have a name each", () => {
    const tables = at(sheetOf(workbook, "Parc"), "tables");
    at(tables, ["add", "A1:B3", true]).set("name", "Tarifs");
    expect(refusalOf(() => at(tables, ["add", "B2:C4", true]))).toBe("InvalidArgument");
    const other = at(tables, ["add", "E1:F3", true]);
    expect(refusalOf(() => other.set("name", "TARIFS"))).toBe("ItemAlreadyExists");
    expect(refusalOf(() => other.set("name", "deux mots"))).toBe("InvalidArgument");
  });

  test("hold no merged cell, and cells of a table are not merged", () => {
    const parc = sheetOf(workbook, "Parc");
    at(parc, ["getRange", "D1:E1"]).call("merge", []);
    expect(refusalOf(() => at(parc, "tables", ["add", "D1:E3", true]))).toBe("InvalidArgument");
    at(parc, "tables", ["add", "A1:B3", true]);
    expect(refusalOf(() => at(parc, ["getRange", "A2:B2"]).call("merge", []))).toBe("InvalidArgument");
  });

  test("are told with their sheet and their filter buttons, resized, and given up with or without their cells", () => {
    const parc = sheetOf(workbook, "Parc");
    const table = at(parc, "tables", ["add", "A1:B2", true]);
    expect([table.get("name"), table.get("showFilterButton")]).toEqual(["Tableau1", true]);
    table.set("showFilterButton", false);
    table.call("resize", ["A1:B3"]);
    expect(at(table, ["getDataBodyRange"]).get("values")).toEqual([
      ["Beure", 12],
      ["Busy", 7],
    ]);
    expect(at(table, ["convertToRange"]).get("address")).toBe("Parc!A1:B3");
    expect(workbook.cell("Parc", "B3")).toBe(7);
    expect(refusalOf(() => table.get("name"))).toBe("ItemNotFound");
    at(parc, "tables", ["add", "A1:B3", true]).call("delete", []);
    expect([workbook.cell("Parc", "B3"), parc.navigate("tables")!.get("count")]).toEqual([null, 0]);
  });

  test("tables without headers are more than the host does", () => {
    const tables = at(sheetOf(workbook, "Parc"), "tables");
    expect(refusalOf(() => at(tables, ["add", "A1:B3", false]))).toBe("NotImplemented");
  });
});
