import type { Cell, CellBlock, SheetCells } from "../../cells";
import { blockOf, blocksOf } from "./addresses";
import { askMerges, type KnownMerges } from "./read-merges";
import { pause } from "./request";
import { takeRows, trimRows, type IsError, type RawRows } from "./take-cells";
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
