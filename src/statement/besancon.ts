import type { BesanconRule } from "../options";
import type { Commune, Payer } from "../tariff";

/** The commune that runs the service. */
const besanconInsee = "25056";

export function isBesancon(commune: Commune): boolean {
  return commune.insee === besanconInsee;
}

/** Whether what a commune costs to a payer enters the titre, under the option on Besançon (decisions §2). */
export function entersTitre(commune: Commune, payer: Payer, rule: BesanconRule): boolean {
  if (!isBesancon(commune) || rule === "like-others") return true;
  return rule === "cagb-share-only" && payer === "cagb";
}
