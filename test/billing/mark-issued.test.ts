import { isoDate, parseWrittenDate } from "../../src/cells";
import { markIssued, type BillableWorkbook, type IssueNote } from "../../src/billing";
import { journalColumns, ledgerOf, type SheetModel } from "../../src/documents";
import { message } from "../../src/messages";
import { campaignOf } from "../../src/tariff";
import { billIssued } from "../at-once";
import { bill, generated, inventory, type Past } from "../documents/analyses/town";
import { made } from "../made";

const generatedSheets = [{ key: "journal", name: "Journal" }];
const when = "2014-12-01 09:30";
const note: IssueNote = { number: null, date: parseWrittenDate("2014-11-28")!, bordereau: "12", titre: "345" };

function mark(workbook: BillableWorkbook, said: Partial<IssueNote> = {}) {
  return markIssued({ ...workbook, generatedSheets }, { ...note, ...said }, when);
}

function marked(workbook: BillableWorkbook, said: Partial<IssueNote> = {}) {
  return made(mark(workbook, said));
}

function refusals(workbook: BillableWorkbook, said: Partial<IssueNote> = {}): string[] {
  const result = mark(workbook, said);
  if (result.ok) throw new Error("It was not refused.");
  for (const { code, params } of result.error) expect(message(code, params)).not.toMatch(/[{}]|^mark-/);
  return result.error.map(({ code }) => code);
}

/** The workbook once its Journal is written. */
function written(workbook: BillableWorkbook, journal: SheetModel): BillableWorkbook & Past {
  const journalRows = journal.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
  return { ...workbook, journalRows, runRecord: journal.record ?? null };
}

/** The état that the next generation of an inventory of so many workstations is. */
function next(past: Past, machines = 10, year = 2014) {
  const { statement, anomalies } = bill([inventory(machines)], year, {}, past);
  const codes = anomalies.map(({ code }) => code).filter((code) => code.startsWith("issued-"));
  return { ...statement.edition, codes };
}

const once = generated([inventory()]);
const twice = generated([inventory(11)], { past: once });

describe("a generation is marked as issued by a row of its Journal", () => {
  const { journal, state, campaign } = marked(once);
  const issued = written(once, journal);

  test("the row says the état, the day and its numbers; the rows before stay as they were", () => {
    expect({ state, campaign }).toEqual({
      state: { number: "2014-01", version: 1, date: "2014-11-28", bordereau: "12", titre: "345" },
      campaign: 2014,
    });
    expect(issued.journalRows.slice(0, -1)).toEqual(once.journalRows);
    const row = issued.journalRows.at(-1)!;
    expect(row[journalColumns.state]).toBe(
      "Émis le 28/11/2014\u00a0: état n°\u00a02014-01, version 1\u202f; bordereau n°\u00a012\u202f; titre n°\u00a0345",
    );
    expect([row[journalColumns.campaign], row[journalColumns.total]]).toEqual([2014, 1765.4]);
  });

  test("sums that somebody took out of the row of the run are blank in it, and no zero", () => {
    const { total, cagb } = journalColumns;
    const journalRows = once.journalRows.map((cells, row) =>
      row < once.journalRows.length - 1 ? cells : cells.map((cell, at) => (at === total || at === cagb ? null : cell)),
    );
    const emptied = written(once, marked({ ...once, journalRows }).journal);
    const row = emptied.journalRows.at(-1)!;
    expect([row[cagb], row[total]]).toEqual([null, null]);
    expect(next(emptied)).toMatchObject({ issued: state, differs: null });
    // Nothing tells what was issued any more, but that it was.
    expect(next({ ...emptied, runRecord: null })).toMatchObject({ issued: state, differs: "amounts" });
    expect(row[journalColumns.communes]).toBe(once.journalRows.at(-1)![journalColumns.communes]);
  });

  test.each([
    ["its record", issued],
    ["its rows alone, where no record is kept", { ...issued, runRecord: null }],
    ["its rows, where the record is older", { ...issued, runRecord: once.runRecord }],
  ])("the next generation knows it from %s", (_from, past) => {
    expect(ledgerOf(past.journalRows, past.runRecord).issued).toMatchObject([{ ...state, campaign: 2014 }]);
    expect(next(past)).toEqual({ version: 1, issued: state, differs: null, codes: [] });
    const other = { version: 2, issued: state, differs: "amounts", codes: ["issued-amounts-differ"] };
    expect(next(past, 11)).toEqual(other);
    expect(next(past, 10, 2015)).toMatchObject({ version: 1, issued: null, differs: null });
  });

  test("another generation of it is known by its amounts: the same again is that état, and no other version", () => {
    const changed = generated([inventory(11)], { past: issued });
    expect(next(changed, 11)).toMatchObject({ version: 2, differs: "amounts" });
    expect(next(changed, 10)).toMatchObject({ version: 1, differs: null });
    expect(next(changed, 12)).toMatchObject({ version: 3, differs: "amounts" });
  });

  test("the same amounts under another number would be claimed twice", () => {
    const { statement } = bill([inventory()], 2014, { particulars: { stateNumber: "2014-09" } }, issued);
    expect(statement.edition).toMatchObject({ version: 1, differs: "number" });
    expect(statement.anomalies.map(({ severity, code }) => [severity, code])).toEqual([
      ["warning", "issued-number-differs"],
    ]);
  });

  test("a correction starts from the issue in the Journal, not from what its workbook became since", () => {
    const ask = (issued: BillableWorkbook) =>
      billIssued({ issued, atHand: [], campaign: campaignOf(2014), options: {} });
    expect(made(ask(issued)).statement.edition).toEqual({ version: 1, issued: state, differs: null });
    const since = ask(generated([inventory(11)], { past: issued }));
    expect(since.ok ? [] : since.error.map(({ code }) => code)).toEqual(["issued-other-version"]);
  });

  test("marking it again completes its numbers, and no other of its campaign is marked", () => {
    const again = written(issued, marked(issued, { titre: "346" }).journal);
    expect(next(again).issued).toMatchObject({ titre: "346" });
    expect(again.journalRows).toHaveLength(issued.journalRows.length + 1);
    const changed = generated([inventory(11)], { past: again });
    expect(refusals(changed)).toEqual(["mark-other-issued"]);
  });
});

describe("an état is named by its number, and by its version where it has several", () => {
  test.each([
    ["2014-01", 2],
    [" 2014-01, version 1 ", 1],
    ["2014-01 version 2", 2],
    [null, 2],
  ])("%s is of version %s", (number, version) => {
    expect(marked(twice, { number }).state).toMatchObject({ number: "2014-01", version });
  });

  test("one that the Journal does not know is refused, with those that it does", () => {
    expect(refusals(twice, { number: "2014-02" })).toEqual(["mark-unknown-state"]);
    expect(refusals(twice, { number: "2014-01, version 3" })).toEqual(["mark-unknown-state"]);
    const result = mark(twice, { number: "2013-01" });
    expect(result.ok ? {} : result.error[0]!.params).toMatchObject({
      known: "2014-01, version 1\u202f; 2014-01, version 2",
    });
  });
});

describe("an état that cannot have been issued is refused, with all its faults at once", () => {
  const faulty = generated([inventory(10, "parc.xlsx", [["Nulle-Part", "École", 1, 1, null]])]);

  test("a provisional état marked as issued before its campaign is refused, both faults at once", () => {
    expect(refusals(faulty)).toEqual(["mark-provisional"]);
    expect(refusals(faulty, { date: parseWrittenDate("31/10/2014")! })).toEqual([
      "mark-provisional",
      "mark-date-too-early",
    ]);
    expect(refusals({ ...faulty, runRecord: null })).toEqual(["mark-provisional"]);
  });

  test("a workbook without a Journal, or without a run in it, is refused", () => {
    expect(refusals({ ...once, journalRows: [], runRecord: null })).toEqual(["mark-no-journal"]);
    const result = markIssued({ ...once, generatedSheets: [] }, note, when);
    expect(result.ok).toBe(false);
  });
});

test.each([
  ["2014-11-25", "2014-11-25"],
  [" 25/11/2014 ", "2014-11-25"],
  ["5/1/2015", "2015-01-05"],
  ["31/11/2014", null],
  ["novembre", null],
])("the day %s is read as %s", (written, day) => {
  const read = parseWrittenDate(written);
  expect(read === null ? null : isoDate(read)).toBe(day);
});
