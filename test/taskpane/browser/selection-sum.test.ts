import { CellError, finish, sheetOfValues } from "../../../src/cells";
import { columnBlock } from "../../../src/taskpane/browser/grid/selected-range";
import { sumInSteps } from "../../../src/taskpane/browser/selection-sum";

const sheet = sheetOfValues("Parc", [["Postes"], [12], [0.1], [0.2], [" "], ["12"], [new CellError("#REF!")], [-2]]);
const all = { top: 0, left: 0, bottom: 7, right: 3 };

test("numbers alone are added up, exactly; cells that hold something are counted", () => {
  const { count, sum } = finish(sumInSteps(sheet, all, () => true));
  expect([count, sum?.toString()]).toEqual([7, "10.3"]);
});

test("a whole column goes as far as the sheet; what is not shown does not count; texts alone have no sum", () => {
  const column = finish(sumInSteps(sheet, columnBlock(0), (along, at) => along === "columns" || at !== 1));
  expect([column.count, column.sum?.toString()]).toEqual([6, "-1.7"]);
  expect(finish(sumInSteps(sheet, { ...all, bottom: 0 }, () => true))).toEqual({ count: 1, sum: null });
});
