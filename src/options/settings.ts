import type { Wordings } from "./sources";

/** An option with a value from a short list, in one row of the sheet. */
export interface Setting<T> {
  /** The label of its row. */
  readonly label: string;
  /** Its values by word. */
  readonly values: Readonly<Record<string, T>>;
  /** The wordings of these words in the sheet. */
  readonly wordings: Wordings<string>;
  readonly byDefault: T;
}

/** Returns an option whose values are the words themselves, the first one by default. */
function oneOf<Word extends string>(label: string, wordings: Wordings<Word>): Setting<Word> {
  const words = Object.keys(wordings) as Word[];
  const values = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  return { label, values, wordings, byDefault: words[0]! };
}

/** Returns an option that is on or off, off by default. */
function yesOrNo(label: string): Setting<boolean> {
  return { label, values: { yes: true, no: false }, wordings: { yes: "oui", no: "non" }, byDefault: false };
}

/** Options about how things are counted; a compared workbook is billed with them too. */
export const countingSettings = {
  /** How Besançon, which runs the service, is billed. (decisions §2) */
  besancon: oneOf("Besançon", {
    "like-others": "comme les autres",
    "cagb-share-only": "part CAGB seule",
    "left-out": "non facturée",
  }),
  /** `one`: at most one for a school when the unit of the prestation is the école; `each`: every unit counts. */
  schoolUnit: oneOf("Prestation par école", { one: "une par école", each: "à l’unité" }),
};

/** Options that change no amount: a past run is found again whatever their values. */
export const printSettings = {
  /** Adds a sheet « Fiches (impression) » with all fiches, each after a page break. */
  printableFiches: yesOrNo("Fiches (impression)"),
};

/** The options with a value from a short list, by key, which is also the name of their row. */
export const settings = { ...countingSettings, ...printSettings };

export type SettingName = keyof typeof settings;

/** The value of each setting. */
export type SettingValues = { readonly [Name in SettingName]: (typeof settings)[Name]["byDefault"] };

/** Returns one property of each of some settings. */
export function ofEach<Name extends SettingName, Key extends keyof Setting<unknown>>(
  some: Readonly<Record<Name, Setting<unknown>>>,
  key: Key,
) {
  const entries = Object.entries<Setting<unknown>>(some).map(([name, setting]) => [name, setting[key]]);
  return Object.fromEntries(entries) as { readonly [N in Name]: (typeof settings)[N][Key] };
}

export const isSetting = (name: string): name is SettingName => Object.hasOwn(settings, name);

/** Returns the wording of a setting's value in the sheet. */
export function settingWording<Name extends SettingName>(name: Name, value: SettingValues[Name]): string {
  const { values, wordings }: Setting<unknown> = settings[name];
  return wordings[Object.keys(values).find((word) => values[word] === value)!]!;
}
