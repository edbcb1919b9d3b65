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
import { addSheetPart, editPackage, type CellEdit, type EditRefusal } from "./edit-package";
import { openWorkbookFile } from "./open-file";
import { dayOfSerial } from "./days";
import { unlessDamaged, type FileRefused, type OpenWorkbook, type WorkbookSource } from "./opened-file";

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

/** Adds a sheet of the user's own, after the others, with its rows. Throws when its name is taken. */
export async function addUserSheet(
  open: OpenWorkbook,
  name: string,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Promise<Edited> {
  const { source } = open;
  if (source.kind === "values") return addValuesSheet(open, source, name, rows);
  const { file } = open.cells;
  const values = rows.map((row) => row.map(valueOfCell));
  return unlessDamaged(file, async () => openWorkbookFile(addSheetPart(source.bytes, name, values, widths), file));
}

/**
 * Puts sheets of the user's own: a new one after theirs; where one is there, all that it holds is replaced, its looks apart. All or
 * none.
 */
export async function putUserSheets(open: OpenWorkbook, sheets: readonly UserSheet[]): Promise<Edited> {
  let workbook = open;
  for (const { name, rows, widths } of sheets) {
    const there = workbook.cells.sheets.find(
      (sheet) => sheet.generatedKey === null && isSameSheetName(sheet.name, name),
    );
    const edited: Edited = await (there === undefined
      ? addUserSheet(workbook, name, rows, widths)
      : editCells(workbook, editsTo(there, rows)));
    if (!edited.ok) return edited;
    workbook = edited.workbook;
  }
  return { ok: true, workbook };
}

/** Returns what has to change in a sheet for it to hold these rows and nothing else. */
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

/** Puts values in a file of which only values were taken: no formula is left that could depend on them. */
function editValues(open: OpenWorkbook, source: ValuesSource, edits: readonly CellEdit[]): Edited {
  const { cells } = open;
  if (source.isComputed) return { ok: false, why: "values-of-formulas" };
  const byName = new Map(cells.sheets.map((one) => [one.name, one]));
  const editsOf = (name: string) => edits.filter(({ sheet }) => sheet === name);
  /** Days stay days in the file that is made of these values. */
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

/** Returns rows with values put in them; the same ones when there are none to put. */
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
