import type { Commune, Nature, Payer } from "../tariff";

export const natures: readonly Nature[] = ["installation", "maintenance"];
export const payers: readonly Payer[] = ["cagb", "commune"];

/** One order for all: that of French dictionaries, whatever the machine's language. */
const collator = new Intl.Collator("fr");

/** Names in that order; two that it does not tell apart, in that of their letters. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Communes as an agent looks them up: by name, then by INSEE code. */
export function compareCommunes(a: Commune, b: Commune): number {
  return collator.compare(a.name, b.name) || (a.insee < b.insee ? -1 : a.insee > b.insee ? 1 : 0);
}
