import { editionOf, journalColumns, ledgerOf, type SheetModel } from "../../src/documents";
import { rectify, type Statement } from "../../src/statement";
import { makeSheets } from "../at-once";
import * as given from "../statement/fixtures";
import { inputOf, sheet } from "./fixtures";
import { of } from "./analyses/statements";

const { countsA, golden, stateOf } = given;
const { corrected } = rectify(stateOf(golden), of({ ...countsA, "POSTE_STD m": 13 }));
const journal = sheet(makeSheets({ ...inputOf(golden), statement: corrected }), "journal");
const rowsOf = ({ rows }: SheetModel) => rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null));
const editionAfter = (statement: Statement, record: string | null) =>
  editionOf(statement, ledgerOf(rowsOf(journal), record), "2014-01");

test("the row of a correction says the rank of its last paper beside its état", () => {
  expect(rowsOf(journal).at(-1)![journalColumns.state]).toBe("2014-01, version 1 (R1)");
});

test("the état that a correction made is known as such, by the record of the Journal or by its row alone", () => {
  for (const record of [journal.record!, null])
    expect(editionAfter(corrected, record)).toEqual({ version: 1, issued: null, differs: null, lastRank: 1 });
});

test("a run with other amounts is another état, which no correction made", () => {
  expect(editionAfter(stateOf(golden), journal.record!)).toEqual({ version: 2, issued: null, differs: null });
});
