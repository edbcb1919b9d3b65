import { at, openSmall, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const values = (address: string, sheet = "Parc") => rangeOf(workbook, sheet, address).get("values");

describe("a range tells where it is", () => {
  test.each([
    ["A1:B3", "Parc!A1:B3", 3, 2],
    ["$B$2", "Parc!B2", 1, 1],
    ["B3:A1", "Parc!A1:B3", 3, 2],
    ["2:3", "Parc!2:3", 2, 16384],
    ["A:C", "Parc!A:C", 1048576, 3],
  ])("%s", (address, told, rows, columns) => {
    const range = rangeOf(workbook, "Parc", address);
    expect(range.get("address")).toBe(told);
    expect([range.get("rowCount"), range.get("columnCount")]).toEqual([rows, columns]);
  });

  test("a sheet's name is quoted where it has to be", () => {
    expect(rangeOf(workbook, "Effectifs 2014", "A1").get("address")).toBe("'Effectifs 2014'!A1");
  });

  test("ranges are made from others", () => {
    const range = rangeOf(workbook, "Parc", "B2:C5");
    const told = (...step: [string, ...number[]]) => at(range, step).get("address");
    expect(told("getRow", 1)).toBe("Parc!B3:C3");
    expect(told("getColumn", 0)).toBe("Parc!B2:B5");
    expect(told("getCell", 1, 1)).toBe("Parc!C3");
    expect(told("getOffsetRange", 2, 1)).toBe("Parc!C4:D7");
    expect(told("getResizedRange", -3, 2)).toBe("Parc!B2:E2");
    expect(told("getEntireRow")).toBe("Parc!2:5");
    expect(told("getEntireColumn")).toBe("Parc!B:C");
    expect(told("getRowsBelow", 2)).toBe("Parc!B6:C7");
    expect(at(range, ["getBoundingRect", "E9"]).get("address")).toBe("Parc!B2:E9");
    expect(at(range, ["getIntersection", "A1:B3"]).get("address")).toBe("Parc!B2:B3");
    expect(range.call("getIntersectionOrNullObject", ["E9"])).toBeNull();
    expect(at(sheetOf(workbook, "Parc"), ["getRangeByIndexes", 1, 0, 2, 3]).get("address")).toBe("Parc!A2:C3");
  });

  test("a range outside the sheet, or a text that is no address, is refused", () => {
    const sheet = sheetOf(workbook, "Parc");
    expect(refusalOf(() => at(sheet, ["getRange", "A1048577"]))).toBe("InvalidArgument");
    expect(refusalOf(() => at(sheet, ["getRange", "A1:B2,C3"]))).toBe("InvalidArgument");
    expect(refusalOf(() => at(sheet, ["getCell", -1, 0]))).toBe("InvalidArgument");
    expect(refusalOf(() => at(sheet, ["getRange", "A1"], ["getOffsetRange", -1, 0]))).toBe("InvalidArgument");
  });
});

describe("values", () => {
  test("a blank is an empty text, and each value has its type", () => {
    rangeOf(workbook, "Parc", "A4:E4").set("values", [["oui", 1.5, true, "#N/A", ""]]);
    expect(values("A4:E4")).toEqual([["oui", 1.5, true, "#N/A", ""]]);
    expect(rangeOf(workbook, "Parc", "A4:E4").get("valueTypes")).toEqual([
      ["String", "Double", "Boolean", "Error", "Empty"],
    ]);
  });

  test("an array must be of the size of the range; a single value goes to every cell; null leaves a cell", () => {
    const range = rangeOf(workbook, "Parc", "A1:B2");
    expect(refusalOf(() => range.set("values", [["a"]]))).toBe("InvalidArgument");
    expect(refusalOf(() => range.set("values", [["a", "b"], ["c"]]))).toBe("InvalidArgument");
    range.set("values", [
      [null, "Unités"],
      ["", null],
    ]);
    expect(values("A1:B2")).toEqual([
      ["École", "Unités"],
      ["", 12],
    ]);
    range.set("values", 7);
    expect(values("A1:B2")).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  test("nothing is written where one value is refused", () => {
    const range = rangeOf(workbook, "Parc", "A1:B1");
    expect(refusalOf(() => range.set("values", [["x", "=1+"]]))).toBe("InvalidArgument");
    expect(values("A1:B1")).toEqual([["École", "Postes"]]);
  });

  test("whole rows and columns give no cells, and take none", () => {
    for (const address of ["B:B", "2:2", "A1:XFD1048576"]) {
      const unbounded = rangeOf(workbook, "Parc", address);
      for (const property of ["values", "formulas", "text", "numberFormat", "valueTypes"])
        expect(unbounded.get(property)).toBeNull();
      for (const property of ["values", "formulas", "numberFormat"])
        expect(refusalOf(() => unbounded.set(property, "0"))).toBe("InvalidArgument");
    }
    expect(values("A1:B1")).toEqual([["École", "Postes"]]);
  });

  test("more than 5,000,000 cells are not given, and not more than 33,554,000 taken", () => {
    // 5 × 1,000,001 and 33 × 1,016,788 cells.
    expect(refusalOf(() => rangeOf(workbook, "Parc", "A1:E1000001").get("values"))).toBe("RangeExceedsLimit");
    const large = rangeOf(workbook, "Parc", "A1:AG1016788");
    expect(refusalOf(() => large.set("values", 1))).toBe("OperationCellsExceedLimit");
    expect(refusalOf(() => large.set("numberFormat", "@"))).toBe("OperationCellsExceedLimit");
  });

  test("no property is set to null; an empty format is the usual one", () => {
    const cell = rangeOf(workbook, "Parc", "B2");
    for (const property of ["values", "formulas", "numberFormat"])
      expect(refusalOf(() => cell.set(property, null))).toBe("InvalidArgument");
    cell.set("numberFormat", "0.00");
    cell.set("numberFormat", "");
    expect([cell.get("numberFormat"), cell.get("values")]).toEqual([[["General"]], [[12]]]);
  });

  test("the used range is the smallest that holds contents, or contents and formats", () => {
    const sheet = sheetOf(workbook, "Parc");
    at(sheet, ["getRange", "D9"], "format", "font").set("bold", true);
    expect(at(sheet, ["getUsedRange", true]).get("address")).toBe("Parc!A1:B3");
    expect(at(sheet, ["getUsedRange", false]).get("address")).toBe("Parc!A1:D9");
    at(sheet, ["getRange", null]).call("clear", []);
    expect(sheet.call("getUsedRangeOrNullObject", [true])).toBeNull();
    expect(sheet.call("getUsedRangeOrNullObject", [false])).toBeNull();
  });
});

describe("a text that looks like something else becomes it", () => {
  test.each([
    ["12", 12],
    ["1,204.5", 1204.5],
    ["1e3", 1000],
    ["true", true],
    ["#n/a", "#N/A"],
    ["+33", 33],
    ["-4", -4],
    ["'12", "12"],
    ["'=A1", "=A1"],
    ["12 postes", "12 postes"],
    ["31/12/2014", "31/12/2014"],
  ])("%s", (text, value) => {
    rangeOf(workbook, "Parc", "C1").set("values", text);
    expect(values("C1")).toEqual([[value]]);
  });

  test("a date, month first, is a serial in a format of dates", () => {
    const cell = rangeOf(workbook, "Parc", "C1");
    cell.set("values", "11/1/2014");
    expect(cell.get("values")).toEqual([[41944]]);
    expect(cell.get("numberFormat")).toEqual([["m/d/yyyy"]]);
    expect(cell.get("text")).toEqual([["11/1/2014"]]);
  });

  test("nothing is converted in the format of texts", () => {
    const range = rangeOf(workbook, "Parc", "C1:C4");
    range.set("numberFormat", "@");
    range.set("values", [["=1+1"], ["012"], ["'a"], [12]]);
    expect(values("C1:C4")).toEqual([["=1+1"], ["012"], ["'a"], ["12"]]);
    expect(range.get("formulas")).toEqual(values("C1:C4"));
  });

  test("a text that is too long is refused", () => {
    const cell = rangeOf(workbook, "Parc", "C1");
    expect(refusalOf(() => cell.set("values", "x".repeat(32_768)))).toBe("InvalidArgument");
    expect(refusalOf(() => cell.set("values", `=${"1+".repeat(4_100)}1`))).toBe("FormulaLengthExceedsLimit");
  });
});

describe("clear", () => {
  test("takes contents, formats, links, or all", () => {
    const cell = rangeOf(workbook, "Parc", "B2");
    cell.set("hyperlink", { documentReference: "'Effectifs 2014'!B1", screenTip: "Voir" });
    expect(cell.get("hyperlink")).toEqual({
      documentReference: "'Effectifs 2014'!B1",
      screenTip: "Voir",
      textToDisplay: "12",
    });
    expect(at(cell, "format", "font").get("underline")).toBe("Single");
    cell.call("clear", ["Contents"]);
    expect(cell.get("values")).toEqual([[""]]);
    expect(at(cell, "format", "font").get("underline")).toBe("Single");
    cell.call("clear", ["Hyperlinks"]);
    expect(cell.get("hyperlink")).toBeNull();
    cell.call("clear", ["Formats"]);
    expect(at(cell, "format", "font").get("underline")).toBe("None");
  });

  test("all unmerges too; merged cells keep their first content", () => {
    const range = rangeOf(workbook, "Parc", "A1:B2");
    range.call("merge", []);
    expect(values("A1:B2")).toEqual([
      ["École", ""],
      ["", ""],
    ]);
    const merged = at(sheetOf(workbook, "Parc"), ["getRange", "A1:C9"], ["getMergedAreasOrNullObject"]);
    expect(merged.get("address")).toBe("Parc!A1");
    expect(at(merged, "areas").items!().map((area) => area.get("address"))).toEqual(["Parc!A1:B2"]);
    expect(rangeOf(workbook, "Parc", "B2:C9").call("getMergedAreasOrNullObject", [])).toBeNull();
    expect(at(merged, "areas").items!().map((area) => area.get("rowCount"))).toEqual([2]);
    range.call("clear", []);
    expect(range.call("getMergedAreasOrNullObject", [])).toBeNull();
  });
});

test("merged areas are told as long as they are no more than 512", () => {
  const merge = (count: number) => {
    for (let row = 1; row <= count; row++) rangeOf(workbook, "Parc", `D${2 * row}:E${2 * row}`).call("merge", []);
  };
  merge(512);
  const all = () => at(sheetOf(workbook, "Parc"), ["getRange", null], ["getMergedAreasOrNullObject"]);
  expect(all().get("areaCount")).toBe(512);
  merge(513);
  expect(refusalOf(all)).toBe("GeneralException");
});

describe("properties of rows, columns and cells come in one answer", () => {
  test("each row's, with what is asked of it", () => {
    rangeOf(workbook, "Parc", "2:2").set("rowHidden", true);
    const rows = resultOf(rangeOf(workbook, "Parc", "A1:A3"), "getRowProperties", { rowHidden: true, rowIndex: true });
    expect(rows).toEqual([
      { rowHidden: false, rowIndex: 0 },
      { rowHidden: true, rowIndex: 1 },
      { rowHidden: false, rowIndex: 2 },
    ]);
    expect(rangeOf(workbook, "Parc", "A1:A3").get("rowHidden")).toBeNull();
  });

  test("formats are set cell by cell, and asked for so", () => {
    const range = rangeOf(workbook, "Parc", "A1:B1");
    range.call("setCellProperties", [
      [
        [
          { format: { font: { bold: true }, fill: { color: "#D9D9D9" } } },
          { format: { horizontalAlignment: "Right" } },
        ],
      ],
    ] as never);
    const asked = { address: true, format: { font: { bold: true }, fill: { color: true }, horizontalAlignment: true } };
    expect(resultOf(range, "getCellProperties", asked)).toEqual([
      [
        {
          address: "Parc!A1",
          format: { font: { bold: true }, fill: { color: "#D9D9D9" }, horizontalAlignment: "General" },
        },
        {
          address: "Parc!B1",
          format: { font: { bold: false }, fill: { color: "#FFFFFF" }, horizontalAlignment: "Right" },
        },
      ],
    ]);
  });
});
