import type { HostWorkbook } from "../billing";
import type { Cell, CellBlock, WorkbookCells } from "../cells";
import type { KeyedName } from "../documents";
import type { Anomaly } from "../messages";
import {
  generatedAmounts,
  journalKey,
  recordOf,
  splitNames,
  takenNames,
  type GeneratedAmount,
  type WorkbookName,
} from "./generated-names";

/** A workbook read from a file or from Excel, in the form that the core uses. */
export interface OpenedWorkbook extends HostWorkbook {
  /** The amounts in generated sheets that our names refer to. */
  readonly ownAmounts: readonly GeneratedAmount[];
}

/** A sheet to write for the user, to whom it then belongs; its first row is the header. */
export interface UserSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Column widths, in characters. */
  readonly widths: readonly number[];
  /** Zero-based columns of euros, shown with two decimals; none by default. */
  readonly amounts?: readonly number[];
}

/** The format of a column of euros, one of Excel's built-in formats. */
export const amountFormat = { id: 4, code: "#,##0.00" } as const;

/** Returns whether two names designate the same sheet: Excel ignores their case. */
export function isSameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** What a port reads from a workbook whose format keeps names. */
interface WorkbookFound {
  readonly cells: WorkbookCells;
  /** Names of all sheets, including those without cells. */
  readonly sheetNames: readonly string[];
  /** The generated sheets, one for each key. */
  readonly generated: readonly (KeyedName & { readonly record: readonly string[] })[];
  /** All names of the workbook, the user's and ours. */
  readonly names: readonly WorkbookName[];
  readonly anomalies: readonly Anomaly[];
}

/** Returns an opened workbook, with what is derived from its sheets and names. */
export function openedWorkbook(found: WorkbookFound): OpenedWorkbook {
  const { cells, sheetNames, generated, names, anomalies } = found;
  const documents = new Set(generated.map(({ name }) => name));
  const split = splitNames(names, documents);
  const journal = generated.find(({ key }) => key === journalKey);
  return {
    cells,
    anomalies: [...anomalies, ...takenNames(split, cells.file)],
    generatedSheets: generated.map(({ key, name }) => ({ key, name })),
    userSheetNames: sheetNames.filter((name) => !documents.has(name)),
    journalRows: cells.sheets.find(({ name }) => name === journal?.name)?.rows ?? [],
    runRecord: recordOf(journal?.record ?? []),
    ownAmounts: generatedAmounts(split, cells.sheets),
  };
}

/** Returns the hidden rows within the range of a filter: filter criteria do not reveal which filters are in use. */
export function filteredRowsOf(hiddenRows: ReadonlySet<number>, filters: readonly CellBlock[]): Set<number> {
  return new Set([...hiddenRows].filter((row) => filters.some(({ top, bottom }) => row > top && row <= bottom)));
}

/**
 * Removes the blank rows at the end, in place, and returns the rows; `isFilled` returns whether a cell whose value is
 * null counts as filled.
 */
export function trimRows(rows: Cell[][], isFilled: (row: number, column: number) => boolean = () => false): Cell[][] {
  const isBlank = (row: number) => rows[row]!.every((cell, column) => cell === null && !isFilled(row, column));
  while (rows.length > 0 && isBlank(rows.length - 1)) rows.pop();
  return rows;
}
