import { parseBlock } from "./area";
import { placeOf } from "./cell";
import { Grid } from "./grid";
import { plain, restyled } from "./style";

let grid: Grid;
beforeEach(() => {
  grid = new Grid();
});
const bold = restyled(plain, { bold: true });

test("a value takes the place of a formula, and a formula that of a value", () => {
  grid.setValue(1, 2, 5);
  grid.setFormula(1, 2, "A1*2");
  expect([grid.value(1, 2), grid.formula(1, 2)?.dirty]).toEqual([null, true]);
  grid.setValue(1, 2, "x");
  expect([grid.value(1, 2), grid.formula(1, 2)]).toEqual(["x", undefined]);
});

test("the used range is the smallest block of contents, of spilled results, and of looks on demand", () => {
  expect(grid.used(true)).toBeNull();
  grid.setValue(3, 1, "x");
  grid.spilled.set(placeOf(4, 2), 7);
  grid.setStyle(0, 5, bold);
  grid.setStyle(9, 9, plain);
  expect(grid.used(false)).toEqual(parseBlock("B4:C5"));
  expect(grid.used(true)).toEqual(parseBlock("B1:F5"));
});

test("a look of a row, of a column, of a cell; where a row and a column cross, both", () => {
  grid.restyle(parseBlock("B:B")!, () => bold);
  grid.restyle(parseBlock("2:2")!, (style) => restyled(style, { italic: true }));
  grid.setStyle(1, 0, plain);
  const told = (row: number, column: number) => {
    const { bold: isBold, italic } = grid.style(row, column);
    return [isBold, italic];
  };
  expect([told(0, 1), told(1, 1), told(1, 2), told(1, 0), told(5, 5)]).toEqual([
    [true, false],
    [true, true],
    [false, true],
    [false, false],
    [false, false],
  ]);
});

test("changes since a request are recorded, contents by place and looks as a whole", () => {
  grid.setValue(0, 0, 1);
  grid.setStyle(0, 0, bold);
  grid.touched = new Set();
  expect(grid.isRestyled).toBe(false);
  grid.setValue(2, 1, "x");
  grid.clearContents(parseBlock("A1:B1")!);
  grid.restyle(parseBlock("1:1")!, () => plain);
  expect([[...grid.touched].sort((a, b) => a - b), grid.isRestyled]).toEqual([[placeOf(0, 0), placeOf(2, 1)], true]);
});
