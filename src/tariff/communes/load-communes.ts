import { compareDates } from "../../cells";
import { inside, type JsonObject, type Result } from "../../messages";
import { ActFields, isInsee, isSiren, loadBuiltIn, type ActFault } from "../act-fields";
import { conventionFolders } from "../built-in";
import type { Commune } from "../types";

/** A commune and what became of it. */
export interface CommuneEntity extends Commune {
  /** INSEE code of the commune it merged into, or null. */
  readonly successorInsee: string | null;
  /** True where the SIREN was computed, not published: to be verified. */
  readonly sirenToVerify: boolean;
}

/**
 * Returns the communes of a parsed data file, or all its errors: as strict as a grid. `from` and `to`, the first and last
 * days of a membership, are left out where it began before the convention, or goes on; `sirenComputed` says that the SIREN is
 * 21 + INSEE code + Luhn key, for a commune that vanished before the published lists.
 */
export function loadCommunes(raw: unknown): Result<CommuneEntity[], readonly ActFault[]> {
  const reader = new CommunesReader();
  return reader.result(reader.communes(raw));
}

class CommunesReader extends ActFields {
  private readonly known = new Set<string>();

  communes(raw: unknown): CommuneEntity[] {
    const data = this.record(raw, "", ["source", "communes"]);
    this.text(data, "source", "");
    return this.list(data, "communes", "", "grid-no-rows", (item, place) => this.commune(item, place));
  }

  private commune(item: unknown, place: string): CommuneEntity {
    const optional = ["from", "to", "mergedInto", "sirenComputed"];
    const data = this.record(item, place, ["insee", "name", "siren"], { optional });
    const [from, to] = [this.date(data, "from", place), this.date(data, "to", place)];
    if (from !== null && to !== null && compareDates(from, to) > 0)
      this.fail("grid-dates-reversed", inside(place, "to"), data["to"]);
    const entity = {
      insee: this.code(data, "insee", place, isInsee),
      name: this.text(data, "name", place),
      siren: this.code(data, "siren", place, isSiren),
      from,
      to,
      successorInsee: data["mergedInto"] === undefined ? null : this.code(data, "mergedInto", place, isInsee),
      sirenToVerify: this.flag(data, "sirenComputed", place),
    };
    const key = `${entity.insee} ${entity.siren}`;
    if (this.known.has(key)) this.fail("grid-duplicate-code", inside(place, "siren"), data["siren"]);
    this.known.add(key);
    return entity;
  }

  private flag(data: JsonObject, key: string, place: string): boolean {
    const raw = data[key];
    if (raw !== undefined && raw !== true) this.fail("grid-bad-text", inside(place, key), raw);
    return raw === true;
  }
}

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
