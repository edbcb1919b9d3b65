import { paperNumberWord } from "./cut-text";
import { articles } from "./lexicon";
import type { NameKind } from "./name-words";
import { senses } from "./senses";
import type { Name } from "./types";
import { type Stretch, type Unit, isConcept, isNeutral } from "./units";

/** What names take of a stretch: the names, and the units that they leave. */
interface Taken {
  readonly names: Name[];
  readonly left: Unit[];
  /** The pieces of the text that an edition, a person or an address swallows, with their dates. */
  readonly aside: number[];
}

/** Where a stretch stands. */
export interface Around {
  /** Something was said before it, or it stands in brackets: an edition may follow, which heads nothing. */
  readonly isAfter: boolean;
  /** The text may be a letterhead, a title, a remark: editions and initials stand in it. */
  readonly isFree: boolean;
  readonly isNoun: (word: string) => boolean;
  /** Returns words as they are written. */
  readonly written: (words: readonly string[]) => string;
}

/** How many words a person's or a service's name has at most. */
const longestName = 5;

const isArticle = ({ bases }: Unit): boolean => bases.length === 1 && articles.has(bases[0]!);
const isJoining = (unit: Unit): boolean =>
  isArticle(unit) || ["a", "au", "aux", "et", "en", "sur", "sous"].includes(unit.bases[0]!);

const swallowing: ReadonlySet<NameKind> = new Set(["edition", "person", "address"]);

/** Takes the names out of a stretch, each where a word introduces it. */
export function takeNames({ units }: Stretch, around: Around): Taken {
  const names: Name[] = [];
  const left: Unit[] = [];
  const aside: number[] = [];
  const hasNoun = units.some(({ bases }) => bases.length === 1 && around.isNoun(bases[0]!));
  let { isAfter } = around;
  for (let at = 0; at < units.length;) {
    const unit = units[at]!;
    const kind = introducedBy(unit, units, at, hasNoun);
    const end = kind === null ? at : endOf(kind, units, at, { ...around, isAfter });
    if (kind === null || end === at) {
      left.push(unit);
      isAfter ||= !isNeutral(unit);
      at += 1;
      continue;
    }
    const own = units.slice(at, end);
    names.push({ kind, words: own.flatMap(({ words }) => words) });
    if (swallowing.has(kind)) aside.push(...own.map(({ piece }) => piece));
    at = end;
  }
  return { names, left, aside };
}

/** Returns where a name ends that a unit introduces; the unit's own place where it introduces none after all. */
function endOf(kind: NameKind, units: readonly Unit[], at: number, around: Around): number {
  switch (kind) {
    case "edition":
      return around.isFree || (around.isAfter && mayFollow(units[at]!, at === 0)) ? units.length : at;
    case "person":
      return nextSign(units, at + 1, longestName);
    case "address":
      return nextSign(units, at + 1, units.length);
    case "service": {
      const end = serviceEnd(units, at + 1, around);
      return end === at + 1 ? at : end;
    }
    default: {
      const from = kind === "school" ? afterKind(units, at + 1) : at + 1;
      const end = nameEnd(units, from, kind, around);
      // « Salle », « École » alone name nothing: they stay what they are.
      return end === from && kind !== "product" && kind !== "code" ? at : end;
    }
  }
}

/** Returns the place after the kind of a school: « École élémentaire publique Jean Macé ». */
function afterKind(units: readonly Unit[], from: number): number {
  let at = from;
  while (
    at < units.length &&
    units[at]!.sign === "" &&
    (isConcept(units[at]!, "level", "primary") || isNeutral(units[at]!, "administration"))
  )
    at += 1;
  return at;
}

/** What points elsewhere, or tells the reader what to do: it is a note in brackets or after a cut, and a part of a heading else. */
const pointers = new Set([
  "voir",
  "cf",
  "saisir",
  "indiquer",
  "art",
  "article numero",
  "page",
  "source",
  "v",
  "version",
  "merci",
  "annexe numero",
]);

/** Returns whether an edition may follow what a heading says. */
const mayFollow = ({ bases }: Unit, isFirst: boolean): boolean => isFirst || !pointers.has(bases.join(" "));

/** Returns what a unit introduces the name of, where it does; null where it does not. */
function introducedBy(unit: Unit, units: readonly Unit[], at: number, hasNoun: boolean): NameKind | null {
  const { entry, bases, words } = unit;
  if (bases[0] === paperNumberWord) return "code";
  if (isPostcode(unit) && units[at + 1]?.sign === "") return "address";
  if (beginsStreet(unit, units, at)) return "address";
  // « Serveur standard / école nouveaux »: one a school.
  if (isConcept(unit, "school")) return words.at(-1) === "ecoles" || (hasNoun && unit.sign === "/") ? null : "school";
  if (isConcept(unit, "establishment", "site")) return "school";
  // « Maternelle du Stock » is a school, « élèves de maternelle » are not.
  const isKind =
    isConcept(unit, "primary") || (isConcept(unit, "level") && /^(?:maternelle|elementaire)$/.test(bases[0]!));
  if (isKind && units[at + 1] !== undefined && isArticle(units[at + 1]!)) return "school";
  if (entry?.is !== "names") return null;
  const next = units[at + 1];
  const before = units[at - 1];
  switch (entry.kind) {
    case "person":
      // « M », « M/I » are natures.
      return bases[0] === "m" && (next === undefined || next.sign === "/" || next.words[0]!.length < 2)
        ? null
        : "person";
    case "address":
      return next !== undefined || before !== undefined ? "address" : null;
    case "service":
      return hasNoun || ["en", "hors", "au", "chef"].includes(before?.bases.at(-1) ?? "") ? null : "service";
    case "products":
    case "product":
      return "product";
    default:
      return entry.kind;
  }
}

const isPostcode = ({ entry, words }: Unit): boolean => entry === null && /^\d{5}$/.test(words[0]!);

/** Returns whether « bis avenue des Lilas » begins there, or « place des Lilas » where a postcode follows: a place may be an equipment's. */
function beginsStreet({ words, bases }: Unit, units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (/^(?:bis|ter|quater)$/.test(words[0]!)) return next?.entry?.is === "names" && next.entry.kind === "address";
  return /^(?:place|cours|passage|esplanade)$/.test(bases[0]!) && units.slice(at + 1).some(isPostcode);
}

/** Returns the first unit from a place on with a comma or a slash before it, or the one after so many. */
function nextSign(units: readonly Unit[], from: number, atMost: number): number {
  let end = from;
  while (end < units.length && end - from < atMost && units[end]!.sign === "") end += 1;
  return end;
}

/** What a service's name never has: what it speaks of begins there. */
const notOfService = ["thing", "fleet", "inventory", "situation", "record"];

function serviceEnd(units: readonly Unit[], from: number, { isNoun }: Around): number {
  let end = from;
  let words = 0;
  for (; end < units.length && words < longestName; end += 1) {
    const unit = units[end]!;
    if (unit.sign === "," || isConcept(unit, ...notOfService) || isNoun(unit.bases[0]!)) break;
    if (!isJoining(unit)) words += 1;
  }
  return end;
}

/** Returns where the name ends that begins at a place; that place itself where none does. */
function nameEnd(units: readonly Unit[], from: number, kind: NameKind, around: Around): number {
  let end = from;
  let words = 0;
  let isAfterArticle = false;
  for (let at = from; at < units.length && words < longestName + 1; at += 1) {
    const unit = units[at]!;
    if (unit.sign === "," || unit.sign === "+" || (unit.sign === "/" && words === 0)) break;
    if (words === 0 ? isArticle(unit) : isJoining(unit)) {
      isAfterArticle = true;
      continue;
    }
    if (kind === "product" && around.isNoun(unit.bases[0]!)) break;
    const isSurname = kind === "school" && words > 0 && !isAfterArticle && maySurname(unit, units[at - 1]!, around);
    if (!isSurname && !mayBeNamed(unit, kind, isAfterArticle, words)) break;
    words += 1;
    isAfterArticle = false;
    end = at + 1;
  }
  return end;
}

/** Returns whether a word that has a meaning is a surname after a first name: « École Louis Montant », not « École Pergaud fermée ». */
function maySurname({ entry, words }: Unit, before: Unit, { written }: Around): boolean {
  if (entry?.is !== "concept" || words.length > 1 || before.entry !== null) return false;
  return senses[entry.concept]!.school === undefined && /^\p{Lu}\p{Ll}/u.test(written(words));
}

/** Returns whether a unit is a word that describes, and says nothing of a kind or a state: « local technique ». */
function describes({ entry }: Unit): boolean {
  if (entry?.is !== "concept") return false;
  const sense = senses[entry.concept]!;
  return sense.column === "remark" && Object.keys(sense).every((said) => said === "words" || said === "column");
}

/** Returns whether a unit may be a word of a name: one that nobody knows, or, after « du », « des », any that names a place. */
function mayBeNamed(unit: Unit, kind: NameKind, isAfterArticle: boolean, words: number): boolean {
  const { entry } = unit;
  if (entry === null) return true;
  if (entry.is === "known" || entry.is === "qualifier") return false;
  if (kind === "zone") return isNeutral(unit) && !isNeutral(unit, "connectives");
  if (kind === "product" || kind === "code") return false;
  if (kind === "room")
    return (
      (words === 0 && describes(unit)) ||
      isConcept(unit, "level", "staff", "classroom", "room") ||
      (isNeutral(unit) && (isAfterArticle || words > 0))
    );
  // « École de la Réserve », « École Les Quatre Vents »; « école de la commune » is any.
  if (!isAfterArticle)
    return words > 0 ? isNeutral(unit, "numbers", "places") : isConcept(unit, "fresh", "former", "whole");
  if (words === 0 && (isNeutral(unit, "administration", "calendar") || isConcept(unit, "commune", "town", "school")))
    return false;
  return true;
}
