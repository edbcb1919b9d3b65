import { columnName } from "../../cells";
import { codeOfFault, faultOf } from "./faults";
import { checkAccess } from "./plan";
import { exclusively, request } from "./requests";
import { readState } from "./tidy";
import type { Added, Outcome } from "./types";

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
      free = freeName(
        name,
        state.sheets.map((sheet) => sheet.name),
      );
      await writeHeadings(free, headings);
      return { ok: true, sheet: free };
    } catch (error) {
      const stands = free !== null && (await isThere(free, headings, error).catch(() => false));
      return stands ? { ok: true, sheet: free! } : { ok: false, anomaly: faultOf(error, "untouched") };
    }
  });
}

function headingOf(sheet: Excel.Worksheet, headings: readonly string[]): Excel.Range {
  return sheet.getRange(`A1:${columnName(headings.length - 1)}1`);
}

/** The headings first, the panes last: some Excels freeze none, and the sheet is no less there. */
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

/** After a fault: whether the sheet was added with its headings. A blank one goes, which nobody else has made. */
async function isThere(name: string, headings: readonly string[], error: unknown): Promise<boolean> {
  if (codeOfFault(error) === "ItemAlreadyExists") return false;
  const found = await request(({ workbook }) => workbook.worksheets.getItemOrNullObject(name).load("visibility"));
  if (found.isNullObject) return false;
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

function freeName(name: string, names: readonly string[]): string {
  const taken = new Set(names.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  return free;
}

/** Opens a workbook beside this one, from the bytes of a file: unsaved, and without a name yet. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Outcome> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return { ok: true };
  } catch (error) {
    return { ok: false, anomaly: faultOf(error, "untouched") };
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
