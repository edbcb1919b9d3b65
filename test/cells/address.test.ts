import fc from "../properties";
import { cellName, columnName, parseCellName, quoteSheetName, sourceName } from "../../src/cells";

describe("addresses of cells", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("names column %d %s", (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  it("reads back every address it writes", () => {
    fc.assert(
      fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
        expect(parseCellName(cellName(row, column))).toEqual({ row, column });
      }),
    );
  });

  it("reads $ and lower case, and refuses what is no cell", () => {
    expect(parseCellName("$b$12")).toEqual({ row: 11, column: 1 });
    for (const text of ["", "B", "12", "B0", "B-1", "ABCD1", "B2:C3"]) expect(parseCellName(text)).toBeNull();
  });

  it("quotes sheet names as formulas need them", () => {
    expect(quoteSheetName("Fiche L'Haÿ")).toBe("'Fiche L''Haÿ'");
  });

  it("names a source, with its file where it is not the first", () => {
    expect(sourceName("Parc 01.11.2014", "E12", null)).toBe("Parc 01.11.2014!E12");
    expect(sourceName("Feuille", "A1", "autre.xlsx")).toBe("[autre.xlsx]Feuille!A1");
  });
});
