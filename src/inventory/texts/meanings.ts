import { pupilNouns, type ItemNamer, type Label } from "../../tariff";
import type { NameKind } from "./name-words";
import { type Concept, senses } from "./senses";
import type { Meaning, Name } from "./types";
import { type Unit, isCode, isConcept, isFigure, isNeutral } from "./units";

/** What some words say, name, and say that nobody understood. */
export interface Understood {
  readonly meanings: readonly Meaning[];
  readonly names: readonly Name[];
  readonly unread: readonly string[];
  readonly figures: readonly string[];
}

/** Where words stand. */
export interface Place {
  /** The text names an equipment, or a product: a code beside it is a model's. */
  readonly hasItem: boolean;
  /** It names a product: a number beside it is a model's. */
  readonly hasProduct: boolean;
  /** It is a free text: editions and initials stand in it. */
  readonly isFree: boolean;
  /** It names a year: « Rentrée 2014 » is a headcount. */
  readonly isDated: boolean;
  /** Returns words as they are written. */
  readonly written: (words: readonly string[]) => string;
}

/** What a word that introduces a name is where it introduces none. */
const alone: Readonly<Partial<Record<string, Concept>>> = {
  room: "room",
  zone: "description",
  product: "description",
  address: "contact",
  service: "description",
};

/** Understands words that no qualifier is said of. */
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

/** The largest figure that numbers something: « Serveur 2 ». */
const largestNumber = 4;

/** Returns whether a figure, or a number in words, counts what follows it, or is too large to number what it follows. */
function isQuantity({ entry, words }: Unit, next: Unit | undefined, namer: ItemNamer): boolean {
  if (words[0] === "1") return false;
  if (next !== undefined && next.sign === "" && isItem(next, namer)) return true;
  return entry === null && Number(words[0]) > largestNumber && words[0] !== "11";
}

/** Returns whether a unit names an equipment, or pupils. */
export function isItem({ entry, bases }: Unit, namer: ItemNamer): boolean {
  return entry?.is === "item" || namer.isNoun(bases[0]!) || pupilNouns.has(bases[0]!);
}

const conceptOf = (concept: Concept, { words, bases }: Unit): Meaning => ({
  is: "concept",
  concept,
  words,
  base: bases.join(" "),
});

/** « Nouvelle charte », « ancien directeur » say nothing of what is counted. */
function isOfOthers(unit: Unit, next: Unit | undefined): boolean {
  if (!isConcept(unit, "fresh", "former") || next === undefined || next.sign !== "") return false;
  return isNeutral(next, "documents", "people") || isConcept(next, "staff", "commune");
}

/** Returns what an unknown word proves to be the name of, by where it stands; null where it may be any word. */
function provenName(
  unit: Unit,
  before: Unit | undefined,
  { hasItem, hasProduct, isFree, isDated, written }: Place,
): NameKind | null {
  if (/^\d{3,}$/.test(unit.words[0]!)) return hasProduct ? "code" : null;
  // « Mise à jour 03/11/14 CL », « relevé par JP »
  if (isFree && (isDated || before?.bases[0] === "par") && /^\p{Lu}{2,3}$/u.test(written(unit.words))) return "person";
  if (isCode(unit)) return hasItem ? "code" : /^v\d/.test(unit.words[0]!) ? "edition" : null;
  return hasItem && /\p{Ll}\p{Lu}/u.test(written(unit.words)) ? "product" : null;
}

/** « Pièces posées » are installed. */
function saysNature({ entry }: Unit): boolean {
  return entry?.is === "concept" && senses[entry.concept]!.nature !== undefined;
}

interface FoundItem {
  readonly meaning: Extract<Meaning, { is: "item" }>;
  readonly first: Unit;
  readonly units: ReadonlySet<Unit>;
}

/** Finds the equipment or the pupils that words name, with all the words that say it; null where they name none. */
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
        (namer.isNoun(baseOf(unit)) || (isPupil(unit) && !namer.saysHowMany(baseOf(unit)))),
    );
    const own = [...called.map(({ unit }) => unit), ...single.filter((unit) => namer.saysHowMany(baseOf(unit)))];
    const label = namer.called(
      [...new Set(called.flatMap(({ codes }) => codes))],
      called.flatMap(({ unit }) => unit.bases),
    );
    return others.length > 0 ? found({ kind: "none" }, [...own, ...others]) : found(label, own, { isOwn: true });
  }
  const nouns = single.map(baseOf).filter((base) => namer.isNoun(base));
  if (nouns.length > 0) {
    const isNoun = (unit: Unit | undefined): boolean => unit !== undefined && namer.isNoun(baseOf(unit));
    // « Autres postes », and not « postes reçus d’une autre école ».
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
  // « Élèves et enseignants » are no headcount.
  if (units.some((unit) => isConcept(unit, "staff", "head"))) return found({ kind: "none" }, own, { of: "pupils" });
  return found(namer.pupils(own.map(baseOf), [...new Set(levels.map(baseOf))], isWhole), own, { of: "pupils" });
}
