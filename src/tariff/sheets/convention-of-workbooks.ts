import { cellName, type SheetCells, type WorkbookCells } from "../../cells";
import { anomaly, failure, success, type Anomaly, type MessageCode, type Nouns, type Result } from "../../messages";
import { builtInConventions } from "../built-in";
import { campaignOf } from "../campaign";
import type { Campaign } from "../convention";
import type { Convention } from "../convention";
import { conventionOf } from "../load-convention";
import { gridSheets, readTarifs } from "../tarifs/read-tarifs";
import { claimsToListMembers, isCommunesSheet, readCommunesSheet } from "./communes-sheet";
import { isConventionSheet, readConventionSheet } from "./convention-sheet";

/**
 * Reads the convention in the sheets « Convention », « Tarifs » and « Communes » of a workbook; null when no workbook
 * has a sheet « Convention ». As strict as files: any fault refuses the whole convention, each at its cell.
 */
export function conventionOfWorkbooks(workbooks: readonly WorkbookCells[]): Result<Convention> | null {
  const [found, second] = workbooks.flatMap((workbook) =>
    workbook.sheets.filter(isConventionSheet).map((sheet) => ({ sheet, workbook })),
  );
  if (found === undefined) return null;
  const { sheet, workbook } = found;
  if (second !== undefined)
    return failure([at(second.sheet, "convention-twice", { file: sheet.file, sheet: sheet.name })]);

  const { date1904, sheets } = workbook;
  const terms = readConventionSheet(sheet, date1904);
  const readable = terms.ok ? terms.value : { ...builtInConventions[0]!, debtor: null };
  const grids = readTarifs(sheets, date1904, readable) ?? failure([at(sheet, "convention-without-tarifs", {})]);
  const list = sheets.find(claimsToListMembers);
  const members =
    list === undefined ? failure([at(sheet, "convention-without-communes", {})]) : readCommunesSheet(list, date1904);
  if (terms.ok && grids.ok && members.ok)
    return success(conventionOf(terms.value, grids.value, members.value, "workbook"));
  // Faults about payers depend on the terms: they are only reported once the terms are correct.
  const isReported = ({ code }: Anomaly): boolean => terms.ok || !faultsOfPayers.has(code);
  return failure([terms, grids, members].flatMap((read) => (read.ok ? [] : read.error.filter(isReported))));
}

/**
 * Returns a campaign under the convention of the workbooks, or unchanged when they have none. Fails when their sheets
 * are faulty, or when another convention was given in a folder.
 */
export function campaignOfWorkbooks(campaign: Campaign, workbooks: readonly WorkbookCells[]): Result<Campaign> {
  const own = conventionOfWorkbooks(workbooks);
  if (own === null || !own.ok) return own ?? success(campaign);
  const sheet = workbooks.flatMap(({ sheets }) => sheets).find(isConventionSheet)!;
  if (campaign.convention.origin === "folder")
    return failure([at(sheet, "convention-given-twice", { sheet: sheet.name })]);
  return success(campaignOf(campaign.year, own.value));
}

/** Returns the nouns of the convention of some workbooks; null when they have none, or a faulty one. */
export function nounsOfWorkbooks(workbooks: readonly WorkbookCells[]): Nouns | null {
  const own = conventionOfWorkbooks(workbooks);
  return own?.ok === true ? own.value.nouns : null;
}

const faultsOfPayers: ReadonlySet<MessageCode> = new Set([
  "tarifs-unknown-column",
  "tarifs-missing-column",
  "tarifs-price-of-nobody",
]);

function at({ file, name }: SheetCells, code: MessageCode, params: Anomaly["params"]): Anomaly {
  return anomaly("error", code, params, { file, sheet: name, cell: cellName(0, 0) });
}

/** Returns the sheets that hold a convention or prices: settings, in which nothing is counted. */
export function conventionSettings(sheets: readonly SheetCells[]): SheetCells[] {
  return [...gridSheets(sheets), ...sheets.filter((sheet) => isConventionSheet(sheet) || isCommunesSheet(sheet))];
}
