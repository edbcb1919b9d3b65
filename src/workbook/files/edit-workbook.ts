import {
  cellAt,
  holds,
  isShownAsDate,
  lacksResult,
  sheetOfValues,
  widthOf,
  type Cell,
  type SheetCells,
} from "../../cells";
import { valueOfCell } from "../cell-content";
import { isSameSheetName, type UserSheet } from "../opened-workbook";
import { addSheetPart, editPackage, type EditRefusal } from "./edit-package";
import type { CellEdit } from "./edit-sheet-part";
import { openWorkbookFile } from "./open-file";
import { dayOfSerial } from "./days";
import { unlessDamaged, type FileRefused, type OpenWorkbook, type WorkbookSource } from "./opened-file";

/** The result of an edit: the workbook, or why it was not edited. */
export type Edited =
  | { readonly ok: true; readonly workbook: OpenWorkbook }
  | { readonly ok: false; readonly why: EditRefusal }
  | FileRefused;

/**
 * Writes values into cells of the user's sheets. In a package, every other byte of these sheets is kept, except the
 * results of dependent formulas: sums are computed again, other results are removed. Refuses an edit that would damage
 * the workbook or leave an outdated number in it.
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
  const { source } = open;
  if (source.kind === "values") return editValues(open, source, edits);
  const { file } = open.cells;
  return unlessDamaged(file, async () => {
    const bytes = editPackage(source.bytes, edits, open.cells.sheets);
    return typeof bytes === "string" ? { ok: false as const, why: bytes } : openWorkbookFile(bytes, file);
  });
}

function isTableHeading({ tables }: SheetCells, row: number, column: number): boolean {
  return tables.some(({ block }) => row === block.top && holds(block, row, column));
}

/** Adds a sheet with its rows after the user's other sheets. Throws when its name is taken. */
export async function addUserSheet(
  open: OpenWorkbook,
  name: string,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  amounts: readonly number[] = [],
): Promise<Edited> {
  const { source } = open;
  if (source.kind === "values") return addValuesSheet(open, source, name, rows);
  const { file } = open.cells;
  const values = rows.map((row) => row.map(valueOfCell));
  return unlessDamaged(file, async () =>
    openWorkbookFile(addSheetPart(source.bytes, name, values, widths, amounts), file),
  );
}

/**
 * Writes sheets that belong to the user, all or none: a new one after theirs; the contents of an existing one are
 * replaced, its formats kept.
 */
export async function putUserSheets(open: OpenWorkbook, sheets: readonly UserSheet[]): Promise<Edited> {
  let workbook = open;
  for (const { name, rows, widths, amounts } of sheets) {
    const there = workbook.cells.sheets.find(
      (sheet) => sheet.generatedKey === null && isSameSheetName(sheet.name, name),
    );
    const edited: Edited = await (there === undefined
      ? addUserSheet(workbook, name, rows, widths, amounts)
      : editCells(workbook, editsTo(there, rows)));
    if (!edited.ok) return edited;
    workbook = edited.workbook;
  }
  return { ok: true, workbook };
}

/** Returns the edits that make a sheet hold exactly these rows. */
function editsTo(sheet: SheetCells, rows: UserSheet["rows"]): CellEdit[] {
  const [height, width] = [Math.max(sheet.rows.length, rows.length), Math.max(widthOf(sheet.rows), widthOf(rows))];
  const edits: CellEdit[] = [];
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const value = valueOfCell(rows[row]?.[column] ?? null);
      const isThere = cellAt(sheet, row, column) === value && !lacksResult(sheet, row, column);
      if (!isThere) edits.push({ sheet: sheet.name, row, column, value });
    }
  return edits;
}

type ValuesSource = Extract<WorkbookSource, { readonly kind: "values" }>;

/** Writes values into a file of which only the values are read: it has no formula that could depend on them. */
function editValues(open: OpenWorkbook, source: ValuesSource, edits: readonly CellEdit[]): Edited {
  const { cells } = open;
  if (source.isComputed) return { ok: false, why: "values-of-formulas" };
  const byName = new Map(cells.sheets.map((one) => [one.name, one]));
  const editsOf = (name: string) => edits.filter(({ sheet }) => sheet === name);
  /** Returns a value as hucre writes it: a date stays a date in the new file. */
  const asWritten = ({ sheet, row, column, value }: CellEdit) =>
    typeof value === "number" && isShownAsDate(byName.get(sheet)!, row, column) ? dayOfSerial(value) : value;
  const workbook: OpenWorkbook = {
    ...open,
    cells: {
      ...cells,
      sheets: cells.sheets.map((one) => ({
        ...one,
        rows: withCells<Cell>(one.rows, editsOf(one.name), ({ value }) => value),
      })),
    },
    source: {
      ...source,
      sheets: source.sheets.map((one) => ({ ...one, rows: withCells(one.rows, editsOf(one.name), asWritten) })),
    },
  };
  return { ok: true, workbook };
}

/** Returns rows with some cells replaced; the same rows when there are no edits. */
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

function addValuesSheet(
  open: OpenWorkbook,
  source: ValuesSource,
  name: string,
  rows: readonly (readonly Cell[])[],
): Edited {
  const { cells, userSheetNames } = open;
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
