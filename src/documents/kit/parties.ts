import { fold, parseIsoDate } from "../../cells";
import type { ParticularName } from "../../options";
import type { IssuedState, Statement } from "../../statement";
import { communeEntities, conventionOf, type Convention, type Payer } from "../../tariff";
import { imported, text } from "./cells";
import { breakWords } from "./measure";
import type { CellStyle } from "./model";
import type { Page } from "./page";
import { styles } from "./styles";
import { longDate, toFill } from "./texts";

/** Dots for what a hand fills within a line. */
export const toFillShort = "………";

/** A particular of the user's, or dots to fill. */
export function given({ options: { particulars } }: Statement, name: ParticularName, otherwise = toFillShort): string {
  const value = particulars[name];
  const day = value === undefined ? null : parseIsoDate(value);
  return day === null ? (value ?? otherwise) : longDate(day);
}

/** The department that counts: as the user names it, or as the convention does. */
export function departmentOf(statement: Statement): string {
  return given(statement, "service", conventionOf(statement.campaign).creditor.department);
}

/** « 2014-01 »: the user's, or the first of the year. */
export function stateNumber({ campaign, options }: Statement): string {
  return options.particulars.stateNumber ?? `${campaign.year}-01`;
}

/** « 2014-01, version 2 »: the number is the user's, the version the Journal's. */
export function stateReference(statement: Statement): string {
  return `${stateNumber(statement)}, version ${statement.edition.version}`;
}

/** The état that was issued where this one is it: its numbers are then known. Null for any other. */
export function issuedAs({ edition: { issued, differs } }: Statement): IssuedState | null {
  return differs === null ? issued : null;
}

/** The credit line of the act, part by part; the local parts are the user's where the options say them. */
export function creditLineOf({ campaign, options: { particulars } }: Statement): Convention["creditLine"] {
  return conventionOf(campaign).creditLine.map((part) => {
    const own = part.option === undefined ? undefined : (particulars as Readonly<Record<string, string>>)[part.option];
    return own === undefined ? part : { ...part, code: own };
  });
}

/** The town where the creditor's papers are signed. */
function townOf({ campaign }: Statement): string {
  const { creditor } = conventionOf(campaign);
  return communeEntities.find(({ insee }) => insee === creditor.insee)?.name ?? toFill;
}

/** « SIREN 212 500 565 · SIRET ……… »: no line cuts a number; the act gives no SIRET. */
export function siretLine(siren: string, siret: string | undefined): string {
  const known = siret === undefined ? toFillShort : grouped(siret);
  return `${unbroken(`SIREN ${grouped(siren)}`)} · ${unbroken(`SIRET ${known}`)}`;
}

/** « Ville de Besançon, SIREN 212 500 565 · SIRET ……… ». */
export function partyLine(statement: Statement, side: "creditor" | "debtor"): string {
  const { name, siren } = conventionOf(statement.campaign)[side];
  const { creditorSiret, debtorSiret } = statement.options.particulars;
  return `${name}, ${siretLine(siren, side === "creditor" ? creditorSiret : debtorSiret)}`;
}

/** The nine figures of a SIREN by three, then the five of the establishment. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, "$1 $2 $3 $4").trim();
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/**
 * Writes the credit line part by part, and room for the numbers that the finance package gives. Kept with what is signed.
 * `columns`: of the wordings, and of the titre's number.
 */
export function writeImputation(
  page: Page,
  statement: Statement,
  columns: { readonly wording: number; readonly number: number },
  fillStyle?: CellStyle,
): void {
  const { label: labelStyle, value, strong } = styles;
  const creditLine = creditLineOf(statement);
  page.section("Imputation");
  page.add([text("Ligne de crédit", labelStyle), imported(creditLine.map(({ code }) => code).join("."), strong)], true);
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
  page.add([text(`Certifié exact, à ${townOf(statement)}, le ${toFill}`)], true);
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
