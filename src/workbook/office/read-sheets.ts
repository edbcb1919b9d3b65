import { CellError, shift1904, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { blockOf, blocksOf } from "../addresses";
import { shownBy } from "../cell-content";
import { codeOfFault, memberOfFault } from "./faults";
import { pause, request } from "./requests";
import type { SheetState, WorkbookState } from "./workbook-state";

/** What a sheet is, its cells apart. */
export interface SheetShape {
  readonly sheet: SheetState;
  /** Block from A1 to the last value. */
  readonly block: CellBlock;
  readonly merges: readonly CellBlock[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly filters: readonly CellBlock[];
  readonly tables: SheetCells["tables"];
}

/** From A1 to the last value of a sheet; A1 alone where it is empty. */
export function usedBlock(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true));
}

/** Queues all that is asked of a sheet but its values; `merges`: those that are known already, by the sheet's id. */
export function askShape(
  context: Excel.RequestContext,
  sheet: SheetState,
  tables: WorkbookState["tables"],
  merges: KnownMerges,
): () => SheetShape {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const used = usedBlock(worksheet).load("address");
  const rows = used.getRowProperties({ rowHidden: true });
  const columns = used.getColumnProperties({ columnHidden: true });
  const known = merges.get(sheet.id);
  const merged = known === undefined ? askMerges(worksheet.getUsedRange(false)) : () => known;
  const filter = worksheet.autoFilter.getRangeOrNullObject().load("address");
  const ofSheet = tables
    .filter(({ sheetId }) => sheetId === sheet.id)
    .map((table) => ({ ...table, range: context.workbook.tables.getItem(table.id).getRange().load("address") }));
  return () => ({
    sheet,
    block: blockOf(used.address)!,
    merges: merged(),
    hiddenRows: placesOf(rows.value.map(({ rowHidden }) => rowHidden === true)),
    hiddenColumns: placesOf(columns.value.map(({ columnHidden }) => columnHidden === true)),
    filters: [
      ...(filter.isNullObject ? [] : blocksOf(filter.address)),
      ...ofSheet.filter(({ filters }) => filters).flatMap(({ range }) => blocksOf(range.address)),
    ],
    tables: ofSheet.flatMap(({ name, range }) => {
      const block = blockOf(range.address);
      return block === null ? [] : [{ name, block }];
    }),
  });
}

/** Queues the values of a block. `formats`: dates have to be told from other numbers. */
export function askRows(range: Excel.Range, formats: boolean): () => RawRows | null {
  range.load(formats ? "values,numberFormat" : "values");
  return () => {
    const numberFormats = formats ? range.numberFormat : null;
    // Excel on the web may give nothing, without an error, for what is too large.
    return range.values === null ? null : { values: range.values, numberFormats };
  };
}

/** Our own sheets of a workbook that counts from 1904: models count from 1900, and so does what is read back of them. */
export function needsFormats(sheet: SheetState, state: WorkbookState): boolean {
  return state.date1904 && sheet.key !== null;
}

const rowsBetweenPauses = 5000;

/** The core's view of a sheet. Long sheets let the page breathe. */
export async function sheetCells(
  shape: SheetShape,
  parts: readonly RawRows[],
  isError: IsError,
  file: string,
): Promise<SheetCells> {
  let rows: Cell[][] = [];
  for (const part of parts) {
    const top = rows.length;
    for (let from = 0; from < part.values.length; from += rowsBetweenPauses) {
      rows = rows.concat(takeRows(part, (row, column) => isError(top + row, column), from, from + rowsBetweenPauses));
      if (part.values.length > rowsBetweenPauses) await pause();
    }
  }
  rows = trimRows(rows);
  const hiddenRows = new Set([...shape.hiddenRows].filter((row) => row < rows.length));
  const { sheet, merges, tables, hiddenColumns } = shape;
  return {
    file,
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: rows.length === 0 ? new Set() : hiddenColumns,
    filtered: filteredRows(shape, { hiddenRows }).size > 0,
    tables,
    generatedKey: sheet.key,
  };
}

/** The rows that are hidden inside a filter's range. */
export function filteredRows({ filters }: SheetShape, { hiddenRows }: Pick<SheetCells, "hiddenRows">): Set<number> {
  return new Set([...hiddenRows].filter((row) => filters.some(({ top, bottom }) => row > top && row <= bottom)));
}

function placesOf(hidden: readonly boolean[]): Set<number> {
  return new Set(hidden.flatMap((isHidden, place) => (isHidden ? [place] : [])));
}

/** Rows of a block as Excel gives them: values, and formats where dates have to be told. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[] | null;
}

/** Tells whether a cell holds an error, by its place in the rows. */
export type IsError = (row: number, column: number) => boolean;

/** The answer for rows whose types were asked; `top`, `left`: where these begin. */
export function errorsIn(valueTypes: readonly (readonly string[])[], top = 0, left = 0): IsError {
  return (row, column) => valueTypes[row - top]?.[column - left] === "Error";
}

/** True for a text that Excel may give for an error; a text typed so is told from one by its type alone. */
export function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/**
 * The core's cells of the rows `from` (included) to `to` (left out); an empty text is a blank. With formats (our own
 * sheets of a 1904 workbook), dates become serials of the 1900 system, as models count them.
 */
export function takeRows({ values, numberFormats }: RawRows, isError: IsError, from = 0, to = values.length): Cell[][] {
  return values.slice(from, to).map((row, index) =>
    row.map((value, c): Cell => {
      const r = from + index;
      if (value === "" || value === null || value === undefined) return null;
      if (looksLikeError(value) && isError(r, c)) return new CellError(String(value));
      if (typeof value === "number")
        return numberFormats !== null && shownBy(String(numberFormats[r]?.[c])) === "date" ? value + shift1904 : value;
      return typeof value === "boolean" ? value : String(value);
    }),
  );
}

/** Takes off the rows that nothing fills below the last value. */
export function trimRows(rows: Cell[][]): Cell[][] {
  let length = rows.length;
  while (length > 0 && rows[length - 1]!.every((cell) => cell === null)) length--;
  return rows.slice(0, length);
}

/** Rows of a sheet whose merged cells are asked for, zero-based. */
interface Band {
  readonly top: number;
  readonly rows: number;
}

/** Queues the question of a range's merged cells: each by itself, since their common address may tell their corners only. */
function askMerges(range: Excel.Range): () => CellBlock[] {
  const merged = range.getMergedAreasOrNullObject().load("areas/items/address");
  return () => (merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => blockOf(address) ?? []));
}

/** True where Excel refused to tell merged cells: it tells 512 at once. */
export function isTooManyMerges(error: unknown): boolean {
  return codeOfFault(error) !== null && /getMergedAreas/i.test(memberOfFault(error));
}

/** Merged cells that are known already, by the sheet's id. */
export type KnownMerges = ReadonlyMap<string, readonly CellBlock[]>;

/** The merged cells of sheets of which one has too many of them to be told at once. */
export async function readMerges(sheetIds: readonly string[]): Promise<KnownMerges> {
  const known = new Map<string, readonly CellBlock[]>();
  for (const id of sheetIds) {
    const whole = await mergesIn((sheet) => sheet.getUsedRange(false), id);
    known.set(id, whole ?? (await readByBands(id)));
  }
  return known;
}

/** By bands of rows, halved until Excel answers. */
async function readByBands(sheetId: string): Promise<CellBlock[]> {
  const used = await request(({ workbook }) => {
    return workbook.worksheets.getItem(sheetId).getUsedRange(false).load("rowIndex,rowCount");
  });
  const waiting: Band[] = [{ top: used.rowIndex, rows: used.rowCount }];
  const found = new Map<string, CellBlock>();
  for (let band = waiting.pop(); band !== undefined; band = waiting.pop()) {
    const { top, rows } = band;
    const blocks = await mergesIn((sheet) => sheet.getRange(`${top + 1}:${top + rows}`), sheetId);
    if (blocks === null && rows === 1) throw tooMany();
    if (blocks !== null) for (const block of blocks) found.set(JSON.stringify(block), block);
    else {
      const half = Math.ceil(rows / 2);
      waiting.push({ top, rows: half }, { top: top + half, rows: rows - half });
    }
  }
  return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Those of a range of a sheet; null where they are too many. */
async function mergesIn(
  rangeOf: (sheet: Excel.Worksheet) => Excel.Range,
  sheetId: string,
): Promise<CellBlock[] | null> {
  try {
    const ask = await request(({ workbook }) => askMerges(rangeOf(workbook.worksheets.getItem(sheetId))));
    return ask();
  } catch (error) {
    if (isTooManyMerges(error)) return null;
    throw error;
  }
}

function tooMany(): Error {
  return Object.assign(new Error("A single row has more merged cells than Excel tells."), {
    code: "ResponsePayloadSizeLimitExceeded",
  });
}
