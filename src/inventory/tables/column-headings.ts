import { cellAt, type CellBlock, type SheetCells } from "../../cells";
import { namesEquipment, namesPupils, headcount, type Nature } from "../../tariff";
import { plainColumn, type Column } from "../column";
import { type HeaderWord, headerText, headerWord } from "../texts/header-word";
import type { StructuralRole } from "../texts/heading-roles";
import { headingSays, speaksOfMoney } from "../texts/heading";
import { type LabelReading, type ReadLabel, pupilPart } from "../texts/label-reading";
import { conceptSet } from "../texts/senses";

/** Reads what one column's header says, before columns are weighed against each other. */
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
  const heard: Heard = { heading, words, readings, leaf, joined, isOfMachines, named, pupils };
  return rules.reduce<Column | null>((found, rule) => found ?? rule(heard), null) ?? counted(heard);
}

/** What the words of a header say together. */
interface Heard {
  readonly heading: Heading;
  /** From the top level down. */
  readonly words: readonly HeaderWord[];
  readonly readings: readonly LabelReading[];
  readonly leaf: HeaderWord;
  /** Its words read as one, where they are several. */
  readonly joined: LabelReading | null;
  /** A group that names machines rules its leaves: « Postes › élèves » are machines, not pupils. */
  readonly isOfMachines: boolean;
  /** What names something without doubt, from the lowest level up, else what may name several things. */
  readonly named: LabelReading | undefined;
  /** The titles speak of pupils. */
  readonly pupils: boolean;
}

/** Returns the column that a header makes; null when the rule says nothing of it. */
type Rule = (heard: Heard) => Column | null;

/** In order: what says that nothing is counted, or something else, comes before what is. */
const rules: readonly Rule[] = [excluded, structured, outOfService, partOfAnother, partOfPupils];

const isSure = (named: LabelReading | undefined): boolean => named !== undefined && named.label.kind !== "ambiguous";

function excluded({ heading, words, leaf, isOfMachines, joined }: Heard): Column | null {
  const said = apartIn(words, leaf, heading.texts, isOfMachines ? joined : null);
  if (said === null) return null;
  const why = said.why ?? "money";
  // « Postes › Étage | Enseignants »: what would be a remark, or people, by itself says which of them are counted below it.
  if (isOfMachines && said === leaf && (why === "remark" || headingSays(leaf.text, (concept) => whose.has(concept))))
    return { ...heading, words: said.text, role: { kind: "other", why: "unknown" } };
  return { ...heading, words: said.text, role: { kind: why === "remark" ? "other" : "ignored", why } };
}

/** Whose machines a heading under « Postes » may count. */
const whose = conceptSet("staff head classroom");

function structured({ heading, words, leaf, isOfMachines, named }: Heard): Column | null {
  const known = structuralOf(words, leaf, isOfMachines && isSure(named));
  if (known === null || (known.role === "quantity" && isSure(named))) return null;
  return structural({ ...heading, rank: known.rank, words: known.text }, known.role, named ?? leaf.reading);
}

function outOfService({ heading, leaf, readings }: Heard): Column | null {
  const said = { ...heading, words: leaf.text };
  const standing = readings.map((reading) => reading.standing);
  // « Postes en service | dont HS »: nobody says whether the first counts them.
  if (readings.some(({ subset, standing: own }) => subset && own === "out"))
    return { ...said, role: { kind: "refused", why: "unclear" } };
  if (standing.includes("out")) return { ...said, role: { kind: "other", why: "out-of-service" } };
  return standing.includes("asked") ? { ...said, role: { kind: "refused", why: "ambiguous" } } : null;
}

/** Reads « dont … », counted once already, by the column at its left; null when the heading is no such part. */
function partOfAnother({ heading, leaf }: Heard): Column | null {
  const said = { ...heading, words: leaf.text };
  const { subset, nature, label } = leaf.reading;
  // « Installés › Postes | dont portables »: counted once already, or something else: asked.
  if (subset && heading.nature === "installation" && nature === null && label.kind !== "none")
    return { ...said, role: { kind: "refused", why: "unclear" } };
  return heading.subset && heading.nature !== "installation" ? { ...said, role: { kind: "other", why: "part" } } : null;
}

function partOfPupils({ heading, leaf, readings, isOfMachines, pupils }: Heard): Column | null {
  if (isOfMachines || !(pupils || readings.some(({ label }) => namesPupils(label)))) return null;
  const part = pupilPart(leaf.text);
  return part === null ? null : { ...heading, words: leaf.text, role: { kind: "part", part } };
}

function counted({ heading, leaf, named, joined, pupils }: Heard): Column {
  if (named === undefined) return bare(heading, leaf.reading, pupils);
  // What is not understood may say that what stands below is something else: « Postes › à voir », « Postes › + ».
  const isSign = !/[\p{L}\p{N}]/u.test(leaf.text);
  if (isSign || (named !== leaf.reading && named !== joined && !leaf.reading.complete && !leaf.recognised))
    return { ...heading, role: { kind: "other", why: "unknown" } };
  return fromLabel(heading, named, pupils);
}

type Heading = Omit<Column, "role">;

/** Returns the heading, at any level, that speaks of money, or the lowest one if it heads no quantity; null when none does. */
function apartIn(
  words: readonly HeaderWord[],
  leaf: HeaderWord,
  texts: readonly string[],
  inGroup: LabelReading | null,
): HeaderWord | null {
  // « Postes › enseignants » are machines, of which the group says the kind.
  const isKind = inGroup?.label.kind === "prestation" && (leaf.why === "ratio" || leaf.why === "contact");
  if (leaf.role === "ignored" && !isKind) return leaf;
  if (leaf.role === "quantity") return null;
  const said = words.find((word, at) => word.why === "money" || speaksOfMoney(texts[at]!));
  if (said !== undefined) return said;
  return leaf.role === null && leaf.reading.label.kind === "none"
    ? (words.find(({ role, why }) => role === "ignored" && (why === "identifier" || why === "contact")) ?? null)
    : null;
}

/** A role that a heading gives, but for that of a column set apart. */
type GivenRole = Exclude<StructuralRole, "ignored">;

/** Roles that hold whatever title stands under them: « N° », then « EN SERVICE ». */
const firm: ReadonlySet<GivenRole | null> = new Set(["inventory-number", "serial-number", "school-code", "insee"]);

/** Returns the heading that tells a role by itself, the lowest, unless machines stand above it; null when none does. */
function structuralOf(
  words: readonly HeaderWord[],
  leaf: HeaderWord,
  ofMachines: boolean,
): (HeaderWord & { readonly role: GivenRole }) | null {
  const dates = leaf.role === "date-in" || leaf.role === "date-out" || leaf.role === "exit-unclear";
  const isFirm = (word: HeaderWord): word is HeaderWord & { readonly role: GivenRole } =>
    firm.has(word.role as GivenRole | null);
  if (leaf.role === null) {
    return leaf.reading.label.kind === "none" ? (words.find(isFirm) ?? null) : null;
  }
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
    // Of two years' states, one is the campaign's.
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

/** Reads a heading that names no prestation: a nature or a year takes it from the rows or from the left. */
function bare(heading: Heading, leaf: LabelReading, pupilsContext: boolean): Column {
  if (!leaf.complete || (heading.nature === null && heading.years.length === 0))
    return { ...heading, role: { kind: "other", why: "unknown" } };
  const isHeadcount = pupilsContext && (heading.nature === null || leaf.onSnapshot);
  return { ...heading, role: { kind: "count", code: isHeadcount ? headcount : null } };
}

/** Returns the nature of the lowest level that says one, the day of the count last; null when none does. */
function natureFrom(readings: readonly LabelReading[]): Nature | null {
  const told = [...readings]
    .reverse()
    .flatMap(({ nature, onSnapshot }) => (nature === null || nature === "both" ? [] : [{ nature, onSnapshot }]));
  return (told.find(({ onSnapshot }) => !onSnapshot) ?? told[0])?.nature ?? null;
}

/** The header texts over one column, top level first, with the row of the lowest. */
export interface ColumnTexts {
  readonly column: number;
  readonly texts: readonly string[];
  readonly lowestRow: number;
}

/** « En » over « service »: one heading, cut where the column was too narrow. */
const unfinished = /(?:^|\s)(?:en|dans|de|du|des|d[’']|au|aux|à|le|la|les|et|par|dont|hors)$|-$/i;

/** Returns the headings over each column; a group's name reaches over its merged cells, else up to the next name. */
export function headerTexts(sheet: SheetCells, block: CellBlock): ColumnTexts[] {
  const levels: (string | null)[][] = [];
  const columnsOf = Array.from({ length: block.right - block.left + 1 }, (_, at) => block.left + at);
  for (let row = block.top; row <= block.bottom; row += 1) {
    const own = columnsOf.map((column) => headerText(cellAt(sheet, row, column)));
    levels.push(row < block.bottom ? spread(sheet, row, block, own) : own);
  }
  return columnsOf.map((column): ColumnTexts => {
    const texts: string[] = [];
    let lowestRow = block.bottom;
    levels.forEach((level, depth) => {
      const text = level[column - block.left] ?? null;
      if (text === null) return;
      const above = texts[texts.length - 1];
      if (above !== undefined && unfinished.test(above)) texts[texts.length - 1] = `${above} ${text}`;
      else if (above !== text) texts.push(text);
      if (headerText(cellAt(sheet, block.top + depth, column)) !== null) lowestRow = block.top + depth;
    });
    return { column, texts, lowestRow };
  });
}

/** Spreads the names of one upper level over the columns that they head. */
function spread(sheet: SheetCells, row: number, block: CellBlock, own: readonly (string | null)[]): (string | null)[] {
  const result = [...own];
  const merges = sheet.merges.filter((merge) => merge.top <= row && merge.bottom >= row);
  const mergeAt = (column: number): CellBlock | undefined =>
    merges.find(({ left, right }) => left <= column && column <= right);
  const isHeaded = (column: number): boolean => headerText(cellAt(sheet, row + 1, column)) !== null;
  own.forEach((text, offset) => {
    if (text === null) return;
    const column = block.left + offset;
    const merge = mergeAt(column);
    if (merge !== undefined) result.fill(text, offset, Math.min(merge.right, block.right) - block.left + 1);
    // A name with nothing under it heads its own column only: the names beside are not its parts.
    else if (isHeaded(column))
      for (let at = offset + 1; at < own.length && own[at] === null; at += 1) {
        if (!isHeaded(block.left + at) || mergeAt(block.left + at) !== undefined) break;
        result[at] = text;
      }
  });
  return result;
}
