import { addTo, fold } from "../../cells";
import { repeatsOf } from "../choices";
import type { Reading } from "../reading";
import type { TableReading } from "../table-reading";
import { mayUndo } from "../texts/section";
import { isNote } from "../texts/title";
import type { Meaning } from "../texts/types";
import { refuseTable } from "./kinds-of-tables";

/** A title of a table, or the name of its sheet, with its folded words. */
interface Title {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * Asks about the kind of a table whose titles differ from those of similar tables by words that are unknown, or may
 * exclude it. (decisions §4, Proof)
 */
export function askOfUnreadTitles(reading: Reading): void {
  const { facets } = reading;
  const siblings = new Map<boolean, TableReading[]>();
  for (const each of reading.tables)
    if (facets.isBilled(each) && isOpen(each, reading)) addTo(siblings, facets.kindOf(each) === "headcounts", each);
  for (const tables of siblings.values()) if (tables.length > 1) askAmong(tables, reading);
}

function isOpen({ lines }: TableReading, { ledger }: Reading): boolean {
  return lines.some(({ facts }) => facts.some((fact) => ledger.isOpen(fact)));
}

function askAmong(tables: readonly TableReading[], reading: Reading): void {
  const titles = new Map(tables.map((each) => [each, titlesOf(each)]));
  const shared = new Map<string, number>();
  const numbered = new Map<string, string[]>();
  for (const own of titles.values())
    for (const word of new Set(own.flatMap(({ words }) => words))) {
      if (!shared.has(word)) addTo(numbered, withoutNumber(word), word);
      shared.set(word, (shared.get(word) ?? 0) + 1);
    }
  const added = schoolsAdded(tables, reading);
  for (const [each, own] of titles) {
    if (each.table.isChosen === true || each.lines.some(({ who }) => added.has(reading.schools.keyOf(who)))) continue;
    // « F1 », « F2 »: these sheets are numbered.
    const isOwn = (word: string): boolean =>
      shared.get(word)! < tables.length && numbered.get(withoutNumber(word))!.length < 2;
    const asked = own.find(({ text, words }) => words.some(isOwn) && leavesInDoubt(text, isOwn, each, reading));
    if (asked !== undefined) refuseTable(reading, each.table, "unread-title", { title: asked.text.trim() });
  }
}

/** Returns the schools of tables about whose repeats the user made a choice. */
function schoolsAdded(tables: readonly TableReading[], { context, schools }: Reading): ReadonlySet<string> {
  const chosen = tables.filter(({ table }) => repeatsOf(table.on, context.options.repeats) !== null);
  return new Set(chosen.flatMap(({ lines }) => lines.map(({ who }) => schools.keyOf(who))));
}

const titlesOf = ({ table }: TableReading): Title[] =>
  (table.titles ?? []).map((text) => ({ text, words: wordsOf(text) }));

/** Excel's default sheet names. */
const ofExcel = /^(?:feuil|feuille|sheet) ?\d+(?: \(\d+\))?$/i;

/** Returns whether a title may mean that its table is not billed, by words that similar tables lack. */
function leavesInDoubt(
  text: string,
  isOwn: (word: string) => boolean,
  { lines, table }: TableReading,
  { context }: Reading,
): boolean {
  const mayBeNote = text !== table.on.sheet.name;
  if ((mayBeNote && isNote(text)) || text === table.kindWords || ofExcel.test(text)) return false;
  const { meanings, unread } = context.texts.read(text, "title");
  // « Les autres », « Divers », alone above a table, distinguish it without telling how.
  const mayDiffer = (meaning: Meaning): boolean =>
    mayUndo(meaning) ||
    (mayBeNote && meanings.length === 1 && meaning.is === "concept" && meaning.concept === "anonymous");
  if (meanings.some((meaning) => mayDiffer(meaning) && meaning.words.some(isOwn))) return true;
  if (unread.length === 0) return false;
  const names = [...new Set(lines.map(({ who }) => who.name))];
  const named = new Set([...names, ...lines.map(({ who }) => who.commune.name)].flatMap(wordsOf));
  // « Pirey él » is about its élémentaire.
  const levels = names.flatMap((name) => context.texts.read(name, "title").meanings).filter(isLevel);
  const shortens = (word: string): boolean => word.length > 1 && levels.some(({ words }) => words[0]!.startsWith(word));
  return unread.flatMap(wordsOf).some((word) => isOwn(word) && !named.has(word) && !shortens(word));
}

const isLevel = (meaning: Meaning): boolean =>
  meaning.is === "concept" && (meaning.concept === "level" || meaning.concept === "primary");

const withoutNumber = (word: string): string => word.replace(/\d+/, "");

const wordsOf = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];
