import fc from "../properties";
import {
  CellError,
  civilDate,
  civilTime,
  compareDates,
  dateOfCell,
  frenchDate,
  fromSerial,
  isoDate,
  parseIsoDate,
  toSerial,
  type Cell,
} from "../../src/cells";

describe("civil dates and Excel serials", () => {
  it("knows the serial of the snapshot of 2014, in both date systems", () => {
    const snapshot = { year: 2014, month: 11, day: 1 };
    // 41944 is what Excel shows for 01/11/2014; the 1904 system starts 1462 days later.
    expect(toSerial(snapshot)).toBe(41944);
    expect(toSerial(snapshot, true)).toBe(41944 - 1462);
    expect(fromSerial(41944)).toEqual(snapshot);
    expect(fromSerial(41944 - 1462, true)).toEqual(snapshot);
  });

  it("starts the 1904 system on 1 January 1904", () => {
    expect(fromSerial(0, true)).toEqual({ year: 1904, month: 1, day: 1 });
  });

  it("drops the time of a day", () => {
    expect(fromSerial(41944.999)).toEqual({ year: 2014, month: 11, day: 1 });
  });

  it.each([
    [61, "1900-03-01"],
    [36526, "2000-01-01"],
    [36585, "2000-02-29"],
    [42094, "2015-03-31"],
    [73050, "2099-12-31"],
  ])("reads serial %d as %s", (serial, iso) => {
    expect(isoDate(fromSerial(serial))).toBe(iso);
    expect(toSerial(parseIsoDate(iso)!)).toBe(serial);
  });

  it("goes from serial to date and back for every day of two centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_575 }), fc.boolean(), (serial, date1904) => {
        expect(toSerial(fromSerial(serial, date1904), date1904)).toBe(serial);
      }),
    );
  });

  it("keeps the order of days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_575 }), fc.integer({ min: 61, max: 109_575 }), (a, b) => {
        expect(Math.sign(compareDates(fromSerial(a), fromSerial(b)))).toBe(Math.sign(a - b));
      }),
    );
  });

  it.each([
    [2015, 2, 29],
    [2014, 13, 1],
    [2014, 0, 1],
    [2014, 4, 31],
    [2014, 11, 0],
    [2014.5, 1, 1],
  ])("refuses %d-%d-%d, which the calendar does not have", (year, month, day) => {
    expect(civilDate(year, month, day)).toBeNull();
  });

  it("accepts 29 February of leap years only, centuries included", () => {
    expect(civilDate(2016, 2, 29)).not.toBeNull();
    expect(civilDate(2000, 2, 29)).not.toBeNull();
    expect(civilDate(1900, 2, 29)).toBeNull();
  });

  it("writes dates as the JSON and as the documents do", () => {
    expect(isoDate({ year: 2014, month: 11, day: 1 })).toBe("2014-11-01");
    expect(frenchDate({ year: 2014, month: 11, day: 1 })).toBe("01/11/2014");
    expect(parseIsoDate("1/11/2014")).toBeNull();
  });

  it("writes the time of the place, to the second, whatever its time zone", () => {
    expect(civilTime(new Date(2014, 10, 1, 0, 5, 9))).toBe("2014-11-01 00:05:09");
    expect(civilTime(new Date(2015, 11, 31, 23, 59, 59))).toBe("2015-12-31 23:59:59");
    expect(civilTime(new Date(2015, 2, 29, 2, 30, 0))).toMatch(/^2015-03-29 0[23]:30:00$/);
  });
});

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
    ["01/11/14", "2014-11-01"],
    ["1er novembre 2014", "2014-11-01"],
    ["le 1er novembre 2014", "2014-11-01"],
    ["1/9.2014", null],
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
