import { compareDates, memoByText } from "../../cells";
import type { CivilDate } from "../../cells";
import type { Commune } from "../types";
import { communeEntities } from "./entities";
import type { CommuneEntity } from "./entities";
import { communeKey, communeKeys } from "./name-key";
import { nearest } from "./suggestion";

/**
 * What a text says. `outside`: a commune of the directory that is not a member at that date, before or after (its
 * `from` and `to` say which), with the commune it merged into. `unknown`: no commune; a near miss is only a suggestion.
 */
export type CommuneMatch =
  | { readonly kind: "found"; readonly commune: CommuneEntity }
  | { readonly kind: "outside"; readonly commune: CommuneEntity; readonly successor: CommuneEntity | null }
  | { readonly kind: "unknown"; readonly suggestion: CommuneEntity | null };

/** The communes of the agglomeration as they exist on one day. */
export interface CommuneDirectory {
  readonly snapshot: CivilDate;
  /** In order of INSEE code. */
  readonly members: readonly CommuneEntity[];
  /** By name, as written: alone, with a prefix, or in an entity path (`Entité racine > X`). Remembered by text. */
  find(text: string): CommuneMatch;
  /** By INSEE code. */
  findByInsee(code: string): CommuneMatch;
}

/** True where the commune exists and is a member on that day. */
export function isMemberOn(commune: CommuneEntity, day: CivilDate): boolean {
  return (
    (commune.from === null || compareDates(commune.from, day) <= 0) &&
    (commune.to === null || compareDates(day, commune.to) <= 0)
  );
}

/** The commune into which it merged, or null. */
export function successorOf(commune: CommuneEntity): CommuneEntity | null {
  if (commune.to === null) return null;
  const end = commune.to;
  return (
    communeEntities.find(
      ({ insee, from }) => insee === commune.successorInsee && from !== null && compareDates(from, end) > 0,
    ) ?? null
  );
}

/** True where the INSEE code written beside a commune is its own (spaces apart). */
export function agree(commune: Commune, inseeText: string): boolean {
  return digits(inseeText) === commune.insee;
}

/**
 * The directory of the debtors on a snapshot: the commune as it exists on that day owes the share. (decisions §2)
 * Names match exactly but for what `communeKey` ignores.
 */
export function createDirectory(snapshot: CivilDate): CommuneDirectory {
  const members = communeEntities.filter((commune) => isMemberOn(commune, snapshot));
  const others = communeEntities.filter((commune) => !isMemberOn(commune, snapshot));
  const membersByKey = byKeys(members);
  const othersByKey = byKeys(others);
  const membersByInsee = new Map(members.map((commune) => [commune.insee, commune]));
  const othersByInsee = new Map(others.map((commune) => [commune.insee, commune]));

  const match = (member: CommuneEntity | undefined, other: CommuneEntity | undefined): CommuneMatch | null => {
    if (member !== undefined) return { kind: "found", commune: member };
    if (other !== undefined) return { kind: "outside", commune: other, successor: successorOf(other) };
    return null;
  };
  const findName = (name: string): CommuneMatch => {
    const key = communeKey(name);
    return (
      match(membersByKey.get(key), othersByKey.get(key)) ?? { kind: "unknown", suggestion: nearest(key, membersByKey) }
    );
  };
  return {
    snapshot,
    members,
    find: memoByText((text) => pathLevels(text).map(findName).reduce(deepest)),
    findByInsee: (code) =>
      match(membersByInsee.get(digits(code)), othersByInsee.get(digits(code))) ?? { kind: "unknown", suggestion: null },
  };
}

function byKeys(communes: readonly CommuneEntity[]): ReadonlyMap<string, CommuneEntity> {
  return new Map(communes.flatMap((commune) => communeKeys(commune.name).map((key) => [key, commune] as const)));
}

/** The levels of an entity path, from its root; a plain name is its only level. */
function pathLevels(text: string): string[] {
  return text.split(">");
}

/**
 * The deepest level that says something wins: a commune over what is above it, and a near miss too, so that
 * « Ville de Besançon > Chalezeulle » is never billed to Besançon.
 */
function deepest(above: CommuneMatch, below: CommuneMatch): CommuneMatch {
  return below.kind === "unknown" && below.suggestion === null ? above : below;
}

function digits(code: string): string {
  return code.replace(/\s/g, "");
}
