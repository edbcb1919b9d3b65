import { sheetOfValues, type SheetCells } from "../../../src/cells";
import { Axis } from "../../../src/taskpane/browser/grid/axis";
import { Merges } from "../../../src/taskpane/browser/grid/merges";
import { SheetLayout } from "../../../src/taskpane/browser/grid/sheet-layout";
import { around, covers, inView, windowOf } from "../../../src/taskpane/browser/grid/window";

describe("rows and columns have the sizes of the file", () => {
  const axis = new Axis(5, (index) => (index === 2 ? 0 : 10));

  test("a hidden one takes no room, and is passed over", () => {
    expect([axis.start(2), axis.end(2), axis.start(3), axis.end(4)]).toEqual([20, 20, 20, 40]);
    expect([axis.isShown(2), axis.shownFrom(2, 1), axis.shownFrom(2, -1), axis.shownFrom(5, 1)]).toEqual([
      false,
      3,
      1,
      null,
    ]);
    expect([axis.at(0), axis.at(19), axis.at(20), axis.at(900)]).toEqual([0, 1, 3, 4]);
  });

  test("one that turns out to be taller moves those after it", () => {
    const rows = new Axis(4, () => 10);
    expect(rows.resize(new Map([[1, 10.2]]))).toBe(false);
    expect(rows.resize(new Map([[1, 25]]))).toBe(true);
    expect([rows.start(1), rows.start(2), rows.end(3)]).toEqual([10, 25 + 10, 25 + 30]);
  });
});

describe("what of a sheet is drawn", () => {
  const rows = Array.from({ length: 1000 }, (_, row) => [row, "x"]);
  const unit = { character: 7, point: 1 };
  const layoutOf = (sheet: SheetCells, showsHidden = false) =>
    new SheetLayout(sheet, null, unit, showsHidden, (row, column) => String(sheet.rows[row]?.[column] ?? ""));

  test("goes as far as the widest row, whatever the first one holds", () => {
    const layout = layoutOf(sheetOfValues("parc", [["Titre"], Array.from({ length: 40 }, (_, column) => column)]));
    expect(layout.columns.count).toBeGreaterThan(40);
  });

  test("is what is in view and a little around, with what stays in view", () => {
    const layout = layoutOf(sheetOfValues("Parc", rows));
    const frozen = { rows: 2, columns: 1 };
    // 15 points a row: 3,000 pixels down, after the two that stay, row 202 is the first in view.
    const view = { top: 3000, left: 0, width: 600, height: 300 };
    const drawn = windowOf(layout, frozen, view, around);
    expect(drawn.frozen).toEqual(frozen);
    expect([drawn.rows.first, drawn.rows.last]).toEqual([202 - 16, 202 + 300 / 15 + 16]);
    const isDrawn = (changes: Partial<typeof view>) =>
      covers(drawn, windowOf(layout, frozen, { ...view, ...changes }, inView));
    // 16 rows of 15 points around: 240 pixels.
    expect([0, 200, -200, 300, -300].map((by) => isDrawn({ top: 3000 + by }))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("is drawn again at the first column, scrolled back to", () => {
    const layout = layoutOf(sheetOfValues("Parc", rows));
    const frozen = { rows: 0, columns: 0 };
    const drawn = windowOf(layout, frozen, { top: 0, left: 350, width: 200, height: 300 }, around);
    expect(drawn.columns.first).toBeGreaterThan(0);
    const back = windowOf(layout, frozen, { top: 0, left: 0, width: 200, height: 300 }, inView);
    expect([back.columns.first, covers(drawn, back)]).toEqual([0, false]);
  });

  test("keeps nothing in view where that would leave no room for the rest, as on a zoomed screen", () => {
    const layout = layoutOf(sheetOfValues("Parc", rows));
    const window = windowOf(layout, { rows: 6, columns: 0 }, { top: 0, left: 0, width: 600, height: 100 }, inView);
    expect(window.frozen.rows).toBe(0);
  });

  test("leaves out what the file hides, until it is asked for", () => {
    const sheet = { ...sheetOfValues("Parc", rows), hiddenRows: new Set([3]), hiddenColumns: new Set([1]) };
    const [as, all] = [layoutOf(sheet), layoutOf(sheet, true)];
    expect([as.rows.isShown(3), as.columns.isShown(1)]).toEqual([false, false]);
    expect([all.rows.isShown(3), all.columns.isShown(1)]).toEqual([true, true]);
  });

  test("stands for merged cells by the first of them", () => {
    const merges = new Merges([{ top: 1, left: 0, bottom: 40, right: 1 }]);
    expect(merges.anchor({ row: 12, column: 1 })).toEqual({ row: 1, column: 0 });
    expect(merges.anchor({ row: 12, column: 2 })).toEqual({ row: 12, column: 2 });
  });
});
