import { wordSet } from "../cells";
import * as core from "./first-load/core";
import * as documents from "./first-load/documents";
import * as pane from "./first-load/pane";
import * as points from "./first-load/points";
import * as workbook from "./first-load/workbook";
import type { ConventionCode, InventoryCode } from "./lazy/inventory";
import type { Language } from "./by-language";
import { inNouns, type Nouns } from "./nouns";

/** The texts that the pane loads first. */
export const fr = { ...core.fr, ...workbook.fr, ...pane.fr, ...points.fr, ...documents.fr };
export const en = { ...core.en, ...workbook.en, ...pane.en, ...points.en, ...documents.en };

/** The stable kebab-case code of a message; in the JSON, also of its anomaly. */
export type MessageCode = keyof typeof fr | InventoryCode | ConventionCode;
/** How texts are written: in a language, with the nouns of a convention; null for the nouns of 2014. */
export interface Speech {
  readonly language: Language;
  readonly nouns: Nouns | null;
  /** Keeps a day and its month on one line. Documents keep their texts as they are. */
  readonly isOnScreen?: boolean;
}
/** Texts by code, in each language. */
type Texts<Code extends string> = Readonly<Record<Language, Readonly<Partial<Record<Code, string>>>>>;

const catalogues: Record<Language, Partial<Record<MessageCode, string>>> = { fr: { ...fr }, en: { ...en } };

/** Adds the texts of a module that is loaded later to those of `message`. */
export function knowTexts(texts: Texts<InventoryCode | ConventionCode>): void {
  Object.assign(catalogues.fr, texts.fr);
  Object.assign(catalogues.en, texts.en);
}

/** Returns a language with nouns as a speech; a speech unchanged. */
export function speechOf(speech: Language | Speech, nouns: Nouns | null = null): Speech {
  return typeof speech === "string" ? { language: speech, nouns } : speech;
}

/** Texts by which a screen replaces texts that it shares with others. Documents never use them: they do not vary. */
export interface OwnWords {
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Texts of points in several cells. */
  readonly points: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Returns the message of a code; `own`: texts that replace it. */
type Message<Code extends string> = (
  code: Code,
  params?: Readonly<Record<string, string | number>>,
  speech?: Language | Speech,
  own?: OwnWords | null,
) => string;

export const message: Message<MessageCode> = lazyTexts(catalogues);

/** Makes a `message` for texts outside the catalogue, loaded with their screen; it also finds the catalogue's. */
export function lazyTexts<Code extends string>(texts: Texts<Code>): Message<Code> {
  const shared: Texts<string> = catalogues;
  return (code, params = {}, speech = "fr", own = null) => {
    const { language } = speechOf(speech);
    return say(own?.texts[language][code] ?? texts[language][code] ?? shared[language][code] ?? code, params, speech);
  };
}

/**
 * Writes a text in the nouns of a speech, with its `{placeholders}` replaced by `params`; `{?name: text}` appears only
 * when `name` is given.
 */
export function say(
  text: string,
  params: Readonly<Record<string, string | number>>,
  speech: Language | Speech,
): string {
  const { language, nouns, isOnScreen = false } = speechOf(speech);
  const said = fill(inNouns(text, nouns, language), params, language);
  return isOnScreen ? said.replace(datesAndStates, "$1\u00a0") : said;
}

/** The first word of what reads badly on two lines: « 1er novembre », “1 November 2014”, « À corriger ». */
const datesAndStates = /(\b1er|\b\d\d?(?= \S+ \d{4})|À(?= [cv])) /g;

/** Replaces the `{placeholders}` of a text; long values are shortened, numbers written as in its language. */
export function fill(
  text: string,
  params: Readonly<Record<string, string | number>>,
  language: Language = "fr",
): string {
  const whole = text.replace(/\{\?(\w+):((?:[^{}]|\{\w+\})*)\}/g, (_whole: string, name: string, part: string) =>
    (params[name] ?? "") === "" ? "" : part,
  );
  return whole.replace(/\{(\w+)\}/g, (whole: string, name: string) => {
    const value = params[name];
    return value === undefined ? whole : bounded(name, writtenIn(language, value));
  });
}

/** The parameters that quote a cell or a user; the others are written by the program. */
const quoted = wordSet("value text header commune school label prestation state was found");
/** The parameters that would be useless if they were shortened: lists, paths and other messages. */
const whole = new Set(["path", "usage", "message"]);

/** The longest quoted text, as long as the longest names of schools; below, the longest of other texts. */
const longestQuoted = 80;
const longest = 500;
/** The number of characters kept of a longer text. */
const kept = 40;

/** Returns a value as it is written in a language: a cell with a number shows it so. */
export function writtenIn(language: Language, value: string | number): string {
  return typeof value === "number" && language === "fr" ? String(value).replace(".", ",") : String(value);
}

/** Returns a value as a message shows it: a cell may contain 32,000 characters, and the first ones identify it. */
function bounded(name: string, text: string): string {
  const most = quoted.has(name) ? longestQuoted : longest;
  if (text.length <= most || whole.has(name)) return text;
  // A surrogate pair is never split.
  return `${text.slice(0, kept).replace(/[\ud800-\udbff]$/, "")}…`;
}
