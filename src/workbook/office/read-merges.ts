import type { CellBlock } from "../../cells";
import { blockOf } from "./addresses";
import { codeOfFault, memberOfFault } from "./faults";
import { request } from "./request";

/** Rows of a sheet whose merged cells are asked for, zero-based. */
interface Band {
  readonly top: number;
  readonly rows: number;
}

/** Queues the question of a range's merged cells: each by itself, since their common address may tell their corners only. */
export function askMerges(range: Excel.Range): () => CellBlock[] {
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
