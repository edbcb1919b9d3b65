import { wordSet } from "../../cells";
import type { Nature } from "../grid";
import { periodWord, snapshotWord } from "./dates";

/** Words that say what was installed during the year. */
const installation = wordSet(
  "installation installe installee nouveau nouvelle neuf neuve ajout ajoute ajoutee pose posee deploye deployee deploiement mise " +
    "equipe acquis acquise acquisition achat achete livre livree livraison entree entrant fourni fournie " +
    "receptionne receptionnee",
);

/** Words that say what is in service on the snapshot. */
const maintenance = wordSet(
  "maintenance enservice parc existant existante actuel actuelle maintenu maintenue present presente utilise utilisee " +
    "fonctionnement inventaire situation actif active",
);

/** Words that say what is not in service, or not yet: such a quantity is none of the campaign's. (decisions §4) */
const outside = wordSet(
  "sortie sorti sortant retire retiree retrait reforme reformee repris reprise hs rebut rebute rebutee enstock reserve commande " +
    "commandee acommander prevu prevue demande demandee souhaite souhaitee besoin manquant manquante depose deposee restitue " +
    "restituee rendu rendue vole volee perdu perdue cede cedee cession vendu vendue detruit detruite declasse declassee horsparc " +
    "projet devis anprecedent ansuivant desinstalle desinstallee restitution",
);

/** Returns the nature that words name, or null; `both` when they name the two. « M » and « I » stand alone for them. */
export function natureOf(words: readonly string[]): Nature | "both" | null {
  if (words.length === 1 && words[0] === "m") return "maintenance";
  if (words.length === 1 && words[0] === "i") return "installation";
  const installed = words.some((word) => installation.has(word));
  const served = words.some((word) => maintenance.has(word));
  if (installed && served) return "both";
  if (installed) return "installation";
  if (served) return "maintenance";
  if (words.includes(periodWord)) return "installation";
  return words.includes(snapshotWord) ? "maintenance" : null;
}

/** Returns whether a word only tells a nature. */
export function isNatureWord(word: string): boolean {
  return installation.has(word) || maintenance.has(word);
}

/**
 * Tells what words say of what they count: `out` when it is not in service, `asked` when it may not be (« Stock »);
 * null when they say nothing of it.
 */
export function standingOf(words: readonly string[]): "out" | "asked" | null {
  if (words.some((word) => outside.has(word))) return "out";
  return words.includes("stock") ? "asked" : null;
}

/** Every word that tells a nature. */
export const natureWords: readonly string[] = [...installation, ...maintenance];
