import { fold, memoByText } from "../../cells";
import { isLegend } from "./colours";
import { type Campaign, type DayOfCount, type Period, campaignOfYears } from "../../tariff";
import { type CountedCampaign, type FlowCampaign, dayNumber, flowCampaign, installedSpan } from "./installed-span";
import { type TextReader, commonReader, forDayOfCount } from "./read-text";
import { type TitleKind, conceptSet, senses } from "./senses";
import type { ConceptMeaning, TextReading } from "./types";

/** The kind of a table, with the words that give it, as written. */
export interface KindNamed {
  readonly kind: Exclude<TitleKind, "asked">;
  readonly words: string;
  /** Whether another meaning is possible: « Stock au 01/11/2014 », « Écoles fermées » may be in service. */
  readonly unsure: boolean;
}

/** In characters; a longer text is a sentence, not the title of a table. */
const longestTitle = 90;

/** Beginnings of notes to those who fill in the table. */
const note =
  /^[*(]|^(nb|n b|nota|notes?|remarques?|attention|merci|saisir|indiquer|renseigner|remplir|completer|legende|mode d emploi|consignes?|voir|source)\b|\.\s*$/;

/**
 * Returns whether a text is a sentence, or a note to those who fill in the table: neither is the title of what is below
 * it.
 */
export function isNote(text: string): boolean {
  const folded = fold(text);
  return folded.length > longestTitle || note.test(folded) || isLegend(text);
}

/**
 * Returns the kind that a title gives its table; null when it gives none, or several: « Parc et installations ».
 * (decisions §4)
 */
export function titleKind(text: string, count?: DayOfCount): KindNamed | null {
  return kindsOf(count)(text);
}

const kindsOf = forDayOfCount((texts) => memoByText((text) => readKind(text, texts)));

function readKind(text: string, texts: TextReader): KindNamed | null {
  if (isNote(text)) return null;
  const { meanings, concepts, names, since, countDay, years } = texts.read(text, "title");
  // A title with a qualifier is about a part of the table, or about what is absent.
  if (meanings.some(({ is }) => is === "qualifier")) return null;
  // « École du Bourg (fermée) » concerns a school, whose rows tell the rest.
  const isOfSchool = names.some((name) => name.kind === "school") || /\becole\b/.test(fold(text));
  const kinds = new Set(concepts.flatMap((meaning) => kindOf(meaning, isOfSchool) ?? []));
  if (since !== undefined) kinds.add("installations");
  const order = ["inventory", "not-in-service", "model", "installations", "asked"] as const;
  const [kind, other] = order.filter((each) => kinds.has(each));
  if (kind === undefined) return null;
  // « Postes neufs en stock » are not in service, though new.
  if (
    other !== undefined &&
    (kind === "inventory" ? other !== "asked" : other !== "installations" && other !== "asked")
  )
    return null;
  const isAsked = kinds.has("asked");
  const isStock = concepts.some(({ concept }) => concept === "stock");
  const unsure = isAsked || (isStock && years.length > 0 && countDay !== null);
  return { kind: isAsked ? "not-in-service" : (kind as KindNamed["kind"]), words: text.trim(), unsure };
}

function kindOf({ concept }: ConceptMeaning, isOfSchool: boolean): TitleKind | null {
  const { kind, school } = senses[concept]!;
  return kind === undefined || (isOfSchool && kind === "asked" && school !== undefined) ? null : kind;
}

/** Returns whether a title of headcounts excludes them from billing: forecasts, requests, pupils who left. */
export function saysNoHeadcount(text: string): boolean {
  const { concepts } = commonReader.read(text, "title");
  return concepts.some(({ concept, base }) => noHeadcounts.has(concept) || /^sortie?$/.test(base));
}

const noHeadcounts = conceptSet("forecast wished ordered gone ended");

const readersOf = forDayOfCount((texts) => texts);

function readTitle(text: string, count: DayOfCount | undefined): TextReading {
  return readersOf(count).read(text, "title");
}

/**
 * Returns whether a title is about something not counted for the campaign of its sheet: a forecast, a stock, a model,
 * « Rappel 2013 ».
 */
export function isOfOther(text: string): boolean {
  const kind = titleKind(text)?.kind;
  const isReminder = commonReader.read(text, "title").concepts.some(({ concept }) => concept === "reminder");
  return isReminder || kind === "not-in-service" || kind === "model";
}

/** Returns whether a text mentions a school year. */
export const saysSchoolYear = (text: string): boolean => /\b(scolaires?|rentrees?)\b/.test(fold(text));

/**
 * Returns the campaign that a text names: N for N−1/N, and for headcounts the campaign of the school year N/N+1; null
 * when it names none. (decisions §4)
 */
export function titleYear(text: string, headcounts: boolean, { year, snapshot }: CountedCampaign): number | null {
  const reading = readTitle(text, snapshot);
  const { years, days, concepts, countDay } = reading;
  if (concepts.some(({ concept, base }) => base === "tarif" || concept === "update")) return null;
  const since = headcounts ? null : titleSince(text, snapshot);
  if (since !== null) return since;
  if (years.length === 0) return null;
  // A single day is the date of the document, unless it is the day of count: « au 01/11/2014 » is a situation.
  if (days.length === 1 && years.length === 1 && countDay === null && isOnlyDated(reading)) return null;
  const [first, second] = [years[0]!, years.at(-1)!];
  if (days.length > 1) return second;
  if (snapshot !== undefined && countsAfter(text, { year, snapshot })) return year + 1;
  if (years.length === 2 && second === first + 1)
    return campaignOfYears(years, headcounts || saysSchoolYear(text), snapshot);
  return years.includes(year) ? year : Math.max(...years);
}

/** A day on which a title says that things were counted: « au 31 décembre 2014 », « arrêté le 15/12/2014 ». */
const countedOn = /\b(?:au|arretee?s? le) (?:\d|premier)/;

/** Returns whether a title is a situation after the day of count of the campaign, in the same year. (decisions §4) */
export function countsAfter(text: string, { year, snapshot }: Pick<Campaign, "year" | "snapshot">): boolean {
  const { days, years } = readTitle(text, snapshot);
  if (years.length !== 1 || years[0] !== year || days.length !== 1) return false;
  return days[0]! > dayNumber({ year, month: snapshot.month, day: snapshot.day }) && countedOn.test(fold(text));
}

/** The campaign of the installations that a title announces. */
interface TitleFlow {
  readonly of: FlowCampaign;
  /** The period of the installations; null when it is open, « depuis … ». */
  readonly span: Period | null;
  readonly isWholeYear: boolean;
}

/**
 * Returns the campaign of the installations that a title announces, from its dates; null when it has none. (decisions
 * §4)
 */
export function titleFlow(text: string, campaign: Campaign): TitleFlow | null {
  const year = titleYear(text, false, campaign);
  const since = titleSince(text, campaign.snapshot) !== null;
  const { period } = readTitle(text, campaign.snapshot);
  if (year === null) return null;
  const dated = { years: [year], period: since ? null : period, since };
  const of = flowCampaign(dated, campaign);
  return of === null
    ? null
    : { of, span: since ? null : installedSpan(dated, campaign.snapshot), isWholeYear: !since && period === null };
}

function isOnlyDated({ meanings, neutral, period }: TextReading): boolean {
  const isNothing = meanings.every((meaning) => meaning.is === "concept" && meaning.concept === "date");
  return (
    period === null && isNothing && [...neutral].every((group) => group === "connectives" || group === "documents")
  );
}

/** Returns the campaign in which the « depuis » of a title of installations begins; null when there is none. */
function titleSince(text: string, count: DayOfCount | undefined): number | null {
  const { since, concepts } = readTitle(text, count);
  if (since === undefined) return null;
  return concepts.some(({ concept }) => senses[concept]!.nature === "maintenance") ? null : since;
}
