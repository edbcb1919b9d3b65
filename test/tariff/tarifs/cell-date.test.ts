import { CellError, isoDate, type Cell } from "../../../src/cells";
import { dateOfCell } from "../../../src/tariff/tarifs/read-row";

const told = (cell: Cell, date1904 = false) => {
  const date = dateOfCell(cell, date1904);
  return date === null ? null : isoDate(date);
};

describe("the day in a cell", () => {
  it.each([
    [41944, "2014-11-01"],
    [41944.75, "2014-11-01"],
    [36526, "2000-01-01"],
    [36525, null],
    [73050, "2099-12-31"],
    [73051, null],
    [2014, null],
    [" 01/11/2014 ", "2014-11-01"],
    ["1/11/2014", "2014-11-01"],
    ["1.9.2014", "2014-09-01"],
    ["2014-11-01", "2014-11-01"],
    ["31/11/2014", null],
    ["01/11/14", null],
    ["01/11/20145", null],
    ["001/11/2014", null],
    ["01/011/2014", null],
    ["le 01/11/2014", null],
    ["novembre 2014", null],
    ["", null],
    [null, null],
    [true, null],
    [new CellError("#N/A"), null],
  ])("%p is %p", (cell, day) => {
    expect(told(cell)).toBe(day);
  });

  it("is four years and a day later for a number of a workbook that counts from 1904", () => {
    expect(told(41944 - 1462, true)).toBe("2014-11-01");
    expect([told(36526 - 1462, true), told(36525 - 1462, true)]).toEqual(["2000-01-01", null]);
    expect(told("01/11/2014", true)).toBe("2014-11-01");
  });
});
