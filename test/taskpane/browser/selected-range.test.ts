import { parseCellName, type CellBlock } from "../../../src/cells";
import {
  cellBlock,
  columnBlock,
  extendTo,
  parseRange,
  rangeName,
  rowBlock,
  selectBlock,
  wholeSheet,
} from "../../../src/taskpane/browser/grid/selected-range";

const at = (cell: string) => cellBlock(parseCellName(cell)!);
/** B2:C3 and C5:D5 are merged. */
const merges: CellBlock[] = [
  { top: 1, left: 1, bottom: 2, right: 2 },
  { top: 4, left: 2, bottom: 4, right: 3 },
];
/** Selects a cell, then goes on to others with Shift. */
const from = (first: CellBlock, ...others: readonly CellBlock[]) =>
  others.reduce((range, to) => extendTo(merges, range, to), selectBlock(merges, first));

describe("a selection", () => {
  test("goes from where it began to where it is extended, forth and back, the active cell staying", () => {
    const range = from(at("D8"), at("F9"), at("A7"));
    expect([rangeName(range), range.place]).toEqual(["A7:D8", parseCellName("D8")]);
  });

  test("has merged cells whole, and others that come with them", () => {
    expect(rangeName(from(at("C3")))).toBe("B2:C3");
    expect(rangeName(from(at("A3"), at("B4")))).toBe("A2:C4");
    expect(rangeName(from(at("A3"), at("B5")))).toBe("A2:D5");
  });

  test("a selection of whole rows or columns is extended by whole ones, merged cells or not", () => {
    expect(rangeName(from(columnBlock(1)))).toBe("B:B");
    expect(rangeName(from(columnBlock(1), at("D9")))).toBe("B:D");
    expect(rangeName(from(rowBlock(4), at("C2")))).toBe("2:5");
    expect(from(wholeSheet, at("C2")).block).toEqual(wholeSheet);
  });
});

describe("the name box", () => {
  test.each<[string, string | null, string]>([
    ["b12", null, "B12"],
    [" $B$2:d5 ", null, "B2:D5"],
    ["D5:B2", null, "B2:D5"],
    ["c:e", null, "C:E"],
    ["5:3", null, "3:5"],
    ["Parc!A1", "Parc", "A1"],
    ["'Parc d''écoles'!A1:B2", "Parc d'écoles", "A1:B2"],
  ])("reads « %s » as cells of the sheet %s, %s", (typed, sheet, name) => {
    const parsed = parseRange(typed)!;
    expect([parsed.sheet, rangeName(parsed)]).toEqual([sheet, name]);
  });

  test.each(["", "B", "12", "ORDICLASSE_TITRE", "A1:B2:C3", "XFE1", "A1048577", "Parc!", "A0"])(
    "finds no cell in « %s »",
    (typed) => expect(parseRange(typed)).toBeNull(),
  );
});
