import { wordSet } from "../cells";
import * as core from "./first-load/core";
import * as documents from "./first-load/documents";
import * as pane from "./first-load/pane";
import * as points from "./first-load/points";
import * as workbook from "./first-load/workbook";
import type { ConventionCode, InventoryCode } from "./lazy/inventory";
import { inNouns, type Nouns } from "./nouns";

/** The texts that the pane loads at once. */
export const fr = { ...core.fr, ...workbook.fr, ...pane.fr, ...points.fr, ...documents.fr };
export const en = { ...core.en, ...workbook.en, ...pane.en, ...points.en, ...documents.en };

/** Stable kebab-case code of a message; also the anomaly's code in the JSON. */
export type MessageCode = keyof typeof fr | InventoryCode | ConventionCode;
export type Language = "fr" | "en";
/** How texts are said: in a language, with the nouns of a convention; those of 2014 where it has none. */
export interface Speech {
  readonly language: Language;
  readonly nouns: Nouns | null;
}
/** Texts by code, in each language. */
type Texts<Code extends string> = Readonly<Record<Language, Readonly<Partial<Record<Code, string>>>>>;

const catalogues: Record<Language, Partial<Record<MessageCode, string>>> = { fr: { ...fr }, en: { ...en } };

/** Adds to what `message` knows the texts of a module that is not always loaded. */
export function knowTexts(texts: Texts<InventoryCode | ConventionCode>): void {
  Object.assign(catalogues.fr, texts.fr);
  Object.assign(catalogues.en, texts.en);
}

/** Returns how texts are said in a language, with nouns where they are known; a speech as it is. */
export function speechOf(speech: Language | Speech, nouns: Nouns | null = null): Speech {
  return typeof speech === "string" ? { language: speech, nouns } : speech;
}

/** Texts that a screen says in the place of those that it shares with others. Documents never do: they are the same everywhere. */
export interface OwnWords {
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Of points in several cells. */
  readonly points: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Returns the message of a code; `own`: what is said in its place, where it is. */
type Message<Code extends string> = (
  code: Code,
  params?: Readonly<Record<string, string | number>>,
  speech?: Language | Speech,
  own?: OwnWords | null,
) => string;

export const message: Message<MessageCode> = lazyTexts(catalogues);

/** Makes a `message` of texts that are not in the catalogue, because they come with what shows them; it says those of the catalogue too. */
export function lazyTexts<Code extends string>(texts: Texts<Code>): Message<Code> {
  const shared: Texts<string> = catalogues;
  return (code, params = {}, speech = "fr", own = null) => {
    const { language } = speechOf(speech);
    return say(own?.texts[language][code] ?? texts[language][code] ?? shared[language][code] ?? code, params, speech);
  };
}

/** Says a text in the nouns of a speech, its `{placeholders}` filled from `params`; `{?name: text}` is there only when `name` is. */
export function say(
  text: string,
  params: Readonly<Record<string, string | number>>,
  speech: Language | Speech,
): string {
  const { language, nouns } = speechOf(speech);
  return fill(inNouns(text, nouns, language), params);
}

/** Fills the `{placeholders}` of a text, with long values cut short. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  const whole = text.replace(/\{\?(\w+):((?:[^{}]|\{\w+\})*)\}/g, (_whole: string, name: string, part: string) =>
    (params[name] ?? "") === "" ? "" : part,
  );
  return whole.replace(/\{(\w+)\}/g, (whole: string, name: string) => {
    const value = params[name];
    return value === undefined ? whole : bounded(name, value);
  });
}

/** What quotes a cell, or what someone typed; the rest is said by the program. */
const quoted = wordSet("value text header commune school label prestation state was found");
/** Lists, paths and other messages, that would be of no use cut short. */
const whole = new Set(["path", "usage", "message"]);

/** A text of a cell is quoted whole up to that length, as the longest names of schools are; any other text up to the second. */
const longestQuoted = 80;
const longest = 500;
/** What is left of a longer one. */
const kept = 40;

/** Returns a value as a message shows it: a cell may hold 32,000 characters, of which the first ones tell which it is. */
function bounded(name: string, value: string | number): string {
  const text = String(value);
  const most = quoted.has(name) ? longestQuoted : longest;
  if (text.length <= most || whole.has(name)) return text;
  // Two halves of one character are not parted.
  return `${text.slice(0, kept).replace(/[\ud800-\udbff]$/, "")}…`;
}
