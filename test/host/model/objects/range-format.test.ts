import type { HostObject } from "../../host-object";
import { at, openSmall, rangeOf, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const format = (address: string): HostObject => at(rangeOf(workbook, "Parc", address), "format");
const border = (address: string, edge: string): HostObject => at(format(address), "borders", ["getItem", edge]);

describe("fonts, fills and alignments", () => {
  test("a new cell has the workbook's own", () => {
    const font = at(format("A9"), "font");
    expect([font.get("name"), font.get("size"), font.get("color"), font.get("bold")]).toEqual([
      "Calibri",
      11,
      "#000000",
      false,
    ]);
    expect(at(format("A9"), "fill").get("color")).toBe("#FFFFFF");
    expect([format("A9").get("horizontalAlignment"), format("A9").get("verticalAlignment")]).toEqual([
      "General",
      "Bottom",
    ]);
  });

  test("a property that differs between the cells of a range is null", () => {
    at(format("A1"), "font").set("bold", true);
    expect(at(format("A1:B1"), "font").get("bold")).toBeNull();
    expect(at(format("A1:B1"), "font").get("italic")).toBe(false);
    at(format("A1:B1"), "font").set("bold", true);
    expect(at(format("A1:B1"), "font").get("bold")).toBe(true);
  });

  test("a whole row, a whole column and the sheet are dressed at once, and cells keep what is theirs", () => {
    at(format("B2"), "font").set("italic", true);
    format("B:B").set("wrapText", true);
    at(format("2:2"), "font").set("bold", true);
    at(rangeOf(workbook, "Parc", "A1:XFD1048576"), "format", "fill").set("color", "#ffffcc");
    const told = ["B2", "B900000", "Z2", "Z9"].map((address) => [
      at(format(address), "font").get("italic"),
      at(format(address), "font").get("bold"),
      format(address).get("wrapText"),
      at(format(address), "fill").get("color"),
    ]);
    expect(told).toEqual([
      [true, true, true, "#FFFFCC"],
      [false, false, true, "#FFFFCC"],
      [false, true, false, "#FFFFCC"],
      [false, false, false, "#FFFFCC"],
    ]);
  });

  test("an indent goes with a side", () => {
    format("A1").set("indentLevel", 2);
    expect(format("A1").get("horizontalAlignment")).toBe("Left");
    format("A1").set("horizontalAlignment", "Center");
    expect(format("A1").get("indentLevel")).toBe(0);
  });

  test("a value that Excel does not know is refused", () => {
    expect(refusalOf(() => format("A1").set("horizontalAlignment", "Middle"))).toBe("InvalidArgument");
    expect(refusalOf(() => at(format("A1"), "font").set("color", "red-ish"))).toBe("InvalidArgument");
    expect(refusalOf(() => at(format("A1"), "font").set("bold", "yes"))).toBe("InvalidArgument");
  });
});

describe("borders", () => {
  test("an edge is that of the range, inside lines are between its cells", () => {
    border("A1:B3", "EdgeBottom").set("style", "Continuous");
    border("A1:B3", "InsideHorizontal").set("weight", "Hairline");
    const bottoms = ["A1", "A2", "A3"].map((address) => border(address, "EdgeBottom").get("weight"));
    expect(bottoms).toEqual(["Hairline", "Hairline", "Thin"]);
    expect(border("A1", "EdgeTop").get("style")).toBe("None");
    expect(border("A1:A3", "EdgeBottom").get("style")).toBe("Continuous");
  });

  test("a double line is thick; taken away, there is none", () => {
    border("A1", "EdgeTop").set("style", "Double");
    expect(border("A1", "EdgeTop").get("weight")).toBe("Thick");
    border("A1", "EdgeTop").set("style", "None");
    expect(border("A1", "EdgeTop").get("style")).toBe("None");
  });
});

describe("sizes", () => {
  test("rows and columns are points; a column is a whole number of pixels wide", () => {
    format("A1:A2").set("rowHeight", 32);
    format("A:B").set("columnWidth", 74.3);
    expect([format("2:2").get("rowHeight"), format("3:3").get("rowHeight")]).toEqual([32, 15]);
    expect(format("A1:A3").get("rowHeight")).toBeNull();
    expect([format("B1").get("columnWidth"), format("C1").get("columnWidth")]).toEqual([74.25, 48]);
    format("A1:XFD1048576").set("useStandardHeight", true);
    expect(format("1:9").get("rowHeight")).toBe(15);
  });
});

describe("several areas are dressed together", () => {
  test("formats go to each of them", () => {
    const areas = at(sheetOf(workbook, "Parc"), ["getRanges", "A1:B1,A3"]);
    at(areas, "format", "font").set("bold", true);
    at(areas, "format", "borders", ["getItem", "EdgeTop"]).set("style", "Continuous");
    expect(areas.get("address")).toBe("Parc!A1:B1,Parc!A3");
    expect(["A1", "B1", "A2", "A3"].map((address) => at(format(address), "font").get("bold"))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(border("A3", "EdgeTop").get("style")).toBe("Continuous");
  });

  test("a list of addresses longer than 8,192 characters is refused", () => {
    const list = Array.from({ length: 2_000 }, (_, row) => `A${row + 1}`).join();
    expect(refusalOf(() => at(sheetOf(workbook, "Parc"), ["getRanges", list]))).toBe("InvalidArgument");
  });
});
