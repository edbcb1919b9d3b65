import { columnName, parseCellName } from "../../cells";
import { freeSheetName, withoutSheet } from "../addresses";
import { refused, type Added, type CellsChanged, type Outcome, type Selected } from "../port";
import { codeOfFault, refusedBy } from "./excel-faults";
import { errorsIn, takeRows } from "./read-cells";
import { exclusively, request } from "./requests";
import { checkAccess, findSheet, readState } from "./workbook-state";

/** Shows a sheet and selects one of its cells, `E12`. */
export function selectCell(sheet: string, cell: string): Promise<Outcome> {
  if (parseCellName(cell) === null) return Promise.resolve(refused("office-no-cell", { sheet, cell }, { sheet }));
  return goTo(sheet, cell);
}

/** Shows a sheet; its selection does not change. */
export function activateSheet(sheet: string): Promise<Outcome> {
  return goTo(sheet, null);
}

async function goTo(name: string, cell: string | null): Promise<Outcome> {
  try {
    const found = await findSheet(name);
    if (found.isNullObject) return refused("office-sheet-vanished", { sheet: name, untouched: "1" }, { sheet: name });
    if (found.visibility !== "Visible") return refused("office-sheet-hidden", { sheet: name }, { sheet: name });
    await request(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(name);
      sheet.activate();
      if (cell !== null) sheet.getRange(cell).select();
    });
    return { ok: true };
  } catch (error) {
    return refusedBy(error, "untouched", codeOfFault(error) === "ItemNotFound" ? name : null);
  }
}

/** Reads the active cell and its present value, in one request. */
export async function selectedCell(): Promise<Selected> {
  try {
    const { range, sheet } = await request(({ workbook }) => {
      const range = workbook.getActiveCell().load("address,values,valueTypes");
      return { range, sheet: range.worksheet.load("name") };
    });
    const { values, valueTypes } = range;
    const value = takeRows({ values, numberFormats: null }, errorsIn(valueTypes))[0]?.[0] ?? null;
    return { ok: true, cell: { sheet: sheet.name, cell: withoutSheet(range.address), value } };
  } catch (error) {
    return refusedBy(error, "untouched");
  }
}

/**
 * Calls `onChange` at each change of cells that does not come from this add-in: typed, pasted, cleared, moved by
 * inserted rows. A recalculation does not count. Rejects when Excel does not announce changes.
 */
export async function watchChanges(onChange: (change: CellsChanged) => void): Promise<void> {
  await request((context) => {
    context.workbook.worksheets.onChanged.add(({ triggerSource, changeType, address }) => {
      if (triggerSource !== Excel.EventTriggerSource.thisLocalAddin)
        onChange({ cells: address, isOfValues: changeType === Excel.DataChangeType.rangeEdited });
      return Promise.resolve();
    });
  });
}

/**
 * Calls `onSelect` each time that other cells, or another sheet, are selected, by a person or by this add-in. Rejects
 * when Excel does not announce selections.
 */
export async function watchSelection(onSelect: () => void): Promise<void> {
  const notify = () => Promise.resolve(onSelect());
  await request(({ workbook: { worksheets } }) => {
    worksheets.onSelectionChanged.add(notify);
    worksheets.onActivated.add(notify);
  });
}

/** In points: room for two words on a line. */
const headingWidth = 90;

/**
 * Adds a sheet for the user with headers in its first row, and shows it. It takes the first free name: « Inventaire »,
 * else « Inventaire (2) ».
 */
export function addSheet(name: string, headings: readonly string[]): Promise<Added> {
  return exclusively(async () => {
    let free: string | null = null;
    try {
      const state = await readState();
      checkAccess(state, []);
      free = freeSheetName(
        name,
        state.sheets.map((sheet) => sheet.name),
      );
      await writeHeadings(free, headings);
      return { ok: true, sheet: free };
    } catch (error) {
      const isAdded = free !== null && (await isThere(free, headings, error).catch(() => false));
      return isAdded ? { ok: true, sheet: free! } : refusedBy(error, "untouched");
    }
  });
}

function headingOf(sheet: Excel.Worksheet, headings: readonly string[]): Excel.Range {
  return sheet.getRange(`A1:${columnName(headings.length - 1)}1`);
}

/** Writes the headings first and freezes panes last, because some versions of Excel cannot freeze them. */
async function writeHeadings(name: string, headings: readonly string[]): Promise<void> {
  await request(({ workbook }) => {
    const sheet = workbook.worksheets.add(name);
    const heading = headingOf(sheet, headings);
    heading.values = [[...headings]];
    heading.format.font.bold = true;
    heading.format.wrapText = true;
    heading.format.columnWidth = headingWidth;
    sheet.activate();
    sheet.getRange("A2").select();
    sheet.freezePanes.freezeRows(1);
  });
}

/**
 * Returns whether, after a fault, the sheet was added with its headings. Deletes it if it is blank, since only this
 * operation can have added it.
 */
async function isThere(name: string, headings: readonly string[], error: unknown): Promise<boolean> {
  if (codeOfFault(error) === "ItemAlreadyExists") return false;
  if ((await findSheet(name)).isNullObject) return false;
  const { heading, used } = await request(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(name);
    return {
      heading: headingOf(sheet, headings).load("values"),
      used: sheet.getUsedRangeOrNullObject(true).load("address"),
    };
  });
  if (used.isNullObject) await request(({ workbook }) => workbook.worksheets.getItem(name).delete());
  return heading.values[0]!.every((value, column) => value === headings[column]);
}

/** Opens a new, unsaved and unnamed workbook from the bytes of a file. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Outcome> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return { ok: true };
  } catch (error) {
    return refusedBy(error, "untouched");
  }
}

/** Bytes passed as arguments at once: engines limit the number of arguments. */
const bytesAtOnce = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += bytesAtOnce)
    text += String.fromCharCode(...bytes.subarray(from, from + bytesAtOnce));
  return btoa(text);
}
