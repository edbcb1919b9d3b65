import {
  addTo,
  cellName,
  filledIn,
  isBlank,
  isShownAsDate,
  rowsBetweenPauses,
  sourceName,
  toSerial,
  type Cell,
  type SheetCells,
  type Steps,
} from "../../cells";
import { isCorrected, type Column } from "../column";
import type { Fact, Line } from "../facts";
import { error } from "../ledger";
import type { Reading } from "../reading";
import { numberIn } from "../rows/reader-context";
import { placeIn, type CellPlace, type Table } from "../table";
import type { TableReading } from "../table-reading";
import { looseBlocks, type BlockCell } from "../tables/loose-blocks";
import type { Source } from "../tables/find-tables";
import type { SheetRef } from "../types";
import { hasUnread, headingSays } from "../texts/heading";
import { structuralRole } from "../texts/heading-role";
import { replacementIn } from "../texts/free-text";
import { namesLeaving, speaksOfLeaving } from "../texts/leaving";
import { headsRemarks } from "../texts/row-topics";
import { conceptSet } from "../texts/senses";
import { readDate, shownCell } from "../texts/values";
import { MachineIndex, type ListedMachine } from "./machine-index";
import { isOfRemarks } from "./row-remarks";

/** A place of a sheet without a billed machine: a block outside tables, or a table. */
interface Place {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
  readonly start: CellPlace;
  /** By row, each from left to right. */
  readonly rows: ReadonlyMap<number, readonly BlockCell[]>;
  /** The titles that concern all of it, and the name of the sheet. */
  readonly titles: readonly string[];
  readonly date1904: boolean;
}

const code = "machine-named-elsewhere";

/**
 * Asks about each machine billed as in service whose number is in another place, where a title, a heading, a nearby
 * text or the name of the sheet mentions that it left, moved or was replaced: the inventory may be outdated. (decisions
 * §4)
 */
export function* askOfMachinesElsewhere(reading: Reading): Steps<void> {
  const places: Place[] = [];
  for (const source of reading.sheets)
    for (const place of placesOf(source, reading)) {
      yield;
      if (saysLeaving(place)) places.push(place);
    }
  const columns = reading.tables.flatMap((each) => columnsOfOthers(each, reading));
  if (places.length === 0 && columns.length === 0) return;
  yield;
  const index = new MachineIndex(reading);
  for (const place of places) askOfMachinesIn(place, index, reading);
  for (const column of columns) yield* askOfMachinesUnder(column, index, reading);
}

/** A column of a list of machines that may name others: « Remplace ». */
interface ColumnOfOthers {
  readonly each: TableReading;
  readonly column: Column;
  readonly heading: string;
  /** What says that they left: its heading, or its remarks, « remplace le 1042 »; null when the heading is not understood. */
  readonly saidBy: "heading" | "remarks" | null;
}

/** Returns the columns of a list of machines which may say that the machines that they name left. */
function columnsOfOthers(each: TableReading, { ledger }: Reading): ColumnOfOthers[] {
  const { table } = each;
  if (table.layout !== "machine-rows" || ledger.tableClaim(table) !== null) return [];
  return table.columns.flatMap((column) => {
    const heading = column.texts.at(-1) ?? "";
    if (isCorrected(column) || !isOfRemarks(column)) return [];
    const saysLeft = namesLeaving(heading) || headingSays(heading, (concept) => ofEarlier.has(concept));
    const saidBy = saysLeft ? "heading" : headsRemarks(heading) ? "remarks" : null;
    return saidBy !== null || hasUnread([heading]) ? [{ each, column, heading, saidBy }] : [];
  });
}

/** « Ancien poste », « Doublon de ». */
const ofEarlier = conceptSet("former notBilled");

/** Asks about the machines that the rows of other machines name, most of them where the heading is not understood. */
function* askOfMachinesUnder(
  { each, column, heading, saidBy }: ColumnOfOthers,
  index: MachineIndex,
  reading: Reading,
): Steps<void> {
  const { table, reader, lines } = each;
  const isToCome = (fact: Fact): boolean => {
    const claim = reading.ledger.claimOf(fact);
    return claim?.is === "left-out" && claim.reason === "after-snapshot";
  };
  const named: { readonly line: Line; readonly others: readonly ListedMachine[] }[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % rowsBetweenPauses === 0) yield;
    const cell = reader.cell(line.row, column.index);
    if (isBlank(cell) || line.facts.every(isToCome)) continue;
    const isNumbered = saidBy === "heading" || headsNumbers(heading);
    const machines = saidBy === "remarks" ? replacedBy(cell, index) : namedBy(cell, isNumbered, index);
    named.push({ line, others: machines.filter((one) => one.line !== line) });
  }
  const naming = named.filter(({ others }) => others.length > 0);
  if (saidBy === null && naming.length * 2 < named.length) return;
  const start = placeIn(table, column.headerRow, column.index);
  for (const { line, others } of naming) {
    const leaving = saidBy === "remarks" ? shownCell(reader.cell(line.row, column.index)) : heading;
    const at = placeIn(table, line.row, column.index);
    for (const machine of others) ask(machine, { leaving, at }, { ref: table.ref, start }, reading);
  }
}

/** Returns the machines that a remark says another replaces: « remplace le 1042 », « en remplacement du 1042 ». */
function replacedBy(cell: Cell, index: MachineIndex): readonly ListedMachine[] {
  const replacement = replacementIn(shownCell(cell)) ?? "";
  // A date is one word: none of its numbers is a machine's.
  const numbers = replacement.match(/\S*\d[\p{L}\d]*/gu) ?? [];
  return [...new Set([...index.in(replacement), ...numbers.flatMap((number) => index.of(numberIn(number)))])];
}

/** Returns whether anything in a place says that what it names left: nothing is asked of it otherwise. */
function saysLeaving({ titles, rows }: Place): boolean {
  const says = (text: Cell): boolean => typeof text === "string" && (speaksOfLeaving(text) || namesLeaving(text));
  return titles.some(says) || [...rows.values()].flat().some(({ cell }) => says(cell));
}

/** Returns the places of a sheet where a machine may be named, outside the lists of machines billed. */
function placesOf(source: Source, reading: Reading): Place[] {
  const { sheet, ref } = source;
  const own = reading.tables.filter(({ table }) => table.on.sheet === sheet);
  const date1904 = own[0]?.table.date1904 ?? false;
  return [
    ...looseBlocks(sheet, own).map(({ cells, top: row, left: column }): Place => {
      const rows = new Map<number, BlockCell[]>();
      for (const each of cells) addTo(rows, each.row, each);
      return { sheet, ref, start: { row, column }, rows, titles: [sheet.name], date1904 };
    }),
    ...own
      .filter((each) => isElsewhere(each, reading))
      .map(({ table }): Place => {
        const titles = [...(table.titles ?? []), sheet.name];
        const start = { row: table.on.top, column: table.on.left };
        return { sheet, ref, start, rows: rowsOf(table), titles, date1904 };
      }),
  ];
}

/**
 * Returns whether the texts of a table about machines are taken into account: not those of lists of machines, repeats,
 * models, other years and tables in error.
 */
function isElsewhere({ table }: TableReading, { ledger }: Reading): boolean {
  const claim = ledger.tableClaim(table);
  // A list of machines has its own columns of exits and states.
  if (claim === null) return table.layout !== "machine-rows";
  return claim.is === "left-out" && (claim.reason === "not-in-service" || claim.reason === "ignored");
}

function rowsOf({ on: { sheet, top, bottom, left, right } }: Table): Map<number, BlockCell[]> {
  const rows = new Map<number, BlockCell[]>();
  for (let row = top; row <= bottom; row += 1)
    rows.set(
      row,
      filledIn(sheet.rows[row]!, left, right).map((each) => ({ row, ...each })),
    );
  return rows;
}

/** A text without a number, unless a year ends it: alone in its row, it is the title of the rows below. */
const titlesRows = /^\D+(?:\d{4})?$/;

/**
 * Asks about the machines that a place names and declares gone; the texts above the first one concern all of them, as
 * do the titles of rows above them.
 */
function askOfMachinesIn(place: Place, index: MachineIndex, reading: Reading): void {
  const headings = new Map<number, string>();
  const above: string[] = [...place.titles];
  let isBelow = false;
  for (const [row, cells] of place.rows) {
    const named = cells.map(({ cell, column }) => namedBy(cell, headsNumbers(headings.get(column)), index));
    const machines = new Set(named.flat());
    if (machines.size > 0) isBelow = true;
    const texts = cells.flatMap(({ cell }) => (typeof cell === "string" ? [cell] : []));
    if (!isBelow || (cells.length === 1 && titlesRows.test(texts.join()))) above.push(...texts);
    if (!isBelow) for (const { cell, column } of cells) headings.set(column, shownCell(cell));
    const leaving = texts.find(speaksOfLeaving) ?? above.find(namesLeaving);
    if (leaving === undefined || isLater(cells, place, reading)) continue;
    const first = named.findIndex((each) => each.length > 0);
    for (const machine of machines)
      ask(machine, { leaving, at: { row, column: cells[first]!.column } }, place, reading);
  }
}

/** Returns the machines that a cell names; a number of few digits only does where such numbers are expected. */
function namedBy(cell: Cell, isNumbered: boolean, index: MachineIndex): readonly ListedMachine[] {
  const named = typeof cell === "string" ? index.in(cell) : [];
  return isNumbered ? [...named, ...index.of(numberIn(cell))] : named;
}

/** Returns whether a heading is that of inventory numbers, or of others. */
function headsNumbers(heading: string | undefined): boolean {
  const role = heading === undefined ? null : structuralRole(heading);
  return role?.role === "inventory-number" || role?.role === "serial-number" || role?.why === "identifier";
}

/** Returns whether a row dates its event after the day of count, on which the machine was in service. */
function isLater(cells: readonly BlockCell[], { sheet, date1904 }: Place, { context }: Reading): boolean {
  const days = cells
    .filter(({ row, column, cell }) => typeof cell === "string" || isShownAsDate(sheet, row, column))
    .map(({ cell }) => readDate(cell, date1904))
    .filter((day) => day > 0);
  return days.length > 0 && days.every((day) => day > toSerial(context.campaign.snapshot));
}

function ask(
  { each, line, fact, column }: ListedMachine,
  { leaving, at }: { readonly leaving: string; readonly at: CellPlace },
  { ref: { name, otherFile }, start }: Pick<Place, "ref" | "start">,
  { ledger }: Reading,
): void {
  const { reader } = each;
  if (!ledger.isOpen(fact) || reader.accepts(code, line.row, column)) return;
  ledger.claim(fact, error);
  reader.report("error", code, line.row, column, {
    value: shownCell(reader.cell(line.row, column)),
    place: sourceName(name, cellName(at.row, at.column), otherFile),
    list: sourceName(name, cellName(start.row, start.column), otherFile),
    said: leaving.trim(),
    // Its installation remains due.
    ...(!fact.natures.includes("installation") && { mayBeOut: 1 }),
  });
}
