import { frenchDay } from "../cells";
import { editionOf, ledgerOfJournal, stateNumber, type JournalInput } from "../documents";
import { anomaly, issuedDifferences, type Anomaly } from "../messages";
import { withParticularsOf } from "../options";
import { amountsDigest, type Edition, type IssuedState, type Statement } from "../statement";

/**
 * Returns a statement with its edition in a workbook, given its Journal: its version, and whether it is the issued
 * état, with a warning when it is not.
 */
export function withEdition(statement: Statement, journal: Pick<JournalInput, "rows" | "record">): Statement {
  const edition = editionOf(statement, ledgerOfJournal(journal), stateNumber(statement));
  return JSON.stringify(edition) === JSON.stringify(statement.edition) ? statement : ofEdition(statement, edition);
}

function ofEdition(statement: Statement, edition: Edition): Statement {
  const codes: readonly string[] = Object.values(issuedDifferences);
  const others = statement.anomalies.filter(({ code }) => !codes.includes(code));
  return { ...statement, edition, anomalies: [...others, ...differenceOf(edition, stateNumber(statement))] };
}

function differenceOf({ issued, differs, version }: Edition, number: string): Anomaly[] {
  if (issued === null || differs === null) return [];
  return [anomaly("warning", issuedDifferences[differs], { ...issuedParams(issued), number, version })];
}

/**
 * Returns a corrected statement as printed: its particulars and number are completed by those of the statement that it
 * corrects. `journal` is that of the workbook into which it is generated.
 */
export function printedAs(
  corrected: Statement,
  origin: Statement,
  journal: Pick<JournalInput, "rows" | "record">,
): Statement {
  const options = withParticularsOf(origin.options, corrected.options);
  if (options === corrected.options) return corrected;
  const statement = { ...corrected, options };
  return ofEdition(statement, editionOf(statement, ledgerOfJournal(journal), stateNumber(statement)));
}

/**
 * Returns a corrected statement with a version above that of the statement that it corrects, when its own Journal does
 * not know that one: no two états with the same number and version have different amounts.
 */
export function afterOrigin(corrected: Statement, origin: Statement): Statement {
  const { edition } = corrected;
  if (edition.issued !== null || stateNumber(corrected) !== stateNumber(origin)) return corrected;
  const isSame = amountsDigest(corrected) === amountsDigest(origin);
  const least = origin.edition.version + (isSame ? 0 : 1);
  return edition.version >= least ? corrected : { ...corrected, edition: { ...edition, version: least } };
}

/** Returns the message parameters of an issued état. */
export function issuedParams({ number, version, date }: IssuedState): Anomaly["params"] {
  return { issued: number, issuedVersion: version, date: frenchDay(date) };
}
