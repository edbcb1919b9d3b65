import type { Decimal } from "decimal.js";
import type { Place } from "../cells";
import { labelsOf } from "../comparaison";
import { parts, type Part, type PlacedChanges } from "../placed-changes";
import { campaignOf, type AnnexeContext } from "./context";

/** A titre that was issued, is billed or would be: both its parts and its total, and the cells where they are. */
export interface Titre {
  readonly label: string;
  /** What its difference from the one before it is called. */
  readonly change: string;
  readonly amounts: Readonly<Record<Part, Decimal>>;
  readonly cells: Readonly<Record<Part, Place>>;
}

/** From the oldest to the one on trial: at least two. The campaign's own is « Titre CAGB » where the workbook has it. */
export function titresOf(context: AnnexeContext): readonly [Titre, Titre, ...Titre[]] {
  const { compared, tried, titre } = context;
  const { year } = campaignOf(context);
  const official = titre?.cells ?? null;
  const onTrial = { label: `Titre ${year}, projet de tarif`, change: "Écart dû au projet de tarif" };
  if (compared === null)
    return [
      { label: `Titre ${year}, tarif actuel`, change: "", ...titreAt("before", tried, official) },
      { ...onTrial, ...titreAt("after", tried) },
    ];
  const { before, after } = labelsOf(compared.context.comparison);
  return [
    { label: `Titre ${before}`, change: "", ...titreAt("before", compared) },
    { label: `Titre ${after}`, change: `Écart avec le titre ${before}`, ...titreAt("after", compared, official) },
    ...(tried === null ? [] : [{ ...onTrial, ...titreAt("after", tried) }]),
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
