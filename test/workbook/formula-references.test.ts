import { dependentsOf, referencesOf, type FormulaWorld } from "../../src/workbook/formula-references";
import { blockName } from "../../src/workbook/addresses";

const place = { sheet: "parc", row: 4, column: 4 };
const world: FormulaWorld = {
  nameOf: (name) =>
    ({
      taux: "Tarifs!$B$2",
      colonnes: "Tarifs!$B:$C",
      boucle: "BOUCLE+1",
      agauche: "Tarifs!A1",
      zzz9: "Tarifs!$B$9",
      mafonction: "LAMBDA(x,x+Tarifs!$B$2)",
    })[name.toLowerCase()] ?? null,
  tableOf: (name) =>
    ({ "": { sheet: "parc", block: { top: 0, left: 0, bottom: 9, right: 4 } } })[name] ??
    (name === "Postes" ? { sheet: "liste", block: { top: 2, left: 1, bottom: 8, right: 2 } } : null),
};

/** What a formula reads, as people write it; null where it cannot be told. */
function read(formula: string): string[] | null {
  const found = referencesOf(formula, place, world);
  return found?.map(({ sheet, block }) => `${sheet}!${blockName(block)}`) ?? null;
}

describe("the cells that a formula reads are known, however they are written", () => {
  test.each<[string, string[]]>([
    ["A1+$B$2*3.5E+2", ["parc!A1", "parc!B2"]],
    ['SUM(D9:D2,"A5")&"B6"', ["parc!D2:D9"]],
    ["'Autre d''ici'!A1:B2+C3", ["autre d'ici!A1:B2", "parc!C3"]],
    ["Liste!A1", ["liste!A1"]],
    ["SUM(C:D)", ["parc!C1:D1048576"]],
    ["SUM(2:3)", ["parc!A2:XFD3"]],
    ["LOG10(E2)+IF(TRUE,1,#N/A)", ["parc!E2"]],
    ["A2*Taux", ["parc!A2", "tarifs!B2"]],
    ["SUM(Postes[Nombre])", ["liste!B3:C9"]],
    ["[@Nombre]*2", ["parc!A1:E10"]],
    ["A2*Colonnes", ["parc!A2", "tarifs!B1:C1048576"]],
    ["ZZZ9+A1", ["tarifs!B9", "parc!A1"]],
    // Of other workbooks, whatever it is: it does not change with this one.
    ["'[tarifs.xlsx]2014'!A1+A2", ["parc!A2"]],
    ["[1]Feuil1!A1+[2]!Taux+A2", ["parc!A2"]],
    ["'[tarifs.xlsx]2014'!Postes[Nombre]+A2", ["parc!A2"]],
    // The name of the sheet, as titles show it.
    ['MID(CELL("filename",A1),2,31)', ["parc!A1"]],
    ["INDEX(A1:B9,2,C4)", ["parc!A1:B9", "parc!C4"]],
    ['"il n’y a rien"', []],
  ])("%s", (formula, expected) => {
    expect(read(formula)).toEqual(expected);
  });

  test.each([
    "INDIRECT(A1)",
    'CELL("contents",A1)',
    "OFFSET(A1,1,0)",
    "Inconnu*2",
    "SUM('Janvier:Mars'!A1)",
    "Autre[Nombre]",
    "Boucle",
    // From a cell to another that is computed: those between are read too.
    "SUM(A1:INDEX(C1:C9,2))",
    "SUM(Taux:A9)",
    // Without its signs, the address of a name is another one from each cell.
    "AGauche*2",
    // A function of the user's own reads what it likes.
    "MaFonction(A1)",
    "_xlfn.LET(_xlpm.x,A1,_xlpm.x)",
    "Parc!A1:ZZZ9",
    "",
  ])("%s: nobody can tell", (formula) => {
    expect(read(formula)).toBeNull();
  });
});

test("the dependents of a cell are found through others, with those that nobody can know; the rest is left", () => {
  const at = (row: number, formula: string) => {
    const own = { sheet: "parc", row, column: 0 };
    return { ...own, formula, reads: referencesOf(formula, own, world) };
  };
  const formulas = [
    at(1, "A1*2"),
    at(2, "A2+B1"),
    at(3, "B1"),
    at(4, "INDIRECT(B1)"),
    at(5, "SUM(A5:A5)"),
    at(6, "A99"),
  ];
  const dependent = dependentsOf(formulas, [{ sheet: "parc", row: 0, column: 0 }]);
  expect(dependent.map(({ row }) => row).sort()).toEqual([1, 2, 4, 5]);
});
