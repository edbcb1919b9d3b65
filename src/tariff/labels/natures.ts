import type { Nature } from "../types";

/** Words that say what was installed during the year. */
const installation = new Set([
  "installation",
  "installe",
  "installee",
  "nouveau",
  "nouvelle",
  "neuf",
  "neuve",
  "ajout",
  "ajoute",
  "ajoutee",
  "pose",
  "posee",
  "deploye",
  "deployee",
  "deploiement",
  "mise",
  "equipe",
  "acquis",
  "acquise",
  "acquisition",
  "achat",
  "achete",
  "livre",
  "livree",
]);

/** Words that say what is in service on the snapshot. */
const maintenance = new Set([
  "maintenance",
  "enservice",
  "parc",
  "existant",
  "existante",
  "actuel",
  "actuelle",
  "maintenu",
  "maintenue",
  "present",
  "presente",
  "utilise",
  "utilisee",
  "fonctionnement",
  "stock",
  "inventaire",
  "situation",
]);

/** The nature that words name, or null; `both` where they name the two. */
export function natureOf(words: readonly string[]): Nature | "both" | null {
  const installed = words.some((word) => installation.has(word));
  const served = words.some((word) => maintenance.has(word));
  if (installed && served) return "both";
  return installed ? "installation" : served ? "maintenance" : null;
}

/** True for a word that only tells a nature. */
export function isNatureWord(word: string): boolean {
  return installation.has(word) || maintenance.has(word);
}
