import type { Cell } from "../../cells";
import { columnOf, type Column } from "../table";
import { bareNumberRank } from "../tables/column-statistics";
import { shownCell } from "../words/values";
import type { TableReading } from "./table-reader";

/** The inventory and serial numbers of rows, over all the tables read together. (decisions §4) */
export class MachineNumbers {
  readonly inventory: Column | null;
  readonly serial: Column | null;
  /** Numbers met. « Id » numbers the rows of one table: those of another say nothing of them. */
  private readonly known: SeenNumbers;

  /** `counts`: rows may count several machines, and an « Id » then numbers the rows. */
  constructor(
    private readonly reading: TableReading,
    { counts = false } = {},
  ) {
    const column = columnOf(reading.table, "inventory-number");
    const isBare = column?.rank === bareNumberRank;
    this.inventory = isBare && counts ? null : column;
    this.known = isBare ? new SeenNumbers() : reading.tools.inventoryNumbers;
    this.serial = columnOf(reading.table, "serial-number");
  }

  /** True where the inventory number was met before, an error; a serial number is only noted. */
  isDuplicate(row: number): boolean {
    const { reading, inventory, serial } = this;
    const { serialNumbers } = reading.tools;
    if (inventory !== null && !this.isNew(row, inventory)) {
      const number = shownCell(this.cell(row, inventory));
      reading.report("error", "duplicate-inventory-number", row, inventory.index, { number });
      return true;
    }
    if (serial !== null) serialNumbers.note(reading, row, serial.index);
    return false;
  }

  private cell(row: number, column: Column): Cell {
    return this.reading.table.sheet.rows[row]?.[column.index] ?? null;
  }

  /** Keeps a number; false where it was kept already. What is no number is always new. */
  private isNew(row: number, column: Column): boolean {
    const number = numberIn(this.cell(row, column));
    return number === null || !this.known.add(number);
  }
}

/** Numbers already met. Registers are mostly in the order of theirs: until one is out of order, there is nothing to look up. */
export class SeenNumbers {
  private readonly ascending: string[] = [];
  private all: Set<string> | null = null;

  /** Remembers a number; true where it was known. */
  add(number: string): boolean {
    if (this.all === null) {
      const last = this.ascending[this.ascending.length - 1];
      if (last === undefined || number > last) {
        this.ascending.push(number);
        return false;
      }
      this.all = new Set(this.ascending);
    }
    const before = this.all.size;
    this.all.add(number);
    return this.all.size === before;
  }
}

/** A hash has 32 bits and an index 21: together they fit a double exactly, and sort as numbers. */
const indexes = 2 ** 21;

/** An inventory or serial number as it is compared; null for what is none: « néant », « NC », zeros. */
function numberIn(cell: Cell): string | null {
  if (typeof cell !== "string" && typeof cell !== "number") return null;
  const number = String(cell).trim().toUpperCase();
  return /[1-9]/.test(number) ? number : null;
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/** The rows of one table whose serial numbers are compared. */
interface Batch {
  readonly reading: TableReading;
  readonly column: number;
  readonly rows: number[];
}

interface Place {
  readonly batch: Batch;
  readonly row: number;
}

/**
 * Serial numbers of all the registers read together. The same one twice is only a warning, so they are compared once, at
 * the end: sorting hashes costs less than looking each of 100,000 numbers up as it comes.
 */
export class SerialNumbers {
  private readonly batches: Batch[] = [];

  /** Notes that a row's number is to be compared. */
  note(reading: TableReading, row: number, column: number): void {
    let batch = this.batches[this.batches.length - 1];
    if (batch === undefined || batch.reading !== reading) {
      batch = { reading, column, rows: [] };
      this.batches.push(batch);
    }
    batch.rows.push(row);
  }

  /** Warns at each number that stands above already, in reading order. (decisions §4) */
  tellTwice(): void {
    const texts: string[] = [];
    const starts = this.batches.map((batch) => {
      const start = texts.length;
      for (const row of batch.rows) texts.push(numberIn(cellOf(batch, row)) ?? "");
      return start;
    });
    for (const at of repeatsOf(texts)) {
      const index = starts.findLastIndex((start) => start <= at);
      const { batch, row } = this.placeAt(index, at - starts[index]!);
      const number = shownCell(cellOf(batch, row));
      batch.reading.report("warning", "duplicate-serial-number", row, batch.column, { number });
    }
  }

  private placeAt(index: number, offset: number): Place {
    const batch = this.batches[index]!;
    return { batch, row: batch.rows[offset]! };
  }
}

function cellOf(batch: Batch, row: number): Cell {
  return batch.reading.table.sheet.rows[row]?.[batch.column] ?? null;
}

/** Places of the texts that stand before already, ascending; an empty text is none. */
function repeatsOf(texts: readonly string[]): number[] {
  const repeated: number[] = [];
  for (let start = 0; start < texts.length; start += indexes)
    for (const place of repeatsIn(texts, start)) repeated.push(place);
  return repeated.sort((a, b) => a - b);
}

function repeatsIn(texts: readonly string[], start: number): number[] {
  const size = Math.min(indexes, texts.length - start);
  const keys = new Float64Array(size);
  for (let at = 0; at < size; at += 1) keys[at] = hashOf(texts[start + at]!) * indexes + at;
  keys.sort();
  const repeated: number[] = [];
  let first = 0;
  while (first < size) {
    const hash = Math.floor(keys[first]! / indexes);
    let end = first + 1;
    while (end < size && Math.floor(keys[end]! / indexes) === hash) end += 1;
    if (end - first > 1) {
      const known = new Set<string>([""]);
      for (let at = first; at < end; at += 1) {
        const place = start + (keys[at]! % indexes);
        if (known.has(texts[place]!)) repeated.push(place);
        known.add(texts[place]!);
      }
    }
    first = end;
  }
  return repeated.filter((place) => texts[place] !== "");
}
