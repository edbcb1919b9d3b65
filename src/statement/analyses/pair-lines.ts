import { compareDates, type CivilDate } from "../../cells";
import { communeEntities, communeKey, successorOf, type Commune, type Nature, type Payer } from "../../tariff";
import type { Line } from "../statement";

type SideName = "before" | "after";

/** The lines of both campaigns that say the same thing: one each, but for schools that share a name. */
export interface PairedLines {
  readonly code: string;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

export interface PairedSchool {
  /** The commune that hosts it, as it exists on the day of the joining. */
  readonly host: Commune;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly pairs: readonly PairedLines[];
}

export interface PairedCommune {
  /** As it exists on the day of the joining. */
  readonly commune: Commune;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly schools: readonly PairedSchool[];
}

type Sided = Readonly<Record<SideName, readonly Line[]>>;

/**
 * The lines of two campaigns, side by side: communes joined as they exist on a day, then the schools of the same name
 * inside one of them, then prestation, nature and payer.
 */
export function pairLines(before: readonly Line[], after: readonly Line[], day: CivilDate): PairedCommune[] {
  const joined = new Map<string, Commune>();
  const join = (commune: Commune): Commune => {
    const key = entityKey(commune);
    let found = joined.get(key);
    if (found === undefined) joined.set(key, (found = joinedCommune(commune, day)));
    return found;
  };
  const communes = group({ before, after }, (line) => entityKey(join(line.commune)));
  const schoolKey = ({ school }: Line) => `${entityKey(join(school.commune))}|${communeKey(school.name)}`;
  return communes.map((its) => ({
    ...its,
    commune: join(anyOf(its).commune),
    schools: group(its, schoolKey).map((school) => ({
      ...school,
      host: join(anyOf(school).school.commune),
      pairs: group(school, ({ tariff, nature, payer }) => `${tariff.code}|${nature}|${payer}`).map(pairOf),
    })),
  }));
}

function pairOf(sides: Sided): PairedLines {
  const { tariff, nature, payer } = anyOf(sides);
  return { ...sides, code: tariff.code, nature, payer };
}

function anyOf({ before, after }: Sided): Line {
  return after[0] ?? before[0]!;
}

/** One legal entity: an INSEE code outlives a merger, a SIREN does not. */
export function entityKey({ insee, siren }: Commune): string {
  return `${insee}|${siren}`;
}

function group(sides: Sided, keyOf: (line: Line) => string): Record<SideName, Line[]>[] {
  const groups = new Map<string, Record<SideName, Line[]>>();
  for (const side of ["before", "after"] as const)
    for (const line of sides[side]) {
      const key = keyOf(line);
      let found = groups.get(key);
      if (found === undefined) groups.set(key, (found = { before: [], after: [] }));
      found[side].push(line);
    }
  return [...groups.values()];
}

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
