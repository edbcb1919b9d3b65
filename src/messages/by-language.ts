/** A language of the texts. */
export type Language = "fr" | "en";

/** A text in French, then in English. */
export type BothLanguages = readonly [fr: string, en: string];

/** Returns pairs of texts, in French then in English, as texts by language. */
export function byLanguage<Code extends string>(
  texts: Readonly<Record<Code, BothLanguages>>,
): Readonly<Record<Language, Readonly<Record<Code, string>>>> {
  const ofLanguage = (at: 0 | 1): Readonly<Record<Code, string>> =>
    Object.fromEntries(Object.entries<readonly string[]>(texts).map(([code, both]) => [code, both[at]])) as Record<
      Code,
      string
    >;
  return { fr: ofLanguage(0), en: ofLanguage(1) };
}
