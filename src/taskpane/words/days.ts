import type { Language } from "../../messages";

const tags: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** A civil day inside a sentence: `2014-11-01` is « 1er novembre 2014 », “1 November 2014”. */
export function dayText(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(tags[language], { dateStyle: "long", timeZone: "UTC" });
  const text = format.format(new Date(`${day}T00:00:00Z`));
  return language === "fr" ? text.replace(/^1(?= )/, "1er") : text;
}
