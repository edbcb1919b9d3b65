import type { Wordings } from "./sources";
import type { Options, WordChoice, WordKind } from "./types";

export const wordKindWordings: Wordings<WordChoice["kind"]> = {
  nature: "nature",
  state: "état",
  prestation: "prestation",
  commune: "commune",
  header: "titre",
};

export const nothing = { nothing: "rien" } as const;

const natures = { installation: "installation", maintenance: "maintenance", ...nothing } as const;
export type NatureMeaning = keyof typeof natures;

const states = { "in-service": "en service", out: "sorti", stock: "en stock", ...nothing } as const;
export type StateMeaning = keyof typeof states;

/** The meanings of a word of each kind; besides `nothing`, a prestation, a commune or a role is a free text. */
const meanings: Readonly<Record<WordChoice["kind"], Wordings<string>>> = {
  nature: natures,
  state: states,
  prestation: nothing,
  commune: nothing,
  header: nothing,
};

/** Returns the wordings of the meanings of a kind of word. */
export function meaningsOf(kind: WordKind): Wordings<string> {
  return meanings[kind];
}

/** Returns the wording of a choice in the sheet; the text itself when it has none. */
export function wordingIn(wordings: Wordings<string>, text: string): string {
  return Object.hasOwn(wordings, text) ? wordings[text]! : text;
}

export const tableUseWordings: Wordings<Options["tables"][number]["as"]> = {
  inventory: "matériel en service",
  installations: "installations",
  headcounts: "effectifs",
  ignored: "rien à facturer",
};

export const repeatRuleWordings: Wordings<Options["repeats"][number]["as"]> = {
  added: "additionner",
  first: "garder la première",
  last: "garder la dernière",
};
