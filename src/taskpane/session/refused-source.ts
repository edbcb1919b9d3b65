import type { WorkbookCells } from "../../cells";
import { unrecognisedSheets } from "../../inventory";
import type { Anomaly, MessageCode } from "../../messages";
import { campaignOf, gridOfWorkbooks } from "../../tariff";
import type { Source } from "./state";
import { templateHeadings } from "./template";

const withoutInventory: ReadonlySet<MessageCode> = new Set(["no-inventory", "hidden-sheet"]);

/** Why nothing can be billed; where that is for want of an inventory, what was looked at, and what one could look like. */
export function refusedSource(
  anomalies: readonly Anomaly[],
  workbooks: readonly WorkbookCells[],
  year: number,
): Extract<Source, { kind: "refused" }> {
  const campaign = campaignOf(year);
  const chosen = gridOfWorkbooks(workbooks, campaign);
  if ("anomalies" in chosen || !anomalies.every(({ code }) => withoutInventory.has(code)))
    return { kind: "refused", anomalies, missing: null };
  const sheets = unrecognisedSheets({ workbooks, campaign, grid: chosen.grid }).map(({ sheet, why }) => ({
    sheet: sheet.name,
    otherFile: sheet.otherFile,
    why,
  }));
  return { kind: "refused", anomalies, missing: { sheets, headings: templateHeadings(chosen.grid) } };
}
