import type { CellBlock } from "../../cells";
import { blockOf } from "./addresses";
import { codeOfFault } from "./faults";
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
  const { debugInfo } = error as { readonly debugInfo?: { readonly errorLocation?: unknown } };
  return codeOfFault(error) !== null && /getMergedAreas/i.test(String(debugInfo?.errorLocation ?? ""));
}

/** The merged cells of a sheet that has too many of them to be told at once: by bands of rows, halved until Excel answers. */
export async function readMerges(sheetId: string): Promise<CellBlock[]> {
  const used = await request(({ workbook }) => {
    return workbook.worksheets.getItem(sheetId).getUsedRange(false).load("rowIndex,rowCount");
  });
  const waiting: Band[] = [{ top: used.rowIndex, rows: used.rowCount }];
  const found = new Map<string, CellBlock>();
  for (let band = waiting.pop(); band !== undefined; band = waiting.pop()) {
    const blocks = await mergesIn(sheetId, band);
    if (blocks !== null) for (const block of blocks) found.set(JSON.stringify(block), block);
    else {
      const half = Math.ceil(band.rows / 2);
      waiting.push({ top: band.top, rows: half }, { top: band.top + half, rows: band.rows - half });
    }
  }
  return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Null where they are too many, in several rows. */
async function mergesIn(sheetId: string, { top, rows }: Band): Promise<CellBlock[] | null> {
  try {
    const ask = await request(({ workbook }) => {
      return askMerges(workbook.worksheets.getItem(sheetId).getRange(`${top + 1}:${top + rows}`));
    });
    return ask();
  } catch (error) {
    if (rows > 1 && isTooManyMerges(error)) return null;
    throw error;
  }
}
