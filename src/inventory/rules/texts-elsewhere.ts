import { isBlank, type Cell, type SheetCells } from "../../cells";
import type { Reading } from "../reading";
import type { Column } from "../column";
import type { Table } from "../table";
import type { TableReading } from "../table-reading";
import { correctsNumber, datesNumbers } from "../texts/corrections";
import { opensWithChange } from "../texts/dues";
import { eventsIn, speaksOfEvents } from "../texts/free-text";
import { beginsLater } from "../texts/service-dates";
import { headingSays } from "../texts/heading";
import { senses } from "../texts/senses";
import type { ColumnReason } from "../types";
import { entryOfKey, linesCoded } from "./explained-codes";
import { freeText, type FreeText } from "./sheet-lines";
import type { NamedLines } from "./lines-named";

/** The longest sentence read, in characters. */
const longest = 500;

/** A text of a sheet, and the rows that it may concern: its own, or those below a title. */
interface Elsewhere {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly from: FreeText["from"];
}

/**
 * Returns the texts about schools in sheets of which no table is billed: closed, left, corrected. Among them are the
 * titles of lists of schools, « Écoles fermées », and of changes, « Corrections ». (decisions §4, Free text)
 */
export function textsElsewhere(reading: Reading, all: NamedLines): FreeText[] {
  const [apart, read] = [new Map<SheetCells, Table>(), new Set<SheetCells>()];
  for (const each of reading.tables) {
    const { sheet } = each.table.on;
    if (isApart(each, reading)) apart.set(sheet, each.table);
    else if (each.lines.length > 0) read.add(sheet);
  }
  return reading.sheets
    .filter(({ sheet }) => !read.has(sheet))
    .flatMap(({ sheet }) => {
      const list = apart.get(sheet);
      const texts = list === undefined ? [...titleOf(sheet), ...textsOf(sheet, reading)] : titleOf(sheet, list);
      return texts.flatMap(({ text, row, column, rows, from }): FreeText[] => {
        const named = rows.length > 1 ? null : all.in(text);
        const lines = named ?? [...new Set(rows.flatMap((cells) => all.in(joined(cells)) ?? []))];
        const elsewhere = lines.filter(({ table }) => table.on.sheet !== sheet);
        const each = reading.tables.find(({ table }) => table === elsewhere[0]?.table);
        if (each === undefined) return [];
        return [freeText({ text: text.trim(), from, sheet, place: { row, column }, each, lines: elsewhere })];
      });
    });
}

/** Returns whether a table is not billed: it was left aside, lists schools without counts, or lists changes to others. */
function isApart({ table, lines }: TableReading, { ledger }: Reading): boolean {
  if (table.kind === "ignored" || ledger.tableClaim(table)?.is === "left-out") return true;
  if (table.kind === "not-in-service" && lines.every(({ facts }) => facts.length === 0)) return true;
  return [table.on.sheet.name, ...(table.titles ?? [])].some((title) => opensWithChange(title));
}

/**
 * Returns the entries of keys in sheets without a table, « R | rejeté : ne pas facturer », about the rows that have
 * their codes in a column that `mayTell` accepts.
 */
export function keysElsewhere({ tables, sheets }: Reading, mayBeKey: (column: Column) => boolean): FreeText[] {
  const read = new Set(tables.filter(({ lines }) => lines.length > 0).map(({ table }) => table.on.sheet));
  return sheets
    .filter(({ sheet }) => !read.has(sheet))
    .flatMap(({ sheet }) =>
      sheet.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column): FreeText[] => {
          if (typeof cell !== "string" || cell.length > longest) return [];
          const lines = linesCoded(entryOfKey(cells[column - 1] ?? null, cell), tables, mayBeKey);
          const each = tables.find(({ table }) => table === lines[0]?.table);
          if (each === undefined) return [];
          return [freeText({ text: cell.trim(), from: "correction", sheet, place: { row, column }, each, lines })];
        }),
      ),
    );
}

function textsOf(sheet: SheetCells, reading: Reading): Elsewhere[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      (typeof cell === "string" ? sentencesOf(cell) : []).flatMap((text) => {
        const from = kindOf(text, reading);
        return from === null ? [] : [{ text, row, column, rows: [cell === text ? cells : [text]], from }];
      }),
    ),
  );
}

/** Returns a text, or its sentences when it is long; a longer sentence is not read. */
const sentencesOf = (text: string): readonly string[] =>
  (text.length <= longest ? [text] : text.split(/\n+|(?<=[.!?;])\s+/)).filter(({ length }) => length <= longest);

/**
 * Returns the first text above a list, or the name of its sheet, that matters for the schools that the list names; empty when
 * none does.
 */
function titleOf(sheet: SheetCells, list?: Table): Elsewhere[] {
  const isOfSeveral = (cells: readonly Cell[]): boolean => cells.filter((cell) => !isBlank(cell)).length > 1;
  const top = list?.on.top ?? sheet.rows.findIndex(isOfSeveral);
  if (top < 0) return [];
  const above = sheet.rows.slice(0, top).flat();
  const rows = sheet.rows.slice(top);
  const isCounted = rows.some((cells) => cells.some((cell) => typeof cell === "number"));
  const text = [...above, sheet.name].find((each) => typeof each === "string" && saysOfList(each, isCounted));
  if (text === undefined) return [];
  return [{ text: String(text), row: top, column: 0, rows, from: isCounted ? "correction" : "section" }];
}

/**
 * Returns whether the title of a list is about changes, or about schools that left; without counts, also about any
 * departure but that of people.
 */
function saysOfList(title: string, isCounted: boolean): boolean {
  if (opensWithChange(title) || eventsIn(title).ofSchool.size > 0) return true;
  if (isCounted || !speaksOfEvents(title)) return false;
  return !headingSays(title, (concept) => ofOthers.has(senses[concept]!.column));
}

const ofOthers: ReadonlySet<ColumnReason | undefined> = new Set<ColumnReason>(["contact", "ratio"]);

/** Returns the kind of a text about a school; null when it does not matter. */
function kindOf(text: string, { context }: Reading): FreeText["from"] | null {
  if (eventsIn(text).ofSchool.size > 0) return "note";
  if (beginsLater(text, context.campaign)) return "opening";
  return correctsNumber(text) || datesNumbers(text, context.campaign.year) ? "correction" : null;
}

const joined = (cells: readonly Cell[]): string => cells.filter((cell) => typeof cell === "string").join(" ; ");
