import { pupilNouns, type ItemNamer, type Label } from "../../tariff";
import type { NameKind } from "./name-words";
import { type Concept, senses } from "./senses";
import type { Meaning, Name } from "./types";
import { type Unit, isCode, isConcept, isFigure, isNeutral } from "./units";

/** The meanings and names of some words, and the words not understood. */
export interface Understood {
  readonly meanings: readonly Meaning[];
  readonly names: readonly Name[];
  readonly unread: readonly string[];
  readonly figures: readonly string[];
}

/** The surroundings of some words. */
export interface Place {
  /** Whether the text names equipment or a product: a code beside it is that of a model. */
  readonly hasItem: boolean;
  /** Whether the text names a product: a number beside it is that of a model. */
  readonly hasProduct: boolean;
  /** Whether it is a free text, which may have editions and initials. */
  readonly isFree: boolean;
  /** Whether it has a year: « Rentrée 2014 » is then a headcount. */
  readonly isDated: boolean;
  /** Returns these words as the text writes them. */
  readonly written: (words: readonly string[]) => string;
}

/** The concepts of words that may introduce a name, when no name follows. */
const alone: Readonly<Partial<Record<string, Concept>>> = {
  room: "room",
  zone: "description",
  product: "description",
  address: "contact",
  service: "description",
};

/** Returns the meanings of words outside any qualifier. */
export function understand(units: readonly Unit[], namer: ItemNamer, place: Place): Understood {
  const item = itemIn(units, namer, place.isDated);
  const meanings: Meaning[] = [];
  const names: Name[] = [];
  const unread: string[] = [];
  const figures: string[] = [];
  units.forEach((unit, at) => {
    if (item?.units.has(unit) === true) {
      if (unit === item.first) meanings.push(item.meaning);
      return;
    }
    const { entry, bases, words } = unit;
    if (entry?.is === "concept") {
      if (!isOfOthers(unit, units[at + 1])) meanings.push(conceptOf(entry.concept, unit));
    } else if (entry?.is === "names") {
      const concept = bases[0] === "direction" ? "staff" : alone[entry.kind];
      if (concept !== undefined) meanings.push(conceptOf(concept, unit));
      else if (bases[0] === "m") meanings.push(conceptOf("maintenance", unit));
      else unread.push(place.written(words));
    } else if (entry?.is === "known") names.push({ kind: entry.kind, words });
    else if (isNeutral(unit, "numbers") || isFigure(unit)) {
      // « 12 postes », « deux serveurs » are quantities.
      if (!place.isFree && isQuantity(unit, units[at + 1], namer)) unread.push(place.written(words));
      else figures.push(...words);
    } else if (entry === null) {
      const kind = provenName(unit, units[at - 1], place);
      if (kind === null) unread.push(place.written(words));
      else names.push({ kind, words });
    }
  });
  return { meanings, names, unread, figures };
}

/** The largest figure that may number a thing: « Serveur 2 ». */
const largestNumber = 4;

/** Returns whether a figure, or a number in words, counts what follows, or is too large to number what precedes. */
function isQuantity({ entry, words }: Unit, next: Unit | undefined, namer: ItemNamer): boolean {
  if (words[0] === "1") return false;
  if (next !== undefined && next.sign === "" && isItem(next, namer)) return true;
  return entry === null && Number(words[0]) > largestNumber && words[0] !== "11";
}

/** Returns whether a unit names equipment or pupils. */
export function isItem({ entry, bases }: Unit, namer: ItemNamer): boolean {
  return entry?.is === "item" || namer.isNoun(bases[0]!) || pupilNouns.has(bases[0]!);
}

const conceptOf = (concept: Concept, { words, bases }: Unit): Meaning => ({
  is: "concept",
  concept,
  words,
  base: bases.join(" "),
});

/** Returns whether an adjective qualifies something that is not counted: « Nouvelle charte », « ancien directeur ». */
function isOfOthers(unit: Unit, next: Unit | undefined): boolean {
  if (!isConcept(unit, "fresh", "former") || next === undefined || next.sign !== "") return false;
  return isNeutral(next, "documents", "people") || isConcept(next, "staff", "commune");
}

/**
 * Returns the kind of name that an unknown word is, according to its neighbours; null when nothing proves that it is a
 * name.
 */
function provenName(
  unit: Unit,
  before: Unit | undefined,
  { hasItem, hasProduct, isFree, isDated, written }: Place,
): NameKind | null {
  if (/^\d{3,}$/.test(unit.words[0]!)) return hasProduct ? "code" : null;
  // « Mise à jour 03/11/14 CL », « relevé par JP ».
  if (isFree && (isDated || before?.bases[0] === "par") && /^\p{Lu}{2,3}$/u.test(written(unit.words))) return "person";
  if (isCode(unit)) return hasItem ? "code" : /^v\d/.test(unit.words[0]!) ? "edition" : null;
  return hasItem && /\p{Ll}\p{Lu}/u.test(written(unit.words)) ? "product" : null;
}

/** Returns whether a word states a nature: « Pièces posées » are installed. */
function saysNature({ entry }: Unit): boolean {
  return entry?.is === "concept" && senses[entry.concept]!.nature !== undefined;
}

interface FoundItem {
  readonly meaning: Extract<Meaning, { is: "item" }>;
  readonly first: Unit;
  readonly units: ReadonlySet<Unit>;
}

/** Returns the equipment or the pupils that words name, with all the units that name it; null when there is none. */
function itemIn(units: readonly Unit[], namer: ItemNamer, isDated: boolean): FoundItem | null {
  const single = units.filter((unit) => unit.bases.length === 1 && !isConcept(unit, "count"));
  const baseOf = ({ bases }: Unit): string => bases[0]!;
  const isCounted = units.some((unit) => isConcept(unit, "count"));
  const found = (
    label: Label,
    own: readonly Unit[],
    { of = "equipment", isOwn = false }: Partial<Pick<FoundItem["meaning"], "of" | "isOwn">> = {},
  ): FoundItem => ({
    meaning: { is: "item", of, label, isOwn, words: own.flatMap(({ words }) => words) },
    first: own[0]!,
    units: new Set(own),
  });
  const isPupil = (unit: Unit): boolean => pupilNouns.has(baseOf(unit));
  const inOwnWords = (): FoundItem | null => {
    const wording = namer.wordingIn(single.map(baseOf));
    const own = single.filter((unit) => wording?.words.includes(baseOf(unit)) === true);
    return wording === null ? null : found(namer.wording(wording), own, { isOwn: true });
  };
  const called = units.flatMap((unit) => (unit.entry?.is === "item" ? [{ unit, codes: unit.entry.codes }] : []));
  if (called.length > 0) {
    const others = single.filter(
      (unit) =>
        unit.entry?.is !== "item" &&
        (namer.isNoun(baseOf(unit)) || (isPupil(unit) && !namer.announcesCount(baseOf(unit)))),
    );
    const own = [...called.map(({ unit }) => unit), ...single.filter((unit) => namer.announcesCount(baseOf(unit)))];
    const label = namer.called(
      [...new Set(called.flatMap(({ codes }) => codes))],
      called.flatMap(({ unit }) => unit.bases),
    );
    return others.length > 0 ? found({ kind: "none" }, [...own, ...others]) : found(label, own, { isOwn: true });
  }
  const nouns = single.map(baseOf).filter((base) => namer.isNoun(base));
  if (nouns.length > 0) {
    const isNoun = (unit: Unit | undefined): boolean => unit !== undefined && namer.isNoun(baseOf(unit));
    // « Autres postes », but not « postes reçus d’une autre école ».
    const isOfAnother = (unit: Unit): boolean => {
      const at = units.indexOf(unit);
      return baseOf(unit) === "autre" && !isNoun(units[at + 1]) && !isNoun(units[at - 1]);
    };
    const own = single.filter(
      (unit) => isNoun(unit) || (namer.qualifies(baseOf(unit), nouns) && !saysNature(unit) && !isOfAnother(unit)),
    );
    const label = namer.name(own.map(baseOf), isCounted);
    const isRatio = isPupil(own[0]!);
    if (label.kind === "prestation" && !isRatio) return found(label, own);
    return inOwnWords() ?? found(isRatio ? { kind: "none" } : label, own);
  }
  const worded = inOwnWords();
  if (worded !== null) return worded;
  const levels = single.filter((unit) => isConcept(unit, "level"));
  const pupils = single.filter((unit) => isPupil(unit) || (isDated && baseOf(unit) === "rentree"));
  if (pupils.length === 0) return null;
  const own = single.filter((unit) => pupils.includes(unit) || levels.includes(unit));
  const isWhole = units.some((unit) => isConcept(unit, "total"));
  // « Élèves et enseignants » is not a headcount.
  if (units.some((unit) => isConcept(unit, "staff", "head"))) return found({ kind: "none" }, own, { of: "pupils" });
  return found(namer.pupils(own.map(baseOf), [...new Set(levels.map(baseOf))], isWhole), own, { of: "pupils" });
}
