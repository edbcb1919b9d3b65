import { fold, type Steps } from "../../cells";
import { headcount } from "../../tariff";
import {
  codeCounted,
  countsEquipment,
  countsPupils,
  isCorrected,
  isUnknown,
  reasonOf,
  type Column,
  type Role,
} from "../column";
import type { BodyRows, SheetContext } from "../table";
import type { ColumnContents } from "./column-contents";
import {
  communeShare,
  holdsTexts,
  labelShare,
  levelShare,
  nameShare,
  natureShare,
  ofMachinesOnly,
  textsDown,
} from "./column-statistics";
import { pupilPart, pupilParts, saysOnlyNature } from "../texts/label-reading";
import { readStatus } from "../texts/state";

/**
 * The rank of a column recognised by its contents as the names of pupils, which alone makes the table a list of pupils.
 */
export const namesInside = -2;

/** A body whose columns are chosen by their contents. */
interface ChoiceBody extends BodyRows, SheetContext {
  readonly contents: ColumnContents;
  /** Whether the titles mention pupils: a quantity without a prestation is then a headcount. */
  readonly pupils: boolean;
  /** Whether each row is a machine, which the title names for all of them. */
  readonly machines: boolean;
}

/** The columns while their roles are chosen, one role after another. */
class Choosing {
  constructor(
    public columns: readonly Column[],
    readonly body: ChoiceBody,
  ) {}

  has(kind: Role["kind"]): boolean {
    return this.columns.some((column) => column.role.kind === kind);
  }

  set(index: number, role: Role): void {
    this.columns = this.columns.map((column) => (column.index === index ? { ...column, role } : column));
  }
}

/**
 * Chooses by their contents the columns of prestations, of natures, of communes without a heading and of school names.
 */
export function* chooseByContent(columns: readonly Column[], body: ChoiceBody): Steps<readonly Column[]> {
  const { contents } = body;
  const named = pupilNames(columns, body);
  yield* contents.weigh(named);
  const choosing = new Choosing(contents.whatTheyHold(named), body);
  const equipped = choosing.columns.some(({ role }) => countsEquipment(role));
  yield;
  const label = chooseLabel(choosing, equipped, contents);
  yield;
  const labelled = label !== null || body.machines;
  choosing.columns = labelled ? contents.besideLabel(choosing.columns) : contents.besideCounts(choosing.columns);
  yield;
  chooseNature(choosing, label);
  chooseNames(choosing, label);
  chooseDates(choosing, label);
  if (equipped) refuseTotals(choosing);
  else if (label === null) choosePupils(choosing);
  return levelsOfPupils(classesTogether(choosing.columns), body);
}

/**
 * Chooses the column with the most names of prestations, among those whose heading allows it; null when there is none.
 */
function chooseLabel(choosing: Choosing, equipped: boolean, contents: ColumnContents): Column | null {
  const counts = choosing.columns.some((column) =>
    ["count", "part", "untariffed", "refused"].includes(column.role.kind),
  );
  // In a list of machines, « Type » may be the only name of a machine.
  const machines = !counts && choosing.columns.some(({ role }) => ofMachinesOnly.has(role.kind));
  const isHeaded = (column: Column): boolean => column.role.kind === "label";
  const candidates = choosing.columns.filter((column) => mayBeLabel(column, contents));
  const best = candidates
    .map((column) => ({ column, share: labelShare(choosing.body, column.index) }))
    .filter(
      ({ column, share }) =>
        (isCorrected(column) && isHeaded(column)) ||
        share >= leastShare(column, counts, machines && !holdsLevels(column, choosing.body)),
    )
    .sort(
      (a, b) =>
        Number(isCorrected(b.column)) - Number(isCorrected(a.column)) ||
        Number(isHeaded(b.column)) - Number(isHeaded(a.column)) ||
        b.share - a.share ||
        a.column.rank - b.column.rank,
    )[0];
  // Beside columns of prestations, only a column with such a heading and almost no other texts is a label: a label
  // disables them all.
  const chosen = best === undefined || (equipped && (best.share < 0.9 || !isHeaded(best.column))) ? null : best;
  for (const column of candidates)
    if (isHeaded(column) && column.index !== chosen?.column.index)
      choosing.set(column.index, { kind: "ignored", why: null });
  if (chosen === null) return null;
  choosing.set(chosen.column.index, { kind: "label" });
  return chosen.column;
}

/**
 * Returns whether a column may name prestations: by its heading, without a known heading, or as texts below « Code ».
 */
function mayBeLabel(column: Column, contents: ColumnContents): boolean {
  const { role, index, header } = column;
  if (isCorrected(column)) return role.kind === "label";
  if (["label", "nature", "level", "name"].includes(role.kind)) return true;
  if (isUnknown(column)) return true;
  const names = (role.kind === "count" && column.weak) || (role.kind === "ignored" && /^code\b/.test(fold(header)));
  if (!names) return false;
  const { texts, filled, quantities } = contents.of(index);
  return filled > 0 && texts === filled && quantities === 0;
}

/**
 * Chooses the column of natures: one with such a heading, unless it holds the levels of schools; else one of
 * installation and maintenance.
 */
function chooseNature(choosing: Choosing, label: Column | null): void {
  const found = choosing.columns
    .filter(
      (column) =>
        ["nature", "level", "ignored", "other"].includes(column.role.kind) &&
        column.index !== label?.index &&
        (isCorrected(column) ? column.role.kind === "nature" : [null, "unknown"].includes(reasonOf(column))),
    )
    .map((column) => ({ column, share: natureShare(choosing.body, column.index) }))
    .filter(
      ({ column, share }) =>
        isCorrected(column) ||
        share >= 0.5 ||
        (column.role.kind === "nature" && (share > 0 || !holdsLevels(column, choosing.body))),
    )
    .sort((a, b) => b.share - a.share)
    .map(({ column }) => column);
  const states = found.filter(({ role, index }) => role.kind !== "nature" && holdsStates(choosing.body, index));
  for (const { index } of states) choosing.set(index, { kind: "status" });
  const best = found.find((column) => !states.includes(column));
  for (const column of choosing.columns)
    if (column.role.kind === "nature" && column.index !== best?.index)
      choosing.set(column.index, { kind: "ignored", why: null });
  if (label !== null && best !== undefined) choosing.set(best.index, { kind: "nature" });
}

/** Returns whether a column holds « En service » and other states, and never « installé ». */
function holdsStates(body: ChoiceBody, index: number): boolean {
  const texts = [...new Set(textsDown(body, index))];
  const isThere = (text: string): boolean =>
    readStatus(text) === "in-service" && body.readLabel(text).nature !== "installation";
  const areStates = texts.every((text) => isThere(text) || !saysOnlyNature(body.readLabel(text)));
  return areStates && !texts.every(isThere);
}

/** Chooses a commune column without a heading, and a school column headed « Nom ». */
function chooseNames(choosing: Choosing, label: Column | null): void {
  if (!choosing.has("commune") && !choosing.has("entity")) {
    const untitled = choosing.columns.find(
      (column) => column.texts.length === 0 && communeShare(choosing.body, column.index) >= 0.5,
    );
    if (untitled !== undefined) choosing.set(untitled.index, { kind: "commune" });
  }
  if (label === null && !choosing.has("school") && !choosing.has("location") && !choosing.has("pupil")) {
    const name = choosing.columns.find((column) => column.role.kind === "name");
    if (name !== undefined) choosing.set(name.index, { kind: "school" });
  }
}

/** Reads « Date » alone as the date of entry of a machine. */
function chooseDates(choosing: Choosing, label: Column | null): void {
  const date = choosing.columns.find((column) => column.role.kind === "date");
  if (date !== undefined && label !== null && !choosing.has("date-in")) choosing.set(date.index, { kind: "date-in" });
}

/** Refuses « Total » beside equipment: it is a total of the row, even under titles of pupils. */
function refuseTotals(choosing: Choosing): void {
  for (const { index, role, words } of choosing.columns)
    if (codeCounted(role) === headcount && words === "total")
      choosing.set(index, { kind: "refused", why: "ambiguous" });
}

/** Reads, in a table of pupils, quantities without a prestation as headcounts, and classes as levels. */
function choosePupils(choosing: Choosing): void {
  if (choosing.body.pupils)
    for (const { index, role } of choosing.columns)
      if (role.kind === "count" && role.code === null) choosing.set(index, { kind: "count", code: headcount });
  if (choosing.has("level")) return;
  const classes = choosing.columns.find((column) => isClass(column) && holdsTexts(choosing.body, column.index));
  if (classes !== undefined) choosing.set(classes.index, { kind: "level" });
}

/**
 * Recognises the columns of pupils' names before any other reading, so that no name is read, reported or kept.
 * (decisions §8)
 */
function pupilNames(columns: readonly Column[], body: ChoiceBody): Column[] {
  const listed = columns.some((column) => column.role.kind === "pupil");
  const isOfPupils = () => columns.some((column) => levelShare(body, column.index) >= 0.5);
  return columns.map((column): Column => {
    if (listed && column.role.kind === "name") return { ...column, role: { kind: "pupil" } };
    // « Nom Prénom » beside a school and a class names pupils; beside a school alone, it may name its head.
    const isWhole =
      /^(?:noms? (?:et )?prenoms?|prenoms? (?:et )?noms?)\b/.test(fold(column.texts.at(-1) ?? "")) && isOfPupils();
    if (!(isWhole || countsPupils(column.role)) || nameShare(body, column.index) < 0.5) return column;
    return { ...column, role: { kind: "pupil" }, rank: namesInside };
  });
}

/** Returns the least share of prestations in a column of labels: the clearer its heading, the smaller. */
function leastShare(column: Column, counts: boolean, machines: boolean): number {
  if (column.role.kind === "label" && machines) return 0;
  if (column.role.kind !== "label" || column.rank >= 2) return 0.5;
  return column.rank === 0 && !counts ? 0 : 0.2;
}

/** Returns whether a column is headed « Classe »: classes may be parts of a headcount. */
function isClass(column: Column): boolean {
  return column.role.kind === "ignored" && /^(libell. |nom (de la )?)?classes?$/i.test(column.texts.at(-1) ?? "");
}

/** Returns whether a column holds the levels of schools, even headed « Nature »: maternelle, élémentaire, primaire. */
function holdsLevels(column: Column, body: ChoiceBody): boolean {
  return levelShare(body, column.index) >= 0.5;
}

const classes: ReadonlySet<string> = new Set(["tps", "ps", "ms", "gs", "cp", "ce", "ce1", "ce2", "cm", "cm1", "cm2"]);

/** Reads two columns of classes or more, « CP | CE1 | CE2 », as parts of the headcount, whatever the titles. */
function classesTogether(columns: readonly Column[]): readonly Column[] {
  const partOf = (column: Column): string | null => {
    const part = isUnknown(column) && column.texts.length === 1 ? pupilPart(column.texts[0]!) : null;
    return part !== null && classes.has(part) ? part : null;
  };
  const found = new Set(columns.map(partOf).filter((part) => part !== null));
  // « CP » beside « GS » alone may be a postcode and a school.
  if (found.size < 2 || [...found].every((part) => part === "cp" || part === "gs")) return columns;
  return columns.map((column) => {
    const part = partOf(column);
    return part === null ? column : { ...column, role: { kind: "part", part }, words: part };
  });
}

/**
 * Decides between the meanings of « GS » (groupe scolaire, grande section) and « CP » (code postal, cours
 * préparatoire): they are levels beside other classes.
 */
function levelsOfPupils(columns: readonly Column[], body: ChoiceBody): Column[] {
  const areTogether = (column: Column): boolean =>
    isUnknown(column) && pupilParts(column.texts.at(-1) ?? "").length > 1;
  const levels = columns.filter(
    (column) => (column.role.kind === "part" && column.role.part !== "cp") || areTogether(column),
  ).length;
  const schools = columns.filter((column) => column.role.kind === "school").length;
  const isLevel = (column: Column): boolean =>
    levels > 0 && pupilPart(column.texts.at(-1) ?? "") === "gs" && (schools > 1 || !holdsTexts(body, column.index));
  return columns.map((column) => {
    if (column.role.kind === "school" && isLevel(column))
      return { ...column, role: { kind: "part", part: "gs" }, words: "gs" };
    if (column.role.kind === "part" && column.role.part === "cp" && levels === 0)
      return { ...column, role: { kind: "ignored", why: "identifier" } };
    return column;
  });
}
