import type { SheetCells } from "../../cells";
import { message, type Anomaly, type Language } from "../../messages";
import { changedByHand, changedCells } from "../checksum";
import { generatedAmounts, journalKey, keyTaken, takenNames } from "../generated-names";
import { faultOf } from "./faults";
import { readErrors, readInBlocks } from "./read-blocks";
import { readFacts } from "./read-facts";
import { filteredRows, isTooManyMerges, readMerges, sheetCells } from "./read-sheets";
import { exclusively } from "./requests";
import { backupName, isStaging } from "./staging";
import { isInterrupted, putInOrder, readState } from "./tidy";
import type { OfficeReading, OfficeWorkbook, Watch } from "./types";
import { generatedSheetsOf, type GeneratedSheetState, type WorkbookState } from "./workbook-state";

/**
 * Reads the workbook open in Excel: equal to what the file door reads of the same file. Three requests; more only
 * where Excel refuses so long an answer, or where an interrupted publication has to be put in order first.
 */
export function openActiveWorkbook(watch: Watch = {}): Promise<OfficeReading> {
  return exclusively(async () => {
    const tell = (done: number) => watch.onProgress?.({ stage: "read", done, total: 2, sheet: null });
    let isWhole = true;
    try {
      tell(0);
      let state = await readState();
      isWhole = !isInterrupted(state);
      if (!isWhole) {
        await putInOrder({ keep: backupName() });
        state = await readState();
        isWhole = true;
      }
      tell(1);
      const workbook = await readAll(state);
      tell(2);
      return { ok: true, workbook };
    } catch (error) {
      return { ok: false, anomaly: faultOf(error, isWhole ? "untouched" : "unfinished") };
    }
  });
}

/** What stands aside is no sheet of the workbook for anybody. */
async function readAll(found: WorkbookState): Promise<OfficeWorkbook> {
  const state = { ...found, sheets: found.sheets.filter(({ key }) => key === null || !isStaging(key)) };
  const file = state.file ?? message("office-unsaved-workbook", {}, language());
  const sheets = await readSheets(state, file);
  const own = generatedSheetsOf(state);
  const journal = own.find(({ key }) => key === journalKey);
  const journalRows = sheets[state.sheets.findIndex(({ id }) => id === journal?.id)]?.rows ?? [];
  return {
    cells: { file, date1904: state.date1904, sheets },
    anomalies: [
      ...found.keyTaken.map((sheet) => keyTaken(file, sheet)),
      ...journalChanged(journal, journalRows, file, state.date1904),
      ...takenNames(state.otherNames, new Set(own.map(({ name }) => name)), file),
    ],
    ownSheets: own.map(({ key, name }) => ({ key, name })),
    userSheetNames: state.sheets.filter((sheet) => !own.some(({ id }) => id === sheet.id)).map(({ name }) => name),
    journalRows,
    ownAmounts: generatedAmounts(state.names, sheets),
  };
}

/** The Journal holds no formula: its values tell whether it was changed, but where its days were counted anew. */
function journalChanged(
  journal: GeneratedSheetState | undefined,
  rows: SheetCells["rows"],
  file: string,
  date1904: boolean,
): Anomaly[] {
  if (journal === undefined || journal.checksum === null || date1904) return [];
  const changed = changedByHand({ file, name: journal.name, key: journal.key }, changedCells(journal.checksum, rows));
  return changed === null ? [] : [changed];
}

/**
 * Every sheet in one request, and what its numbers are in another; in more where sheets are long, have many merged cells,
 * or texts that look like errors.
 */
async function readSheets(state: WorkbookState, file: string): Promise<SheetCells[]> {
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

/** The language that Excel shows its own commands in, of the two we speak. */
function language(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en" : "fr";
}
