import type { MessageCode } from "../messages";

/** The codes of what may be accepted or checked, by the French words of what they are about. */
const topics: Readonly<Record<string, readonly MessageCode[]>> = {
  date: [
    ...(["after-snapshot", "in-service-after-exit", "installed-other-year", "installed-outside-window"] as const),
    ...(["month-before-day", "only-row-of-year", "purchase-as-entry", "unknown-date-column"] as const),
  ],
  quantité: [
    ...(["implausible-quantity", "more-installed", "more-than-one-a-school", "partly-struck"] as const),
    ...(["quantity-shown-as-date", "quantity-with-text", "several-machines"] as const),
  ],
  effectif: ["headcount-without-equipment", "pupils-of-set-aside", "total-of-some-levels"],
  total: ["headcount-total-differs", "recap-differs", "total-differs", "total-without-result"],
  montant: ["amount-differs"],
  répétition: ["code-of-two-schools", "duplicate-serial-number", "item-twice"],
  état: ["blank-in-service", "in-repair", "in-stock", "not-in-service", "parts-in-service", "rows-not-in-service"],
  "sans tarif": ["untariffed"],
  formule: ["formula-without-value"],
  "feuille masquée": ["hidden-sheet"],
  modèle: ["model-table"],
  barré: ["struck-through"],
  mot: ["assumed-header", "assumed-label", "closed-school", "mixed-alphabets", "unknown-column"],
};

/** What is said of the anomalies of another workbook: one compared with the one billed, or one that it corrects. */
export const topicElsewhere = "autre classeur";
const elsewhere: readonly MessageCode[] = [
  ...(["compared-total-differs", "document-changed", "journal-changed", "rectified-other-inventory"] as const),
];

const topicOf = new Map<string, string>([
  ...Object.entries(topics).flatMap(([topic, codes]) => codes.map((code) => [code, topic] as const)),
  ...elsewhere.map((code) => [code, topicElsewhere] as const),
]);

/** Returns the French words of what an accepted value is about: « date », « point à vérifier » for any other code. */
export function acceptedTopic(code: string): string {
  return topicOf.get(code) ?? "point à vérifier";
}

/** Returns the line of an accepted value in the words of today: lines written before ended with a code. */
export function withTopic(line: string): string {
  return line.replace(/ \(([a-z]+(?:-[a-z]+)+|untariffed)\)$/, (_, code: string) => ` (${acceptedTopic(code)})`);
}
