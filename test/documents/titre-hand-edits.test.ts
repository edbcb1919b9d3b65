import { cellName } from "../../src/cells";
import { handEdited, unedited } from "../../src/documents/kit/hand-edits";
import { Spreadsheet } from "./evaluate";
import { full, sheet, sheetsOf } from "./fixtures";

const models = sheetsOf(full);
const { name, rows, print } = sheet(models, "titre");

/** Cells of the état and of its annex, as printed. */
const printed = rows.flatMap(({ cells }, row) =>
  cells.slice(0, print.area.lastColumn + 1).flatMap((cell, column) => (cell === null ? [] : [{ cell, row, column }])),
);

test("once a number of an état or of its annex is typed over, no sentence repeats a figure and its title is marked", () => {
  const said = printed.filter(({ cell }) => /\d €|EUROS/.test(String(cell.value).replace(/\s/g, " ")));
  const mark = {
    row: rows.findIndex(({ cells }) => cells.some((cell) => cell?.value === unedited)),
    column: print.area.lastColumn + 1,
  };
  const saidIn = (book: Spreadsheet) => [...said, mark].map(({ row, column }) => book.value(name, row, column));
  expect(saidIn(new Spreadsheet(models))).toEqual([...said.map(({ cell }) => cell.value), unedited]);
  const numbers = printed.filter(({ cell }) => typeof cell.value === "number");
  expect(numbers.length).toBeGreaterThan(40);
  for (const { cell, row, column } of numbers) {
    const typed = new Spreadsheet(models, new Map([[`${name}!${row},${column}`, Number(cell.value) + 1]]));
    expect([cellName(row, column), new Set(saidIn(typed))]).toEqual([cellName(row, column), new Set([handEdited])]);
  }
});
