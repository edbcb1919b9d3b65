import type { Cell } from "../cells";
import { campaignOf } from "../tariff";
import { journalOfRows } from "./journal";
import {
  issueOfRow,
  journalColumns,
  journalFields,
  journalFirstRow,
  ledgerOf,
  type JournalField,
} from "./journal-ledger";
import type { SheetModel } from "./kit/model";
import { recordOfLedger, type Ledger } from "./run-record";
import { documentName, nameSheets, type KeyedName } from "./sheet-names";

/**
 * A Journal as it may be kept outside its workbook: its dates, numbers and amounts, without the texts of its rows, which
 * may name schools, sheets and people.
 */
export interface KeptJournal {
  /** Its rows from `journalFirstRow` on. */
  readonly rows: readonly (readonly Cell[])[];
  readonly ledger: Ledger;
}

/** A Journal in its workbook: its rows from the top of the sheet, and its record. */
interface Journal {
  readonly journalRows: readonly (readonly Cell[])[];
  readonly runRecord: string | null;
}

/** A workbook that a Journal is put back into, with the names that its sheets have. */
interface Place extends Pick<Journal, "journalRows"> {
  readonly userSheetNames: readonly string[];
  readonly generatedSheets: readonly KeyedName[];
}

/** Returns a Journal as it may be kept; null when it marks no état as issued. */
export function keptJournal({ journalRows, runRecord }: Journal): KeptJournal | null {
  const { states, issued } = ledgerOf(journalRows, runRecord);
  if (issued.length === 0) return null;
  return { rows: journalRows.slice(journalFirstRow).map(withoutNames), ledger: { states, issued } };
}

/**
 * Makes the Journal of a workbook again with the rows that it had when it was kept: its present rows, unchanged, then
 * the kept ones below. Null when it has them all.
 */
export function restoredJournal(
  { journalRows, userSheetNames, generatedSheets }: Place,
  { rows, ledger }: KeptJournal,
): SheetModel | null {
  const present = journalRows.slice(journalFirstRow);
  if (rows.length <= present.length) return null;
  const all = [...present, ...rows.slice(present.length)];
  const campaign = campaignOf(ledger.issued.at(-1)!.campaign);
  const key = "journal";
  const name = nameSheets([{ key, name: documentName(key, campaign) }], userSheetNames, generatedSheets).get(key)!;
  return journalOfRows(all, name, campaign, recordOfLedger(ledger, journalFirstRow + all.length - 1));
}

/** The fields whose numbers are kept. */
const numbers: ReadonlySet<JournalField> = new Set([
  ...(["when", "campaign", "snapshot", "read", "billed", "excluded", "error", "schools"] as const),
  ...(["cagb", "communes", "total"] as const),
]);
/** What stands for the texts that are not kept: a run without them is not taken for one that can be made again. */
const absent: ReadonlySet<JournalField> = new Set(["options", "sources"]);
const notKept = "Non gardé par le navigateur";

function withoutNames(row: readonly Cell[]): Cell[] {
  const isIssue = issueOfRow(row) !== null;
  return journalFields.map((field) => {
    const cell = row[journalColumns[field]] ?? null;
    if (numbers.has(field)) return typeof cell === "number" ? cell : null;
    if (absent.has(field)) return isIssue ? null : notKept;
    if (typeof cell !== "string") return null;
    if (field === "accepted") return /^(?:\d+|Aucune)/.exec(cell)?.[0] ?? null;
    return field === "state" && /, version \d+/.test(cell) ? cell : null;
  });
}
