import type { CellBlock, SheetCells } from "../../cells";
import { blockOf, blocksOf } from "../addresses";
import { codeOfFault, memberOfFault } from "./excel-faults";
import { request, tooLong } from "./requests";
import type { SheetState, WorkbookState } from "./workbook-state";

/** The properties of a sheet, apart from its cells. */
export interface SheetShape {
  readonly sheet: SheetState;
  /** The range from A1 to the last value. */
  readonly block: CellBlock;
  readonly merges: readonly CellBlock[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly filters: readonly CellBlock[];
  readonly tables: SheetCells["tables"];
}

/** Returns the range from A1 to the last value of a sheet; A1 alone when it is empty. */
export function usedBlock(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true));
}

/** A sheet within a request, and its range up to the last value. */
interface AskedSheet {
  readonly workbook: Excel.Workbook;
  readonly worksheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** Queues a reading of the properties of a sheet; merged cells are only read when `merges` does not have them. */
export function askShape(
  { workbook, worksheet, used }: AskedSheet,
  sheet: SheetState,
  tables: WorkbookState["tables"],
  merges: KnownMerges,
): () => SheetShape {
  used.load("address");
  const rows = used.getRowProperties({ rowHidden: true });
  const columns = used.getColumnProperties({ columnHidden: true });
  const known = merges.get(sheet.id);
  const merged = known === undefined ? askMerges(worksheet.getUsedRange(false)) : () => known;
  const filter = worksheet.autoFilter.getRangeOrNullObject().load("address");
  const ofSheet = tables
    .filter(({ sheetId }) => sheetId === sheet.id)
    .map((table) => ({ ...table, range: workbook.tables.getItem(table.id).getRange().load("address") }));
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

function placesOf(hidden: readonly boolean[]): Set<number> {
  return new Set(hidden.flatMap((isHidden, place) => (isHidden ? [place] : [])));
}

/** A band of rows whose merged cells are read; zero-based. */
interface Band {
  readonly top: number;
  readonly rows: number;
}

/** Queues a reading of the merged cells of a range, each separately: their common address may only give corners. */
function askMerges(range: Excel.Range): () => CellBlock[] {
  const merged = range.getMergedAreasOrNullObject().load("areas/items/address");
  return () => (merged.isNullObject ? [] : merged.areas.items.flatMap(({ address }) => blockOf(address) ?? []));
}

/** Returns whether Excel refused to give merged cells because there are more than 512. */
export function isTooManyMerges(error: unknown): boolean {
  return codeOfFault(error) !== null && /getMergedAreas/i.test(memberOfFault(error));
}

/** Merged cells already known, by sheet id. */
export type KnownMerges = ReadonlyMap<string, readonly CellBlock[]>;

/** Reads the merged cells of sheets, of which one has too many for a single answer. */
export async function readMerges(sheetIds: readonly string[]): Promise<KnownMerges> {
  const known = new Map<string, readonly CellBlock[]>();
  for (const id of sheetIds) {
    const whole = await mergesIn((sheet) => sheet.getUsedRange(false), id);
    known.set(id, whole ?? (await readByBands(id)));
  }
  return known;
}

/** Reads merged cells by bands of rows, halved until Excel answers. */
async function readByBands(sheetId: string): Promise<CellBlock[]> {
  const used = await request(({ workbook }) => {
    return workbook.worksheets.getItem(sheetId).getUsedRange(false).load("rowIndex,rowCount");
  });
  const waiting: Band[] = [{ top: used.rowIndex, rows: used.rowCount }];
  const found = new Map<string, CellBlock>();
  for (let band = waiting.pop(); band !== undefined; band = waiting.pop()) {
    const { top, rows } = band;
    const blocks = await mergesIn((sheet) => sheet.getRange(`${top + 1}:${top + rows}`), sheetId);
    if (blocks === null && rows === 1)
      throw Object.assign(new Error("A single row has more merged cells than Excel tells."), { code: tooLong });
    if (blocks !== null) for (const block of blocks) found.set(JSON.stringify(block), block);
    else {
      const half = Math.ceil(rows / 2);
      waiting.push({ top, rows: half }, { top: top + half, rows: rows - half });
    }
  }
  return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Reads the merged cells of a range; null when there are too many. */
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
