import { frenchDate, parseIsoDate } from "../cells";
import { formatAmount } from "../money";
import type { Statement } from "../statement";
import { conventionOf, type Campaign } from "../tariff";
import { toCsv, type CsvField } from "./csv";
import { basesOf, type Basis } from "./kit/bases";
import { creditLineOf, debtorOf, stateNumber, stateReference } from "./kit/parties";

/**
 * The titre's lines for a finance package, as CSV: one for each base of the liquidation that is billed, all on the credit
 * line of the act. Their amounts add up to the titre's. A new column comes last: packages take columns by their places.
 */
export function titreCsv(statement: Statement): string {
  const { campaign, options } = statement;
  const { debtor } = conventionOf(campaign);
  const creditLine = creditLineOf(statement);
  const headings = [
    ...["exercice", "tiers (SIRET)", "libellé"],
    ...creditLine.map(({ heading }) => heading.toLocaleLowerCase("fr")),
    ...["montant", "référence état", "pièce", "date", "tiers (nom)", "quantité", "unité", "prix unitaire"],
  ];
  const billed = basesOf(statement).filter(({ isBilled }) => isBilled);
  const rows = billed.map((basis): CsvField[] => [
    String(campaign.year),
    options.particulars.debtorSiret ?? "",
    labelOf(basis, campaign),
    ...creditLine.map(({ code }) => code),
    basis.amount,
    stateReference(statement),
    stateFileName(campaign),
    dateOf(statement),
    debtor.name,
    // A part of a shared school that leaves the titre makes the amount no product.
    ...(basis.isProduct ? [String(basis.units), basis.tariff.unit, basis.price] : ["", basis.tariff.unit, ""]),
  ]);
  return toCsv([headings, ...rows]);
}

/** The day on which the état is established; blank until the office says it. */
function dateOf({ options: { particulars } }: Statement): string {
  const day = parseIsoDate(particulars.establishedOn ?? "");
  return day === null ? "" : frenchDate(day);
}

/** « ORDICLASSE 2014 - MAINTENANCE - POSTE CLIENT STANDARD - 22 X 36,86 - QUOTES-PARTS COMMUNES ». */
function labelOf({ tariff, nature, payer, units, price, isProduct }: Basis, campaign: Campaign): string {
  const product = `${units} X ${formatAmount(price).replace(".", ",")}`;
  const parts = [
    serviceOf(campaign),
    nature,
    tariff.prestation,
    ...(isProduct ? [product] : []),
    payer === "cagb" ? `PART ${debtorOf(campaign)}` : "QUOTES-PARTS COMMUNES",
  ];
  return label(parts.join(" - "), objectLimit);
}

/** The longest object of a titre that the treasury takes (PES, `ObjPce`), and what finance packages print of it. */
const objectLimit = 160;
export const shortLimit = 50;

/** Name to give to the état's PDF, as the titre's pièce: no accent, no space, an extension of three letters. */
export function stateFileName(campaign: Campaign): string {
  return pieceFileName(campaign, "état liquidatif");
}

/** Name of the PDF of what is addressed to the debtor: `2014_ORDICLASSE_CERTIFICAT_CAGB.pdf`. */
export function pieceFileName(campaign: Campaign, piece: string): string {
  return `${fileStart(campaign)}_${fileText(piece)}_${fileText(debtorOf(campaign))}.pdf`;
}

/** « 2014_ORDICLASSE », what names of files begin with. */
export function fileStart(campaign: Campaign): string {
  return `${campaign.year}_${fileText(conventionOf(campaign).service)}`;
}

/** A name in capitals and figures, with hyphens, that any disk takes. */
export function fileText(text: string): string {
  return label(text, Infinity)
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The object of the titre, which names the document that holds the bases of the liquidation. */
export function titreObject(statement: Statement): string {
  const { campaign } = statement;
  const settled = `MAINTENANCE ET INSTALLATIONS AU ${frenchDate(campaign.snapshot)}`;
  return label([serviceOf(campaign), settled, `ETAT ${stateNumber(statement)}`].join(" - "), objectLimit);
}

/** The same for a package that prints fifty characters: the état's number comes before what may be cut. */
export function titreShortObject(statement: Statement): string {
  return label([serviceOf(statement.campaign), `ETAT ${stateNumber(statement)}`, "ECOLES"].join(" - "), shortLimit);
}

/** « Ordiclasse 2014 ». */
export function serviceOf(campaign: Campaign): string {
  return `${conventionOf(campaign).service} ${campaign.year}`;
}

/** A text as finance packages and the treasury all take it: unaccented ASCII capitals, cut at a length. */
export function label(value: string, limit: number): string {
  return value
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE")
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/[^ -~]/gu, "")
    .trim()
    .slice(0, limit)
    .trimEnd();
}

/** The first of several labels, from the plainest to the shortest, that holds whole; the last one cut where none does. */
export function firstLabel(values: readonly string[], limit: number): string {
  const labels = values.map((value) => label(value, Infinity));
  return labels.find(({ length }) => length <= limit) ?? label(values.at(-1)!, limit);
}
