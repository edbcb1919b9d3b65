import type { SheetCells } from "../../cells";
import { message, type Anomaly, type Language } from "../../messages";
import { changedByHand, changedCells } from "../checksum";
import { journalKey, keyTaken } from "../generated-names";
import { openedWorkbook, type OpenedWorkbook } from "../opened-workbook";
import { filteredRowsOf } from "../sheet-facts";
import { faultOf } from "./faults";
import { readInBlocks } from "./read-blocks";
import { readErrors, sheetCells } from "./read-cells";
import { readFacts } from "./read-facts";
import { exclusively } from "./requests";
import { isTooManyMerges, readMerges } from "./sheet-shape";
import { backupName, isStaging } from "./staging";
import { isInterrupted, putInOrder, readState } from "./tidy";
import type { OfficeReading, Watch } from "./types";
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

/** Reads all sheets but those that stand aside, which are none for anybody. */
async function readAll(found: WorkbookState): Promise<OpenedWorkbook> {
  const state = { ...found, sheets: found.sheets.filter(({ key }) => key === null || !isStaging(key)) };
  const { date1904, names, otherNames } = state;
  const file = state.file ?? message("office-unsaved-workbook", {}, language());
  const sheets = await readSheets(state, file);
  const generated = generatedSheetsOf(state);
  return openedWorkbook({
    cells: { file, date1904, sheets },
    sheetNames: state.sheets.map(({ name }) => name),
    generated,
    names,
    otherNames,
    anomalies: [
      ...found.keyTaken.map((sheet) => keyTaken(file, sheet)),
      // The Journal holds no formula: its values tell whether it was changed, but where its days were counted anew.
      ...(date1904 ? [] : journalChanged(generated, sheets, file)),
    ],
  });
}

function journalChanged(generated: readonly GeneratedSheetState[], sheets: readonly SheetCells[], file: string): Anomaly[] {
  const journal = generated.find(({ key }) => key === journalKey);
  const rows = sheets.find(({ name }) => name === journal?.name)?.rows;
  if (journal === undefined || rows === undefined || journal.checksum === null) return [];
  const changed = changedByHand({ file, name: journal.name, key: journal.key }, changedCells(journal.checksum, rows));
  return changed === null ? [] : [changed];
}

/**
 * Reads every sheet in one request, and what its numbers are in another; in more where sheets are long, have many merged
 * cells, or texts that look like errors.
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
  return cells.map((sheet, index): SheetCells => {
    const found = facts[index]!;
    if (found === null) return sheet;
    const filteredRows = filteredRowsOf(sheet.hiddenRows, sheets[index]!.shape.filters);
    return { ...sheet, facts: { ...found, filteredRows } };
  });
}

/** Returns the language that Excel shows its own commands in, of the two we speak. */
function language(): Language {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en" : "fr";
}
