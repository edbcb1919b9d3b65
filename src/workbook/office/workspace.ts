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

/** Shows a sheet, its selection as it was. */
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

/** Reads the cell that the user has chosen, as it is now: one request. */
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
 * Calls `onChange` at each change to cells that somebody makes, this add-in apart: what is typed, pasted, cleared, moved by
 * rows inserted. A recalculation is none. Rejects when Excel cannot tell.
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
 * Calls `onSelect` each time that other cells, or another sheet, are chosen, by somebody or by this add-in. Rejects when
 * Excel cannot tell.
 */
export async function watchSelection(onSelect: () => void): Promise<void> {
  const tell = () => Promise.resolve(onSelect());
  await request(({ workbook: { worksheets } }) => {
    worksheets.onSelectionChanged.add(tell);
    worksheets.onActivated.add(tell);
  });
}

/** Points: room for two words, the others below. */
const headingWidth = 90;

/**
 * Adds a sheet of the user's own, headings in its first row, and shows it. It takes the first name that no sheet has:
 * « Inventaire », else « Inventaire (2) ».
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
      const stands = free !== null && (await isThere(free, headings, error).catch(() => false));
      return stands ? { ok: true, sheet: free! } : refusedBy(error, "untouched");
    }
  });
}

function headingOf(sheet: Excel.Worksheet, headings: readonly string[]): Excel.Range {
  return sheet.getRange(`A1:${columnName(headings.length - 1)}1`);
}

/** Writes the headings first, the panes last: some Excels freeze none, and the sheet is no less there. */
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
 * Returns whether, after a fault, the sheet was added with its headings. A blank one goes, which nobody else has made.
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

/** Opens a workbook beside this one, from the bytes of a file: unsaved, and without a name yet. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Outcome> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return { ok: true };
  } catch (error) {
    return refusedBy(error, "untouched");
  }
}

/** Bytes given at once to a function that takes them as arguments, of which an engine allows so many. */
const bytesAtOnce = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += bytesAtOnce)
    text += String.fromCharCode(...bytes.subarray(from, from + bytesAtOnce));
  return btoa(text);
}
