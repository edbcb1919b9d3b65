import { compareDates } from "../../cells";
import type { CivilDate } from "../../cells";
import { communeEntities, successorOf } from "../../tariff";
import type { Commune } from "../../tariff";

/**
 * The commune that stands for this one on a later day, through the mergers of the directory: Les Auxons for Auxon-Dessous
 * from 2015 on. Itself where it still exists, or where the directory knows nothing of it.
 */
export function joinedCommune(commune: Commune, day: CivilDate): Commune {
  let current = communeEntities.find(({ insee, siren }) => insee === commune.insee && siren === commune.siren);
  while (current !== undefined && current.to !== null && compareDates(current.to, day) < 0) {
    const successor = successorOf(current);
    if (successor === null) break;
    current = successor;
  }
  return current ?? commune;
}
