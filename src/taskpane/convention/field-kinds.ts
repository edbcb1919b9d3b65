import { Decimal } from "decimal.js";
import { fold, frenchDay, isoDate, monthNames, parseWrittenDate } from "../../cells";
import { amountOfText, noCap } from "../../tariff";

/**
 * How a field of a convention is typed. A text that cannot be read is kept as it is: its fault is shown at the field.
 */
interface FieldKind {
  /** Returns a value as people write it. */
  show(value: unknown): string;
  /** Returns the value of a text; undefined to remove the field from the data. */
  read(text: string): unknown;
}

const text: FieldKind = {
  show: (value) => (typeof value === "string" || typeof value === "number" ? String(value) : ""),
  read: (typed) => typed,
};

/** Returns the same kind of field, with `blank` as the value of a blank text. */
function orElse(kind: FieldKind, blank: null | undefined): FieldKind {
  return { show: kind.show, read: (typed) => (typed.trim() === "" ? blank : kind.read(typed)) };
}

const date: FieldKind = {
  show: (value) => frenchDay(text.show(value)),
  read: (typed) => {
    const day = parseWrittenDate(typed);
    return day === null ? typed : isoDate(day);
  },
};

const siren: FieldKind = {
  show: (value) => text.show(value).replace(/^(\d{3})(\d{3})(\d{3})$/, "$1 $2 $3"),
  read: (typed) => (/^[\d\s]+$/.test(typed) ? typed.replace(/\s/g, "") : typed),
};

const wholeNumber: FieldKind = {
  show: text.show,
  read: (typed) => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : typed),
};

/** The wordings in acts of a membership without an end, folded. */
const noEnd =
  /^$|\b(terme|fin|duree|echeance) de (la|cette) convention|^(sans|pas de|aucune) (fin|terme|limite)|^indetermine/;

/** The last day of a membership: nothing, a dash, or « terme de la convention », is no end. */
const lastDay: FieldKind = {
  show: date.show,
  read: (typed) => (noEnd.test(fold(typed)) ? undefined : date.read(typed)),
};

/** The most that is billed at a site: nothing, or « sans », is no cap. */
const cap: FieldKind = {
  show: text.show,
  read: (typed) => (["", noCap].includes(fold(typed)) ? null : wholeNumber.read(typed)),
};

/** Euros, as files write them: « 36,86 » is `36.86`; nothing, or a dash, is no tariff. */
const price: FieldKind = {
  show: (value) => text.show(value).replace(".", ","),
  read: (typed) => {
    const amount = amountOfText(typed);
    return amount instanceof Decimal ? amount.toFixed(2) : amount === null ? null : typed;
  },
};

/** A day that every year has: « 1er novembre ». */
const dayOfYear: FieldKind = {
  show: (value) => {
    const { day, month } = (value ?? {}) as { readonly day?: number; readonly month?: number };
    if (day === undefined || month === undefined) return text.show(value);
    return `${day === 1 ? "1er" : day} ${monthNames[month - 1] ?? month}`;
  },
  read: (typed) => {
    const date = parseWrittenDate(`${typed} 2001`) ?? parseWrittenDate(`${typed.trim()}/2001`);
    return date === null ? typed : { day: date.day, month: date.month };
  },
};

/** Several words: « poste ; ordinateur ». */
const words: FieldKind = {
  show: (value) => (Array.isArray(value) ? value.join(" ; ") : ""),
  read: (typed) => {
    const parts = typed.split(";").map((word) => word.trim());
    return parts.filter((word) => word !== "");
  },
};

const kinds: Readonly<Record<string, FieldKind>> = {
  "act.receivedOn": date,
  from: date,
  to: date,
  provided: orElse(text, undefined),
  renewedFrom: orElse(wholeNumber, null),
  count: dayOfYear,
  "site.english": orElse(text, undefined),
  "member.english": orElse(text, undefined),
  "creditor.siren": siren,
  "creditor.insee": orElse(text, null),
  "debtor.siren": siren,
  votedOn: orElse(date, null),
  "creditLine.label": orElse(text, undefined),
  "rows.installation.debtor": price,
  "rows.installation.member": price,
  "rows.maintenance.debtor": price,
  "rows.maintenance.member": price,
  "rows.perSite": cap,
  "rows.words": orElse(words, undefined),
  "communes.siren": siren,
  "communes.from": orElse(date, undefined),
  "communes.to": lastDay,
  "communes.aliases": orElse(words, undefined),
};

/** Returns the name of a field whatever its place in a list: `rows.maintenance.member`. */
export function fieldName(field: string): string {
  return field.replace(/\[\d+\]/g, "").replace(/^\./, "");
}

/** Returns the kind of a field by its name; a plain text by default. */
export function kindOf(name: string): FieldKind {
  return kinds[name] ?? text;
}
