import { frenchDate, fromSerial, monthNames, parseIsoDate, toSerial, type CivilDate } from "../../cells";
import type { InventoryReading, SheetRef } from "../../inventory";
import { describeOptions, type ParticularName } from "../../options";
import type { IssuedState, Line, RectificationWay, Statement } from "../../statement";
import { elides, holdsDay, type Campaign, type Convention, type Grid, type Nature } from "../../tariff";
import { stateName } from "../journal-ledger";
import type { Say } from "./say";

export const natureNames: Readonly<Record<Nature, string>> = {
  installation: "Installation",
  maintenance: "Maintenance",
};

/** The names of a reduction and of a complement within a sentence. */
export const wayNames: Readonly<Record<RectificationWay, string>> = {
  reduction: "réduction",
  complement: "complément",
};

/** Returns the line under each document's title, by which it is known when its key is lost: `generatedDocumentOf`. */
export function campaignLine({ convention, year, snapshot }: Campaign): string {
  return `${convention.service} · campagne ${year} · situation au ${longDate(snapshot)}`;
}

/** The shape of such a line, for any convention and campaign. */
export const campaignLineShape = /^\S.* · campagne \d{4} · situation au \d/;

/**
 * Returns whether the prices of a workbook belong to no known convention: their act is the one in the table « Tarifs ».
 */
export function isPricedApart({ grid, campaign }: Pick<Statement, "grid" | "campaign">): boolean {
  return grid.origin === "workbook" && campaign.convention.origin !== "workbook";
}

/** Returns the act that sets the prices, if it was read, and the days on which it applies. */
export function gridLine(grid: Grid): string {
  const source = grid.origin === "workbook" ? " (table « Tarifs » du classeur)" : "";
  return gridText({ ...grid, act: grid.act + source });
}

/** Returns the act of a grid that may be another workbook's, or simulated, and the days it applies on. */
export function gridText({ act, from, to }: Pick<Grid, "act" | "from" | "to">): string {
  return `${act}, applicable du ${frenchDate(from)} au ${frenchDate(to)}`;
}

/** Returns how a school is shared, « clé 3/5 ». */
export function shareNote({ weight, total }: NonNullable<Line["share"]>): string {
  const french = (value: number) => String(value).replace(".", ",");
  return `clé ${french(weight)}/${french(total)}`;
}

/** Returns how many points are left, « un point reste à corriger », « 3 points restent à corriger ». */
export function pointsLeft(errors: number): string {
  return errors === 1 ? "un point reste à corriger" : `${errors} points restent à corriger`;
}

/** Returns « 25/11/2014 à 14:03 » for `2014-11-25 14:03`; as written when it is written otherwise. */
export function formatDateTime(when: string): string {
  const [day = "", time = ""] = when.split(" ");
  const date = parseIsoDate(day);
  return date === null || time === "" ? when : `${frenchDate(date)} à ${time.slice(0, 5)}`;
}

/** Returns the files that were read besides the first one, in which alone our links need no file. */
export function externalFiles(reading: InventoryReading): ReadonlySet<string> {
  const sheets: SheetRef[] = [...reading.rows, ...reading.mappings].map(({ sheet }) => sheet);
  return new Set(sheets.flatMap(({ otherFile }) => (otherFile === null ? [] : [otherFile])));
}

/** Returns a text as a sentence begins. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase("fr") + sentence.slice(1);
}

/** Returns a text as it is within a sentence. */
export function uncapitalised(sentence: string): string {
  return sentence.charAt(0).toLocaleLowerCase("fr") + sentence.slice(1);
}

/** Returns the title of rows that go on: « École Fanart (suite) ». */
export function continued(title: string): string {
  return `${title} (suite)`;
}

/** Returns a date with its month in words, « 1ᵉʳ novembre 2014 ». */
export function longDate({ year, month, day }: CivilDate): string {
  return `${day === 1 ? "1ᵉʳ" : String(day)} ${monthNames[month - 1]!} ${year}`;
}

export function dayAfter(day: CivilDate): CivilDate {
  return fromSerial(toSerial(day) + 1);
}

/** Returns the name of a sheet that was read, after its file when that is not the first one. */
export function sheetName({ otherFile, name }: SheetRef): string {
  return otherFile === null ? name : `[${otherFile}]${name}`;
}

/** Dots for what a hand fills within a line. */
export const toFillShort = "………";

/**
 * Returns a particular, a date with its month in words; `otherwise`, by default dots to fill in, when it is missing.
 */
export function given({ options: { particulars } }: Statement, name: ParticularName, otherwise = toFillShort): string {
  const value = particulars[name];
  const day = value === undefined ? null : parseIsoDate(value);
  return day === null ? (value ?? otherwise) : longDate(day);
}

/** Returns the department that counts: as the user names it, or as the convention does. */
export function departmentOf(statement: Statement): string {
  return given(statement, "service", statement.campaign.convention.creditor.department);
}

/** Returns who prepares a paper, « Ville de Besançon · Département TIC · Ordiclasse ». */
export function preparedBy(statement: Statement): string {
  const { creditor, service } = statement.campaign.convention;
  return `${creditor.name} · ${departmentOf(statement)} · ${service}`;
}

/** Returns how the titre of who claims from the communes is contested. (CGCT, L1617-5) */
export function contestText(say: Say): string {
  return say`Le titre [de la CAGB] se conteste dans les deux mois de sa réception devant le tribunal administratif (CGCT, L.\u00a01617-5).`;
}

/** Returns the number of the état, « 2014-01 »: the user's, or the first of the year. */
export function stateNumber({ campaign, options }: Statement): string {
  return options.particulars.stateNumber ?? `${campaign.year}-01`;
}

/** Returns the number that the user chose for the état and its version in the Journal: « 2014-01, version 2 ». */
export function stateReference(statement: Statement): string {
  return stateName({ number: stateNumber(statement), version: statement.edition.version });
}

/** Returns the état that was issued when this one is it: its numbers are then known. Null for any other. */
export function issuedAs({ edition: { issued, differs } }: Statement): IssuedState | null {
  return differs === null ? issued : null;
}

/** Returns whether the convention holds of the campaign as renewed: a decision of its own renews it. */
export function isRenewed({ campaign }: Statement): boolean {
  const convention = campaign.convention;
  const { renewedFrom } = convention;
  return holdsDay(convention, campaign.snapshot) && renewedFrom !== null && campaign.year >= renewedFrom;
}

/** Returns the parts of the credit line of the act; the options may give its local parts. */
export function creditLineOf({ campaign, options: { particulars } }: Statement): Convention["creditLine"] {
  return campaign.convention.creditLine.map((part) => {
    const own = part.option === undefined ? undefined : (particulars as Readonly<Record<string, string>>)[part.option];
    return own === undefined ? part : { ...part, code: own };
  });
}

/** Returns the account of the claimant from the members: the debtor's, or that of the creditor's credit line. */
export function claimNature(statement: Statement): string {
  const { debtor, accounts } = statement.campaign.convention;
  return debtor === null ? natureOf(statement) : accounts.rebilled;
}

/** Returns the account of the credit line; dots to fill in when it has none. */
export function natureOf(statement: Statement): string {
  return creditLineOf(statement).find(({ heading }) => heading === "Nature")?.code ?? toFillShort;
}

/** Returns whether one titre claims all of a campaign; else each member has its own. */
export function isOneTitre({ campaign }: Pick<Statement, "campaign">): boolean {
  return campaign.convention.debtor !== null;
}

/** Returns the lines of the options in force for « Contrôles » and the Journal. */
export function optionLines({ options, campaign: { convention } }: Statement): string[] {
  return describeOptions(options, convention.nouns, convention);
}

/** Returns the words about VAT beside amounts: `net` when the convention has none, its own words otherwise. */
export function vatNote({ campaign }: Pick<Statement, "campaign">, net: string): string {
  const { vat } = campaign.convention;
  return vat.includes("ne comporte pas de TVA") ? net : vat;
}

/**
 * Returns a text in the singular or plural: « {le titre|les titres} » is plural when each member has a titre of its
 * own.
 */
export function ofTitres(text: string, statement: Pick<Statement, "campaign">): string {
  return text.replace(/\{([^{|}]*)\|([^{|}]*)\}/g, isOneTitre(statement) ? "$1" : "$2");
}

/** Returns the act that sets the prices: that of the convention, or of the department's own tariff. */
export function actOf(statement: Statement): string {
  const { campaign, grid } = statement;
  if (isPricedApart(statement)) return `${grid.act} (tarif saisi par le service)`;
  const { name, body, receivedOn } = campaign.convention.act;
  return `${name} ${elides(body) ? "de l’" : "du "}${body}, séance du ${given(statement, "sessionOn")}, reçue en préfecture le ${longDate(receivedOn)}`;
}

/** Returns the town where the creditor's papers are signed; dots to fill when it is not among the communes. */
export function townOf({ campaign }: Statement): string {
  const { creditor, members } = campaign.convention;
  return members.find(({ insee }) => insee === creditor.insee)?.name ?? toFillShort;
}

/** Returns « SIREN 212 500 565 »: no line cuts it. */
export function sirenText(siren: string): string {
  return `SIREN\u00a0${groupedDigits(siren)}`;
}

/**
 * Returns « SIRET 212 500 565 00016 », which begins with the SIREN; without a SIRET, the SIREN followed by dots. No
 * line break cuts a number.
 */
export function siretLine(siren: string, siret: string | undefined): string {
  if (siret === undefined) return `${sirenText(siren)} · SIRET\u00a0${toFillShort}`;
  return `SIRET\u00a0${groupedDigits(siret)}`;
}

/** Returns the nine figures of a SIREN by three, then the five of the establishment. */
export function groupedDigits(digits: string): string {
  const spaced = digits.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, "$1 $2 $3 $4").trim();
  return spaced.replaceAll(" ", "\u00a0");
}

/** Returns the credit line, and what the chart of accounts calls it: local parts have no name there. */
export function imputationOf(statement: Statement): string {
  const creditLine = creditLineOf(statement);
  const named = creditLine.filter(({ heading }) => heading === "Chapitre" || heading === "Nature");
  const labels = named.flatMap(({ label }) => (label === "" ? [] : [uncapitalised(label)]));
  return [creditLine.map(({ code }) => code).join("."), labels.join(", ")]
    .filter((part) => part !== "")
    .join("\u00a0: ");
}

/** The rules of French typography, in the order in which they are applied. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/[ \u00a0](?=[;!?€](?!\p{L}))/gu, "\u202f"],
  [/ (?=[:%](?![/\p{L}]))/gu, "\u00a0"],
  [/\b([nN])° /g, "$1°\u00a0"],
  [/\b1er\b/g, "1ᵉʳ"],
  // A minus, not a hyphen.
  [/(^|[\s(])-(?=\d)/g, "$1\u2212"],
];

/** The characters that a typographic rule or a quotation may change: most texts have none. */
const concerned = /[ \u00a0][;!?€:%»]|« |[nN]° |\b1er\b|-\d/;

/** A quotation may contain the user's own words or the name of a sheet: only its outer spaces are changed. */
const quotedOrNot = /«[^»]*»|[^«]+/g;

/**
 * Returns a French text in its printed form: no-break spaces before `:` and `%` and inside « », narrow ones before `;`,
 * `!`, `?` and `€`, « n° » bound to its number, « 1ᵉʳ », a true minus sign. A text already in this form is unchanged.
 */
export function typeset(text: string): string {
  if (!concerned.test(text)) return text;
  return text.replace(quotedOrNot, (part) =>
    part.startsWith("«")
      ? part.replace(/^« /, "«\u00a0").replace(/ »$/, "\u00a0»")
      : rules.reduce((set, [pattern, by]) => set.replace(pattern, by), part),
  );
}
