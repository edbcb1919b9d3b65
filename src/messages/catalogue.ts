import { bounded } from "./bounded";
import { en } from "./en";
import { fr } from "./fr";
import type { InventoryCode } from "./inventory";

/** Stable kebab-case code of a message; also the anomaly's code in the JSON. */
export type MessageCode = keyof typeof fr | InventoryCode;
export type Language = "fr" | "en";
/** Texts by code, in each language. */
export type Texts<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

const catalogues: Record<Language, Partial<Record<MessageCode, string>>> = { fr: { ...fr }, en: { ...en } };

/** Adds texts to those that `message` knows: those of a module that is not always loaded. */
export function knowTexts(texts: Texts<InventoryCode>): void {
  Object.assign(catalogues.fr, texts.fr);
  Object.assign(catalogues.en, texts.en);
}

/** The message of a code in a language, its `{placeholders}` filled from `params`; `{?name: text}` is there only where `name` is. */
export function message(
  code: MessageCode,
  params: Readonly<Record<string, string | number>> = {},
  language: Language = "fr",
): string {
  return fill(catalogues[language][code] ?? code, params);
}

/** A text with its `{placeholders}` filled, long ones cut short. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  const whole = text.replace(/\{\?(\w+):((?:[^{}]|\{\w+\})*)\}/g, (_whole: string, name: string, part: string) =>
    (params[name] ?? "") === "" ? "" : part,
  );
  return whole.replace(/\{(\w+)\}/g, (whole: string, name: string) => {
    const value = params[name];
    return value === undefined ? whole : bounded(name, value);
  });
}

/** Gives texts that come with the screens that show them, apart from the catalogue, which the pane loads whole; as `message`. */
export function textsApart<Code extends string>(texts: Texts<Code>) {
  return (code: Code, params: Readonly<Record<string, string | number>>, language: Language): string =>
    fill(texts[language][code], params);
}
