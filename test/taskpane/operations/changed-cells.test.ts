import { CellError, sheetOfValues, type Cell, type SheetCells } from "../../../src/cells";
import { changedCells } from "../../../src/taskpane/operations/documents";

const sheet = (rows: readonly (readonly Cell[])[]) => sheetOfValues("Parc", rows, "parc.xlsx");
const changes = (before: SheetCells | null, now: SheetCells | null) => changedCells([{ otherFile: null, before, now }]);

describe("the cells changed since a generation", () => {
  it("are those whose values differ, row by row; a blank at the end of a row is no change", () => {
    const { first, count } = changes(
      sheet([
        ["a", 1],
        ["b", 2, null],
      ]),
      sheet([
        ["a", 3],
        ["b", 2],
        [null, "c"],
      ]),
    );
    expect({ cells: first.map(({ cell }) => cell), count }).toEqual({ cells: ["B1", "B3"], count: 2 });
  });

  it("are not errors that show the same", () => {
    const before = sheet([[new CellError("#REF!"), new CellError("#N/A")]]);
    const now = sheet([[new CellError("#REF!"), new CellError("#DIV/0!")]]);
    expect(changes(before, now).first.map(({ cell }) => cell)).toEqual(["B1"]);
  });

  it("are not numbers that Excel keeps alike", () => {
    expect(changes(sheet([[589.7900000000001, 3]]), sheet([[589.79, 3.1]])).first.map(({ cell }) => cell)).toEqual([
      "B1",
    ]);
  });

  it("are all those of a sheet that came or went", () => {
    expect(changes(null, sheet([["a"], ["b"]])).count).toBe(2);
    expect(changes(sheet([["a"]]), null)).toMatchObject({ count: 1, first: [{ sheet: "Parc", cell: "A1" }] });
  });

  it("are named up to a hundred, and counted beyond", () => {
    const many = (value: number) => sheet(Array.from({ length: 150 }, () => [value]));
    const { first, count } = changes(many(1), many(2));
    expect({ named: first.length, count }).toEqual({ named: 100, count: 150 });
  });
});
