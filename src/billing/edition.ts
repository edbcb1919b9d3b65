import { frenchDay } from "../cells";
import { editionOf, ledgerOfJournal, stateNumber, type JournalInput } from "../documents";
import { anomaly, issuedDifferences, type Anomaly } from "../messages";
import { withParticularsOf } from "../options";
import { amountsDigest, type Edition, type IssuedState, type Statement } from "../statement";

/**
 * Returns a statement as the next generation into a workbook whose Journal is given: of which version of the état it is, and
 * whether it is the one that was issued; where it is not, a warning says so.
 */
export function withEdition(statement: Statement, journal: Pick<JournalInput, "rows" | "record">): Statement {
  const edition = editionOf(statement, ledgerOfJournal(journal), stateNumber(statement));
  return JSON.stringify(edition) === JSON.stringify(statement.edition) ? statement : ofEdition(statement, edition);
}

function ofEdition(statement: Statement, edition: Edition): Statement {
  const told: readonly string[] = Object.values(issuedDifferences);
  const others = statement.anomalies.filter(({ code }) => !told.includes(code));
  return { ...statement, edition, anomalies: [...others, ...differenceOf(edition, stateNumber(statement))] };
}

function differenceOf({ issued, differs, version }: Edition, number: string): Anomaly[] {
  if (issued === null || differs === null) return [];
  return [anomaly("warning", issuedDifferences[differs], { ...issuedParams(issued), number, version })];
}

/**
 * Returns a corrected statement as it is printed: with what the office alone knows, and the number, of the one that it corrects
 * where its own options do not say them. `journal`: that of the workbook that it is generated into.
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
 * Returns a corrected statement as a later version of the état than the one that it corrects, where its own Journal does not know
 * that one: no two états of one number and version have other amounts.
 */
export function afterOrigin(corrected: Statement, origin: Statement): Statement {
  const { edition } = corrected;
  if (edition.issued !== null || stateNumber(corrected) !== stateNumber(origin)) return corrected;
  const isSame = amountsDigest(corrected) === amountsDigest(origin);
  const least = origin.edition.version + (isSame ? 0 : 1);
  return edition.version >= least ? corrected : { ...corrected, edition: { ...edition, version: least } };
}

/** Returns what messages say of an état that was issued. */
export function issuedParams({ number, version, date }: IssuedState): Anomaly["params"] {
  return { issued: number, issuedVersion: version, date: frenchDay(date) };
}
