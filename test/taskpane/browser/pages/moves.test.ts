import { cellAfter } from "../../../../src/taskpane/browser/pages/moves";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
/** A title, then two rows of a table whose first column goes further down. */
const cells = [
  { row: 0, column: 0 },
  { row: 4, column: 0 },
  { row: 4, column: 2 },
  { row: 4, column: 5 },
  { row: 5, column: 0 },
  { row: 5, column: 5 },
];
const from = (row: number, column: number, key: string, more = {}) =>
  cellAfter({ ...plain, key, ...more }, { row, column }, cells);

test("arrows go from a cell that says something to the next one, blank ones passed over", () => {
  expect(from(4, 0, "ArrowRight")).toEqual({ row: 4, column: 2 });
  expect(from(4, 5, "ArrowLeft")).toEqual({ row: 4, column: 2 });
  expect(from(0, 0, "ArrowDown")).toEqual({ row: 4, column: 0 });
  expect(from(5, 5, "ArrowUp")).toEqual({ row: 4, column: 5 });
});

test("up and down keep to the column, or to the nearest one that the row has", () => {
  expect(from(4, 2, "ArrowDown")).toEqual({ row: 5, column: 0 });
  expect(from(4, 5, "ArrowUp")).toEqual({ row: 0, column: 0 });
});

test("Home and End go to the ends of the row, with Ctrl to those of the document", () => {
  expect([from(4, 2, "Home"), from(4, 2, "End")]).toEqual([cells[1], cells[3]]);
  expect([from(4, 2, "Home", { ctrlKey: true }), from(4, 2, "End", { ctrlKey: true })]).toEqual([cells[0], cells[5]]);
});

test("a key at an end, a key with Alt, or any other key does not move", () => {
  expect([from(5, 5, "ArrowDown"), from(0, 0, "ArrowUp"), from(4, 5, "ArrowRight")]).toEqual([null, null, null]);
  expect([from(4, 0, "ArrowRight", { altKey: true }), from(4, 0, "PageDown")]).toEqual([null, null]);
});
