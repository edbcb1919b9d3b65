import type { WorkbookCells } from "../../cells";
import { unrecognisedSheets } from "../../inventory";
import type { Anomaly, MessageCode } from "../../messages";
import { campaignOf, gridOfWorkbooks, type Grid } from "../../tariff";
import type { Source } from "../state/state";

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

/** A prestation whose quantity is the school's headcount: one column says both. (decisions §2) */
const portal = "PORTAIL";

/** Headings of an inventory of one row a school, for every prestation of a grid: what is recognised without a doubt. */
export function templateHeadings(grid: Grid): string[] {
  const counted = grid.rows.filter(({ code }) => code !== portal);
  const hasPrice = ({ cagb, commune }: (typeof counted)[number]["prices"]["installation"]) =>
    cagb !== null || commune !== null;
  return [
    "Commune",
    "École",
    "Effectif",
    ...counted
      .filter(({ prices }) => hasPrice(prices.maintenance))
      .map(({ prestation }) => `${prestation} (en service)`),
    ...counted
      .filter(({ prices }) => hasPrice(prices.installation))
      .map(({ prestation }) => `${prestation} (installés dans l’année)`),
  ];
}
