import { fold } from "../cells";
import type {
  BesanconRule,
  natureMeanings,
  Options,
  RepeatRule,
  stateMeanings,
  TableUse,
  WordChoice,
  WordKind,
} from "./types";

/** Name of the user's sheet that holds the options, and its headers. The arguments follow the option, by position. */
export const optionsSheetName = "Options Ordiclasse";
export const optionsHeaders = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"] as const;

/** The options as the sheet names them, in its first column. */
export const optionLabels = {
  besancon: "Besançon",
  schoolUnit: "Prestation par école",
  printableFiches: "Fiches (impression)",
  signatoryName: "Signataire",
  signatoryTitle: "Qualité du signataire",
  signatoryDelegation: "Délégation",
  sharingKey: "Clé de répartition",
  mapping: "Colonne",
  commune: "Commune",
  setAside: "Écarter la ligne",
  word: "Mot",
  table: "Tableau",
  repeat: "Répétition",
  accepted: "Accepté",
  comment: "Commentaire d’écart",
} as const;

export type OptionLabel = keyof typeof optionLabels;
/** Those with one value; the others have a row for each item of a list. */
export type SingleLabel = Exclude<
  OptionLabel,
  "sharingKey" | "mapping" | "commune" | "setAside" | "word" | "table" | "repeat" | "accepted" | "comment"
>;

export const besanconWordings: Readonly<Record<BesanconRule, string>> = {
  "like-others": "comme les autres",
  "cagb-share-only": "part CAGB seule",
  "left-out": "non facturée",
};

export const schoolUnitWordings: Readonly<Record<Options["schoolUnit"], string>> = {
  one: "une par école",
  each: "à l’unité",
};

export const wordKindWordings: Readonly<Record<WordKind, string>> = {
  nature: "nature",
  state: "état",
  prestation: "prestation",
  commune: "commune",
  header: "titre",
};

export const natureMeaningWordings: Readonly<Record<(typeof natureMeanings)[number], string>> = {
  installation: "installation",
  maintenance: "maintenance",
  nothing: "rien",
};

export const stateMeaningWordings: Readonly<Record<(typeof stateMeanings)[number], string>> = {
  "in-service": "en service",
  out: "sorti",
  stock: "en stock",
  nothing: "rien",
};

export const tableUseWordings: Readonly<Record<TableUse, string>> = {
  inventory: "matériel en service",
  installations: "installations",
  headcounts: "effectifs",
  ignored: "rien à facturer",
};

export const repeatRuleWordings: Readonly<Record<RepeatRule, string>> = {
  added: "additionner",
  first: "garder la première",
};

export const yesNoWordings = { yes: "oui", no: "non" } as const;

const labelsByFold = new Map(
  (Object.keys(optionLabels) as OptionLabel[]).map((label) => [fold(optionLabels[label]), label]),
);

/** The option a cell names, case, accents and spacing apart; null for any other text. */
export function optionLabel(text: string): OptionLabel | null {
  return labelsByFold.get(fold(text)) ?? null;
}

/** The choice that a wording stands for, compared like labels. */
export function choiceOf<K extends string>(wordings: Readonly<Record<K, string>>, text: string): K | null {
  const keys = Object.keys(wordings) as K[];
  return keys.find((choice) => fold(wordings[choice]) === fold(text)) ?? keys.find((choice) => choice === text) ?? null;
}

/** Words of the JSON for what a column or a word is, and those that people write in the sheet; both are understood. */
const roleWordings: ReadonlyMap<string, string> = new Map([
  ["ignored", "ignorer"],
  ["headcount", "effectif"],
  ["entry", "entrée"],
  ["exit", "sortie"],
  ["year-installed", "année d’installation"],
  ["date-installed", "date d’installation"],
  ["in-service", "en service"],
  ["out", "sorti"],
  ["stock", "en stock"],
  ["nothing", "rien"],
]);

/** A role as people write it: « POSTE_STD date d’installation »; as it stands where it is said alike. */
export function roleWording(as: string): string {
  const [code, ...rest] = as.split(" ");
  if (rest.length > 0) return `${code} ${roleWordings.get(rest.join(" ")) ?? rest.join(" ")}`;
  return roleWordings.get(as) ?? as;
}

/** What a name may be said to be, beside a prestation or a commune: `nothing`, in the sheet « rien ». */
export function saidOf(as: string): string {
  return choiceOf({ nothing: natureMeaningWordings.nothing }, as) ?? as;
}

/** The words for what a word of a kind is said to mean. */
const meaningWordings = (kind: string): Readonly<Record<string, string>> =>
  kind === "nature"
    ? natureMeaningWordings
    : kind === "state"
      ? stateMeaningWordings
      : { nothing: natureMeaningWordings.nothing };

/** The wording of a choice; null for any other text, which comes from a cell and may be anything. */
const wordingIn = (wordings: Readonly<Record<string, string>>, choice: string): string | null =>
  Object.hasOwn(wordings, choice) ? wordings[choice]! : null;

/** What a word is said to mean, as the sheet says it. */
export function meaningWording({ kind, as }: WordChoice): string {
  return wordingIn(meaningWordings(kind), as) ?? as;
}

/** What the advice of a list offers to say, in the words that people write in the sheet. */
export function adviceWordings(list: string, kind: string, values: readonly string[]): string[] {
  const wordings =
    list === "tables" ? tableUseWordings : list === "repeats" ? repeatRuleWordings : meaningWordings(kind);
  return values.map((value) => wordingIn(wordings, value) ?? roleWording(value));
}
