import { sheetOfValues, type Cell, type SheetCells } from "../../../src/cells";
import { tarifsHeaders } from "../../../src/tariff";
import { findTarifsTables, rowOfHeaders } from "../../../src/tariff/tarifs/table";

const sheet = (rows: readonly (readonly Cell[])[], change: Partial<SheetCells> = {}): SheetCells => ({
  ...sheetOfValues("Tarifs", rows, "parc.ods"),
  ...change,
});

describe("the place of a grid in its sheet", () => {
  it("is the row that names most of the columns, the first of equals", () => {
    const few = tarifsHeaders.slice(0, 3);
    expect(rowOfHeaders(sheet([few, tarifsHeaders, few, tarifsHeaders]), 3)).toBe(1);
    expect(rowOfHeaders(sheet([["Grille"], few, few]), 3)).toBe(1);
  });

  it("counts a column once, and nothing that is no header", () => {
    expect(rowOfHeaders(sheet([["Code", "CODE", "Acte", 2014, null, "Remarque"]]), 2)).toBe(0);
    expect(rowOfHeaders(sheet([["Code", "CODE", "Acte", 2014, null, "Remarque"]]), 3)).toBeNull();
  });

  it("is near the top: row 50, not row 51", () => {
    const below = (count: number) => sheet([...Array<Cell[]>(count).fill([null]), tarifsHeaders]);
    expect([rowOfHeaders(below(49), 3), rowOfHeaders(below(50), 3)]).toEqual([49, null]);
  });

  it("goes from its first header to its last, blanks on either side apart, down to the sheet's end", () => {
    const row = ["", null, ...tarifsHeaders, "", null];
    const found = findTarifsTables([sheet([["Grille"], row, ["x"], ["y"]])]);
    expect(found.map(({ block }) => block)).toEqual([{ top: 1, left: 2, bottom: 3, right: 11 }]);
  });

  it("needs three of the columns in a sheet of that name", () => {
    expect(findTarifsTables([sheet([tarifsHeaders.slice(0, 2)])])).toEqual([]);
    expect(findTarifsTables([sheet([tarifsHeaders.slice(0, 3)])])).toHaveLength(1);
    expect(findTarifsTables([sheet([tarifsHeaders], { name: "Autre" })])).toEqual([]);
  });
});
