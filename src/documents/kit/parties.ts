import { fold } from "../../cells";
import type { Statement } from "../../statement";
import type { Payer } from "../../tariff";
import { imported, text } from "./cells";
import { breakWords } from "./measure";
import type { CellStyle } from "./model";
import type { Page } from "./page";
import { styles } from "./styles";
import { toFill } from "./texts";

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

/**
 * Writes the credit line part by part, and room for the numbers that the finance package gives. Kept with what is signed.
 * `columns`: of the wordings, and of the titre's number.
 */
export function writeImputation(
  page: Page,
  columns: { readonly wording: number; readonly number: number },
  fillStyle?: CellStyle,
): void {
  const { label: labelStyle, value, strong } = styles;
  page.section("Imputation");
  page.add([text("Ligne de crédit", labelStyle), imported(creditLineCode, strong)], true);
  for (const { heading, code, label } of creditLine) {
    const cells = [text(heading, labelStyle), imported(code, value)];
    cells[columns.wording] = text(label, value);
    page.add(cells, true);
  }
  const numbers = [text("Bordereau n°", labelStyle), text(toFill, fillStyle)];
  numbers[columns.number] = text("Titre n°", labelStyle);
  numbers[columns.number + 1] = text(toFill, fillStyle);
  page.add(numbers, true);
}

/** Both parts of a titre, by who bears them at last. */
export const ownParts: Readonly<Record<Payer, string>> = {
  cagb: "Part propre de la CAGB",
  commune: "Quotes-parts des communes, que la CAGB leur refacture",
};

/** The same where they are compared. */
export const borneParts: Readonly<Record<Payer, string>> = {
  cagb: "Part de la CAGB",
  commune: "Quotes-parts des communes",
};

/** Writes the sum in words, the certification and the signature, which never part. */
export function writeCertification(page: Page, statement: Statement, settled: string): void {
  page.section("Arrêté et certification");
  page.paragraph(settled, styles.strong, true);
  page.space(true);
  page.add([text(`Certifié exact, à Besançon, le ${toFill}`)], true);
  page.space(true);
  writeSignature(page, statement);
}

/** Letters of a line that the documents to be signed have room for on the right of the visa. */
const signatureRoom = 69.6;

/** To be filled by hand, but for what the options say of the signatory. */
function writeSignature(page: Page, { options: { signatory } }: Statement): void {
  const delegation = signatory?.delegation.trim() ?? "";
  const formula = "Pour le Maire et par délégation,";
  const heading = fold(delegation).startsWith("pour ") ? delegation : formula;
  const quality = signatory?.title || `Qualité : ${toFill}`;
  const names = signatory === null ? [`Nom : ${toFill}`, `Prénom : ${toFill}`] : [signatory.name];
  const signed = [heading, ...(heading === delegation ? [] : [delegation]), quality, ...names];
  const block = signed.filter((line) => line !== "").flatMap((line) => breakWords(line, signatureRoom));
  const service = ["Visa du service des finances", ""];
  block.forEach((line, index) => page.add([text(service[index] ?? ""), null, null, imported(line)], true));
  page.space(true);
  page.add([null, null, null, text("Signature :", styles.label)], true);
  for (let row = 0; row < 3; row++) page.space(row < 2);
}
