import { frenchDate } from "../cells";
import type { Line } from "../statement";
import type { Campaign, Grid, Nature, Payer } from "../tariff";
import { longDate } from "./cells";
import type { PrintSetup } from "./model";
import { creditor } from "./parties";

export const natureNames: Readonly<Record<Nature, string>> = {
  installation: "Installation",
  maintenance: "Maintenance",
};
export const payerNames: Readonly<Record<Payer, string>> = { cagb: "CAGB", commune: "Commune" };

export const campaignLineStart = "Ordiclasse · campagne ";

/** The line under each document's title, by which it is known where its key is lost: `ownDocumentOf`. */
export function campaignLine(campaign: Campaign): string {
  return `${campaignLineStart}${campaign.year} · situation au ${longDate(campaign.snapshot)}`;
}

/** The act that sets the prices, and when they apply. */
export function gridLine(grid: Grid): string {
  const source = grid.origin === "workbook" ? " (table « Tarifs » du classeur)" : "";
  return `${grid.act}${source}, applicable du ${frenchDate(grid.from)} au ${frenchDate(grid.to)}`;
}

/** « clé 3/5 ». */
export function shareNote({ weight, total }: NonNullable<Line["share"]>): string {
  const french = (value: number) => String(value).replace(".", ",");
  return `clé ${french(weight)}/${french(total)}`;
}

/** What is left for a hand to fill. */
export const toFill = "………………………………";

/** Header and footer of a printed document; an `&` of a name is doubled, since it begins Excel's codes. */
export function printTexts(title: string, campaign: Campaign): Pick<PrintSetup, "header" | "footer"> {
  return {
    header: [`${creditor.name} · Ordiclasse`, "", title.replaceAll("&", "&&")],
    footer: [`Campagne ${campaign.year} · situation au ${frenchDate(campaign.snapshot)}`, "", "Page &P / &N"],
  };
}
