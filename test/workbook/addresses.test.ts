import { shiftFormula } from "../../src/workbook/addresses";
import fc from "../properties";

describe("a formula written some rows lower leads, once copied back, where it did", () => {
  test.each([
    ["B3*36.86", "B103*36.86"],
    ["SUM(E12:E18)", "SUM(E112:E118)"],
    ["'Fiche Chalezeule'!E40", "'Fiche Chalezeule'!E140"],
    ["'L''Haÿ d''Or A1'!B2+'B7'!C3", "'L''Haÿ d''Or A1'!B102+'B7'!C103"],
    ["Titre!E4-Titre!$E$5", "Titre!E104-Titre!$E$5"],
    ["$A1+A$1+$A$1", "$A101+A$1+$A$1"],
    ["SUM(2:3)+SUM($2:$3)+SUM(2:$3)", "SUM(102:103)+SUM($2:$3)+SUM(102:$3)"],
    ["SUM(B:C)", "SUM(B:C)"],
    ['IF(A1="A1 ""B2""","C3",D4)', 'IF(A101="A1 ""B2""","C3",D104)'],
    ["LOG10(A1)+ORDICLASSE_DU_25112+_A1+A1.b+été2", "LOG10(A101)+ORDICLASSE_DU_25112+_A1+A1.b+été2"],
    ["Tarifs[[#This Row],[A1]]*B2", "Tarifs[[#This Row],[A1]]*B102"],
    ["XFD1+XFE1+AAAA1+A1048576+A1048577", "XFD101+XFE1+AAAA1+A1048676+A1048577"],
    ["1.5E3+2*A10", "1.5E3+2*A110"],
    ["a1+B2", "a101+B102"],
  ])("%s", (formula, shifted) => {
    expect(shiftFormula(formula, 100)).toBe(shifted);
  });

  test.each([
    ["SUM(B1:B3)+$A$1+A$1", "SUM(D3:D5)+$A$1+C$1"],
    ["SUM(B:B)+SUM($B:C)", "SUM(D:D)+SUM($B:E)"],
    ['Feuil1!Y9&"B1"', 'Feuil1!AA11&"B1"'],
  ])("a formula copied back from some rows lower and columns further leads where it did: %s", (formula, shifted) => {
    expect(shiftFormula(formula, 2, 2)).toBe(shifted);
  });

  test("a formula shifted and shifted back is the formula itself, whatever it is made of", () => {
    const row = fc.integer({ min: 1, max: 90_000 });
    const column = fc.constantFrom("A", "Z", "AA", "XFD", "$B");
    const piece = fc.oneof(
      fc.tuple(column, fc.constantFrom("", "$"), row).map((parts) => parts.join("")),
      fc.tuple(row, row).map(([from, to]) => `${from}:${to}`),
      fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
      fc.string({ minLength: 1 }).map((text) => `'${text.replaceAll("'", "''")}'!C7`),
      fc.constantFrom("ROUND(", "ORDICLASSE_TITRE", "3.14", "Feuil1!D4", "Tarifs[Code 12]", ")"),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.integer({ min: 1, max: 9999 }), (pieces, offset) => {
        const formula = pieces.join("+");
        expect(shiftFormula(shiftFormula(formula, offset), -offset)).toBe(formula);
      }),
    );
  });
});
