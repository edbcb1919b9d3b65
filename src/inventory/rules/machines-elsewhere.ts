import { addTo, cellAt, cellName, isShownAsDate, sourceName, toSerial, type Cell } from "../../cells";
import { error } from "../ledger";
import type { Reading } from "../reading";
import { numberIn } from "../rows/reader-context";
import type { CellPlace, Table } from "../table";
import type { TableReading } from "../table-reading";
import { looseBlocks, type BlockCell } from "../tables/loose-blocks";
import type { Source } from "../tables/find-tables";
import { structuralRole } from "../texts/heading-role";
import { namesLeaving, tellsLeaving } from "../texts/leaving";
import { readDate, shownCell } from "../texts/values";
import { MachineIndex, type ListedMachine } from "./machine-index";

/** A place of a sheet that bills no machine: a block in no table, or a table that lists none that is billed. */
interface Place {
  readonly source: Source;
  readonly start: CellPlace;
  /** By rows, each from left to right. */
  readonly rows: ReadonlyMap<number, readonly BlockCell[]>;
  /** What speaks of all of it: titles, and the sheet's name. */
  readonly titles: readonly string[];
  readonly date1904: boolean;
}

const code = "machine-named-elsewhere";

/**
 * Asks of each machine billed as in service that another place of the workbooks names by its number, where the name of its sheet, a
 * title, a heading or the text beside it says that it left, moved, was replaced: the register may not tell it yet. (decisions §4)
 */
export function askOfMachinesElsewhere(reading: Reading): void {
  const index = new MachineIndex(reading);
  if (index.isEmpty) return;
  for (const source of reading.sheets) for (const place of placesOf(source, reading)) hear(place, index, reading);
}

/** Returns the places of a sheet where a machine may be named, its registers apart. */
function placesOf(source: Source, reading: Reading): Place[] {
  const { sheet } = source;
  const own = reading.tables.filter(({ table }) => table.on.sheet === sheet);
  const date1904 = own[0]?.table.date1904 ?? false;
  const blocks = looseBlocks(
    sheet,
    own.map(({ table }) => table.on),
  );
  return [
    ...blocks.map(({ cells, top: row, left: column }): Place => {
      return { source, start: { row, column }, rows: byRow(cells), titles: [sheet.name], date1904 };
    }),
    ...own
      .filter((each) => isHeard(each, reading))
      .map(({ table }): Place => {
        const titles = [...(table.titles ?? []), sheet.name];
        const start = { row: table.on.top, column: table.on.left };
        return { source, start, rows: byRow(cellsOf(table)), titles, date1904 };
      }),
  ];
}

/** Returns whether what a table says of machines is heard: not of registers, repeats, models, other years and tables in question. */
function isHeard({ table, lines }: TableReading, { ledger }: Reading): boolean {
  const claim = ledger.tableClaim(table);
  // A register has a column of exits and words of states: its titles alone say that all its machines left.
  if (claim === null && table.layout === "machine-rows")
    return lines.length === 0 && (table.titles ?? []).some(namesLeaving);
  if (claim === null) return true;
  return claim.is === "left-out" && (claim.reason === "not-in-service" || claim.reason === "ignored");
}

function cellsOf({ on }: Table): BlockCell[] {
  const cells: BlockCell[] = [];
  for (let row = on.top; row <= on.bottom; row += 1)
    for (let column = on.left; column <= on.right; column += 1) {
      const cell = cellAt(on.sheet, row, column);
      if (cell !== null) cells.push({ row, column, cell });
    }
  return cells;
}

function byRow(cells: readonly BlockCell[]): Map<number, BlockCell[]> {
  const rows = new Map<number, BlockCell[]>();
  for (const each of cells) addTo(rows, each.row, each);
  return rows;
}

/** Hears what a place says of the machines that it names; what stands above the first of them heads all of them. */
function hear(place: Place, index: MachineIndex, reading: Reading): void {
  const headings = new Map<number, string>();
  const above: string[] = [...place.titles];
  let isBelow = false;
  for (const [row, cells] of place.rows) {
    const named = cells.map(({ cell, column }) => namedBy(cell, headings.get(column), index));
    const machines = new Set(named.flat());
    if (machines.size > 0) isBelow = true;
    const texts = cells.flatMap(({ cell }) => (typeof cell === "string" ? [cell] : []));
    if (!isBelow) above.push(...texts);
    for (const { cell, column } of cells) if (!isBelow && typeof cell === "string") headings.set(column, cell);
    if (machines.size === 0 || isLater(cells, place, reading)) continue;
    const said = texts.find(tellsLeaving) ?? above.find(namesLeaving);
    if (said === undefined) continue;
    const at = cells[named.findIndex((each) => each.length > 0)]!;
    for (const machine of machines) ask(machine, { said, at: { row, column: at.column } }, place, reading);
  }
}

/** Returns the machines that a cell names: a number of few figures does under a heading of numbers alone. */
function namedBy(cell: Cell, heading: string | undefined, index: MachineIndex): readonly ListedMachine[] {
  if (typeof cell === "string") {
    const named = index.in(cell);
    if (named.length > 0) return named;
  }
  const role = heading === undefined ? null : structuralRole(heading);
  const isNumbered = role?.role === "inventory-number" || role?.role === "serial-number" || role?.why === "identifier";
  return isNumbered ? index.of(numberIn(cell)) : [];
}

/** Returns whether a row dates what it says after the snapshot: the machine was in service on it. */
function isLater(cells: readonly BlockCell[], { source: { sheet }, date1904 }: Place, { context }: Reading): boolean {
  const days = cells
    .filter(({ row, column, cell }) => typeof cell === "string" || isShownAsDate(sheet, row, column))
    .map(({ cell }) => readDate(cell, date1904))
    .filter((day) => day > 0);
  return days.length > 0 && days.every((day) => day > toSerial(context.campaign.snapshot));
}

function ask(
  { each, line, fact, column }: ListedMachine,
  { said, at }: { readonly said: string; readonly at: CellPlace },
  { source, start }: Place,
  { ledger }: Reading,
): void {
  const { reader } = each;
  if (!ledger.isOpen(fact) || reader.accepts(code, line.row, column)) return;
  ledger.claim(fact, error);
  const { name, otherFile } = source.ref;
  reader.report("error", code, line.row, column, {
    value: shownCell(reader.cell(line.row, column)),
    place: sourceName(name, cellName(at.row, at.column), otherFile),
    list: sourceName(name, cellName(start.row, start.column), otherFile),
    said: said.trim(),
    // Its installation stays due, whatever became of it since.
    ...(!fact.natures.includes("installation") && { mayBeOut: 1 }),
  });
}
