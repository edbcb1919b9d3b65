import { CellError, civilDate, fromSerial, hasLuhnKey, isoDate, parseIsoDate, type Cell } from "../cells";
import { partiesOf, type PartySide } from "../tariff";

/** How the sheet of options says one of the particulars, and what it must be. */
interface Particular {
  readonly label: string;
  readonly kind: "text" | "date" | "siret";
  /** Whose SIRET it is. */
  readonly party?: PartySide;
}

/**
 * What the office alone knows of the parties and of the papers, by its key: neither the act nor the convention's data say it. What
 * is not given is left to fill on the page.
 */
export const particularRows = {
  stateNumber: { label: "État n°", kind: "text" },
  establishedOn: { label: "Établi le", kind: "date" },
  budget: { label: "Budget", kind: "text" },
  service: { label: "Service émetteur", kind: "text" },
  contact: { label: "Affaire suivie par", kind: "text" },
  creditorAddress: { label: "Adresse du créancier", kind: "text" },
  creditorSiret: { label: "SIRET du créancier", kind: "siret", party: "creditor" },
  debtorAddress: { label: "Adresse du débiteur", kind: "text" },
  debtorSiret: { label: "SIRET du débiteur", kind: "siret", party: "debtor" },
  debtorChorus: { label: "Service Chorus du débiteur", kind: "text" },
  sessionOn: { label: "Séance du conseil", kind: "date" },
  conventionOn: { label: "Convention signée le", kind: "date" },
  conventionArticle: { label: "Article de la convention", kind: "text" },
  renewedOn: { label: "Reconduction décidée le", kind: "date" },
  creditLineCode: { label: "Code ligne de l’imputation", kind: "text" },
  creditLineService: { label: "Service de l’imputation", kind: "text" },
} as const satisfies Readonly<Record<string, Particular>>;

export type ParticularName = keyof typeof particularRows;

/** Particulars that are given: a date as `2014-11-14`, a SIRET as fourteen figures. */
export type Particulars = Readonly<Partial<Record<ParticularName, string>>>;

/** Returns whether a name is that of a particular. */
export function isParticular(name: string): name is ParticularName {
  return Object.hasOwn(particularRows, name);
}

/** Returns a particular as it is kept; null where what is written is not one. A blank is none. */
export function particularOf(name: ParticularName, written: Cell): string | null {
  if (written === null || written instanceof CellError) return null;
  const { kind } = particularRows[name];
  const text = String(written).trim();
  if (kind === "date") return dateOf(written);
  if (kind === "siret") return isSiret(text.replace(/\s/g, "")) ? text.replace(/\s/g, "") : null;
  return text === "" ? null : text;
}

/** Returns the party, for a message, whose SIRET a particular should be and is not: it begins with the SIREN of its party. */
export function otherPartyOf(name: ParticularName, value: string) {
  const { party: side }: Particular = particularRows[name];
  const parties = side === undefined ? [] : partiesOf(side);
  const last = parties.at(-1);
  if (last === undefined || parties.some(({ siren }) => value.startsWith(siren))) return null;
  return { party: last.name, siren: last.siren };
}

function dateOf(written: string | number | boolean): string | null {
  if (typeof written === "number")
    return Number.isInteger(written) && written > 60 ? isoDate(fromSerial(written)) : null;
  const text = String(written).trim();
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = french === null ? parseIsoDate(text) : civilDate(Number(french[3]), Number(french[2]), Number(french[1]));
  return day === null ? null : isoDate(day);
}

function isSiret(text: string): boolean {
  return /^\d{14}$/.test(text) && hasLuhnKey(text);
}
