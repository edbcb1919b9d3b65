import { CellError } from "../../../../src/cells";
import { entryOf } from "./entry";

const valueOf = (text: string, date1904 = false) => {
  const entry = entryOf(text, date1904);
  if (entry.kind === "formula") throw new Error("A formula");
  return [entry.value, entry.numberFormat];
};

test.each<[string, number, string]>([
  ["12%", 0.12, "0%"],
  ["12.5 %", 0.125, "0.00%"],
  ["6:00", 0.25, "h:mm"],
  ["11/1/2014", 41_944, "m/d/yyyy"],
  ["2014-11-01", 41_944, "m/d/yyyy"],
  ["11/1/2014 18:00", 41_944.75, "m/d/yyyy h:mm"],
])("%s is a number in a format of its own", (text, value, numberFormat) => {
  expect(valueOf(text)).toEqual([value, numberFormat]);
});

test.each(["31/12/2014", "2014-02-30", "25:00", "1,20", "12,0", "1 204", "12 postes", "é"])(
  "« %s » stays a text",
  (text) => {
    expect(valueOf(text)).toEqual([text, undefined]);
  },
);

test("numbers are of the English kind, thousands by three", () => {
  expect(["1,204", "1,204.5", "-1e3", ".5"].map((text) => valueOf(text)[0])).toEqual([1204, 1204.5, -1000, 0.5]);
});

test("booleans and errors are what they are, an apostrophe makes a text of anything", () => {
  expect(["TRUE", "false", "#ref!", "'TRUE", "'"].map((text) => valueOf(text)[0])).toEqual([
    true,
    false,
    new CellError("#REF!"),
    "TRUE",
    "",
  ]);
});

test("a sign starts a formula, as long as the rest is no number", () => {
  expect(["=A1", "+A1", "-A1"].map((text) => entryOf(text, false))).toEqual([
    { kind: "formula", text: "A1" },
    { kind: "formula", text: "A1" },
    { kind: "formula", text: "-A1" },
  ]);
  expect(valueOf("=")).toEqual(["=", undefined]);
});

test("a date is counted from 1904 where the workbook does", () => {
  expect(valueOf("11/1/2014", true)).toEqual([40_482, "m/d/yyyy"]);
});
