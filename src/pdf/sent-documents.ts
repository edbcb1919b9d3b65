import { fold } from "../cells";
import { communeOfFiche, documentOf, type SheetModel } from "../documents";
import type { Statement } from "../statement";

/** A document that leaves the office as a file of its own. */
export interface SentDocument {
  /** `2014_ORDICLASSE_25014_AMAGNEY.pdf`. */
  readonly fileName: string;
  readonly title: string;
  readonly model: SheetModel;
}

/** Returns the documents that are sent as files, in the order of their sheets: the état, the rectificatif, and the fiches. */
export function sentDocuments(models: readonly SheetModel[], { campaign, byCommune }: Statement): SentDocument[] {
  const named = (name: string, title: string, model: SheetModel): SentDocument => ({
    fileName: `${campaign.year}_ORDICLASSE_${name}.pdf`,
    title: `${title}, campagne ${campaign.year}`,
    model,
  });
  return models.flatMap((model) => {
    switch (documentOf(model.key)) {
      case "titre":
        return [named("ETAT-LIQUIDATIF_CAGB", "État liquidatif à l’appui du titre de recettes", model)];
      case "rectificatif":
        return [named("RECTIFICATIF_CAGB", "Rectificatif de l’état liquidatif", model)];
      case "fiche": {
        const insee = communeOfFiche(model.key);
        const { name } = byCommune.find(({ commune }) => commune.insee === insee)!.commune;
        return [named(`${insee}_${inCapitals(name)}`, `Fiche de refacturation · ${name}`, model)];
      }
      default:
        return [];
    }
  });
}

/** `Les Auxons` → `LES-AUXONS`: letters and figures that any disk and any mail takes. */
function inCapitals(name: string): string {
  return fold(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
