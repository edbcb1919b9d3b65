import { CellError, frenchDay, fromSerial, isoDate, parseWrittenDate, type Cell } from "../cells";
import { builtInConventions, isSiret, type Convention } from "../tariff";

/** The groups of particulars, in display order. */
export const particularGroups = ["titre", "parties", "signature", "convention", "correction"] as const;

/** A particular: its row in the sheet, its type, and what documents print when it is not given. */
interface Particular {
  readonly label: string;
  readonly kind: "text" | "date" | "siret" | "rank" | "year";
  readonly group: (typeof particularGroups)[number];
  /** Dots to fill in on the état or the correction, nothing, the convention's value, the first number, or « R1 ». */
  readonly otherwise: "dots" | "correction-dots" | "nothing" | "from-convention" | "first-number" | "first-rank";
  /** The party whose SIRET it is. */
  readonly party?: "creditor" | "debtor";
}

/**
 * What only the office knows about the parties and documents, by key: neither the act nor the convention gives it.
 * Missing ones are left to be filled in on the page.
 */
export const particularRows = {
  stateNumber: { label: "État n°", kind: "text", group: "titre", otherwise: "first-number" },
  establishedOn: { label: "Établi le", kind: "date", group: "titre", otherwise: "dots" },
  budget: { label: "Budget", kind: "text", group: "titre", otherwise: "nothing" },
  service: { label: "Service émetteur", kind: "text", group: "parties", otherwise: "from-convention" },
  contact: { label: "Affaire suivie par", kind: "text", group: "parties", otherwise: "dots" },
  creditorAddress: { label: "Adresse du créancier", kind: "text", group: "parties", otherwise: "dots" },
  creditorSiret: { label: "SIRET du créancier", kind: "siret", party: "creditor", group: "parties", otherwise: "dots" },
  debtorAddress: { label: "Adresse du débiteur", kind: "text", group: "parties", otherwise: "dots" },
  debtorSiret: { label: "SIRET du débiteur", kind: "siret", party: "debtor", group: "parties", otherwise: "dots" },
  debtorChorus: { label: "Service Chorus du débiteur", kind: "text", group: "parties", otherwise: "nothing" },
  signatoryFirstName: { label: "Prénom du signataire", kind: "text", group: "signature", otherwise: "nothing" },
  delegationNumber: { label: "Arrêté de délégation n°", kind: "text", group: "signature", otherwise: "dots" },
  delegationOn: { label: "Arrêté de délégation du", kind: "date", group: "signature", otherwise: "dots" },
  sessionOn: { label: "Séance du conseil", kind: "date", group: "convention", otherwise: "dots" },
  conventionOn: { label: "Convention signée le", kind: "date", group: "convention", otherwise: "dots" },
  conventionArticle: { label: "Article de la convention", kind: "text", group: "convention", otherwise: "nothing" },
  renewedOn: { label: "Reconduction décidée le", kind: "date", group: "convention", otherwise: "dots" },
  creditLineCode: { label: "Code ligne de l’imputation", kind: "text", group: "titre", otherwise: "from-convention" },
  creditLineService: { label: "Service de l’imputation", kind: "text", group: "titre", otherwise: "from-convention" },
  rectificationRank: { label: "Rectificatif, rang", kind: "rank", group: "correction", otherwise: "first-rank" },
  rectificationYear: {
    label: "Rectificatif, exercice d’émission",
    kind: "year",
    group: "correction",
    otherwise: "correction-dots",
  },
  rectificationReason: {
    label: "Rectificatif, motif",
    kind: "text",
    group: "correction",
    otherwise: "correction-dots",
  },
  complementReason: {
    label: "Rectificatif, motif du complément",
    kind: "text",
    group: "correction",
    otherwise: "correction-dots",
  },
} as const satisfies Readonly<Record<string, Particular>>;

export type ParticularName = keyof typeof particularRows;

/** The particulars given: a date as `2014-11-14`, a SIRET as fourteen digits, a rank (« R2 ») and a year as digits. */
export type Particulars = Readonly<Partial<Record<ParticularName, string>>>;

/** Returns whether a name is that of a particular. */
export function isParticular(name: string): name is ParticularName {
  return Object.hasOwn(particularRows, name);
}

/** Returns the stored form of a particular; null when the cell is blank or not a valid one. */
export function particularOf(name: ParticularName, written: Cell): string | null {
  if (written === null || written instanceof CellError) return null;
  const { kind } = particularRows[name];
  const text = String(written).trim();
  if (kind === "date") return dateOf(written);
  if (kind === "siret") return isSiret(text.replace(/\s/g, "")) ? text.replace(/\s/g, "") : null;
  if (kind === "rank") return /^R?\s?([1-9]\d?)$/i.exec(text)?.[1] ?? null;
  if (kind === "year") return /^(?:19|20)\d\d$/.test(text) ? text : null;
  return text === "" ? null : text;
}

/** A fault of a particular, with the parameters of its message. */
interface ParticularFault {
  readonly kind: "date" | "rank" | "year" | "siret-figures" | "siret-key" | "siret-of-another";
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Returns the fault of the text of a particular; null when it is valid or blank. A SIRET has fourteen digits, the last
 * of which is a check digit, and begins with the SIREN of its party.
 */
export function faultOfParticular(
  name: ParticularName,
  text: string,
  among: readonly Convention[] | null = builtInConventions,
): ParticularFault | null {
  if (text.trim() === "") return null;
  const value = particularOf(name, text);
  const party = value === null ? null : otherPartyOf(name, value, among);
  if (party !== null) return { kind: "siret-of-another", params: party };
  if (value !== null) return null;
  const { kind } = particularRows[name];
  if (kind === "date" || kind === "rank" || kind === "year") return { kind, params: {} };
  const figures = text.replace(/\D/g, "").length;
  const isWhole = /^\d{14}$/.test(text.replace(/\s/g, ""));
  return { kind: isWhole ? "siret-key" : "siret-figures", params: { count: figures } };
}

/** Returns a particular as people write it: a date in French, a SIRET in groups of digits. */
export function particularWording(name: ParticularName, value: string): string {
  const { kind } = particularRows[name];
  if (kind === "siret") return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1 $2 $3 $4");
  return kind === "date" ? frenchDay(value) : value;
}

/** Returns the party to which a SIRET should belong, when it does not begin with its SIREN; else null. */
export function otherPartyOf(
  name: ParticularName,
  value: string,
  among: readonly Convention[] | null,
): { readonly party: string; readonly siren: string } | null {
  const { party: side }: Particular = particularRows[name];
  const parties = side === undefined ? [] : (among ?? []).flatMap((convention) => convention[side] ?? []);
  const last = parties.at(-1);
  if (last === undefined || parties.some(({ siren }) => value.startsWith(siren))) return null;
  return { party: last.name, siren: last.siren };
}

function dateOf(written: string | number | boolean): string | null {
  const isSerial = typeof written === "number";
  if (isSerial && !(Number.isInteger(written) && written > 60)) return null;
  const day = isSerial ? fromSerial(written) : parseWrittenDate(String(written));
  return day === null ? null : isoDate(day);
}
