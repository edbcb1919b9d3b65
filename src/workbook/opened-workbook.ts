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

/** A workbook as read, from a file or from Excel: what the core needs of it. */
export interface OpenedWorkbook extends HostWorkbook {
  /** Amounts that the workbook's names point at in the generated sheets. */
  readonly ownAmounts: readonly GeneratedAmount[];
}

/** A sheet to be put in a workbook for the user, whose it is from then on; its first row is the titles of its columns. */
export interface UserSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
}

/** Returns whether two names are those of one sheet: a workbook tells them without their case. */
export function isSameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** What a port finds in a workbook that keeps names. */
interface WorkbookFound {
  readonly cells: WorkbookCells;
  /** Names of all sheets, those without cells included. */
  readonly sheetNames: readonly string[];
  /** Generated sheets in place, one a key. */
  readonly generated: readonly (KeyedName & { readonly record: readonly string[] })[];
  /** Names of the workbook, whosever they are. */
  readonly names: readonly WorkbookName[];
  readonly anomalies: readonly Anomaly[];
}

/** Returns an opened workbook, what follows from its sheets and its names worked out. */
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

/** Returns the rows hidden inside a filter's range: criteria cannot tell which filters are in use. */
export function filteredRowsOf(hiddenRows: ReadonlySet<number>, filters: readonly CellBlock[]): Set<number> {
  return new Set([...hiddenRows].filter((row) => filters.some(({ top, bottom }) => row > top && row <= bottom)));
}

/** Takes the rows off, from the last one up, that hold nothing; `isFilled` tells of a blank cell that it is none. */
export function trimRows(rows: Cell[][], isFilled: (row: number, column: number) => boolean = () => false): Cell[][] {
  const isBlank = (row: number) => rows[row]!.every((cell, column) => cell === null && !isFilled(row, column));
  while (rows.length > 0 && isBlank(rows.length - 1)) rows.pop();
  return rows;
}
