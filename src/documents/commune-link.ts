import type { Commune } from "../tariff";
import { imported, linkTo } from "./cells";
import type { ModelCell } from "./model";
import { styles } from "./styles";

/** A commune's name in a table, which leads to its fiche where there is one: `fiches` has their names by INSEE code. */
export function communeLink({ insee, name }: Commune, fiches: ReadonlyMap<string, string>): ModelCell {
  const fiche = fiches.get(insee);
  if (fiche === undefined) return imported(name, styles.line);
  return linkTo(name, fiche, "A1", styles.lineLink, `Ouvrir la fiche de ${name}`);
}
