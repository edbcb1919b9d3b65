import { holds, sheetOfValues, type Cell, type SheetCells } from "../../cells";
import { valueOfCell } from "../cell-content";
import { addSheetPart, editPackage, type CellEdit, type EditRefusal } from "./edit-package";
import { openWorkbookFile } from "./open-file";
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
  const isComputed = open.cells.sheets.some(({ facts }) => facts !== undefined && !facts.formulas.isEmpty);
  if (isComputed) return { ok: false, why: "values-of-formulas" };
  const edited = new Set(edits.map(({ sheet }) => sheet));
  const change = <Value>(rows: readonly (readonly Value[])[], name: string, blank: Value): Value[][] => {
    const changed = rows.map((row) => [...row]);
    for (const { sheet, row, column, value } of edits) {
      if (sheet !== name) continue;
      while (changed.length <= row) changed.push([]);
      const cells = changed[row]!;
      while (cells.length <= column) cells.push(blank);
      cells[column] = value as Value;
    }
    return changed;
  };
  if (open.source.kind !== "values") throw new Error("A package is edited as one.");
  const workbook: OpenWorkbook = {
    ...open,
    cells: {
      ...open.cells,
      sheets: open.cells.sheets.map((one) =>
        edited.has(one.name) ? { ...one, rows: change<Cell>(one.rows, one.name, null) } : one,
      ),
    },
    source: {
      kind: "values",
      sheets: open.source.sheets.map((one) =>
        edited.has(one.name) ? { ...one, rows: change(one.rows, one.name, null) } : one,
      ),
    },
  };
  return { ok: true, workbook };
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
      source: { kind: "values", sheets: [...source.sheets, { name, rows: rows.map((row) => row.map(valueOfCell)) }] },
    },
  };
}
