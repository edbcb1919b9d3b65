import { at, openSmall, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const breaks = (which = "horizontalPageBreaks") => at(sheetOf(workbook, "Parc"), which);
const rows = () => breaks().items!().map((one) => one.get("rowIndex"));

test("a page starts at the row, or at the column, of the cell; breaks come in the order of the sheet", () => {
  breaks().call("add", ["A9"]);
  breaks().call("add", [rangeOf(workbook, "Parc", "C5:D6")]);
  expect(rows()).toEqual([4, 8]);
  expect(at(breaks(), ["getItem", 1], ["getCellAfterBreak"]).get("address")).toBe("Parc!A9");
  at(breaks("verticalPageBreaks"), ["add", "C5"]);
  expect(breaks("verticalPageBreaks").items!().map((one) => one.get("columnIndex"))).toEqual([2]);
  expect(rows()).toEqual([4, 8]);
});

test("they go one by one, or all", () => {
  for (const row of [5, 9, 13]) breaks().call("add", [`A${row}`]);
  at(breaks(), ["getItem", 0]).call("delete", []);
  expect(rows()).toEqual([8, 12]);
  breaks().call("removePageBreaks", []);
  expect(resultOf(breaks(), "getCount")).toBe(0);
  expect(refusalOf(() => at(breaks(), ["getItem", 0]))).toBe("ItemNotFound");
});

test("no page starts before the first row", () => {
  expect(refusalOf(() => breaks().call("add", ["A1"]))).toBe("InvalidArgument");
});
