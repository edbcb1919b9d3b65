import type { SheetCells } from "../../cells";
import { readInBlocks } from "./read-blocks";
import { readErrors } from "./read-errors";
import { readFacts } from "./read-facts";
import { isTooManyMerges, readMerges } from "./read-merges";
import { filteredRows, sheetCells } from "./read-sheets";
import type { WorkbookState } from "./workbook-state";

/**
 * Every sheet in one request, and what its numbers are in another; in more where sheets are long, have many merged cells,
 * or texts that look like errors.
 */
export async function readSheets(state: WorkbookState, file: string): Promise<SheetCells[]> {
  const sheets = await readInBlocks(state, new Map()).catch(async (error: unknown) => {
    if (!isTooManyMerges(error)) throw error;
    return readInBlocks(state, await readMerges(state.sheets.map(({ id }) => id)));
  });
  const errors = await readErrors(state, sheets);
  const cells: SheetCells[] = [];
  for (const [index, { shape, parts }] of sheets.entries())
    cells.push(await sheetCells(shape, parts, errors[index]!, file));
  const facts = await readFacts(state, cells);
  return cells.map((sheet, index) => {
    const found = facts[index] ?? null;
    return found === null
      ? sheet
      : { ...sheet, facts: { ...found, filteredRows: filteredRows(sheets[index]!.shape, sheet) } };
  });
}
