import { memoByText } from "../../cells";
import { wordsOf } from "../../tariff";
import type { Flag } from "../table";

const out =
  /^(?:est |mis au |mise au )?(?:reforme|reformee|hs|rebut|sorti|sortie|retire|retiree|vole|volee|perdu|perdue|cede|cedee|declasse|horsparc|detruit|remplace|restitue|rendu)$/;
const stock = /^(?:enstock|reserve|stock)$/;
const inService = /^(?:est )?(?:enservice|actif|active|utilise|utilisee|fonctionnel|present|presente|oui)$/;
const installed = /^(?:nouveau|nouvelle|neuf|neuve|entree|installe|installee|nouveau materiel|ajout)$/;

/** What a yes says under a heading (« Réformé », « En service ? »); null where a yes would say nothing known. (decisions §4) */
export const flagOf: (text: string) => Flag | null = memoByText((text) => {
  const words = wordsOf(text.replace(/\b(oui|non|o|n)\b\s*[/|-]\s*\b(oui|non|o|n)\b/gi, " ")).words;
  const said = words
    .filter((word) => !["le", "la", "a", "au", "du", "de", "materiel", "machine"].includes(word))
    .join(" ");
  if (out.test(said)) return "out";
  if (stock.test(said)) return "stock";
  if (inService.test(said)) return "in-service";
  return installed.test(said) ? "installed" : null;
});
