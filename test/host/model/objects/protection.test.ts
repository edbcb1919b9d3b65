import { at, openSmall, rangeOf, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

describe("a protected sheet or workbook", () => {
  test("nothing is written on a protected sheet", () => {
    workbook.sheet("Parc").isProtected = true;
    const range = rangeOf(workbook, "Parc", "A1");
    expect(at(sheetOf(workbook, "Parc"), "protection").get("protected")).toBe(true);
    const refused = [
      () => range.set("values", [["x"]]),
      () => range.set("numberFormat", "@"),
      () => range.call("clear", []),
      () => range.call("copyFrom", ["A2"]),
      () => at(range, "format", "font").set("bold", true),
      () => at(range, "format", "borders", ["getItem", "EdgeTop"]).set("style", "Continuous"),
      () => at(range, "format").set("rowHeight", 20),
      () => at(sheetOf(workbook, "Parc"), "pageLayout").set("orientation", "Landscape"),
      () => at(sheetOf(workbook, "Parc"), "freezePanes").call("freezeRows", [1]),
    ];
    expect(refused.map(refusalOf)).toEqual(refused.map(() => "AccessDenied"));
    expect(range.get("values")).toEqual([["École"]]);
  });

  test("no sheet is added, deleted, renamed, moved, hidden or copied in a protected workbook", () => {
    workbook.book.isProtected = true;
    const parc = sheetOf(workbook, "Parc");
    const refused = [
      () => at(workbook.root, "worksheets", ["add", "Notes"]),
      () => parc.call("delete", []),
      () => parc.set("name", "Autre"),
      () => parc.set("position", 1),
      () => parc.set("visibility", "Hidden"),
      () => parc.call("copy", []),
    ];
    expect(refused.map(refusalOf)).toEqual(refused.map(() => "AccessDenied"));
    rangeOf(workbook, "Parc", "A1").set("values", [["x"]]);
    expect(workbook.cell("Parc", "A1")).toBe("x");
  });

  test("the objects of a protected sheet are refused too: tables, charts, filters, page breaks", () => {
    const parc = sheetOf(workbook, "Parc");
    const table = at(parc, "tables", ["add", "A1:B3", true]);
    const chart = at(parc, "charts", ["add", "BarStacked", rangeOf(workbook, "Parc", "A1:B3")]);
    const pageBreak = at(parc, "horizontalPageBreaks", ["add", "A3"]);
    at(parc, "protection").call("protect", [null, null]);
    const refused = [
      () => table.set("name", "Autre"),
      () => table.call("delete", []),
      () => at(parc, "tables", ["add", "E1:F2", true]),
      () => chart.set("top", 0),
      () => at(chart, "title").set("text", "x"),
      () => at(chart, "series", ["getItemAt", 0]).call("setValues", [rangeOf(workbook, "Parc", "B2")]),
      () => at(parc, "charts", ["add", "BarStacked", rangeOf(workbook, "Parc", "A1:B3")]),
      () => at(parc, "autoFilter").call("apply", ["A1:B3", null]),
      () => pageBreak.call("delete", []),
      () => rangeOf(workbook, "Parc", "A1:B1").call("merge", []),
    ];
    expect(refused.map(refusalOf)).toEqual(refused.map(() => "AccessDenied"));
  });
});

describe("protecting", () => {
  test("is undone by unprotecting, and not done twice", () => {
    for (const protection of [at(sheetOf(workbook, "Parc"), "protection"), at(workbook.root, "protection")]) {
      protection.call("protect", []);
      expect(protection.get("protected")).toBe(true);
      expect(refusalOf(() => protection.call("protect", []))).toBe("InvalidOperation");
      protection.call("unprotect", []);
      expect(protection.get("protected")).toBe(false);
    }
    rangeOf(workbook, "Parc", "A1").set("values", "x");
    expect(workbook.cell("Parc", "A1")).toBe("x");
  });

  test("protecting with options or a password is more than the host does", () => {
    const protection = at(sheetOf(workbook, "Parc"), "protection");
    expect(refusalOf(() => protection.call("protect", [{ allowFormatCells: true }]))).toBe("NotImplemented");
    expect(refusalOf(() => protection.call("protect", [null, "secret"]))).toBe("NotImplemented");
    expect(refusalOf(() => at(workbook.root, "protection").call("unprotect", ["secret"]))).toBe("NotImplemented");
    expect(protection.get("protected")).toBe(false);
  });
});
