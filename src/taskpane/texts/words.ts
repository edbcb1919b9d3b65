import { sourceName } from "../../cells";
import type { Decimal } from "decimal.js";
import {
  inNouns,
  message,
  type Anomaly,
  type BothLanguages,
  type Language,
  type MessageCode,
  type Nouns,
  type OwnWords,
  type Speech,
} from "../../messages";
import type { Amount } from "../state/preview";
import type { Notice } from "../state/state";
import { anatomyOf } from "./anatomy";

/** Codes that have a text for one and a text for several. */
export type CountedBase<Code> = Code extends `${infer Base}-one` ? Base : never;
export type CountedCode = CountedBase<MessageCode>;

/** The name of an option as codes of texts have it: `schoolUnit` is `school-unit`. */
export type Hyphened<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Hyphened<Rest>}`
  : "";

export function hyphened<Name extends string>(name: Name): Hyphened<Name> {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as Hyphened<Name>;
}

type Params = Readonly<Record<string, string | number>>;

/** The texts of the pane, in one language and in the nouns of one convention. */
export interface Words extends Numbers {
  readonly language: Language;
  readonly speech: Speech;
  /** The texts that replace those of Excel's pane; null in Excel. */
  readonly own: OwnWords | null;
  say(code: MessageCode, params?: Params): string;
  /** The text of the language, of the two that something has of its own. */
  either(texts: BothLanguages): string;
  /** « 1 point à corriger », « 3 points à corriger »; zero is singular in French and plural in English. */
  counted(code: CountedCode, count: number, params?: Params): string;
  /** Which text a number calls for. */
  plural(count: number): "one" | "other";
  /** A civil day, `2014-11-25`, as in a sentence. */
  day(day: string): string;
  notice(notice: Notice): string;
  /** The same words in the nouns of a convention, those of 2014 by default. */
  withNouns(nouns: Nouns | null): Words;
  anomaly(anomaly: Pick<Anomaly, "code" | "params">): string;
}

/**
 * Creates the words of a language, in the nouns of a convention, those of 2014 by default; `locale`: the format of
 * numbers, which is Excel's own.
 */
export function createWords(
  language: Language,
  locale: string,
  own: OwnWords | null = null,
  nouns: Nouns | null = null,
): Words {
  const speech = { language, nouns, isOnScreen: true };
  const numbers = createNumbers(locale);
  const rules = new Intl.PluralRules(language);
  const plural = (count: number) => (rules.select(count) === "one" ? "one" : "other");
  const say = (code: MessageCode, params: Params = {}) => message(code, params, speech, own);
  return {
    ...numbers,
    language,
    speech,
    own,
    say,
    either: ([fr, en]) => inNouns(language === "fr" ? fr : en, nouns, language),
    plural,
    counted: (code, count, params = {}) =>
      say(`${code}-${plural(count)}` as MessageCode, {
        ...params,
        count: numbers.integer(count),
      }),
    day: (day) => dayText(day, language),
    withNouns: (others) => createWords(language, locale, own, others),
    notice: ({ code, params, ofPoint }) => (ofPoint === true ? anatomyOf(say(code, params)).what : say(code, params)),
    anomaly: ({ code, params }) => say(code, params),
  };
}

const minus = "\u2212";
/** The text of an amount of zero. */
const nothing = "–";

/** Numbers in the format of the user's Excel, as in its cells. */
interface Numbers {
  /** Returns exact euros from their digits: `1 011,05 €`; a dash when the amount is zero and `orDash` is true. */
  euros(amount: Amount, orDash?: boolean): string;
  /** With its sign, `+36,86 €`; zero has no sign. */
  difference(amount: Amount): string;
  integer(value: number): string;
  /** A sum of cells, as Excel's status bar shows it, `1 212`. */
  sum(amount: Pick<Decimal, "toFixed">): string;
  /** As typed in a cell, `1011,05`. */
  decimal(amount: Amount): string;
}

/** Creates the formats of numbers; `locale`: a BCP 47 tag such as `fr-FR`. */
export function createNumbers(locale: string): Numbers {
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const signed = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", signDisplay: "exceptZero" });
  const typed = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: false });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const summed = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  return {
    euros: (amount, orDash = false) =>
      orDash && isZero(amount) ? nothing : withTrueMinus(money.formatToParts(exact(amount))),
    difference: (amount) => withTrueMinus(signed.formatToParts(exact(amount))),
    decimal: (amount) => typed.format(exact(amount)),
    sum: (amount) => withTrueMinus(summed.formatToParts(exact(amount.toFixed()))),
    integer: (value) => withTrueMinus(whole.formatToParts(value)),
  };
}

/**
 * Returns digits typed as a number: the types of the library do not know yet that strings of digits are formatted
 * exactly.
 */
function exact(amount: Amount): number {
  return digits(amount) as unknown as number;
}

function digits(amount: Amount): string {
  return typeof amount === "string" ? amount : amount.toFixed(2);
}

function isZero(amount: Amount): boolean {
  return /^-?0+(\.0+)?$/.test(digits(amount));
}

function withTrueMinus(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.map(({ type, value }) => (type === "minusSign" ? minus : value)).join("");
}

const tags: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** Returns a civil day inside a sentence: `2014-11-01` is « 1er novembre 2014 », “1 November 2014”. */
export function dayText(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(tags[language], { dateStyle: "long", timeZone: "UTC" });
  const text = format.format(new Date(`${day}T00:00:00Z`));
  return language === "fr" ? text.replace(/^1(?= )/, "1er") : text;
}

/** Pages of help, beside the pane's own. */
export const helpPages: Readonly<Record<Language, { readonly page: string; readonly accessibility: string }>> = {
  fr: { page: "aide.html", accessibility: "aide.html#accessibilite" },
  en: { page: "help-en.html", accessibility: "help-en.html#accessibility" },
};

/** Returns the name of a sheet for the user, with its file when that is not the open workbook. */
export function sheetText(sheet: string, otherFile: string | null, words: Words): string {
  return otherFile === null ? sheet : words.say("pane-file-sheet", { sheet, file: otherFile });
}

/**
 * Returns the address of a cell for the user, or the name of the sheet alone, with the file when it is not the open
 * workbook.
 */
export function placeText(sheet: string, cell: string | null, otherFile: string | null, words: Words): string {
  return cell === null ? sheetText(sheet, otherFile, words) : sourceName(sheet, cell, otherFile);
}
