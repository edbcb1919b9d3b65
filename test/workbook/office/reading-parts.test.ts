import { CellError } from "../../../src/cells";
import { blockOf, blocksOf, withoutSheet } from "../../../src/workbook/addresses";
import { errorsIn, takeRows } from "../../../src/workbook/office/read-cells";
import { trimRows } from "../../../src/workbook/opened-workbook";

describe("addresses as Excel gives them", () => {
  test("a sheet's name may hold anything", () => {
    expect(withoutSheet("'Parc ! d''écoles'!A1:B2")).toBe("A1:B2");
    expect(blockOf("'Parc, A1 B2'!$B$3:C4")).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
    expect(blocksOf("'a,A1,b'!B2,'a,A1,b'!C3:D4")).toEqual([
      { top: 1, left: 1, bottom: 1, right: 1 },
      { top: 2, left: 2, bottom: 3, right: 3 },
    ]);
    expect(blockOf("Parc!1:2")).toBeNull();
  });
});

describe("values of Excel as the core's cells", () => {
  test("an error is told from a text that looks like one; an empty text is a blank", () => {
    const rows = takeRows(
      { values: [["#N/A", "#N/A", "", 0, false]], numberFormats: null },
      errorsIn([["Error", "String", "String", "Double", "Boolean"]]),
    );
    expect(rows).toEqual([[new CellError("#N/A"), "#N/A", null, 0, false]]);
  });

  test("numbers with a date format count from 1900", () => {
    const formats = [
      "dd/mm/yyyy",
      "hh:mm",
      "General",
      '#,##0.00\\ "€"',
      "0.00E+00",
      "[Red]0",
      "[h]:mm",
      '0 "jours"',
      "@",
    ];
    const rows = takeRows({ values: [formats.map(() => 40482)], numberFormats: [formats] }, () => false);
    // 41944, 1 November 2014, is 41944 − 1462 = 40482 in a 1904 workbook.
    expect(rows[0]!.map((value) => value === 41944)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  test("rows below the last value are left out, blank ones above it stay", () => {
    expect(trimRows([[null], [1], [null, null]])).toEqual([[null], [1]]);
    expect(trimRows([[null]])).toEqual([]);
  });
});
