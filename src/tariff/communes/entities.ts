import { loadBuiltIn } from "../act-fields";
import { conventionFolders } from "../built-in";
import { loadCommunes, type CommuneEntity } from "./load-communes";

/**
 * Every commune that is or was a member of the agglomeration, as a legal entity, in order of INSEE code then of time: a merger
 * makes a new one, with its own SIREN, even where name and INSEE code stay (Fontain in 2019, Mamirolle in 2025).
 */
export const communeEntities: readonly CommuneEntity[] = distinct(
  loadBuiltIn(
    conventionFolders.map(({ communes }) => communes),
    loadCommunes,
  ).flat(),
);

/** Conventions that follow one another name the same communes. */
function distinct(entities: readonly CommuneEntity[]): CommuneEntity[] {
  return [...new Map(entities.map((entity) => [`${entity.insee} ${entity.siren}`, entity])).values()];
}
