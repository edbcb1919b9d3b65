import { civilDate, toSerial, type Cell } from "../../../src/cells";
import { readDate } from "../../../src/inventory";
import { error, readWorkbooks, sheet, workbook, type Read } from "../workbook-of";

const nbsp = "\u00a0";
const serial = (year: number, month: number, day: number, date1904 = false): number =>
  toSerial(civilDate(year, month, day)!, date1904);

/** One poste of one school, with its entry date, read for the campaign 2014: window ]1/11/2013, 1/11/2014]. */
function entered(cell: Cell, date1904 = false): Read {
  const machines = sheet("Registre", [
    ["Commune", "École", "Matériel", "Date de mise en service"],
    ["Beure", "École du Bourg", "Poste client standard", cell],
  ]);
  const pupils = sheet("Effectifs", [
    ["Commune", "École", "Élèves"],
    ["Beure", "École du Bourg", 10],
  ]);
  return readWorkbooks([workbook([machines, pupils], { date1904 })]);
}

const counted = (result: Read): [number, number] => [
  result.quantity("École du Bourg", "POSTE_STD", "maintenance"),
  result.quantity("École du Bourg", "POSTE_STD", "installation"),
];

describe("an entry date is read in every writing (decisions §4)", () => {
  it.each([
    "15/03/2014",
    "15/3/14",
    "15/03/14",
    "15.03.2014",
    "15.3.14",
    "2014-03-15",
    "15 mars 2014",
    "15 MARS 2014",
    "15-03-2014",
    "15-3-14",
    "2014/03/15",
    "2014-3-15",
    "15 mar. 2014",
    "15-mars-14",
    "15 mars 2014 08:30",
    "15/03/2014 8h30",
    `15${nbsp}mars${nbsp}2014`,
    " 15/03/2014 ",
    "15/03/2014 08:30",
    "2014-03-15T08:30:00",
    "2014-03-15 08:30:00",
    serial(2014, 3, 15),
    serial(2014, 3, 15) + 0.75,
  ])("%j is inside the window: in service and installed", (cell) => {
    const result = entered(cell);
    expect(counted(result)).toEqual([1, 1]);
    expect(result.anomalies("Registre")).toEqual([]);
  });

  it.each([
    "1er novembre 2014",
    "1 novembre 2014",
    "01/11/2014",
    "1/11/14",
    "01.11.2014",
    "2014-11-01",
    serial(2014, 11, 1),
  ])("%j, the snapshot itself, is in service and installed", (cell) => expect(counted(entered(cell))).toEqual([1, 1]));

  it("an entry date with a time on the snapshot's day is still that day", () => {
    expect(counted(entered(serial(2014, 11, 1) + 0.99))).toEqual([1, 1]);
  });

  it("an entry date of 1 November of the year before is outside the window, in service only", () => {
    expect(counted(entered(serial(2013, 11, 1)))).toEqual([1, 0]);
  });

  it("an entry date of 2 November of the year before is inside the window", () => {
    expect(counted(entered(serial(2013, 11, 2)))).toEqual([1, 1]);
  });

  it("an entry date of the 1904 system is the same day", () => {
    // 15 March 2014 is 41713 in the 1900 system, 1462 days less in the 1904 one.
    expect(serial(2014, 3, 15, true)).toBe(41713 - 1462);
    expect(counted(entered(41713 - 1462, true))).toEqual([1, 1]);
    expect(counted(entered(serial(2013, 11, 1, true), true))).toEqual([1, 0]);
  });

  it("an entry date of 1 January 2000 (36526) is the first that is read", () => {
    expect(counted(entered(36526))).toEqual([1, 0]);
    expect(entered(36525).anomalies("Registre")).toEqual(["error unreadable-date D2"]);
  });

  it("an entry date of 31 December 2099 (73050) is the last that is read", () => {
    expect(entered(73050).anomalies("Registre")).toEqual(["warning after-snapshot D2"]);
    expect(entered(73051).anomalies("Registre")).toEqual(["error unreadable-date D2"]);
  });
});

describe("a month may be cut short, with or without a full stop", () => {
  it.each([
    ["1er nov. 2014", "01/11/2014"],
    ["12 sept. 2014", "12/09/2014"],
    ["12 sep 2014", "12/09/2014"],
    ["3 janv. 2014", "03/01/2014"],
    ["3 févr. 2014", "03/02/2014"],
    ["3 avr 2014", "03/04/2014"],
    ["3 juil. 2014", "03/07/2014"],
    ["3 oct. 2014", "03/10/2014"],
    ["3 déc. 2013", "03/12/2013"],
  ])("« %s » is %s", (short, long) => expect(readDate(short, false)).toBe(readDate(long, false)));
});

describe("anything else is an error on the cell, that item not billed", () => {
  it.each([
    "mars 2014",
    "2014",
    2014,
    20140315,
    "15/03-2014",
    "2014/15/03",
    "15 ma 2014",
    "03/2014",
    "31/02/2014",
    "15/13/2014",
    "15/03/1999",
    "15/03/99",
    "15 marz 2014",
    "vers 2010",
    "inconnue",
    "?",
    "41713",
    -5,
    true,
    error("#VALUE!"),
  ])("%j", (cell) => {
    const result = entered(cell);
    expect(counted(result)).toEqual([0, 0]);
    expect(result.anomalies("Registre")).toEqual(["error unreadable-date D2"]);
    expect(result.rows("Registre")).toMatchObject({ read: 1, billed: 0, error: 1 });
  });
});

describe("a blank entry date", () => {
  it.each([null, "", "  ", "-"])("(%j) is in service, not installed, told once for the sheet", (cell) => {
    const result = entered(cell);
    expect(counted(result)).toEqual([1, 0]);
    expect(result.anomalies("Registre")).toEqual(["info no-entry-date –"]);
  });
});

describe("entered after the snapshot", () => {
  it("is excluded, with a warning on the date", () => {
    const result = entered("02/11/2014");
    expect(counted(result)).toEqual([0, 0]);
    expect(result.anomalies("Registre")).toEqual(["warning after-snapshot D2"]);
    expect(result.rows("Registre")).toEqual({
      read: 1,
      billed: 0,
      excluded: 1,
      error: 0,
      reasons: { "after-snapshot": 1 },
    });
  });
});

test.each(["0000-00-00", "00/00/0000", "0000-00-00 00:00:00"])(
  "« %s », as a database has it, is no date",
  (written) => {
    expect(readDate(written, false)).toBe(readDate(null, false));
  },
);

test.each<[string, Cell]>([
  ["in words", "31/12/9999"],
  ["as a day of Excel", 2958465],
])("31/12/9999, by which databases mean that nothing ends, is after any day of count, %s", (_, cell) => {
  expect(readDate(cell, false)).toBe(2958465);
});
