import type { Anomaly } from "./anomaly";
import { fill, message } from "./catalogue";
import type { Language } from "./catalogue";
import { points as english } from "./en/points";
import { points as french } from "./fr/points";

const texts: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = { fr: french, en: english };

/**
 * The message of anomalies that one cause explains: theirs where they all say the same, else one that counts them; where the
 * catalogue has none, the first's.
 */
export function pointMessage(anomalies: readonly Anomaly[], language: Language = "fr"): string {
  const [first] = anomalies;
  if (first === undefined) throw new Error("A point is of one anomaly at least.");
  const own = message(first.code, first.params, language);
  if (anomalies.length === 1) return own;
  const many = texts[language][first.code];
  return many === undefined ? own : fill(many, { ...first.params, count: anomalies.length });
}
