import type { Decimal } from "decimal.js";
import type { Campaign } from "../../tariff";
import type { Place } from "../kit/formula";
import type { PlacedComparison } from "./comparaison";
import { labelsOf, parts, type AnalysisContext, type Part, type PlacedChanges } from "./analysis-context";
import type { PlacedSimulation } from "./simulation";

/** What is annexed to a deliberation: a comparison, a simulated tariff, or both. */
export type Subject =
  | { readonly compared: PlacedComparison; readonly simulated: null }
  | { readonly compared: null; readonly simulated: PlacedSimulation }
  | { readonly compared: PlacedComparison; readonly simulated: PlacedSimulation };

export type AnnexeContext = Subject & AnalysisContext;

export function campaignOf({ compared, simulated }: Subject): Campaign {
  return compared === null ? simulated.context.simulation.now.campaign : compared.context.comparison.after.campaign;
}

/** What is decided comes before what is compared: the changes of which the communes are told, and how both sides are called. */
export function decidedOf({ compared, simulated }: Subject): PlacedChanges & { readonly sides: Sides } {
  return simulated === null
    ? { ...compared, sides: labelsOf(compared.context.comparison) }
    : { ...simulated, sides: { before: "actuel", after: "en projet" } };
}

/** How what is before and what is after are called in headings: « 2014 » and « 2015 », « actuel » and « en projet ». */
export type Sides = Readonly<Record<"before" | "after", string>>;

/** A titre that was issued, is billed or would be: both its parts and its total, and the cells where they are. */
export interface Titre {
  readonly label: string;
  /** What its difference from the one before it is called. */
  readonly change: string;
  readonly amounts: Readonly<Record<Part, Decimal>>;
  readonly cells: Readonly<Record<Part, Place>>;
}

/** From the oldest to the simulated one: at least two. The campaign's own is « Titre CAGB » where the workbook has it. */
export function titresOf(context: AnnexeContext): readonly [Titre, Titre, ...Titre[]] {
  const { compared, simulated, titre } = context;
  const { year } = campaignOf(context);
  const official = titre?.cells ?? null;
  const simulatedTitre = { label: `Titre ${year}, projet de tarif`, change: "Écart dû au projet de tarif" };
  if (compared === null)
    return [
      { label: `Titre ${year}, tarif actuel`, change: "", ...titreAt("before", simulated, official) },
      { ...simulatedTitre, ...titreAt("after", simulated) },
    ];
  const { before, after } = labelsOf(compared.context.comparison);
  return [
    { label: `Titre ${before}`, change: "", ...titreAt("before", compared) },
    { label: `Titre ${after}`, change: `Écart avec le titre ${before}`, ...titreAt("after", compared, official) },
    ...(simulated === null ? [] : [{ ...simulatedTitre, ...titreAt("after", simulated) }]),
  ];
}

function titreAt(
  side: "before" | "after",
  { amounts, places }: PlacedChanges,
  official: Titre["cells"] | null = null,
): Pick<Titre, "amounts" | "cells"> {
  return {
    amounts: byPart((part) => amounts[part][side]),
    cells: official ?? byPart((part) => places[part][side]),
  };
}

function byPart<T>(of: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(parts.map((part) => [part, of(part)])) as Record<Part, T>;
}
