import { addTo, cellAt, fold, type SheetCells, type Steps } from "../../cells";
import type { MessageCode } from "../../messages";
import { anomalyAt } from "../anomalies";
import { isAccepted } from "../choices";
import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { error, leftOut } from "../ledger";
import type { Reading } from "../reading";
import { placeIn } from "../table";
import { eventsIn } from "../texts/free-text";
import { numberIn, numbersInWords } from "../texts/numbers-in-words";
import type { SchoolEvent } from "../texts/senses";
import { gatherTexts } from "./gather-texts";
import type { FreeText } from "./sheet-lines";

const codes = {
  remark: "undue-remark",
  correction: "correcting-text",
  section: "undue-note",
  state: "undue-remark",
  opening: "undue-remark",
  note: "undue-note",
  comment: "undue-note",
  mark: "undue-note",
  colour: "undue-colour",
} as const satisfies Record<FreeText["from"], MessageCode>;

/** Sources of texts that concern all that is billed to their schools. */
const ofWhole: ReadonlySet<FreeText["from"]> = new Set<FreeText["from"]>(["mark", "opening", "section", "state"]);

/** Events that are certainly about a school, in a table of machines. */
const ofSchoolsAlone: readonly SchoolEvent[] = ["closed", "merged", "no-pupils", "not-billed"];

/**
 * Asks about the remarks, notes, comments and legends that mention an event of a school, or of the machines of a
 * colour: closed, merged, moved, left, not billed. Until the user answers, what each text concerns is not billed: its
 * rows, or everything about its schools when the event concerns whole schools. (decisions §4, Free text)
 */
export function* askOfFreeTexts(reading: Reading): Steps<void> {
  const { ledger, schools, context } = reading;
  const texts = (yield* gatherTexts(reading)).filter((each) => !isAnswered(each, reading));
  const undue = texts.filter(isUndue);
  reportMovements(texts, reading);
  if (undue.length === 0) return;
  const bySchool = new Map<string, Fact[]>();
  for (const { lines } of reading.tables)
    for (const { who, facts } of lines) for (const fact of facts) addTo(bySchool, schools.keyOf(who), fact);
  const governed = undue.map((each) => {
    const keys = new Set(each.lines.map(({ who }) => schools.keyOf(who)));
    const facts = isOfWhole(each)
      ? [...keys].flatMap((key) => bySchool.get(key) ?? [])
      : each.facts.flatMap((fact) => withCopies(fact, bySchool.get(schools.keyOf(fact.line.who)) ?? []));
    return { each, facts: facts.filter((fact) => ledger.isOpen(fact)) };
  });
  for (const { each, facts } of governed) {
    if (facts.length === 0) continue;
    const chosen = context.words.of("state", each.text);
    // A note such as « Fermée depuis juillet » about several schools does not tell which: rows are set aside one by
    // one.
    const isOfAll = each.from === "note" && new Set(each.lines.map(({ who }) => who.key)).size > 1 && !each.isOut;
    const isOfSome = saysSomeOf(each);
    const isOut = !isOfSome && (each.isOut || (!isOfAll && (chosen === "out" || chosen === "stock")));
    // Of a school on several rows, « ouvre en 2015 » on one of them may be about the school or the row: an answer takes
    // out the row, and the others may be set aside.
    const isOfRow = isOnOneRow(each);
    const out = isOfRow ? facts.filter(({ line }) => each.lines.includes(line)) : facts;
    for (const fact of isOut ? out : facts) ledger.claim(fact, isOut ? leftOut("set-aside", "choice") : error);
    if (!isOut) report(each, facts, { isOfColumn: isSeveral(each, undue), isOfAll, isOfRow, isOfSome }, reading);
  }
}

/**
 * Returns a fact and, among those of its school, those of other tables with the same number: of two copies, the one that
 * is billed may not be the one with the comment.
 */
function withCopies(fact: Fact, ofSchool: readonly Fact[]): readonly Fact[] {
  const { code, natures, quantity, line } = fact;
  if (layouts[line.table.layout].listsUnits) return [fact];
  const isCopy = (other: Fact): boolean =>
    other.line.table !== line.table &&
    other.code === code &&
    other.quantity === quantity &&
    other.natures.join() === natures.join();
  return [fact, ...ofSchool.filter(isCopy)];
}

/**
 * Returns whether a text states how many are not due, « deux des neuf postes », so that the others are; all are when it
 * is about one number, and states that number: « ces 3 postes ».
 */
function saysSomeOf({ text, facts }: FreeText): boolean {
  const [, count, among] = someOf.exec(fold(text)) ?? [];
  if (count === undefined) return false;
  return among !== undefined || facts.length !== 1 || facts[0]!.quantity !== numberIn(count);
}

const someOf = new RegExp(
  String.raw`\b(\d{1,3}|une|${numbersInWords.join("|")}) (des |de ces |de ses )?(?:\w+ )?` +
    String.raw`(?:postes?|pc|ordinateurs?|machines?|imprimantes?|serveurs?|logiciels?|portables?)\b`,
);

/** Returns whether a text is on one of several rows of its school, and is about none of the ends of a school. */
function isOnOneRow({ text, from, each, lines }: FreeText): boolean {
  const [line] = lines;
  if (lines.length !== 1 || line === undefined || !onRows.has(from)) return false;
  const { ofSchool } = eventsIn(text);
  if (endsOfSchool.some((event) => ofSchool.has(event))) return false;
  return each.lines.some((other) => other !== line && other.who.key === line.who.key);
}

const onRows: ReadonlySet<FreeText["from"]> = new Set<FreeText["from"]>(["remark", "correction", "opening"]);

/** Events that end a school, whatever row they are written on. */
const endsOfSchool: readonly SchoolEvent[] = ["closed", "merged", "moved", "no-pupils"];

/**
 * Returns whether a text concerns all that is billed to its schools; beside a number, or of rows that each have one
 * prestation, « à ne plus facturer » only concerns that number.
 */
function isOfWhole({ text, from, each, lines, facts }: FreeText): boolean {
  if (ofWhole.has(from)) return true;
  const events = eventsIn(text);
  const isOfItems = from === "correction" && each.table.layout === "item-rows";
  const isOfNumbers = isOfItems || facts.length < lines.reduce((count, line) => count + line.facts.length, 0);
  return events.isOfWhole && !(isOfNumbers && [...events.ofSchool].every((event) => event === "not-billed"));
}

/** Returns whether a column has several texts to ask about, which make one question about the column. */
function isSeveral({ header, text }: FreeText, undue: readonly FreeText[]): boolean {
  return header !== "" && undue.some((other) => other.header === header && other.text !== text);
}

/** Returns whether a text is about one machine, which has no quantity to correct. */
const isOfMachine = ({ each, lines }: FreeText): boolean => lines.length === 1 && layouts[each.table.layout].listsUnits;

/** What a text is asked about. */
interface Scope {
  /** All the remarks of its column. */
  readonly isOfColumn: boolean;
  /** All the schools of its sheet, without telling which. */
  readonly isOfAll: boolean;
  /** One row of a school that has others. */
  readonly isOfRow: boolean;
  /** Some of the units of a number. */
  readonly isOfSome: boolean;
}

/**
 * Reports how many remarks of each sheet tell of machines beside a count of them, which they do not change. (decisions
 * §4, Free text)
 */
function reportMovements(texts: readonly FreeText[], { ledger }: Reading): void {
  const bySheet = new Map<SheetCells, FreeText[]>();
  for (const each of texts) {
    const { table } = each.each;
    if (each.from !== "remark" || layouts[table.layout].listsUnits || ledger.tableClaim(table) !== null) continue;
    if (!isUndue(each) && eventsIn(each.text).ofMachine.size > 0) addTo(bySheet, each.sheet, each);
  }
  for (const [sheet, [first, ...others]] of bySheet) {
    const { text, place, each } = first!;
    const params = { value: text, count: others.length + 1, ...(others.length > 0 && { more: 1 }) };
    const at = placeIn(each.table, place.row, place.column);
    const anomaly = anomalyAt("info", "movement-remarks", sheet, place.row, place.column, params);
    ledger.report(anomaly, each.table, at.row, at.column);
  }
}

function report(
  asked: FreeText,
  facts: readonly Fact[],
  { isOfColumn, isOfAll, isOfRow, isOfSome }: Scope,
  { ledger, tables }: Reading,
): void {
  const { from, text, sheet, place, each } = asked;
  const code = isOfSome ? codes.correction : codes[from];
  // A text that corrects a number is answered by itself, whatever the others of its column say.
  const header = isOfColumn && code !== codes.correction ? asked.header : "";
  const word = header === "" ? text : header;
  const schools = new Set(asked.lines.map(({ who }) => who.name));
  const anomaly = anomalyAt("error", code, sheet, place.row, place.column, {
    value: text,
    word,
    header,
    ...(code === codes.note && schools.size === 1 && { school: [...schools][0]! }),
    ...(isOfAll ? { each: 1 } : isOfRow ? { ofRow: 1 } : { once: 1 }),
    ...(code === codes.correction && { [isOfMachine(asked) ? "machine" : "number"]: 1 }),
    ...(isOfAll && coversSheet(asked, tables) && { ofSheet: 1 }),
  });
  const at = placeIn(each.table, place.row, place.column);
  ledger.report(anomaly, each.table, at.row, at.column, facts);
}

/** Returns whether a text concerns every line of its sheet. */
function coversSheet({ sheet, lines }: FreeText, tables: Reading["tables"]): boolean {
  const own = new Set(lines);
  const shown = tables.filter(({ table }) => table.on.sheet === sheet).flatMap((each) => each.lines);
  return shown.length > 0 && shown.every((line) => own.has(line));
}

/** Returns whether the user answered that a text has no effect. */
function isAnswered({ text, from, sheet, place }: FreeText, { context }: Reading): boolean {
  const chosen = context.words.of("state", text);
  if (chosen === "in-service" || chosen === "nothing") return true;
  return (
    cellAt(sheet, place.row, place.column) !== null &&
    isAccepted(context.options.accepted, sheet, codes[from], place.row, place.column)
  );
}

function isUndue({ text, from, each }: FreeText): boolean {
  const { ofSchool } = eventsIn(text);
  if (from === "colour" || from === "correction" || ofWhole.has(from)) return true;
  if (!layouts[each.table.layout].listsUnits) return ofSchool.size > 0;
  return ofSchoolsAlone.some((event) => ofSchool.has(event));
}
