import { fold } from "../cells";
import { choiceKinds, type ChoiceName } from "./choice-kinds";
import { particularRows, type ParticularName } from "./particulars";
import { countingSettings, ofEach, printSettings, settings } from "./settings";
import type { PartialOptions } from "./types";

const particularLabels = Object.fromEntries(
  Object.entries(particularRows).map(([name, { label }]) => [name, label]),
) as Readonly<Record<ParticularName, string>>;

const choiceLabels = Object.fromEntries(
  Object.entries(choiceKinds).map(([name, { label }]) => [name, label]),
) as Readonly<Record<ChoiceName, string>>;

/** The label in the first cell of each row of the sheet. */
export const rowLabels = {
  ...ofEach(settings, "label"),
  signatoryName: "Signataire",
  signatoryTitle: "Qualité du signataire",
  signatoryDelegation: "Délégation",
  sharingKey: "Clé de répartition",
  ...choiceLabels,
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
