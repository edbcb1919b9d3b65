import type { Decimal } from "decimal.js";
import { frenchDate } from "../cells";
import { formatAmount } from "../money";
import type { Statement } from "../statement";
import { conventionOf, type Campaign } from "../tariff";
import { basesOf, type Basis } from "./kit/bases";
import { stateNumber, stateReference } from "./kit/parties";

/**
 * The titre's lines for a finance package, as CSV: one for each base of the liquidation that is billed, all on the credit
 * line of the act. Their amounts add up to the titre's.
 */
export function titreCsv(statement: Statement): string {
  const { campaign, options } = statement;
  const { creditLine } = conventionOf(campaign);
  const headings = [
    ...["exercice", "tiers (SIRET)", "libellé"],
    ...creditLine.map(({ heading }) => heading.toLocaleLowerCase("fr")),
    ...["montant", "référence état", "pièce"],
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
  ]);
  return toCsv([headings, ...rows]);
}

/** « ORDICLASSE 2014 - MAINTENANCE - POSTE CLIENT STANDARD - 22 X 36,86 - QUOTES-PARTS COMMUNES ». */
function labelOf({ tariff, nature, payer, units, price, isProduct }: Basis, campaign: Campaign): string {
  const product = `${units} X ${formatAmount(price).replace(".", ",")}`;
  const parts = [
    serviceOf(campaign),
    nature,
    tariff.prestation,
    ...(isProduct ? [product] : []),
    payer === "cagb" ? "PART CAGB" : "QUOTES-PARTS COMMUNES",
  ];
  return label(parts.join(" - "), objectLimit);
}

/** A text, or an amount in euros. */
type CsvField = string | Decimal;

const mark = "\ufeff";
const lineEnd = "\r\n";
/** What a spreadsheet may take for a formula, even after spaces. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/**
 * Rows as a French spreadsheet and a finance package read them: `;` between fields, decimal commas, UTF-8 with its mark,
 * lines that end as in Windows. A text that would be a formula gets an apostrophe before it; an amount stays a number.
 */
export function toCsv(rows: readonly (readonly CsvField[])[]): string {
  return mark + rows.map((row) => row.map(field).join(";") + lineEnd).join("");
}

function field(value: CsvField): string {
  if (typeof value !== "string") return formatAmount(value).replace(".", ",");
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The longest object of a titre that the treasury takes (PES, `ObjPce`), and what finance packages print of it. */
const objectLimit = 160;
export const shortLimit = 50;

/** Name to give to the état's PDF, as the titre's pièce: no accent, no space, an extension of three letters. */
export function stateFileName({ year }: Campaign): string {
  return `${year}_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf`;
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
