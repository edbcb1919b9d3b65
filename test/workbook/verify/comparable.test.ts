import { comparableFormula, isSameResult, isSameValue, quotedPair } from "../../../src/workbook/verify/comparable";

const isSame = (one: string, other: string) => comparableFormula(one) === comparableFormula(other);

describe("a formula is the same however programs spell it", () => {
  test.each([
    ["'Récapitulatif'!$A$7", "Récapitulatif!$A$7"],
    ["'Fiche L''Hôpital'!D5", "'fiche l''hôpital'!d5"],
    ["SUM(D115:D115)", "sum( D115 )"],
    ["'Parc'!$A$53:$A$53", "$Parc!$A$53"],
    ["_xlfn.CONCAT(A1,TRUE())", "CONCAT(A1, TRUE)"],
    ["ROUND('Titre CAGB'!F35-30244.20,2)", "ROUND('Titre CAGB'!F35-30244.2,2)"],
    ["A1-0.00", "A1-0"],
  ])("%s is %s", (one, other) => expect(isSame(one, other)).toBe(true));
});

describe("two formulas that differ in meaning are different", () => {
  test.each([
    ["SUM(D5:D6)", "SUM(D5:D7)"],
    ["SUM(D5:D55)", "SUM(D5)5"],
    ["A1-30244.20", "A1-30244.02"],
    ["A1-100", "A1-1"],
    ["A1-1.05", "A1-1.5"],
    ['IF(A1=0,"Conforme","")', 'IF(A1=0,"conforme","")'],
    ['IF(A1=0,"a b","")', 'IF(A1=0,"ab","")'],
    ["'Fiche A'!D5", "'Fiche B'!D5"],
    ["$D5", "D5"],
  ])("%s is not %s", (one, other) => expect(isSame(one, other)).toBe(false));
});

test("two formulas over different cells of a sheet that was not made again are the same", () => {
  const masked = new Set(["fiche a"]);
  expect(comparableFormula("'Fiche A'!D5+B2", masked)).toBe(comparableFormula("'Fiche A'!E5:E9+B2", masked));
  expect(comparableFormula("'Fiche A'!D5+B2", masked)).not.toBe(comparableFormula("'Fiche A'!D5+B3", masked));
});

test("numbers are compared to the figures that Excel keeps, results to far less than a cent", () => {
  expect(isSameValue(589.79, 589.7900000000001)).toBe(true);
  expect(isSameValue(46357.07372685185, 46357.0737268519)).toBe(true);
  expect(isSameValue(589.79, 589.790001)).toBe(false);
  expect(isSameValue(0, 1e-9)).toBe(false);
  expect(isSameResult(0, 2.9e-11)).toBe(true);
  expect(isSameResult(589.79, 589.8)).toBe(false);
  expect(isSameValue("12", 12)).toBe(false);
  expect(isSameValue("a\r\nb", "a\nb")).toBe(true);
});

test("long contents are quoted from a little before they differ", () => {
  const [one, other] = quotedPair({ value: `${"x".repeat(90)}a` }, { value: `${"x".repeat(90)}b` });
  expect([one, other].map((text) => text.length <= 62)).toEqual([true, true]);
  expect(one).toContain("xa");
  expect(other).toContain("xb");
  expect(quotedPair({ value: null }, { value: 1.5 })).toEqual(["", "1,5"]);
});
