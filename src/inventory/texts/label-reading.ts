import { fold, memoByText } from "../../cells";
import type { Label, Nature, Period } from "../../tariff";
import { type Structural, placeRole } from "./heading-role";
import { type TextReader, commonReader } from "./read-text";
import { type Concept, type Sense, besideItem, conceptSet, senses } from "./senses";
import { type ConceptMeaning, type TextReading, conceptsIn } from "./types";

/** What a label or a heading names, and what it says of it. */
export interface LabelReading {
  readonly label: Label;
  readonly nature: Nature | "both" | null;
  readonly years: readonly number[];
  /** Full dates named, as 20141101. */
  readonly days: readonly number[];
  readonly period: Period | null;
  /** Not in service (« sortis », « prévus »), or perhaps not: « Stock » whatever it heads, « Prêts » beside an equipment. */
  readonly standing: "out" | "asked" | "doubtful" | null;
  /** Its nature is told by the day of the count alone. */
  readonly onSnapshot: boolean;
  /** « depuis … »: all that was installed from a date on; its year is the campaign in which it begins. */
  readonly since: boolean;
  /** « dont … »: a part of the column before it. */
  readonly subset: boolean;
  /** The equipment that it names, whatever it says of it: « Postes réformés » names workstations. */
  readonly item: Label;
  /** Every word is understood. */
  readonly isRead: boolean;
  /** True where every word is understood, and of what is counted; a title or a sentence is not. */
  readonly complete: boolean;
  /** It names a prestation as the grid does, and says no more than how many, or of which nature. */
  readonly isOwn: boolean;
  /** It heads sites, or members, as the convention alone calls them; null elsewhere. */
  readonly heads: Structural | null;
  /** It names an equipment in words that are not all understood, or not alone: it may be ours. */
  readonly mentions: boolean;
}

export type ReadLabel = (text: string) => LabelReading;

const none: Label = { kind: "none" };
const total: Label = { kind: "ambiguous", words: "total", candidates: [] };

/** What may stand beside a nature, or a year, without making something else of it. */
const bare = conceptSet("count unit total date time thing kindOf campaign school numbering every");
/** What may stand beside a prestation without saying more of it than how many there are. */
const counting = conceptSet("count unit total every");
/** Neutral words of titles and of places: with one of them a text is more than a nature. */
const ofTitles = new Set(["documents", "places", "people"]);

const senseOf = (concept: Concept): Sense => senses[concept]!;
const isNature = ({ concept }: ConceptMeaning): boolean => senseOf(concept).nature !== undefined;
const isStanding = ({ concept }: ConceptMeaning): boolean => senseOf(concept).standing !== undefined;

/** Returns what a text read as a heading or as a label counts. */
export function labelReading(reading: TextReading): LabelReading {
  const { meanings, unread, names, neutral, years, days, period, since } = reading;
  const qualifiers = meanings.flatMap((meaning) => (meaning.is === "qualifier" ? [meaning] : []));
  const parts = qualifiers.filter(({ how }) => how === "part-of");
  const said = [...meanings, ...parts.flatMap(({ of }) => of)];
  const concepts = conceptsIn(said);
  const items = said.flatMap((meaning) => (meaning.is === "item" ? [meaning] : []));
  const isStray = concepts.some(isM) && !isAlone(reading, items.length > 0);
  const isRead = unread.length === 0 && !isStray && qualifiers.every(({ isWhole }) => isWhole);
  const item = items[0]?.label ?? none;
  const isOfPupils = items[0]?.of === "pupils";
  // « Rappel 2013 » says the year that it is of.
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
  const told: LabelReading = {
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
  // « HS depuis 2012 », « en service depuis 2012 », pupils since a date are no installations.
  const isInstalled =
    since !== undefined &&
    !isOfPupils &&
    standing === null &&
    (told.onSnapshot || nature === null || nature === "installation");
  if (!isInstalled) return told;
  return {
    ...told,
    nature: "installation",
    years: since === null ? [] : [since],
    days: [],
    period: null,
    onSnapshot: false,
    since: true,
  };
}

function standingOf(concepts: readonly ConceptMeaning[]): LabelReading["standing"] {
  const said = concepts.map(({ concept }) => senseOf(concept).standing);
  if (said.includes("out")) return "out";
  if (concepts.some(({ concept }) => concept === "stock")) return "asked";
  return said.includes("asked") ? "doubtful" : null;
}

const isM = ({ base }: ConceptMeaning): boolean => base === "m";

/** Other initials than « d’ », « l’ », « à », « n’ »… */
const initial = /(?<![a-z0-9])[be-ko-rt-xz](?![a-z0-9])/;

/** Returns whether « M » is no part of « I + M », « p. m. », « M* », which nobody reads: no other initial stands there, nor a sign. */
function isAlone({ text }: TextReading, isOfItem: boolean): boolean {
  const folded = fold(text);
  return !initial.test(folded) && (isOfItem || !/[^a-z0-9\s.()/:'’-]|(?<!\d)\d{1,3}(?!\d)/.test(folded));
}

/** « M », « I », alone. */
const isInitial = ({ text }: TextReading): boolean => /^\s*[MI]\s*\.?\s*$/i.test(text);

function natureOf(reading: TextReading, concepts: readonly ConceptMeaning[]): LabelReading["nature"] {
  if (isInitial(reading)) return /m/i.test(reading.text) ? "maintenance" : "installation";
  const natures = new Set(concepts.flatMap(({ concept }) => senseOf(concept).nature ?? []));
  if (natures.size > 1) return "both";
  const [told] = natures;
  if (told !== undefined) return told;
  return reading.countDay === null ? null : reading.countDay === "period" ? "installation" : "maintenance";
}

/** Makes the reader of the labels and the headings of one inventory. */
export function createLabelReader(texts: TextReader): ReadLabel {
  return memoByText((text) => {
    const reading = labelReading(texts.read(text, "label"));
    return texts.mayPlace(text) ? { ...reading, heads: placeRole(text, texts) } : reading;
  });
}

/** Returns whether a text says a nature and nothing else. */
export function saysOnlyNature({ label, nature, complete }: LabelReading): boolean {
  return label.kind === "none" && complete && nature !== null;
}

/** Returns the part of a headcount that a bare heading names (« Maternelle », « CP »), where the table is known to be one of pupils. */
export function pupilPart(text: string): string | null {
  const levels = pupilParts(text);
  return levels.length === 1 ? levels[0]! : null;
}

/** Returns the parts of a headcount that a bare heading names together, « CP-CE1 »; none where it says anything else. */
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
