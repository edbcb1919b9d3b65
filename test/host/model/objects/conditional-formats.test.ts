import { at, openSmall, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const formats = (address: string, sheet = "Parc") => at(rangeOf(workbook, sheet, address), "conditionalFormats");
const add = (address: string) => at(formats(address), ["add", "DataBar"]);
const places = (address: string, sheet = "Parc") =>
  formats(address, sheet).items!().map((one) => at(one, ["getRange"]).get("address"));

test("bars are asked for, and told by the cells they touch, the last that was added first", () => {
  add("B2:B3");
  add("B3:C3");
  expect(places("B3")).toEqual(["Parc!B3:C3", "Parc!B2:B3"]);
  expect(places("A1:B2")).toEqual(["Parc!B2:B3"]);
  expect([resultOf(formats("A1"), "getCount"), resultOf(formats("A1:C3"), "getCount")]).toEqual([0, 2]);
  const first = at(formats("B3"), ["getItemAt", 0]);
  expect([first.get("type"), first.get("priority")]).toEqual(["DataBar", 0]);
  expect(at(formats("B3"), ["getItem", first.get("id")]).get("id")).toBe(first.get("id"));
  expect(formats("A1").call("getItemOrNullObject", [first.get("id")])).toBeNull();
  expect(refusalOf(() => formats("A1").call("getItemAt", [0]))).toBe("ItemNotFound");
});

test("their look and bounds are what they are set to", () => {
  const bar = at(add("B2:B3"), "dataBar");
  const format = at(bar, "positiveFormat");
  expect([format.get("gradientFill"), bar.get("lowerBoundRule")]).toEqual([true, { type: "Automatic" }]);
  format.set("gradientFill", false);
  format.set("fillColor", "#d0d0d0");
  format.set("borderColor", "");
  bar.set("lowerBoundRule", { type: "Number", formula: "0" });
  bar.set("upperBoundRule", { type: "HighestValue" });
  expect([format.get("gradientFill"), format.get("fillColor"), format.get("borderColor")]).toEqual([
    false,
    "#D0D0D0",
    "",
  ]);
  expect([bar.get("lowerBoundRule"), bar.get("upperBoundRule")]).toEqual([
    { type: "Number", formula: "0" },
    { type: "HighestValue" },
  ]);
  expect(refusalOf(() => bar.set("lowerBoundRule", { type: "Number" }))).toBe("InvalidArgument");
  expect(refusalOf(() => bar.set("upperBoundRule", { type: "Most" }))).toBe("InvalidArgument");
});

test("taken away from some cells, they stay on the others", () => {
  const bars = add("A1:C3");
  formats("B2").call("clearAll", []);
  expect(bars.call("getRangeOrNullObject", [])).toBeNull();
  expect(workbook.sheet("Parc").dataBars[0]!.blocks).toEqual([
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 1, left: 0, bottom: 1, right: 0 },
    { top: 1, left: 2, bottom: 1, right: 2 },
    { top: 2, left: 0, bottom: 2, right: 2 },
  ]);
  formats("1:3").call("clearAll", []);
  expect(refusalOf(() => bars.get("id"))).toBe("ItemNotFound");
});

test.each([
  ["All", []],
  ["Formats", []],
  ["Contents", ["Parc!B2:B3"]],
  ["Hyperlinks", ["Parc!B2:B3"]],
  ["RemoveHyperlinks", ["Parc!B2:B3"]],
])("cells cleared of « %s »", (what, left) => {
  add("B2:B3");
  rangeOf(workbook, "Parc", "A1:D9").call("clear", [what]);
  expect(places("A1:D9")).toEqual(left);
});

test.each([
  ["All", ["'Effectifs 2014'!B12:B13"]],
  ["Formats", ["'Effectifs 2014'!B12:B13"]],
  ["Values", ["'Effectifs 2014'!B11"]],
  ["Formulas", ["'Effectifs 2014'!B11"]],
])("whole rows copied, « %s »: bars come with them, those of the target go", (kind, found) => {
  at(add("B2:B3"), "dataBar", "positiveFormat").set("fillColor", "#D0D0D0");
  at(formats("B11", "Effectifs 2014"), ["add", "DataBar"]);
  rangeOf(workbook, "Effectifs 2014", "11:13").call("copyFrom", [rangeOf(workbook, "Parc", "1:3"), kind]);
  expect(places("1:20", "Effectifs 2014")).toEqual(found);
  const fills = workbook.sheet("Effectifs 2014").dataBars.map(({ fill }) => fill);
  expect(fills).toEqual([found[0]!.endsWith("B11") ? "638EC6" : "D0D0D0"]);
  expect(places("1:20")).toEqual(["Parc!B2:B3"]);
});

test("a sheet that is copied has them too; one that is protected takes none", () => {
  add("B2:B3");
  sheetOf(workbook, "Parc").call("copy", ["End"]);
  expect(places("A1:C9", "Parc (2)")).toEqual(["'Parc (2)'!B2:B3"]);
  workbook.sheet("Parc").isProtected = true;
  const bars = at(formats("B2"), ["getItemAt", 0]);
  const refused = [
    () => add("B2"),
    () => formats("B2").call("clearAll", []),
    () => bars.call("delete", []),
    () => at(bars, "dataBar", "positiveFormat").set("gradientFill", false),
  ];
  expect(refused.map(refusalOf)).toEqual(refused.map(() => "AccessDenied"));
});

test("a conditional format of another kind is not there, and it is said", () => {
  expect(refusalOf(() => formats("A1").call("add", ["CellValue"]))).toBe("NotImplemented");
  expect(refusalOf(() => formats("A1").call("add", ["Bars"]))).toBe("InvalidArgument");
});

test("a workbook whose bars changed beside the documents is not saved as if they had not", async () => {
  const before = await workbook.save();
  add("B2:B3");
  await expect(workbook.save()).rejects.toThrow(/the host saves contents/);
  expect(before.length).toBeGreaterThan(0);
});
