import { columnName } from "../../cells";
import { faultOf } from "./faults";
import { checkAccess } from "./plan";
import { request } from "./request";
import { readState } from "./tidy";
import { inTurn } from "./turns";
import type { Added } from "./types";

/** Points: room for two words, the others below. */
const headingWidth = 90;

/**
 * Adds a sheet of the user's own, headings in its first row, and shows it. It takes the first name that no sheet has:
 * « Inventaire », else « Inventaire (2) ».
 */
export function addSheet(name: string, headings: readonly string[]): Promise<Added> {
  return inTurn(async () => {
    try {
      const state = await readState();
      checkAccess(state, []);
      const free = freeName(
        name,
        state.sheets.map((sheet) => sheet.name),
      );
      await request(({ workbook }) => {
        const sheet = workbook.worksheets.add(free);
        const heading = sheet.getRange(`A1:${columnName(headings.length - 1)}1`);
        heading.values = [[...headings]];
        heading.format.font.bold = true;
        heading.format.wrapText = true;
        heading.format.columnWidth = headingWidth;
        sheet.activate();
        sheet.freezePanes.freezeAt(heading);
        sheet.getRange("A2").select();
      });
      return { ok: true, sheet: free };
    } catch (error) {
      return { ok: false, anomaly: faultOf(error, "untouched") };
    }
  });
}

function freeName(name: string, names: readonly string[]): string {
  const taken = new Set(names.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  return free;
}
