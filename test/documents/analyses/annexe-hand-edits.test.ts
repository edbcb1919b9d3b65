import { Decimal } from "decimal.js";
import { cellName } from "../../../src/cells";
import { addAnalyses, type Analyses, type SheetModel } from "../../../src/documents";
import { compareStatements, simulate } from "../../../src/statement";
import { campaignOf, type Grid } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { Spreadsheet } from "../evaluate";
import { sheet } from "../fixtures";
import { documents, nowhere, of } from "./statements";

const { countsA, golden, stateOf } = given;

/** Workstations at 38.50 for the commune instead of 36.86. */
const project: Grid = {
  ...given.grid,
  rows: given.grid.rows.map((row) =>
    row.code === "POSTE_STD"
      ? { ...row, prices: { ...row.prices, maintenance: { cagb: null, commune: new Decimal("38.50") } } }
      : row,
  ),
};
const now = stateOf(golden);
const comparison: Analyses["comparison"] = {
  comparison: compareStatements({ ...of({ ...countsA, "POSTE_STD m": 12 }), campaign: campaignOf(2013) }, now),
  file: "parc-2013.xlsx",
  campaignFrom: "journal",
  errors: { before: 0, after: 0 },
};
const simulation = { simulation: simulate(now, stateOf(golden, {}, project)), anomalies: [] };

/** What says how much, or how many change, in words. */
const sayFigures = /[\d\u202f]+\s(?:€|%)|prix chang|(?:paient|paierai\w+|paie) (?:plus|moins|autant)/;

/** The words of a sheet that say figures, once a cell is typed over. */
function wordsOf({ name, rows, print }: SheetModel, book: Spreadsheet) {
  return rows.flatMap(({ cells }, row) =>
    cells.slice(0, print.area.lastColumn + 1).flatMap((cell, column) => {
      if (typeof cell?.value !== "string" || !sayFigures.test(cell.value)) return [];
      return [{ at: cellName(row, column), written: cell.value, now: book.value(name, row, column) }];
    }),
  );
}

describe("an annexe of which an amount is changed by hand says so, and no words say another one", () => {
  test.each([
    ["of a comparison", { comparison }],
    ["of a tariff on trial", { simulation }],
    ["of both", { comparison, simulation }],
  ] satisfies [string, Analyses][])("%s: each amount that is printed, one by one", (_, analyses) => {
    const models = addAnalyses(documents, analyses, nowhere);
    const annexe = sheet(models, "annexe");
    const untouched = wordsOf(annexe, new Spreadsheet(models));
    expect(untouched.length).toBeGreaterThan(1);
    expect(untouched.filter(({ written, now }) => written !== now)).toEqual([]);
    let edits = 0;
    annexe.rows.forEach(({ cells }, row) =>
      cells.slice(0, annexe.print.area.lastColumn + 1).forEach((cell, column) => {
        // A percentage is that of amounts which are beside it.
        if (typeof cell?.value !== "number" || cell.style?.numberFormat?.includes("%") === true) return;
        edits += 1;
        const typed = new Map([[`${annexe.name}!${row},${column}`, cell.value + 1]]);
        const stale = wordsOf(annexe, new Spreadsheet(models, typed)).filter(({ written, now }) => written === now);
        expect([cellName(row, column), stale]).toEqual([cellName(row, column), []]);
      }),
    );
    expect(edits).toBeGreaterThan(8);
  });
});
