import { frenchDate } from "../cells";
import type { Campaign } from "../tariff";

/** The longest object of a titre that the treasury takes (PES, `ObjPce`), and what finance packages print of it. */
export const objectLimit = 160;
const shortLimit = 50;

/** The reference by which a titre names its état; the city's own number comes beside it, by hand. */
export function stateReference({ year }: Campaign): string {
  return `ORDICLASSE-${year}`;
}

/** Name to give to the état's PDF, as the titre's pièce: no accent, no space, an extension of three letters. */
export function stateFileName({ year }: Campaign): string {
  return `${year}_ORDICLASSE_ETAT-LIQUIDATIF_CAGB.pdf`;
}

/** The object of the titre, which names the document that holds the bases of the liquidation. */
export function titreObject(campaign: Campaign): string {
  return label(
    [
      `ORDICLASSE ${campaign.year}`,
      `MAINTENANCE ET INSTALLATIONS AU ${frenchDate(campaign.snapshot)}`,
      `ETAT ${stateReference(campaign)}`,
    ].join(" - "),
    objectLimit,
  );
}

/** The same for a package that prints fifty characters. */
export function titreShortObject(campaign: Campaign): string {
  return label(`ORDICLASSE ${campaign.year} - ECOLES - ETAT DU ${frenchDate(campaign.snapshot)}`, shortLimit);
}

/** A text as finance packages and the treasury all take it: unaccented ASCII capitals, cut at a length. */
export function label(value: string, limit: number): string {
  return value
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE")
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/\s+/gu, " ")
    .replace(/[^ -~]/gu, "")
    .trim()
    .slice(0, limit)
    .trimEnd();
}
