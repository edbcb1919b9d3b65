import type { SheetCells } from "../../cells";
import { codeOfFault } from "./faults";
import { readInBlocks, type SheetRead } from "./read-blocks";
import { readFacts } from "./read-facts";
import { isTooManyMerges, readMerges, type KnownMerges } from "./read-merges";
import { askRows, askShape, filteredRows, needsFormats, sheetCells, usedBlock } from "./read-sheets";
import { request } from "./request";
import type { WorkbookState } from "./workbook-state";

/**
 * Every sheet in one request, and what its numbers are in another; in several where Excel refuses so long an answer.
 */
export async function readSheets(state: WorkbookState, file: string): Promise<SheetCells[]> {
  const sheets = await readAll(state, new Map()).catch(async (error: unknown) => {
    if (!isTooManyMerges(error)) throw error;
    return readAll(state, await readMerges(state.sheets.map(({ id }) => id)));
  });
  const cells: SheetCells[] = [];
  for (const { shape, parts } of sheets) cells.push(await sheetCells(shape, parts, file));
  const facts = await readFacts(state, cells);
  return cells.map((sheet, index) => {
    const found = facts[index] ?? null;
    return found === null
      ? sheet
      : { ...sheet, facts: { ...found, filteredRows: filteredRows(sheets[index]!.shape, sheet) } };
  });
}

/** In one request where it is not too long for an answer. */
async function readAll(state: WorkbookState, merges: KnownMerges): Promise<readonly SheetRead[]> {
  const read = await readAtOnce(state, merges).catch((error: unknown) => {
    if (codeOfFault(error) === "ResponsePayloadSizeLimitExceeded") return null;
    throw error;
  });
  return read ?? readInBlocks(state, merges);
}

async function readAtOnce(state: WorkbookState, merges: KnownMerges) {
  const asked = await request((context) =>
    state.sheets.map((sheet) => {
      const range = usedBlock(context.workbook.worksheets.getItem(sheet.id));
      return {
        shape: askShape(context, sheet, state.tables, merges),
        rows: askRows(range, needsFormats(sheet, state)),
      };
    }),
  );
  const read = asked.map(({ shape, rows }) => ({ shape: shape(), rows: rows() }));
  if (read.some(({ rows }) => rows === null)) return null;
  return read.map(({ shape, rows }) => ({ shape, parts: [rows!] }));
}
