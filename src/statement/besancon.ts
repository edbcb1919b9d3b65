import type { BesanconRule } from "../options";
import { besanconInsee } from "../tariff";
import type { Commune, Payer } from "../tariff";

export function isBesancon(commune: Commune): boolean {
  return commune.insee === besanconInsee;
}

/** Whether what a commune costs to a payer enters the titre, under the option on Besançon (decisions §2). */
export function entersTitre(commune: Commune, payer: Payer, rule: BesanconRule): boolean {
  if (!isBesancon(commune) || rule === "like-others") return true;
  return rule === "cagb-share-only" && payer === "cagb";
}
