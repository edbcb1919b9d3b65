import { parseIsoDate } from "../../cells";
import type { ParticularName } from "../../options";
import type { IssuedState, Statement } from "../../statement";
import { communeEntities, conventionOf, isInForce, type Campaign, type Convention, type Payer } from "../../tariff";
import { stateName } from "../journal-ledger";
import { longDate } from "./texts";

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
  return stateName({ number: stateNumber(statement), version: statement.edition.version });
}

/** The état that was issued where this one is it: its numbers are then known. Null for any other. */
export function issuedAs({ edition: { issued, differs } }: Statement): IssuedState | null {
  return differs === null ? issued : null;
}

/** Returns whether the convention holds of the campaign as renewed: a decision of its own renews it. */
export function isRenewed({ campaign }: Statement): boolean {
  const convention = conventionOf(campaign);
  const { renewedFrom } = convention;
  return isInForce(convention, campaign) && renewedFrom !== null && campaign.year >= renewedFrom;
}

/** The credit line of the act, part by part; the local parts are the user's where the options say them. */
export function creditLineOf({ campaign, options: { particulars } }: Statement): Convention["creditLine"] {
  return conventionOf(campaign).creditLine.map((part) => {
    const own = part.option === undefined ? undefined : (particulars as Readonly<Record<string, string>>)[part.option];
    return own === undefined ? part : { ...part, code: own };
  });
}

/** The act that sets the prices: that of the convention, or of the department's own tariff. */
export function actOf(statement: Statement): string {
  const { campaign, grid } = statement;
  if (grid.origin === "workbook") return `${grid.act} (tarif saisi par le service)`;
  const { name, body, receivedOn } = conventionOf(campaign).act;
  return `${name} du ${body}, séance du ${given(statement, "sessionOn")}, reçue en préfecture le ${longDate(receivedOn)}`;
}

/** The town where the creditor's papers are signed. */
export function townOf({ campaign }: Statement): string {
  const { creditor } = conventionOf(campaign);
  return communeEntities.find(({ insee }) => insee === creditor.insee)?.name ?? toFillShort;
}

/** « SIREN 212 500 565 »: no line cuts it. */
export function sirenText(siren: string): string {
  return unbroken(`SIREN ${grouped(siren)}`);
}

/** « SIREN 212 500 565 · SIRET ……… »: no line cuts a number; the act gives no SIRET. */
export function siretLine(siren: string, siret: string | undefined): string {
  const known = siret === undefined ? toFillShort : grouped(siret);
  return `${sirenText(siren)} · ${unbroken(`SIRET ${known}`)}`;
}

/** The nine figures of a SIREN by three, then the five of the establishment. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, "$1 $2 $3 $4").trim();
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/** The credit line, and what the chart of accounts calls it: local parts have no name there. */
export function imputationOf(statement: Statement): string {
  const creditLine = creditLineOf(statement);
  const named = creditLine.filter(({ heading }) => heading === "Chapitre" || heading === "Nature");
  const labels = named.map(({ label }) => label.charAt(0).toLocaleLowerCase("fr") + label.slice(1));
  return [creditLine.map(({ code }) => code).join("."), labels.join(", ")]
    .filter((part) => part !== "")
    .join("\u00a0: ");
}

/** Returns how documents call the party that the titre is issued to: « CAGB ». */
export function debtorOf(campaign: Campaign): string {
  return conventionOf(campaign).debtor.short;
}

/** Returns who bears a price: « CAGB » or « Commune ». */
export function payerName(payer: Payer, debtor: string): string {
  return payer === "cagb" ? debtor : "Commune";
}

/** Returns one of both parts of a titre, by who bears it at last. */
export function bornePart(payer: Payer, debtor: string): string {
  return payer === "cagb" ? debtorPart(debtor) : "Quotes-parts des communes";
}

/** Returns « Part de la CAGB ». */
export function debtorPart(debtor: string): string {
  return `Part de la ${debtor}`;
}
