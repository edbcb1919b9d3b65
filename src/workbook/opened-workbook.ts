import type { Cell, WorkbookCells } from "../cells";
import type { KeyedName } from "../documents";
import type { Anomaly } from "../messages";
import { generatedAmounts, journalKey, takenNames, type GeneratedAmount, type WorkbookName } from "./generated-names";

/** A workbook as read, from a file or from Excel: what the core needs of it. */
export interface OpenedWorkbook {
  readonly cells: WorkbookCells;
  /** What the door could not bring, and what it found that was changed or taken: things to know. */
  readonly anomalies: readonly Anomaly[];
  /** Generated sheets found, under the names they bear now. */
  readonly ownSheets: readonly KeyedName[];
  /** Names that generated sheets may not take, those of chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** Cells of the Journal, or none. */
  readonly journalRows: readonly (readonly Cell[])[];
  /** Amounts that the workbook's names point at in the generated sheets. */
  readonly ownAmounts: readonly GeneratedAmount[];
}

/** What a door finds in a workbook that keeps names. */
export interface WorkbookFound {
  readonly cells: WorkbookCells;
  /** Names of all sheets, those without cells included. */
  readonly sheetNames: readonly string[];
  /** Generated sheets in place, one a key. */
  readonly generated: readonly KeyedName[];
  /** Names of the workbook that begin as ours do; those that may be the user's. */
  readonly names: readonly WorkbookName[];
  readonly otherNames: readonly WorkbookName[];
  readonly anomalies: readonly Anomaly[];
}

/** Returns an opened workbook, what follows from its sheets and its names worked out. */
export function openedWorkbook(found: WorkbookFound): OpenedWorkbook {
  const { cells, sheetNames, generated, names, otherNames, anomalies } = found;
  const ownNames = new Set(generated.map(({ name }) => name));
  const journal = generated.find(({ key }) => key === journalKey)?.name;
  return {
    cells,
    anomalies: [...anomalies, ...takenNames(otherNames, ownNames, cells.file)],
    ownSheets: generated.map(({ key, name }) => ({ key, name })),
    userSheetNames: sheetNames.filter((name) => !ownNames.has(name)),
    journalRows: cells.sheets.find(({ name }) => name === journal)?.rows ?? [],
    ownAmounts: generatedAmounts(names, cells.sheets),
  };
}
