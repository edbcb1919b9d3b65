import { fold, memoByText } from "../../cells";
import type { Label, Nature, Period } from "../../tariff";
import { type Structural, placeRole } from "./heading-role";
import { type TextReader, commonReader } from "./read-text";
import { type Concept, type Sense, besideItem, conceptSet, senses } from "./senses";
import { type ConceptMeaning, type TextReading, conceptsIn } from "./types";

/** The meaning of a label or a heading. */
export interface LabelReading {
  readonly label: Label;
  readonly nature: Nature | "both" | null;
  readonly years: readonly number[];
  /** Full dates, as numbers: 20141101. */
  readonly days: readonly number[];
  readonly period: Period | null;
  /**
   * Out of service (`out`: « sortis », « prévus »), or perhaps: `asked` for « Stock » anywhere, `doubtful` for « Prêts
   * » beside equipment.
   */
  readonly standing: "out" | "asked" | "doubtful" | null;
  /** Whether its nature comes from the day of count alone. */
  readonly onSnapshot: boolean;
  /** Whether it reads « depuis … »: what was installed from a date on; its year is the campaign of this date. */
  readonly since: boolean;
  /** Whether it begins with « dont … »: a part of the column before it. */
  readonly subset: boolean;
  /** The equipment named, whatever its standing: « Postes réformés » names workstations. */
  readonly item: Label;
  /** Whether every word is understood. */
  readonly isRead: boolean;
  /** Whether every word is understood and about what is counted; false for a title or a sentence. */
  readonly complete: boolean;
  /** Whether it names a prestation in the grid's own words, with at most a quantity or a nature. */
  readonly isOwn: boolean;
  /** The role of a heading of sites or members in the convention's own nouns; otherwise null. */
  readonly heads: Structural | null;
  /** Whether it names equipment among other words, or words not all understood. */
  readonly mentions: boolean;
}

export type ReadLabel = (text: string) => LabelReading;

const none: Label = { kind: "none" };
const total: Label = { kind: "ambiguous", words: "total", candidates: [] };

/** Concepts allowed beside a nature or a year, which then remains the whole meaning. */
const bare = conceptSet("count unit total date time thing kindOf campaign school numbering every");
/** Concepts allowed beside a prestation named in the grid's own words. */
const counting = conceptSet("count unit total every");
/** Groups of neutral words of titles and places: a text with one of them is more than a nature. */
const ofTitles = new Set(["documents", "places", "people"]);

const senseOf = (concept: Concept): Sense => senses[concept]!;
const isNature = ({ concept }: ConceptMeaning): boolean => senseOf(concept).nature !== undefined;
const isStanding = ({ concept }: ConceptMeaning): boolean => senseOf(concept).standing !== undefined;

/** Returns the meaning of a text that was read as a heading or a label. */
export function labelReading(reading: TextReading): LabelReading {
  const { meanings, unread, names, neutral, years, days, period, since } = reading;
  const qualifiers = meanings.flatMap((meaning) => (meaning.is === "qualifier" ? [meaning] : []));
  const parts = qualifiers.filter(({ how }) => how === "part-of");
  const own = [...meanings, ...parts.flatMap(({ of }) => of)];
  const concepts = conceptsIn(own);
  const items = own.flatMap((meaning) => (meaning.is === "item" ? [meaning] : []));
  const isStray = concepts.some(isM) && !isAlone(reading, items.length > 0);
  const isRead = unread.length === 0 && !isStray && qualifiers.every(({ isWhole }) => isWhole);
  const item = items[0]?.label ?? none;
  const isOfPupils = items[0]?.of === "pupils";
  // « Rappel 2013 » only states its year.
  const isRecall = ({ concept }: ConceptMeaning): boolean => concept === "reminder" && years.length > 0;
  const others = concepts.filter((each) => !isNature(each) && !isStanding(each) && !isRecall(each));
  const standing = standingOf(concepts.filter((each) => !isRecall(each)));
  const isBeside = others.every(({ concept }) => besideItem.has(concept) || (isOfPupils && concept === "level"));
  const subset = parts.length > 0;
  const nature = natureOf(reading, isStray ? concepts.filter((each) => !isM(each)) : concepts);
  const isItem = items.length > 0;
  const isBare =
    others.every(({ concept }) => bare.has(concept)) &&
    names.every(({ kind }) => kind === "edition") &&
    ![...neutral].some((group) => ofTitles.has(group));
  const isTotal =
    !isItem &&
    isRead &&
    isBare &&
    !subset &&
    nature === null &&
    standing === null &&
    concepts.some(({ base }) => base === "total") &&
    names.length === 0;
  const isNamed = isItem && isRead && isBeside && standing === null && item.kind !== "none";
  const label = isNamed ? item : isTotal ? total : none;
  const read: LabelReading = {
    label,
    nature,
    years,
    days,
    period,
    standing,
    onSnapshot: nature !== null && !concepts.some(isNature) && !isInitial(reading),
    since: false,
    subset,
    item,
    isRead,
    complete: isItem ? isNamed || (isOfPupils && isRead && isBeside && standing === null) : isRead && isBare,
    isOwn:
      isNamed &&
      items.length === 1 &&
      items[0]!.isOwn &&
      names.length === 0 &&
      concepts.every((each) => isNature(each) || counting.has(each.concept)),
    heads: null,
    mentions: isItem && !isNamed && !isOfPupils,
  };
  // « HS depuis 2012 », « en service depuis 2012 » and pupils since a date are not installations.
  const isInstalled =
    since !== undefined &&
    !isOfPupils &&
    standing === null &&
    (read.onSnapshot || nature === null || nature === "installation");
  if (!isInstalled) return read;
  return {
    ...read,
    nature: "installation",
    years: since === null ? [] : [since],
    days: [],
    period: null,
    onSnapshot: false,
    since: true,
  };
}

function standingOf(concepts: readonly ConceptMeaning[]): LabelReading["standing"] {
  const standings = concepts.map(({ concept }) => senseOf(concept).standing);
  if (standings.includes("out")) return "out";
  if (concepts.some(({ concept }) => concept === "stock")) return "asked";
  return standings.includes("asked") ? "doubtful" : null;
}

const isM = ({ base }: ConceptMeaning): boolean => base === "m";

/** An initial other than the elided « d’ », « l’ », « à », « n’ »… */
const initial = /(?<![a-z0-9])[be-ko-rt-xz](?![a-z0-9])/;

/**
 * Returns whether an « M » may mean maintenance: it has no other initial nor sign beside it, as « p. m. » or « M* »
 * have.
 */
function isAlone({ text }: TextReading, isOfItem: boolean): boolean {
  const folded = fold(text);
  return !initial.test(folded) && (isOfItem || !/[^a-z0-9\s.()/:'’-]|(?<!\d)\d{1,3}(?!\d)/.test(folded));
}

/** Returns whether a text is « M » or « I » alone. */
const isInitial = ({ text }: TextReading): boolean => /^\s*[MI]\s*\.?\s*$/i.test(text);

function natureOf(reading: TextReading, concepts: readonly ConceptMeaning[]): LabelReading["nature"] {
  if (isInitial(reading)) return /m/i.test(reading.text) ? "maintenance" : "installation";
  const natures = new Set(concepts.flatMap(({ concept }) => senseOf(concept).nature ?? []));
  if (natures.size > 1) return "both";
  const [nature] = natures;
  if (nature !== undefined) return nature;
  return reading.countDay === null ? null : reading.countDay === "period" ? "installation" : "maintenance";
}

/** Returns the reader of the labels and headings of one inventory. */
export function createLabelReader(texts: TextReader): ReadLabel {
  return memoByText((text) => {
    const reading = labelReading(texts.read(text, "label"));
    return texts.mayPlace(text) ? { ...reading, heads: placeRole(text, texts) } : reading;
  });
}

/** Returns whether a text is a nature and nothing else. */
export function saysOnlyNature({ label, nature, complete }: LabelReading): boolean {
  return label.kind === "none" && complete && nature !== null;
}

/**
 * Returns the part of a headcount that a heading names (« Maternelle », « CP »), in a table known to count pupils; null
 * when it does not name exactly one.
 */
export function pupilPart(text: string): string | null {
  const levels = pupilParts(text);
  return levels.length === 1 ? levels[0]! : null;
}

/**
 * Returns the parts of a headcount that a heading names together, such as « CP-CE1 »; none when it has any other
 * meaning.
 */
export function pupilParts(text: string): readonly string[] {
  const { meanings, names, unread } = commonReader.read(text, "label");
  if (unread.length > 0 || names.length > 0) return [];
  const levels: string[] = [];
  for (const meaning of meanings) {
    if (meaning.is !== "concept" || !(meaning.concept === "level" || bare.has(meaning.concept))) return [];
    if (meaning.concept === "level") levels.push(meaning.base);
  }
  return levels;
}
