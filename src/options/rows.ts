import { fold } from "../cells";
import { particularRows, type ParticularName } from "./particulars";
import { countingSettings, ofEach, printSettings, settings } from "./settings";
import type { Wordings } from "./sources";
import type { Options, PartialOptions, WordChoice } from "./types";

const particularLabels = Object.fromEntries(
  Object.entries(particularRows).map(([name, { label }]) => [name, label]),
) as Readonly<Record<ParticularName, string>>;

/** What the first cell of a row of the sheet says that it is about. */
export const rowLabels = {
  ...ofEach(settings, "label"),
  signatoryName: "Signataire",
  signatoryTitle: "Qualité du signataire",
  signatoryDelegation: "Délégation",
  sharingKey: "Clé de répartition",
  column: "Colonne",
  commune: "Commune",
  row: "Écarter la ligne",
  word: "Mot",
  table: "Tableau",
  repeat: "Répétition",
  accepted: "Accepté",
  comment: "Commentaire d’écart",
  ...particularLabels,
} as const;

export type RowName = keyof typeof rowLabels;

const namesByLabel = new Map(
  (Object.keys(rowLabels) as RowName[]).map((name) => [fold(rowLabels[name]), name] as const),
);

/** Returns what a cell names, case, accents and spacing apart; null for any other text. */
export function rowNamed(text: string): RowName | null {
  return namesByLabel.get(fold(text)) ?? null;
}

/** The rows of options that change no amount: a run is found again whatever they say. */
export const rowsWithoutEffect = ["signatoryName", ...Object.keys(printSettings)] as readonly RowName[];

/** Returns the options that say how things are counted, whatever the workbook: columns, rows and keys are one workbook's own. */
export function countingOptions(options: PartialOptions): PartialOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(countingSettings, name)));
}

/** The fields of a signatory, by the rows that say them. */
export const signatoryRows = {
  signatoryName: "name",
  signatoryTitle: "title",
  signatoryDelegation: "delegation",
} as const;

export const wordKindWordings: Wordings<WordChoice["kind"]> = {
  nature: "nature",
  state: "état",
  prestation: "prestation",
  commune: "commune",
  header: "titre",
};

export const nothing = { nothing: "rien" } as const;

/** What a word of each kind may be said to mean; a prestation, a commune or a role, beside `nothing`, where it is said freely. */
const meanings: Readonly<Record<WordChoice["kind"], Wordings<string>>> = {
  nature: { installation: "installation", maintenance: "maintenance", ...nothing },
  state: { "in-service": "en service", out: "sorti", stock: "en stock", ...nothing },
  prestation: nothing,
  commune: nothing,
  header: nothing,
};

/** Returns the words for what a word of a kind, or of any other text, is said to mean. */
export function meaningsOf(kind: string): Wordings<string> {
  return Object.hasOwn(meanings, kind) ? meanings[kind as WordChoice["kind"]] : nothing;
}

/** Returns how the sheet says a choice; the text itself when it is none of them. */
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
