import { remakeRunInSteps, type Beside, type Finding, type RemadeRun } from "../../billing";
import type { Steps } from "../../cells";
import { communeOfFiche, issueOfRow, journalFirstRow, ledgerOf, stateNumber } from "../../documents";
import { anomaly } from "../../messages";
import { formatAmount } from "../../money";
import { readGenerated, type FoundSheet, type GeneratedFound, type OpenWorkbook } from "../files";
import { journalKey } from "../generated-names";
import { compareAmountNames, compareChecksum, compareHiddenNames } from "./compare-names";
import { compareSheet, type Compared } from "./compare-sheet";

/** The summary of a comparison: plain data, which a worker can send. */
interface Verified {
  readonly fiches: number;
  readonly number: string;
  readonly version: number;
  /** Euros, `259016.96`. */
  readonly total: string;
  /** The number of errors despite which the documents were generated: with any, they are provisional. */
  readonly errors: number;
  /** The date of issue in the Journal, `2014-11-25`; null when it has none. */
  readonly issuedOn: string | null;
  /** The number of earlier generations, known only by their rows in the Journal. */
  readonly pastRuns: number;
  /** Names of the documents that were not regenerated. */
  readonly unmade: readonly string[];
  /** The number of formulas of the documents for which the file keeps no result. */
  readonly withoutResult: number;
  /** Names of the user's sheets that were added after the generation. */
  readonly added: readonly string[];
}

/**
 * The result of verifying a received workbook: `compared` with its regenerated documents, which it equals when
 * `findings` is empty; `not-remade` when it differs too much to be compared; `unusable` when something is missing that
 * the user has to provide.
 */
export type Verification =
  | { readonly kind: "compared"; readonly verified: Verified; readonly findings: readonly Finding[] }
  | { readonly kind: "not-remade"; readonly findings: readonly Finding[] }
  | { readonly kind: "unusable"; readonly findings: readonly Finding[] };

/**
 * Verifies a received workbook: regenerates its documents from its contents and compares each cell, link and name of
 * the generated sheets. Writes nothing. Throws a `FileFault` when a part is malformed.
 */
export function* verifyInSteps(open: OpenWorkbook, beside: Beside): Steps<Verification> {
  const { file } = open.cells;
  const found = readGenerated(open);
  if (found === null || found.sheets.length + found.withoutKey.length === 0) {
    const params = { file, ...(found === null && { values: "1", format: open.format }) };
    return { kind: "unusable", findings: [anomaly("error", "verify-no-documents", params, { file })] };
  }
  if (found.withoutKey.length > 0) {
    const lost = found.withoutKey.map((sheet) =>
      anomaly("error", "verify-key-lost" as const, { sheet }, { file, sheet }),
    );
    return { kind: "not-remade", findings: lost };
  }
  const remade = yield* remakeRunInSteps(open, beside);
  if (!remade.ok) {
    const { isFaulty, findings } = remade.error;
    return { kind: isFaulty ? "not-remade" : "unusable", findings };
  }
  const findings = [...remade.value.findings, ...(yield* compareAll(found, remade.value, file))];
  return {
    kind: "compared",
    verified: { ...verifiedOf(open, remade.value), withoutResult: lackingResults(found) },
    findings,
  };
}

function* compareAll(found: GeneratedFound, { sheets, unmade, run }: RemadeRun, file: string): Steps<Finding[]> {
  const names = found.sheets.map(({ name }) => name);
  const unmadeNames = found.sheets.filter(({ key }) => unmade.has(key)).map(({ name }) => name.toLowerCase());
  const compared: Compared = { file, date1904: found.date1904, unmade: new Set(unmadeNames) };
  const known = new Set(found.sheets.map(({ key }) => key));
  const findings: Finding[] = sheets
    .filter(({ key }) => !known.has(key))
    .map(({ name: sheet }) => anomaly("error", "verify-sheet-missing", { sheet }, { file }));
  const models = new Map(sheets.map((model) => [model.key, model]));
  for (const sheet of found.sheets) {
    yield;
    const model = models.get(sheet.key);
    const place = { file, sheet: sheet.name };
    if (unmade.has(sheet.key)) findings.push(...compareChecksum(sheet, sheet.edits, file));
    else if (model === undefined) findings.push(anomaly("error", "verify-sheet-added", { sheet: sheet.name }, place));
    else {
      const others = editsOfOthers(sheet, run.row);
      findings.push(...compareSheet(sheet, model, compared));
      if (others.length > 0) findings.push(...compareChecksum(sheet, others, file));
      findings.push(...compareHiddenNames(sheet, model, others.length === 0, compared));
    }
  }
  for (const sheet of found.copies) findings.push(anomaly("error", "verify-sheet-copy", { sheet }, { file, sheet }));
  const taken = (run.opening ?? []).filter(({ code }) => code === "own-name-taken").map(({ params }) => params["name"]);
  findings.push(...compareAmountNames(found, sheets, new Set(names), new Set(taken.map(String)), file));
  return findings;
}

/** Returns the cells in Journal rows of other runs that may have been changed, according to the checksum. */
function editsOfOthers({ key, edits }: FoundSheet, row: number): FoundSheet["edits"] {
  return key === journalKey ? edits.filter((edit) => edit.row >= journalFirstRow && edit.row !== row) : [];
}

function lackingResults({ sheets }: GeneratedFound): number {
  const cells = sheets.flatMap((sheet) => sheet.cells.flat());
  return cells.filter((cell) => cell !== undefined && cell.formula !== null && cell.value === null).length;
}

function verifiedOf(
  open: OpenWorkbook,
  { statement, sheets, errors, unmade, added, run }: RemadeRun,
): Omit<Verified, "withoutResult"> {
  const { journalRows, runRecord, generatedSheets } = open;
  const number = stateNumber(statement);
  const { version } = statement.edition;
  const issued = ledgerOf(journalRows, runRecord).issued.find(
    (one) => one.campaign === run.campaign.year && one.number === number && one.version === version,
  );
  return {
    ...{ number, version, errors, added },
    fiches: sheets.filter(({ key }) => communeOfFiche(key) !== null).length,
    total: formatAmount(statement.total),
    issuedOn: issued?.date ?? null,
    pastRuns: journalRows.slice(journalFirstRow, run.row).filter((row) => issueOfRow(row) === null).length,
    unmade: generatedSheets.filter(({ key }) => unmade.has(key)).map(({ name }) => name),
  };
}
