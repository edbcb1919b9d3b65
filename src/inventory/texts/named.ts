import { paperNumberWord } from "./cut-text";
import { articles } from "./lexicon";
import type { NameKind } from "./name-words";
import { senses } from "./senses";
import type { Name } from "./types";
import { type Stretch, type Unit, isConcept, isNeutral } from "./units";

/** The result of taking names out of a stretch: the names, and the units left. */
interface Taken {
  readonly names: Name[];
  readonly left: Unit[];
  /** The indices of the pieces of text inside an edition, a person or an address, whose dates are ignored. */
  readonly aside: number[];
}

/** The surroundings of a stretch. */
export interface Around {
  /** Whether it follows other words or is in brackets: an edition, which heads nothing, may be there. */
  readonly isAfter: boolean;
  /** Whether the text is a letterhead, a title or a remark, which may have editions and initials. */
  readonly isFree: boolean;
  readonly isNoun: (word: string) => boolean;
  /** Returns these words as the text writes them. */
  readonly written: (words: readonly string[]) => string;
}

/** The most words in the name of a person or of a service. */
const longestName = 5;

const isArticle = ({ bases }: Unit): boolean => bases.length === 1 && articles.has(bases[0]!);
const isJoining = (unit: Unit): boolean =>
  isArticle(unit) || ["a", "au", "aux", "et", "en", "sur", "sous"].includes(unit.bases[0]!);

const swallowing: ReadonlySet<NameKind> = new Set(["edition", "person", "address"]);

/** Takes out of a stretch the names that a word introduces. */
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

/** Returns the index after the name that a unit introduces; its own index when it introduces none after all. */
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
      // « Salle » or « École » alone is not a name.
      return end === from && kind !== "product" && kind !== "code" ? at : end;
    }
  }
}

/** Returns the index after the kind of a school: « École élémentaire publique Jean Macé ». */
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

/** References and instructions to the reader: notes in brackets or after a cut, otherwise part of the heading. */
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

/** Returns whether an edition may follow the words of a heading. */
const mayFollow = ({ bases }: Unit, isFirst: boolean): boolean => isFirst || !pointers.has(bases.join(" "));

/** Returns the kind of name that a unit introduces; null when it introduces none. */
function introducedBy(unit: Unit, units: readonly Unit[], at: number, hasNoun: boolean): NameKind | null {
  const { entry, bases, words } = unit;
  if (bases[0] === paperNumberWord) return "code";
  if (isPostcode(unit) && units[at + 1]?.sign === "") return "address";
  if (beginsStreet(unit, units, at)) return "address";
  // « Serveur standard / école nouveaux » is one for each school.
  if (isConcept(unit, "school")) return words.at(-1) === "ecoles" || (hasNoun && unit.sign === "/") ? null : "school";
  if (isConcept(unit, "establishment", "site")) return "school";
  // « Maternelle du Stock » is a school; « élèves de maternelle » is not.
  const isKind =
    isConcept(unit, "primary") || (isConcept(unit, "level") && /^(?:maternelle|elementaire)$/.test(bases[0]!));
  if (isKind && units[at + 1] !== undefined && isArticle(units[at + 1]!)) return "school";
  if (entry?.is !== "names") return null;
  const next = units[at + 1];
  const before = units[at - 1];
  switch (entry.kind) {
    case "person":
      // « M » and « M/I » are natures.
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

/**
 * Returns whether a street begins at a unit: « bis avenue des Lilas », or « place des Lilas » when a postcode follows.
 */
function beginsStreet({ words, bases }: Unit, units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  if (/^(?:bis|ter|quater)$/.test(words[0]!)) return next?.entry?.is === "names" && next.entry.kind === "address";
  return /^(?:place|cours|passage|esplanade)$/.test(bases[0]!) && units.slice(at + 1).some(isPostcode);
}

/** Returns the index of the next unit preceded by a comma or a slash, within a number of units. */
function nextSign(units: readonly Unit[], from: number, atMost: number): number {
  let end = from;
  while (end < units.length && end - from < atMost && units[end]!.sign === "") end += 1;
  return end;
}

/** Concepts at which the name of a service ends. */
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

/** Returns the index after the name that begins at an index; the same index when there is no name. */
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

/**
 * Returns whether a word with a meaning is a surname after a first name: « École Louis Montant », but not « École
 * Pergaud fermée ».
 */
function maySurname({ entry, words }: Unit, before: Unit, { written }: Around): boolean {
  if (entry?.is !== "concept" || words.length > 1 || before.entry !== null) return false;
  return senses[entry.concept]!.school === undefined && /^\p{Lu}\p{Ll}/u.test(written(words));
}

/** Returns whether a unit is purely descriptive, without a kind or a state: « local technique ». */
function describes({ entry }: Unit): boolean {
  if (entry?.is !== "concept") return false;
  const sense = senses[entry.concept]!;
  return sense.column === "remark" && Object.keys(sense).every((key) => key === "words" || key === "column");
}

/**
 * Returns whether a unit may belong to a name: an unknown word, or after « du » or « des », any word that may name a
 * place.
 */
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
  // « École de la Réserve », « École Les Quatre Vents » are names; « école de la commune » is not.
  if (!isAfterArticle)
    return words > 0 ? isNeutral(unit, "numbers", "places") : isConcept(unit, "fresh", "former", "whole");
  if (words === 0 && (isNeutral(unit, "administration", "calendar") || isConcept(unit, "commune", "town", "school")))
    return false;
  return true;
}
