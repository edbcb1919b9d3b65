import { distance } from "fastest-levenshtein";
import { compareDates, fold, memoByText, type CivilDate } from "../cells";
import { inside, type JsonObject, type Result } from "../messages";
import { ActFields, type ActFault } from "./act-fields";
import type { Campaign, Commune, Convention, Member } from "./convention";
import { isInsee, isSiren } from "./official-numbers";

/**
 * The commune that a text names. `outside`: a commune of the directory that is not a member on that day (`from` and
 * `to` give its membership), with the commune into which it merged. `unknown`: no commune; a near miss is only a
 * suggestion.
 */
export type CommuneMatch =
  | { readonly kind: "found"; readonly commune: Member }
  | { readonly kind: "outside"; readonly commune: Member; readonly successor: Member | null }
  | { readonly kind: "unknown"; readonly suggestion: Member | null };

/** The members of a convention on one day. */
export interface CommuneDirectory {
  readonly snapshot: CivilDate;
  readonly convention: Convention;
  /** In order of INSEE code. */
  readonly members: readonly Member[];
  /** Finds a commune by its name: alone, with a prefix, or in an entity path (`Entité racine > X`). Cached by text. */
  find(text: string): CommuneMatch;
  /** Finds a commune by its INSEE code. */
  findByInsee(code: string): CommuneMatch;
}

/** Returns the member that a text names; null when it names none. */
export function communeNamed(text: string, directory: CommuneDirectory): Commune | null {
  const match = directory.find(text);
  return match.kind === "found" ? match.commune : null;
}

/** Returns whether a commune exists and is a member on a day. */
export function isMemberOn(commune: Member, day: CivilDate): boolean {
  return (
    (commune.from === null || compareDates(commune.from, day) <= 0) &&
    (commune.to === null || compareDates(day, commune.to) <= 0)
  );
}

/** The past, present and future members of a convention. */
interface Members {
  readonly members: readonly Member[];
}

/** Returns the commune into which a commune merged, or null. */
export function successorOf(commune: Member, { members }: Members): Member | null {
  const { to, successorInsee } = commune;
  if (to === null) return null;
  const isLater = ({ from }: Member) => from !== null && compareDates(from, to) > 0;
  return members.find((one) => one.insee === successorInsee && isLater(one)) ?? null;
}

/** Returns whether an INSEE code, written with or without spaces, is that of a commune. */
export function agree(commune: Commune, inseeText: string): boolean {
  return digits(inseeText) === commune.insee;
}

/**
 * Returns the directory of the members on a snapshot: the commune that exists on that day owes the share. (decisions
 * §2) Names have to match exactly, apart from what `communeKey` ignores.
 */
export function createDirectory({ snapshot, convention }: Pick<Campaign, "snapshot" | "convention">): CommuneDirectory {
  const isMember = (commune: Member): boolean => isMemberOn(commune, snapshot);
  const members = convention.members.filter(isMember);
  // Later entries win: when two communes share a name or a code, the member is found.
  const all = [...convention.members.filter((commune) => !isMember(commune)), ...members];
  const [byKey, membersByKey] = [byKeys(all), byKeys(members)];
  const byInsee = new Map(all.map((commune) => [commune.insee, commune]));

  const match = (commune: Member): CommuneMatch =>
    isMember(commune)
      ? { kind: "found", commune }
      : { kind: "outside", commune, successor: successorOf(commune, convention) };
  const findName = (name: string): CommuneMatch => {
    if (name.length > longestName) return { kind: "unknown", suggestion: null };
    const key = communeKey(name);
    const commune = byKey.get(key);
    return commune === undefined ? { kind: "unknown", suggestion: nearest(key, membersByKey) } : match(commune);
  };
  return {
    snapshot,
    convention,
    members,
    // From the root of an entity path; a plain name is a path of one level.
    find: memoByText((text) => text.split(">").map(findName).reduce(deepest)),
    findByInsee: (code) => {
      const commune = byInsee.get(digits(code));
      return commune === undefined ? { kind: "unknown", suggestion: null } : match(commune);
    },
  };
}

/** The maximum length of a name: a longer text is prose, in which no commune is searched. */
const longestName = 200;

function byKeys(communes: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(
    communes.flatMap((commune) =>
      [commune.name, ...commune.aliases].flatMap(communeKeys).map((key) => [key, commune] as const),
    ),
  );
}

/** Returns the deepest match, near misses included, so that « Ville de Besançon > Chalezeulle » is not Besançon. */
function deepest(above: CommuneMatch, below: CommuneMatch): CommuneMatch {
  return below.kind === "unknown" && below.suggestion === null ? above : below;
}

function digits(code: string): string {
  return code.replace(/\s/g, "");
}

/** Returns the key of a legal entity: an INSEE code outlives a merger, a SIREN does not. */
export function entityKey({ insee, siren }: Commune): string {
  return `${insee}|${siren}`;
}

export function isSameEntity(one: Commune, other: Commune): boolean {
  return entityKey(one) === entityKey(other);
}

/** Returns the entry of a legal entity among the members of a convention; null when there is none. */
export function entityOf(commune: Commune, { members }: Members): Member | null {
  return members.find((entity) => isSameEntity(entity, commune)) ?? null;
}

const prefix = /^(?:commune|ville|mairie) (?:des|de|du|d) /;
/** The name of the department, folded, as written in brackets after a commune: « Commune (Doubs) ». */
export const departmentName = "doubs";
const department = new RegExp(`\\s*\\(\\s*(?:25|${departmentName})\\s*\\)\\s*`, "gi");
/** « Vèze (La) », « Vèze, La », « Vèze La ». */
const articleAtEnd = /^(.+?) ?(?:\((la|le|les|l)\s?\)|, ?(la|le|les|l)| (la|le|les|l))$/;
const articleInFront = /^(?:la|le|les|l) (?=.)/;

/** Returns a folded name without its department and its prefix, with its article in front. */
function bareName(text: string): string {
  const name = fold(text.replace(/\s+/g, " ").replace(department, " ")).replace(prefix, "");
  const moved = articleAtEnd.exec(name);
  if (moved === null) return name;
  return `${moved[2] ?? moved[3] ?? moved[4]!} ${moved[1]!}`;
}

function withoutSpaces(name: string): string {
  return name
    .replace(/\b(st|ste)\b\.? ?/g, (_whole, saint: string) => (saint === "st" ? "saint " : "sainte "))
    .replace(/ (?:lez|les) /g, " les ")
    .replaceAll(" ", "");
}

/**
 * Returns a key that the spellings of one commune's name share: it ignores case, accents, hyphens, apostrophes, spaces,
 * the article and the department in brackets, « commune de », « ville de » and « mairie de »; St is Saint, lez is lès.
 * Nothing looser is accepted. (decisions §2)
 */
export function communeKey(text: string): string {
  return withoutSpaces(bareName(text).replace(articleInFront, ""));
}

/**
 * Returns all keys of a commune of the directory: without its article, and with its article attached (« LaVèze »),
 * because spaces are ignored.
 */
export const communeKeys = memoByText((name): readonly string[] => [
  ...new Set([communeKey(name), withoutSpaces(bareName(name))]),
]);

/** Returns the number of letters that may differ in a name of a length: short names are too similar to one another. */
function tolerance(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Returns the value whose key is closest, as a suggestion that is shown but never used; null when no key is close
 * enough, or when two are equally close. (decisions §2)
 */
export function nearest<T>(key: string, byKey: ReadonlyMap<string, T>): T | null {
  let best: { letters: number; value: T | null } = { letters: tolerance(key.length) + 1, value: null };
  for (const [known, value] of byKey) {
    // At least as many letters differ as the lengths do.
    if (Math.abs(known.length - key.length) > best.letters) continue;
    const letters = distance(key, known);
    if (letters < best.letters) best = { letters, value };
    else if (letters === best.letters && value !== best.value) best = { letters, value: null };
  }
  return best.value;
}

/**
 * Returns the members in a parsed data file, or all its faults; as strict as a grid. `from` and `to`, the first and
 * last days of a membership, are absent when it began before the convention or continues; `sirenComputed` marks a SIREN
 * built from 21, the INSEE code and a Luhn key, for a commune that disappeared before SIRENs were published.
 */
export function loadCommunes(raw: unknown): Result<Member[], readonly ActFault[]> {
  const reader = new CommunesReader();
  return reader.result(reader.communes(raw));
}

class CommunesReader extends ActFields {
  private readonly known = new Set<string>();

  communes(raw: unknown): Member[] {
    const data = this.record(raw, "", ["source", "communes"]);
    this.text(data, "source", "");
    return this.items(data, "communes", "", (item, place) => this.commune(item, place));
  }

  private commune(item: unknown, place: string): Member {
    const optional = ["from", "to", "mergedInto", "sirenComputed", "aliases"];
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
      aliases: this.list(data, "aliases", place, "grid-bad-words", (alias, at) => this.alias(alias, at)),
    };
    const key = entityKey(entity);
    if (this.known.has(key)) this.fail("grid-duplicate-code", inside(place, "siren"), data["siren"]);
    this.known.add(key);
    return entity;
  }

  private alias(raw: unknown, place: string): string {
    if (typeof raw === "string" && raw.trim() !== "") return raw;
    this.fail("grid-bad-words", place, raw);
    return "";
  }

  private flag(data: JsonObject, key: string, place: string): boolean {
    const raw = data[key];
    if (raw !== undefined && raw !== true) this.fail("grid-bad-text", inside(place, key), raw);
    return raw === true;
  }
}
