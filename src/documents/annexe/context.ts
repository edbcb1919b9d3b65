import type { Campaign } from "../../tariff";
import type { Place } from "../cells";
import { labelsOf, type PlacedComparison } from "../comparaison";
import type { ModelCell } from "../model";
import type { Part, PlacedChanges } from "../placed-changes";
import type { PlacedSimulation } from "../simulation";

/** What is annexed to a deliberation: a comparison, a tariff on trial, or both. */
export type Subject =
  | { readonly compared: PlacedComparison; readonly tried: null }
  | { readonly compared: null; readonly tried: PlacedSimulation }
  | { readonly compared: PlacedComparison; readonly tried: PlacedSimulation };

/** What the annexe needs beside it. */
export type AnnexeContext = Subject & {
  /** What the documents say of errors accepted. */
  readonly provisional: ModelCell | null;
  /** The documents to which it leads, and the cells of the titre; null, or no fiche, where the workbook has none. */
  readonly recapitulatif: string | null;
  readonly titre: { readonly name: string; readonly cells: Readonly<Record<Part, Place>> } | null;
  readonly fiches: ReadonlyMap<string, string>;
};

export function campaignOf({ compared, tried }: Subject): Campaign {
  return compared === null ? tried.context.simulation.now.campaign : compared.context.comparison.after.campaign;
}

/** What is decided comes before what is compared: the changes of which the communes are told, and how both sides are called. */
export function decidedOf({ compared, tried }: Subject): PlacedChanges & { readonly sides: Sides } {
  return tried === null
    ? { ...compared, sides: labelsOf(compared.context.comparison) }
    : { ...tried, sides: { before: "actuel", after: "en projet" } };
}

/** How what is before and what is after are called in headings: « 2014 » and « 2015 », « actuel » and « en projet ». */
export type Sides = Readonly<Record<"before" | "after", string>>;
