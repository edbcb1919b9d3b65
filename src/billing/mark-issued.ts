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

/** The issue of an état: its date, and the numbers given by finance, null when unknown. */
export interface IssueNote {
  /** « 2014-01 », or « 2014-01, version 1 »; null for the état of the last generation. */
  readonly number: string | null;
  readonly date: CivilDate;
  readonly bordereau: string | null;
  readonly titre: string | null;
}

/** The result of marking an état as issued. */
interface MarkedIssue {
  readonly campaign: number;
  readonly state: IssuedState;
  /** The Journal with its new row, which replaces the present one; nothing else changes. */
  readonly journal: SheetModel;
}

/**
 * Marks an état of a generated workbook as issued, in a new row of its Journal that later generations read. Past rows
 * and other documents do not change. Fails with all faults when the Journal has no such état, when it was provisional,
 * when another one of the campaign was issued (which has to be rectified), or when the date is before the snapshot.
 * Marking the issued état again completes its numbers. `when` is the civil date and time, `2014-11-25 14:03`.
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
  const fault = (code: MessageCode, params: Anomaly["params"] = {}) =>
    anomaly("error", code, { file, ...params }, { file });
  const name = generatedSheets.find(({ key }) => key === "journal")?.name;
  const ledger = ledgerOf(journalRows, runRecord);
  if (name === undefined || ledger.states.length === 0) return failure([fault("mark-no-journal")]);
  const found = stateOf(ledger, note.number);
  if (found === undefined)
    return failure([fault("mark-unknown-state", { number: note.number ?? "", known: knownNames(ledger) })]);
  const faults = faultsOf(found, ledger, note, fault);
  if (faults.length > 0) return failure(faults);
  const { bordereau, titre } = note;
  const { campaign: year, number, version, amounts } = found;
  const state = { number, version, date: isoDate(note.date), bordereau, titre };
  const issue: KnownIssue = { ...state, campaign: year, amounts };
  const journal = { when, rows: journalRows.slice(journalFirstRow), record: runRecord };
  const model = makeJournalOfIssue(journal, issue, campaignOf(year), sumsIn(journalRows[found.row] ?? []), name);
  return success({ campaign: year, state, journal: model });
}

/** Finds an état by its number, in its last version unless one is given; the last generated one for null. */
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
  fault: (code: MessageCode, params: Anomaly["params"]) => Anomaly,
): Anomaly[] {
  const faults: Anomaly[] = [];
  const state = stateName(found);
  const { snapshot } = campaignOf(found.campaign);
  if (found.errors > 0) faults.push(fault("mark-provisional", { state, errors: found.errors }));
  const other = issued.find(({ campaign }) => campaign === found.campaign);
  if (other !== undefined && stateName(other) !== state)
    faults.push(fault("mark-other-issued", { state, ...issuedParams(other) }));
  if (compareDates(date, snapshot) < 0) {
    const params = { date: frenchDate(date), snapshot: frenchDate(snapshot), campaign: found.campaign };
    faults.push(fault("mark-date-too-early", params));
  }
  return faults;
}

/** Returns the totals in the row of a run; null for one that was removed. */
function sumsIn(row: HostWorkbook["journalRows"][number]) {
  const sum = (column: "cagb" | "communes" | "total") =>
    amountOf(row[journalColumns[column]] ?? null)?.toNumber() ?? null;
  return { cagb: sum("cagb"), communes: sum("communes"), total: sum("total") };
}
