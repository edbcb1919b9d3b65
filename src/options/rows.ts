import { fold } from "../cells";
import { particularRows, type ParticularName } from "./particulars";
import { countingSettings, ofEach, printSettings, settings } from "./settings";
import type { Wordings } from "./sources";
import type { Options, PartialOptions, WordChoice } from "./types";

const particularLabels = Object.fromEntries(
  Object.entries(particularRows).map(([name, { label }]) => [name, label]),
) as Readonly<Record<ParticularName, string>>;

/** The label in the first cell of each row of the sheet. */
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

/** Returns the row that a label names, ignoring case, accents and spaces; null for any other text. */
export function rowNamed(text: string): RowName | null {
  return namesByLabel.get(fold(text)) ?? null;
}

/** The rows of options that change no amount: a past run is found again whatever their values. */
export const rowsWithoutEffect = ["signatoryName", ...Object.keys(printSettings)] as readonly RowName[];

/** Returns the options about how things are counted, which apply to any workbook; the others concern a single one. */
export function countingOptions(options: PartialOptions): PartialOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(countingSettings, name)));
}

/** The fields of a signatory, by row. */
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

/** The meanings of a word of each kind; besides `nothing`, a prestation, a commune or a role is a free text. */
const meanings: Readonly<Record<WordChoice["kind"], Wordings<string>>> = {
  nature: { installation: "installation", maintenance: "maintenance", ...nothing },
  state: { "in-service": "en service", out: "sorti", stock: "en stock", ...nothing },
  prestation: nothing,
  commune: nothing,
  header: nothing,
};

/** Returns the wordings of the meanings of a kind of word; for any other text, that of `nothing`. */
export function meaningsOf(kind: string): Wordings<string> {
  return Object.hasOwn(meanings, kind) ? meanings[kind as WordChoice["kind"]] : nothing;
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
