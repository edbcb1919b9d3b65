import { at, openSmall, rangeOf, refusalOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const layout = () => at(sheetOf(workbook, "Parc"), "pageLayout");
const texts = () => at(layout(), "headersFooters", "defaultForAllPages");

test("a new sheet is printed on a letter in portrait, whole, with the usual margins", () => {
  expect(["orientation", "paperSize", "topMargin", "leftMargin"].map((name) => layout().get(name))).toEqual([
    "Portrait",
    "Letter",
    54,
    50.4,
  ]);
  expect(layout().get("zoom")).toEqual({ scale: 100 });
  expect(layout().call("getPrintAreaOrNullObject", [])).toBeNull();
  expect(layout().call("getPrintTitleRowsOrNullObject", [])).toBeNull();
});

test("the print area is one range or several; the whole sheet takes it away", () => {
  layout().call("setPrintArea", ["A1:B3"]);
  expect(at(layout(), ["getPrintArea"]).get("address")).toBe("Parc!A1:B3");
  layout().call("setPrintArea", [at(sheetOf(workbook, "Parc"), ["getRanges", "A1:B3,D1"])]);
  expect(at(layout(), ["getPrintArea"]).get("address")).toBe("Parc!A1:B3,Parc!D1");
  layout().call("setPrintArea", [rangeOf(workbook, "Parc", "A1:XFD1048576")]);
  expect(refusalOf(() => layout().call("getPrintArea", []))).toBe("ItemNotFound");
});

test("titles are whole rows and whole columns; an empty text takes them away", () => {
  layout().call("setPrintTitleRows", ["$1:$2"]);
  layout().call("setPrintTitleColumns", ["A:A"]);
  expect(at(layout(), ["getPrintTitleRows"]).get("address")).toBe("Parc!1:2");
  expect(at(layout(), ["getPrintTitleColumns"]).get("address")).toBe("Parc!A:A");
  expect(refusalOf(() => layout().call("setPrintTitleRows", ["A1:C2"]))).toBe("InvalidArgument");
  layout().call("setPrintTitleRows", [""]);
  expect(layout().call("getPrintTitleRowsOrNullObject", [])).toBeNull();
});

test("margins are points, of any unit", () => {
  layout().set("topMargin", 36);
  layout().call("setPrintMargins", ["Inches", { bottom: 0.5 }]);
  layout().call("setPrintMargins", ["Centimeters", { left: 2.54, header: null }]);
  expect(["topMargin", "bottomMargin", "leftMargin", "headerMargin"].map((name) => layout().get(name))).toEqual([
    36, 36, 72, 21.6,
  ]);
  expect(refusalOf(() => layout().set("topMargin", -1))).toBe("InvalidArgument");
});

test("a zoom is a scale or a number of pages, and takes the place of the former", () => {
  layout().set("zoom", { horizontalFitToPages: 1 });
  expect(layout().get("zoom")).toEqual({ horizontalFitToPages: 1 });
  layout().set("zoom", { scale: 80 });
  expect(layout().get("zoom")).toEqual({ scale: 80 });
  expect(refusalOf(() => layout().set("zoom", { scale: 5 }))).toBe("InvalidArgument");
  expect(refusalOf(() => layout().set("zoom", { pages: 1 }))).toBe("InvalidArgument");
});

test("headers and footers hold 255 characters each, codes included", () => {
  texts().set("leftHeader", "x".repeat(200));
  // 200 + 51 and a code of two characters for each of the two.
  texts().set("rightHeader", "y".repeat(51));
  expect(refusalOf(() => texts().set("centerHeader", "z"))).toBe("InvalidArgument");
  texts().set("centerFooter", "Page &P / &N");
  expect([texts().get("centerHeader"), texts().get("centerFooter")]).toEqual(["", "Page &P / &N"]);
});

test("headers and footers of the first page are apart once it is asked", () => {
  const group = at(layout(), "headersFooters");
  expect(group.get("state")).toBe("Default");
  group.set("state", "FirstAndDefault");
  at(group, "firstPage").set("rightHeader", "Annexe");
  expect([group.get("state"), at(group, "firstPage").get("rightHeader"), texts().get("rightHeader")]).toEqual([
    "FirstAndDefault",
    "Annexe",
    "",
  ]);
  expect(refusalOf(() => group.set("state", "OddAndEven"))).toBe("InvalidArgument");
});
