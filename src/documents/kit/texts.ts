import { frenchDate, parseIsoDate } from "../../cells";
import type { Reading, SheetRef } from "../../inventory";
import type { Line } from "../../statement";
import type { Campaign, Grid, Nature, Payer } from "../../tariff";
import { longDate } from "./cells";
import type { PrintSetup } from "./model";

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

/** « 25/11/2014 à 14:03 » for `2014-11-25 14:03`; as written where it is written otherwise. */
export function formatDateTime(when: string): string {
  const [day = "", time = ""] = when.split(" ");
  const date = parseIsoDate(day);
  return date === null || time === "" ? when : `${frenchDate(date)} à ${time.slice(0, 5)}`;
}

/** The act of a grid that may be another workbook's, or on trial, and the days it applies on. */
export function gridText({ act, from, to }: Grid): string {
  return `${act}, applicable du ${frenchDate(from)} au ${frenchDate(to)}`;
}

/** Files that are not the first one, in which alone our links need no file. */
export function filesApart(reading: Reading): ReadonlySet<string> {
  const sheets: SheetRef[] = [...reading.rows, ...reading.mappings].map(({ sheet }) => sheet);
  return new Set(sheets.flatMap(({ otherFile }) => (otherFile === null ? [] : [otherFile])));
}

/** A party to the titre. Its SIRET is not in the deliberation: a candidate, always shown as to be confirmed. */
interface Party {
  readonly name: string;
  readonly siren: string;
  /** The SIREN's first establishment, whose key is right: nothing more is known of it. */
  readonly siretToConfirm: string;
}

export const creditor: Party = {
  name: "Ville de Besançon",
  siren: "212500565",
  siretToConfirm: "21250056500016",
};

export const debtor: Party = {
  name: "Communauté d’agglomération du Grand Besançon (CAGB)",
  siren: "242500361",
  siretToConfirm: "24250036100017",
};

/** « Ville de Besançon, SIREN 212 500 565, SIRET 212 500 565 00016 (à confirmer) », which no line cuts inside a number. */
export function partyLine({ name, siren, siretToConfirm }: Party): string {
  const siret = `SIRET ${grouped(siretToConfirm)} (à confirmer)`;
  return `${name}, ${unbroken(`SIREN ${grouped(siren)}`)}, ${unbroken(siret)}`;
}

/** The nine figures of a SIREN by three, then the five of the establishment. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, "$1 $2 $3 $4").trim();
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/** A part of the credit line, by the heading that a finance package has for it. */
interface CreditPart {
  readonly heading: "Chapitre" | "Fonction" | "Nature" | "Code ligne" | "Service";
  readonly code: string;
  /** Of the M14 chart of accounts; the city's own codes have none. */
  readonly label: string;
}

const localCode = "Code local, propre à la Ville (à confirmer)";

/** The credit line of the deliberation, 70.020.70876.004839.10100, whose last two parts are the city's own. (decisions §3) */
export const creditLine: readonly CreditPart[] = [
  { heading: "Chapitre", code: "70", label: "Produits des services, du domaine et ventes diverses" },
  { heading: "Fonction", code: "020", label: "Administration générale de la collectivité" },
  { heading: "Nature", code: "70876", label: "Remboursement de frais par le GFP de rattachement" },
  { heading: "Code ligne", code: "004839", label: localCode },
  { heading: "Service", code: "10100", label: localCode },
];

export const creditLineCode = creditLine.map(({ code }) => code).join(".");
