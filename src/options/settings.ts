import type { Wordings } from "./sources";

/** An option that has one value of a few, and a row of the sheet. */
export interface Setting<T> {
  /** What its row is called. */
  readonly label: string;
  /** Its values, by their words. */
  readonly values: Readonly<Record<string, T>>;
  /** How the sheet says these words. */
  readonly wordings: Wordings<string>;
  readonly byDefault: T;
}

/** Returns an option whose values are their own words, the first by default. */
function oneOf<Word extends string>(label: string, wordings: Wordings<Word>): Setting<Word> {
  const words = Object.keys(wordings) as Word[];
  const values = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  return { label, values, wordings, byDefault: words[0]! };
}

/** Returns an option that is on or off, off by default. */
function yesOrNo(label: string): Setting<boolean> {
  return { label, values: { yes: true, no: false }, wordings: { yes: "oui", no: "non" }, byDefault: false };
}

/** Those that say how things are counted: a workbook that is compared is billed with them too. */
export const countingSettings = {
  /** How Besançon, which runs the service, is billed. (decisions §2) */
  besancon: oneOf("Besançon", {
    "like-others": "comme les autres",
    "cagb-share-only": "part CAGB seule",
    "left-out": "non facturée",
  }),
  /** `one`: at most one a school for a prestation whose unit is the école; `each`: every unit counts. */
  schoolUnit: oneOf("Prestation par école", { one: "une par école", each: "à l’unité" }),
};

/** Those that change no amount: a run is found again whatever they say. */
export const printSettings = {
  /** Adds one sheet « Fiches (impression) » that holds all fiches, a page break before each. */
  printableFiches: yesOrNo("Fiches (impression)"),
};

/** The options that have one value of a few each, by their key, which also names their row. */
export const settings = { ...countingSettings, ...printSettings };

export type SettingName = keyof typeof settings;

/** The value of each. */
export type SettingValues = { readonly [Name in SettingName]: (typeof settings)[Name]["byDefault"] };

/** Returns what something is for each of some settings. */
export function ofEach<Name extends SettingName, Key extends keyof Setting<unknown>>(
  some: Readonly<Record<Name, Setting<unknown>>>,
  key: Key,
) {
  const entries = Object.entries<Setting<unknown>>(some).map(([name, setting]) => [name, setting[key]]);
  return Object.fromEntries(entries) as { readonly [N in Name]: (typeof settings)[N][Key] };
}

export const isSetting = (name: string): name is SettingName => Object.hasOwn(settings, name);

/** Returns how the sheet says the value of a setting. */
export function settingWording<Name extends SettingName>(name: Name, value: SettingValues[Name]): string {
  const { values, wordings }: Setting<unknown> = settings[name];
  return wordings[Object.keys(values).find((word) => values[word] === value)!]!;
}
