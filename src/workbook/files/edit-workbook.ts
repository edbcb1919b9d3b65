import { holds, isShownAsDate, sheetOfValues, type Cell, type SheetCells } from "../../cells";
import { valueOfCell } from "../cell-content";
import { addSheetPart, editPackage, type CellEdit, type EditRefusal } from "./edit-package";
import { openWorkbookFile } from "./open-file";
import { dayOfSerial } from "./open-values";
import { FileFault, refused, type FileRefused, type OpenWorkbook } from "./opened-file";

/** A workbook once edited, or why it is not. */
export type Edited =
  | { readonly ok: true; readonly workbook: OpenWorkbook }
  | { readonly ok: false; readonly why: EditRefusal }
  | FileRefused;

/**
 * Puts values in cells of the user's sheets. In a package every other byte of these sheets stays, but for the results of formulas that
 * depend on these cells, directly or not, which are taken out: nobody has computed them. Refuses what would leave the workbook
 * damaged, or a number that is no longer true.
 */
export async function editCells(open: OpenWorkbook, edits: readonly CellEdit[]): Promise<Edited> {
  const own = new Map(
    open.cells.sheets.filter(({ generatedKey }) => generatedKey === null).map((one) => [one.name, one]),
  );
  for (const { sheet, row, column } of edits) {
    const cells = own.get(sheet);
    if (cells === undefined) return { ok: false, why: "no-sheet" };
    if (isTableHeading(cells, row, column)) return { ok: false, why: "table-heading" };
  }
  if (open.source.kind === "values") return editValues(open, edits);
  try {
    const bytes = editPackage(open.source.bytes, edits);
    return typeof bytes === "string" ? { ok: false, why: bytes } : await openWorkbookFile(bytes, open.cells.file);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return refused(error, open.cells.file);
  }
}

function isTableHeading({ tables }: SheetCells, row: number, column: number): boolean {
  return tables.some(({ block }) => row === block.top && holds(block, row, column));
}

/** Adds a sheet of the user's own, after the others, with its rows. Throws where its name is taken. */
export async function addUserSheet(
  open: OpenWorkbook,
  name: string,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Promise<Edited> {
  if (open.source.kind === "values") return addValuesSheet(open, name, rows);
  try {
    const bytes = addSheetPart(
      open.source.bytes,
      name,
      rows.map((row) => row.map(valueOfCell)),
      widths,
    );
    return await openWorkbookFile(bytes, open.cells.file);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return refused(error, open.cells.file);
  }
}

/** Puts values in a file of which only values were taken: no formula is left that could depend on them. */
function editValues(open: OpenWorkbook, edits: readonly CellEdit[]): Edited {
  const { cells, source } = open;
  if (source.kind !== "values") throw new Error("A package is edited as one.");
  if (source.isComputed) return { ok: false, why: "values-of-formulas" };
  const byName = new Map(cells.sheets.map((one) => [one.name, one]));
  const changed = <Value>(rows: readonly (readonly Value[])[], name: string, put: (edit: CellEdit) => Value) =>
    withCells(
      rows,
      edits.filter(({ sheet }) => sheet === name),
      put,
    );
  /** Days stay days in the file that is made of these values. */
  const asWritten = ({ sheet, row, column, value }: CellEdit) =>
    typeof value === "number" && isShownAsDate(byName.get(sheet)!, row, column) ? dayOfSerial(value) : value;
  const workbook: OpenWorkbook = {
    ...open,
    cells: {
      ...cells,
      sheets: cells.sheets.map((one) => ({ ...one, rows: changed<Cell>(one.rows, one.name, ({ value }) => value) })),
    },
    source: {
      ...source,
      sheets: source.sheets.map((one) => ({ ...one, rows: changed(one.rows, one.name, asWritten) })),
    },
  };
  return { ok: true, workbook };
}

/** Returns rows with values put in them; the same ones where there are none to put. */
function withCells<Value>(
  rows: readonly (readonly Value[])[],
  edits: readonly CellEdit[],
  put: (edit: CellEdit) => Value,
): Value[][] {
  if (edits.length === 0) return rows as Value[][];
  const changed = rows.map((row) => [...row]);
  for (const edit of edits) {
    while (changed.length <= edit.row) changed.push([]);
    const cells = changed[edit.row]!;
    while (cells.length < edit.column) cells.push(null as Value);
    cells[edit.column] = put(edit);
  }
  return changed;
}

function addValuesSheet(open: OpenWorkbook, name: string, rows: readonly (readonly Cell[])[]): Edited {
  if (open.source.kind !== "values") throw new Error("A package gets a part.");
  const { cells, userSheetNames, source } = open;
  const own = cells.sheets.filter(({ generatedKey }) => generatedKey === null);
  const generated = cells.sheets.filter(({ generatedKey }) => generatedKey !== null);
  return {
    ok: true,
    workbook: {
      ...open,
      cells: { ...cells, sheets: [...own, sheetOfValues(name, rows, cells.file), ...generated] },
      userSheetNames: [...userSheetNames, name],
      source: { ...source, sheets: [...source.sheets, { name, rows: rows.map((row) => row.map(valueOfCell)) }] },
    },
  };
}
