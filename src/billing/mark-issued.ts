import { compareDates, frenchDate, isoDate, type CivilDate } from "../cells";
import {
  amountOf,
  journalColumns,
  journalFirstRow,
  ledgerOf,
  makeJournalOfIssue,
  stateName,
  type KnownIssue,
  type KnownState,
  type Ledger,
  type SheetModel,
} from "../documents";
import { anomaly, failure, success, type Anomaly, type MessageCode, type Result } from "../messages";
import type { IssuedState } from "../statement";
import { campaignOf } from "../tariff";
import type { HostWorkbook } from "./bill-campaign";
import { issuedParams } from "./edition";

/** What the office knows of an état once it is issued: its date, and the numbers that finance gave, null where not said. */
export interface IssueNote {
  /** « 2014-01 », or « 2014-01, version 1 »; null: the état of the last generation. */
  readonly number: string | null;
  readonly date: CivilDate;
  readonly bordereau: string | null;
  readonly titre: string | null;
}

/** What marking an état as issued gives. */
interface MarkedIssue {
  readonly campaign: number;
  readonly state: IssuedState;
  /** The Journal with its new row, to be written in the place of the one that is there; nothing else changes. */
  readonly journal: SheetModel;
}

/**
 * Marks an état of a generated workbook as issued: a row of its Journal says so, and every generation to come knows it. The
 * past rows and the other documents stay as they are. Fails, with all that is wrong, where the Journal has no such état, where
 * it was provisional, where another of the campaign was issued already (that one is rectified), or where the date is before
 * the campaign's. Marking again the one that was issued completes its numbers. `when`: civil date and time, `2014-11-25 14:03`.
 */
export function markIssued(
  {
    cells: { file },
    journalRows,
    runRecord,
    generatedSheets,
  }: Pick<HostWorkbook, "cells" | "journalRows" | "runRecord" | "generatedSheets">,
  note: IssueNote,
  when: string,
): Result<MarkedIssue> {
  const told = (code: MessageCode, params: Anomaly["params"] = {}) =>
    anomaly("error", code, { file, ...params }, { file });
  const name = generatedSheets.find(({ key }) => key === "journal")?.name;
  const ledger = ledgerOf(journalRows, runRecord);
  if (name === undefined || ledger.states.length === 0) return failure([told("mark-no-journal")]);
  const found = stateOf(ledger, note.number);
  if (found === undefined)
    return failure([told("mark-unknown-state", { number: note.number ?? "", known: knownNames(ledger) })]);
  const faults = faultsOf(found, ledger, note, told);
  if (faults.length > 0) return failure(faults);
  const { bordereau, titre } = note;
  const { campaign: year, number, version, amounts } = found;
  const state = { number, version, date: isoDate(note.date), bordereau, titre };
  const issue: KnownIssue = { ...state, campaign: year, amounts };
  const journal = { when, rows: journalRows.slice(journalFirstRow), record: runRecord };
  const model = makeJournalOfIssue(journal, issue, campaignOf(year), sumsIn(journalRows[found.row] ?? []), name);
  return success({ campaign: year, state, journal: model });
}

/** Finds the état of a number, its last version where none is said; that of the last generation where no number is. */
function stateOf({ states }: Ledger, written: string | null): KnownState | undefined {
  if (written === null) return states.at(-1);
  const match = /^(.*?)(?:\s*,?\s*version\s*(\d+))?$/iu.exec(written.trim());
  const [, number = "", version] = match ?? [];
  return states.findLast(
    (state) => state.number === number.trim() && (version === undefined || state.version === Number(version)),
  );
}

function knownNames({ states }: Ledger): string {
  return states.map(stateName).join("\u202f; ");
}

function faultsOf(
  found: KnownState,
  { issued }: Ledger,
  { date }: IssueNote,
  told: (code: MessageCode, params: Anomaly["params"]) => Anomaly,
): Anomaly[] {
  const faults: Anomaly[] = [];
  const state = stateName(found);
  const { snapshot } = campaignOf(found.campaign);
  if (found.errors > 0) faults.push(told("mark-provisional", { state, errors: found.errors }));
  const other = issued.find(({ campaign }) => campaign === found.campaign);
  if (other !== undefined && stateName(other) !== state)
    faults.push(told("mark-other-issued", { state, ...issuedParams(other) }));
  if (compareDates(date, snapshot) < 0) {
    const params = { date: frenchDate(date), snapshot: frenchDate(snapshot), campaign: found.campaign };
    faults.push(told("mark-date-too-early", params));
  }
  return faults;
}

/** Returns the sums of a run, as its row has them; null where somebody took one out. */
function sumsIn(row: HostWorkbook["journalRows"][number]) {
  const sum = (column: "cagb" | "communes" | "total") =>
    amountOf(row[journalColumns[column]] ?? null)?.toNumber() ?? null;
  return { cagb: sum("cagb"), communes: sum("communes"), total: sum("total") };
}
