import { expectedContent, inputOf, isConvertible, numberFormatOf } from "../../../src/workbook/office/write-cells";

const here = { offset: 0, date1904: false };

describe("the value given to Excel for a cell", () => {
  test("numbers, booleans and blanks are given as they are, and formulas are moved with their rows", () => {
    expect(inputOf({ value: 442.32 }, here)).toBe(442.32);
    expect(inputOf({ value: true }, here)).toBe(true);
    expect(inputOf(null, here)).toBe("");
    expect(inputOf({ value: null, style: { bold: true } }, here)).toBe("");
    expect(inputOf({ value: 73.72, formula: "B4*36.86" }, { ...here, offset: 10 })).toBe("=B14*36.86");
  });

  test("text under the text format is given as it is, whatever it begins with", () => {
    const style = { numberFormat: "@" };
    for (const value of ["=cmd|' /C calc'!A0", "+33", "12", "01/11/2014"])
      expect(inputOf({ value, style }, here)).toBe(value);
  });

  test("any other text that Excel would convert is given behind an apostrophe", () => {
    for (const value of [
      "=1+1",
      "+33",
      "-",
      "@a",
      "'t",
      " =1",
      "12",
      "1 204",
      "01/11/2014",
      "1er novembre 2014",
      "12 %",
    ])
      expect(inputOf({ value }, here)).toBe(`'${value}`);
    for (const value of ["VRAI", "false", "#N/A"]) expect(isConvertible(value)).toBe(true);
  });

  test("a text that Excel cannot convert is given without an apostrophe", () => {
    for (const value of [
      "École",
      "Total & reste",
      "— voir",
      "État préparé en 2 exemplaires pour la CAGB le 1er novembre",
    ])
      expect(inputOf({ value }, here)).toBe(value);
  });

  test("dates of models are written in the workbook's date system, other numbers unchanged", () => {
    // 41944 is 1 November 2014 counted from 1900; the 1904 system counts 1462 days less.
    const date = { value: 41944, style: { numberFormat: "dd/mm/yyyy" } };
    expect(inputOf(date, { offset: 0, date1904: true })).toBe(41944 - 1462);
    expect(expectedContent(date, true)).toBe(41944 - 1462);
    expect(inputOf(date, here)).toBe(41944);
    expect(inputOf({ value: 41944, style: { numberFormat: "#,##0" } }, { offset: 0, date1904: true })).toBe(41944);
  });
});

test("the expected content of a cell is its text without the apostrophe, and any formula for a formula", () => {
  expect(expectedContent({ value: "+33" }, false)).toBe("+33");
  expect(expectedContent({ value: 1, formula: "A1" }, false)).toBeNull();
  expect(expectedContent(null, false)).toBe("");
});

test("a cell without a format is General", () => {
  expect([numberFormatOf(null), numberFormatOf({ value: 1 })]).toEqual(["General", "General"]);
});
