import { namesEquipment, namesPupils, headcount, type Nature } from "../../tariff";
import { plainColumn, type Column } from "../column";
import { type HeaderWord, headerWord } from "../texts/header-word";
import type { StructuralRole } from "../texts/heading-roles";
import type { ColumnTexts } from "./header-texts";
import { headingSays, speaksOfMoney } from "../texts/heading";
import { type LabelReading, type ReadLabel, pupilPart } from "../texts/label-reading";
import { conceptSet } from "../texts/senses";

/** Returns a column with the role of its header alone, before columns are compared with each other. */
export function readColumn({ column, texts, lowestRow }: ColumnTexts, readLabel: ReadLabel, pupils: boolean): Column {
  const words = texts.map((text) => headerWord(text, readLabel));
  const readings = words.map(({ reading }) => reading);
  const base: Column = {
    ...plainColumn(column, lowestRow, { kind: "other", why: null }),
    texts,
    header: texts.join(" › "),
    since: readings.some(({ since }) => since),
    days: readings.flatMap(({ days }) => days),
    period: readings.findLast(({ period }) => period !== null)?.period ?? null,
  };
  const leaf = words.at(-1);
  if (leaf === undefined) return base;
  const heading: Heading = {
    ...base,
    nature: natureFrom(readings),
    years: readings.flatMap(({ years }) => years),
    subset: readings.some(({ subset }) => subset),
    flag: leaf.flag,
  };
  const joined = words.length > 1 ? readLabel(words.map(({ text }) => text).join(" ")) : null;
  const above = readings.slice(0, -1).reverse();
  const isOfMachines = above.some(({ label }) => namesEquipment(label));
  const candidates = [isOfMachines ? joined : null, leaf.reading, joined, ...above].filter((each) => each !== null);
  const named =
    candidates.find(({ label }) => label.kind !== "none" && label.kind !== "ambiguous") ??
    candidates.find(({ label }) => label.kind === "ambiguous");
  const header: HeaderRead = { heading, words, readings, leaf, joined, isOfMachines, named, pupils };
  return rules.reduce<Column | null>((found, rule) => found ?? rule(header), null) ?? counted(header);
}

/** The header of a column while it is read. */
interface HeaderRead {
  readonly heading: Heading;
  /** From the top level down. */
  readonly words: readonly HeaderWord[];
  readonly readings: readonly LabelReading[];
  readonly leaf: HeaderWord;
  /** Its texts read as one, when there are several; otherwise null. */
  readonly joined: LabelReading | null;
  /** Whether an upper level names machines: « Postes › élèves » counts machines, not pupils. */
  readonly isOfMachines: boolean;
  /** The lowest reading that names one thing, otherwise one that may name several. */
  readonly named: LabelReading | undefined;
  /** Whether the titles mention pupils. */
  readonly pupils: boolean;
}

/** Returns the column of a header; null when the rule does not apply. */
type Rule = (header: HeaderRead) => Column | null;

/** Rules in order: a header that excludes something precedes one that counts it. */
const rules: readonly Rule[] = [excluded, structured, outOfService, partOfAnother, partOfPupils];

const isSure = (named: LabelReading | undefined): boolean => named !== undefined && named.label.kind !== "ambiguous";

function excluded({ heading, words, leaf, isOfMachines, joined }: HeaderRead): Column | null {
  const apart = apartIn(words, leaf, heading.texts, isOfMachines ? joined : null);
  // « Postes › N », beside « N-1 », is the campaign.
  if (apart === null || (leaf.text === "N" && joined?.complete === true)) return null;
  const why = apart.why ?? "money";
  // « Postes › Étage | Enseignants »: alone these would be remarks or people; here they tell whose machines are
  // counted.
  if (isOfMachines && apart === leaf && (why === "remark" || headingSays(leaf.text, (concept) => whose.has(concept))))
    return { ...heading, words: apart.text, role: { kind: "other", why: "unknown" } };
  return { ...heading, words: apart.text, role: { kind: why === "remark" ? "other" : "ignored", why } };
}

/** The users of machines, as headings under « Postes ». */
const whose = conceptSet("staff head classroom");

function structured({ heading, words, leaf, isOfMachines, named }: HeaderRead): Column | null {
  const known = structuralOf(words, leaf, isOfMachines && isSure(named));
  if (known === null || (known.role === "quantity" && isSure(named))) return null;
  return structural({ ...heading, rank: known.rank, words: known.text }, known.role, named ?? leaf.reading);
}

function outOfService({ heading, leaf, readings }: HeaderRead): Column | null {
  const column = { ...heading, words: leaf.text };
  const standing = readings.map((reading) => reading.standing);
  // « Postes en service | dont HS »: whether the first column includes them is unknown.
  if (readings.some(({ subset, standing: own }) => subset && own === "out"))
    return { ...column, role: { kind: "refused", why: "unclear" } };
  if (standing.includes("out")) return { ...column, role: { kind: "other", why: "out-of-service" } };
  return standing.includes("asked") ? { ...column, role: { kind: "refused", why: "ambiguous" } } : null;
}

/**
 * Returns the column of a heading « dont … », already counted in the column at its left; null for any other heading.
 */
function partOfAnother({ heading, leaf }: HeaderRead): Column | null {
  const column = { ...heading, words: leaf.text };
  const { subset, nature, label } = leaf.reading;
  // « Installés › Postes | dont portables » may be counted already, or be something else: the user is asked.
  if (subset && heading.nature === "installation" && nature === null && label.kind !== "none")
    return { ...column, role: { kind: "refused", why: "unclear" } };
  return heading.subset && heading.nature !== "installation"
    ? { ...column, role: { kind: "other", why: "part" } }
    : null;
}

function partOfPupils({ heading, leaf, readings, isOfMachines, pupils }: HeaderRead): Column | null {
  if (isOfMachines || !(pupils || readings.some(({ label }) => namesPupils(label)))) return null;
  const part = pupilPart(leaf.text);
  return part === null ? null : { ...heading, words: leaf.text, role: { kind: "part", part } };
}

function counted({ heading, leaf, named, joined, pupils }: HeaderRead): Column {
  if (named === undefined) return bare(heading, leaf.reading, pupils);
  // A heading with unknown words may count something else: « Postes › à voir », « Postes › + », « Postes › Ancien ».
  const isUnread = (!leaf.reading.complete && !leaf.recognised) || leaf.reading.standing !== null;
  if (isSign(leaf.text) || (named !== leaf.reading && named !== joined && isUnread))
    return { ...heading, role: { kind: "other", why: "unknown" } };
  return fromLabel(heading, named, pupils);
}

/** Returns whether a heading has no word: « + », « Δ ». */
const isSign = (text: string): boolean => !/[\p{Script=Latin}\p{N}]/u.test(text);

type Heading = Omit<Column, "role">;

/**
 * Returns the header text that makes its column uncounted: money at any level, or the lowest text; null when there is
 * none.
 */
function apartIn(
  words: readonly HeaderWord[],
  leaf: HeaderWord,
  texts: readonly string[],
  inGroup: LabelReading | null,
): HeaderWord | null {
  // « Postes › enseignants » are machines; the lower level gives their users.
  const mayBeKind = (leaf.why === "ratio" || leaf.why === "contact") && !isSign(leaf.text);
  const isKind = mayBeKind && inGroup?.label.kind === "prestation";
  if (leaf.role === "ignored" && !isKind) return leaf;
  if (leaf.role === "quantity") return null;
  const money = words.find((word, at) => word.why === "money" || speaksOfMoney(texts[at]!));
  if (money !== undefined) return money;
  return leaf.role === null && leaf.reading.label.kind === "none"
    ? (words.find(({ role, why }) => role === "ignored" && (why === "identifier" || why === "contact")) ?? null)
    : null;
}

/** A role given by a heading, other than that of an uncounted column. */
type GivenRole = Exclude<StructuralRole, "ignored">;

/** Roles kept whatever the text below: « N° » above « EN SERVICE ». */
const firm: ReadonlySet<HeaderWord["role"]> = new Set(["inventory-number", "serial-number", "school-code", "insee"]);

/**
 * Returns the lowest header text with a role of its own, unless the upper level names machines; null when there is
 * none.
 */
function structuralOf(
  words: readonly HeaderWord[],
  leaf: HeaderWord,
  ofMachines: boolean,
): (HeaderWord & { readonly role: GivenRole }) | null {
  const dates = leaf.role === "date-in" || leaf.role === "date-out" || leaf.role === "exit-unclear";
  const isFirm = (word: HeaderWord): word is HeaderWord & { readonly role: GivenRole } => firm.has(word.role);
  if (leaf.role === null) return leaf.reading.label.kind === "none" ? (words.find(isFirm) ?? null) : null;
  if (leaf.role === "ignored") return null;
  return !ofMachines || dates || isFirm(leaf) ? { ...leaf, role: leaf.role } : null;
}

function structural(heading: Heading, kind: GivenRole, reading: LabelReading): Column {
  const { label } = reading;
  switch (kind) {
    case "quantity":
      return { ...heading, role: { kind: "count", code: null } };
    case "exit-unclear":
      return { ...heading, role: { kind: "refused", why: "exit-date" } };
    case "date-in":
      if (label.kind !== "prestation" || label.code === headcount) break;
      return {
        ...heading,
        nature: "installation",
        years: [],
        role: { kind: "installed-on", code: label.code, unit: "day" },
      };
    // A column of states keeps its years: of two such columns, one is the campaign's.
    case "status":
      return { ...heading, nature: null, role: { kind } };
  }
  return { ...heading, nature: null, years: [], role: { kind } };
}

function fromLabel(heading: Heading, reading: LabelReading, pupilsContext: boolean): Column {
  const { label } = reading;
  switch (label.kind) {
    case "prestation":
      if (label.part !== null) return { ...heading, role: { kind: "part", part: label.part }, words: label.words };
      return {
        ...heading,
        role: { kind: "count", code: label.code },
        words: label.words,
        weak: label.weak,
        qualifiers: label.qualifiers,
      };
    case "untariffed":
      return { ...heading, role: { kind: "untariffed" }, words: label.words };
    case "ambiguous":
      if (pupilsContext && label.words === "total")
        return { ...heading, role: { kind: "count", code: headcount }, words: "total" };
      return { ...heading, role: { kind: "refused", why: "ambiguous" }, words: label.words };
    case "none":
      return { ...heading, role: { kind: "other", why: "unknown" } };
  }
}

/**
 * Returns the column of a heading without a prestation: a nature or a year, whose prestation comes from the rows or
 * from the left.
 */
function bare(heading: Heading, leaf: LabelReading, pupilsContext: boolean): Column {
  if (!leaf.complete || (heading.nature === null && heading.years.length === 0))
    return { ...heading, role: { kind: "other", why: "unknown" } };
  const isHeadcount = pupilsContext && (heading.nature === null || leaf.onSnapshot);
  return { ...heading, role: { kind: "count", code: isHeadcount ? headcount : null } };
}

/** Returns the nature of the lowest level that has one, those from the day of count last; null when none has. */
function natureFrom(readings: readonly LabelReading[]): Nature | null {
  const natures = [...readings]
    .reverse()
    .flatMap(({ nature, onSnapshot }) => (nature === null || nature === "both" ? [] : [{ nature, onSnapshot }]));
  return (natures.find(({ onSnapshot }) => !onSnapshot) ?? natures[0])?.nature ?? null;
}
