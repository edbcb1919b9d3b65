import type { SheetCells } from "../../cells";
import { pupilPart, type LabelReading, type Nature } from "../../tariff";
import { plainColumn, type Column, type ReadLabel, type Region, type StructuralRole } from "../table";
import { speaksOfMoney } from "../words/heading-words";
import { headerText, headerWord, type HeaderWord } from "../words/headings";

/** What one column's header says, before columns are weighed against each other. */
export function readColumn(texts: ColumnTexts, readLabel: ReadLabel, pupilsContext: boolean): Column {
  const words = texts.texts.map((text) => headerWord(text, readLabel));
  const base = {
    ...plainColumn(texts.column, texts.lowestRow, { kind: "other" }),
    texts: texts.texts,
    header: texts.texts.join(" › "),
    since: words.some((word) => word.reading.since),
    days: words.flatMap((word) => word.reading.days),
    score: 0,
  };
  if (texts.texts.length === 0) return base;
  const leaf = words[words.length - 1]!;
  const years = words.flatMap((word) => word.reading.years);
  const subset = words.some((word) => word.reading.subset);
  const nature = natureFrom(words.map((word) => word.reading));

  // A group that names machines rules its leaves: « Postes › élèves » are machines, not pupils.
  const joined = words.length > 1 ? readLabel(words.map((word) => word.text).join(" ")) : null;
  const group = words.slice(0, -1).some((word) => isMachine(word.reading));
  const named = [
    ...(group && joined !== null ? [joined] : []),
    leaf.reading,
    ...(joined === null ? [] : [joined]),
    ...words
      .slice(0, -1)
      .reverse()
      .map((word) => word.reading),
  ];
  const usable = named.find((reading) => reading.label.kind !== "none" && reading.label.kind !== "ambiguous");
  const chosen = usable ?? named.find((reading) => reading.label.kind === "ambiguous");

  const heading = { ...base, nature, years, subset, flag: leaf.flag, words: leaf.text };
  const excluding = apartIn(words, leaf, texts.texts, group ? joined : null);
  if (excluding !== null) {
    const why = excluding.why ?? "money";
    return { ...heading, words: excluding.text, role: { kind: why === "remark" ? "other" : "ignored" }, why };
  }
  const known = structuralOf(words, leaf, group && usable !== undefined);
  if (known !== null && !(known.role === "quantity" && usable !== undefined)) {
    const headed = { ...heading, rank: known.rank, words: known.text, score: 1 };
    return structural(headed, known.role, chosen ?? leaf.reading);
  }

  const standing = words.map((word) => word.reading.standing);
  if (standing.includes("out")) return { ...heading, role: { kind: "other" }, why: "out-of-service" };
  if (standing.includes("asked")) return { ...heading, role: { kind: "refused", why: "ambiguous" }, score: 0.3 };
  // « Installés › Postes | dont portables »: counted once already, or something else: asked.
  const { subset: isSubset, nature: own, label: ownLabel } = leaf.reading;
  if (isSubset && nature === "installation" && own === null && ownLabel.kind !== "none")
    return { ...heading, role: { kind: "refused", why: "unclear" }, score: 0.3 };
  if (subset && nature !== "installation") return { ...heading, role: { kind: "other" }, why: "part" };
  if (
    pupilsContext ||
    words.some((word) => word.reading.label.kind === "prestation" && word.reading.label.code === "PORTAIL")
  ) {
    const part = pupilPart(leaf.text);
    if (part !== null && !group) return { ...heading, role: { kind: "part", part }, score: 0.9 };
  }
  if (chosen === undefined) return bare({ ...heading, words: "" }, leaf.reading, pupilsContext);
  // Words that are not understood may say that what stands below is something else: « Postes › à voir ».
  if (chosen !== leaf.reading && chosen !== joined && !leaf.reading.complete && !leaf.recognised)
    return { ...heading, words: "", role: { kind: "other" }, why: "unknown" };
  return fromLabel({ ...heading, words: "" }, chosen, pupilsContext);
}

type Heading = Omit<Column, "role">;

/** The heading, of whatever level, that says money; the lowest one where it says anything else that is no quantity. */
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
  const said = words.find((word, at) => word.why === "money" || speaksOfMoney(texts[at]!, []));
  if (said !== undefined) return said;
  return leaf.role === null && leaf.reading.label.kind === "none"
    ? (words.find(({ role, why }) => role === "ignored" && (why === "identifier" || why === "contact")) ?? null)
    : null;
}

/** Roles that hold whatever title stands under them: « N° », then « EN SERVICE ». */
const firm: ReadonlySet<StructuralRole> = new Set(["inventory-number", "serial-number", "school-code", "insee"]);

/** The heading that tells a role by itself: the lowest, unless machines stand above it. */
function structuralOf(
  words: readonly HeaderWord[],
  leaf: HeaderWord,
  ofMachines: boolean,
): (HeaderWord & { readonly role: StructuralRole }) | null {
  const dates = leaf.role === "date-in" || leaf.role === "date-out" || leaf.role === "exit-unclear";
  const found =
    leaf.role !== null && leaf.role !== "ignored" && (!ofMachines || dates || firm.has(leaf.role)) ? leaf : null;
  const upper =
    leaf.role === null && leaf.reading.label.kind === "none"
      ? words.find(({ role }) => role !== null && firm.has(role))
      : undefined;
  const said = found ?? upper ?? null;
  return said === null || said.role === null ? null : { ...said, role: said.role };
}

function structural(heading: Heading, kind: StructuralRole, reading: LabelReading): Column {
  const { label } = reading;
  switch (kind) {
    case "quantity":
      return { ...heading, role: { kind: "count", code: null } };
    case "exit-unclear":
      return { ...heading, role: { kind: "refused", why: "exit-date" }, score: 0.3 };
    case "date-in":
      if (label.kind === "prestation" && label.code !== "PORTAIL")
        return {
          ...heading,
          nature: "installation",
          years: [],
          role: { kind: "installed-on", code: label.code, unit: "day" },
        };
      return { ...heading, nature: null, years: [], role: { kind } };
    default:
      return { ...heading, nature: null, years: [], role: { kind } };
  }
}

function fromLabel(heading: Heading, reading: LabelReading, pupilsContext: boolean): Column {
  const { label } = reading;
  switch (label.kind) {
    case "prestation":
      if (label.part !== null)
        return { ...heading, role: { kind: "part", part: label.part }, words: label.words, score: 0.9 };
      return {
        ...heading,
        role: { kind: "count", code: label.code },
        words: label.words,
        weak: label.weak,
        qualifiers: label.qualifiers,
        score: label.weak ? 0.6 : 1,
      };
    case "untariffed":
      return { ...heading, role: { kind: "untariffed" }, words: label.words, score: 1 };
    case "ambiguous":
      if (pupilsContext && label.words === "total")
        return { ...heading, role: { kind: "count", code: "PORTAIL" }, words: "total", score: 0.8 };
      return { ...heading, role: { kind: "refused", why: "ambiguous" }, words: label.words, score: 0.3 };
    case "none":
      return { ...heading, role: { kind: "other" }, why: "unknown" };
  }
}

/** A header that names no prestation: a nature or a year alone takes its prestation elsewhere, in the rows or to its left. */
function bare(heading: Heading, leaf: LabelReading, pupilsContext: boolean): Column {
  if (leaf.complete && (heading.nature !== null || heading.years.length > 0)) {
    if (pupilsContext && (heading.nature === null || leaf.onSnapshot))
      return { ...heading, role: { kind: "count", code: "PORTAIL" }, score: 0.7 };
    return { ...heading, role: { kind: "count", code: null }, score: 0.7 };
  }
  return { ...heading, role: { kind: "other" }, why: "unknown" };
}

function isMachine(reading: LabelReading): boolean {
  const { label } = reading;
  if (label.kind === "prestation") return label.code !== "PORTAIL";
  return label.kind === "untariffed" || (label.kind === "ambiguous" && label.words !== "total");
}

/** The nature that the lowest level tells, else the level above it; the 1 November alone tells it last. */
function natureFrom(readings: readonly LabelReading[]): Nature | null {
  const told = [...readings].reverse().filter(({ nature }) => nature === "installation" || nature === "maintenance");
  const surest = told.find(({ onSnapshot }) => !onSnapshot) ?? told[0];
  return surest?.nature === "installation" || surest?.nature === "maintenance" ? surest.nature : null;
}

/** The header texts over one column, top level first, with the row of the lowest. */
export interface ColumnTexts {
  readonly column: number;
  readonly texts: readonly string[];
  readonly lowestRow: number;
}

/** « En » over « service »: one heading, cut where the column was too narrow. */
const unfinished = /(?:^|\s)(?:en|dans|de|du|des|d[’']|au|aux|à|le|la|les|et|par|dont|hors)$|-$/i;

/**
 * The header texts over each column. A group name reaches over its merged cells; unmerged, it reaches to the next name of
 * its level, as people write it.
 */
export function headerTexts(sheet: SheetCells, block: Region): ColumnTexts[] {
  const levels: (string | null)[][] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const own: (string | null)[] = [];
    for (let column = block.left; column <= block.right; column += 1)
      own.push(headerText(sheet.rows[row]?.[column] ?? null));
    levels.push(row < block.bottom ? spread(sheet, row, block, own) : own);
  }
  const columns: ColumnTexts[] = [];
  for (let column = block.left; column <= block.right; column += 1) {
    const texts: string[] = [];
    let lowestRow = block.bottom;
    levels.forEach((level, depth) => {
      const text = level[column - block.left] ?? null;
      if (text === null) return;
      const above = texts[texts.length - 1];
      if (above !== undefined && unfinished.test(above)) texts[texts.length - 1] = `${above} ${text}`;
      else if (above !== text) texts.push(text);
      if (headerText(sheet.rows[block.top + depth]?.[column] ?? null) !== null) lowestRow = block.top + depth;
    });
    columns.push({ column, texts, lowestRow });
  }
  return columns;
}

/** One upper level, its names spread over the columns that they head. */
function spread(sheet: SheetCells, row: number, block: Region, own: readonly (string | null)[]): (string | null)[] {
  const result = [...own];
  const merges = sheet.merges.filter((merge) => merge.top <= row && merge.bottom >= row);
  own.forEach((text, offset) => {
    if (text === null) return;
    const column = block.left + offset;
    const merge = merges.find((candidate) => candidate.left <= column && candidate.right >= column);
    if (merge !== undefined) {
      for (let at = column; at <= Math.min(merge.right, block.right); at += 1) result[at - block.left] = text;
      return;
    }
    for (let at = offset + 1; at < own.length && own[at] === null; at += 1) {
      const below = headerText(sheet.rows[row + 1]?.[block.left + at] ?? null);
      const inMerge = merges.some(
        (candidate) => candidate.left <= block.left + at && candidate.right >= block.left + at,
      );
      if (below === null || inMerge) break;
      // A name with nothing under it heads its own column only: the names beside are not its parts.
      if (headerText(sheet.rows[row + 1]?.[column] ?? null) === null) break;
      result[at] = text;
    }
  });
  return result;
}
