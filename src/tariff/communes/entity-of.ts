import type { Commune } from "../types";
import { communeEntities } from "./entities";
import type { CommuneEntity } from "./entities";

/** The directory's entry of a legal entity, or null: its INSEE code alone may be another's, before or after a merger. */
export function entityOf({ insee, siren }: Commune): CommuneEntity | null {
  return communeEntities.find((entity) => entity.insee === insee && entity.siren === siren) ?? null;
}
