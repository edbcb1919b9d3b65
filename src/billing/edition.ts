import { editionOf, ledgerOfJournal, stateNumber, type JournalInput } from "../documents";
import { anomaly, issuedDifferences, type Anomaly } from "../messages";
import type { Edition, IssuedState, Statement } from "../statement";
import { frenchDay } from "../cells";

/**
 * Returns a statement as the next generation into a workbook whose Journal is given: of which version of the état it is, and
 * whether it is the one that was issued; where it is not, a warning says so. (documents, « State of a document »)
 */
export function withEdition(statement: Statement, journal: Pick<JournalInput, "rows" | "record">): Statement {
  const edition = editionOf(statement, ledgerOfJournal(journal), stateNumber(statement));
  if (JSON.stringify(edition) === JSON.stringify(statement.edition)) return statement;
  const told: readonly string[] = Object.values(issuedDifferences);
  const others = statement.anomalies.filter(({ code }) => !told.includes(code));
  return { ...statement, edition, anomalies: [...others, ...differenceOf(edition, stateNumber(statement))] };
}

function differenceOf({ issued, differs, version }: Edition, number: string): Anomaly[] {
  if (issued === null || differs === null) return [];
  return [anomaly("warning", issuedDifferences[differs], { ...issuedParams(issued), number, version })];
}

/** Returns what messages say of an état that was issued. */
export function issuedParams({ number, version, date }: IssuedState): Anomaly["params"] {
  return { issued: number, issuedVersion: version, date: frenchDay(date) };
}
