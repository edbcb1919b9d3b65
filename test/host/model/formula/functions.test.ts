import { CellError } from "../../../../src/cells";
import { openSmall } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
const open = async (date1904 = false) => {
  const rows = [
    [0.1, "x", true, null],
    [0.2, "7", false, 3],
    [0.7, "", 5, 4],
  ];
  workbook = await openSmall([{ name: "Parc", rows }], { date1904 });
};
beforeEach(() => open());

const result = (formula: string) => {
  workbook.type("Parc", "F1", formula);
  return workbook.cell("Parc", "F1");
};

test.each<[string, number]>([
  // Texts, booleans and blanks of a range do not count; typed in the formula, they do.
  ["=SUM(A1:D3)", 0.1 + 0.2 + 0.7 + 5 + 3 + 4],
  ['=SUM("7",TRUE,1)', 9],
  ["=MIN(A1:C2)", 0.1],
  ["=MAX(A1:C2)", 0.2],
  ["=MIN(B1:B2)", 0],
  ["=COUNTA(A1:D3)", 10],
  ["=COUNTBLANK(A1:D3)", 2],
  ["=SUMPRODUCT(D2:D3,A2:A3)", 3 * 0.2 + 4 * 0.7],
  // Halves as they are written, whatever their binary form.
  ["=ROUND(1.005,2)", 1.01],
  ["=ROUND(-2.5,0)", -3],
  ["=ROUND(1234.5,-2)", 1200],
  ["=DATE(2014,11,1)", 41_944],
  ["=DATE(2014,13,1)", 42_005],
  // Excel counts a 29 February 1900.
  ["=DATE(1900,2,28)", 59],
  ["=DATE(1900,3,1)", 61],
])("%s", (formula, expected) => {
  expect(result(formula)).toBeCloseTo(expected, 12);
});

test.each(["=SUM(0.1,0.2,0.3)", "=SUM(0.3,0.2,0.1)", "=SUM(0.2,0.3,0.1)"])(
  "%s: a sum of cents is the same in any order",
  (formula) => {
    // 0.1 + 0.2 + 0.3 is 0.6000000000000001 in binary.
    expect(result(formula)).toBe(0.6);
  },
);

test("ranges of two shapes are no product; a computed array is not made up", () => {
  expect(result("=SUMPRODUCT(A1:A3,D1:D2)")).toEqual(new CellError("#VALUE!"));
  expect(result("=SUMPRODUCT((A1:A3>0.1)*1)")).toEqual(new CellError("#NAME?"));
});

test("days are counted from 1904 where the workbook does", async () => {
  await open(true);
  expect(result("=DATE(2014,11,1)")).toBe(40_482);
});
