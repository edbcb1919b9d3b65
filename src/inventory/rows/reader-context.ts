import { cellAt, type Cell, type SheetCells } from "../../cells";
import type { MessageCode } from "../../messages";
import type { Options } from "../../options";
import type { Campaign, CommuneDirectory, Grid, LabelReading } from "../../tariff";
import type { Params } from "../anomalies";
import type { ChosenCommunes, WordChoices } from "../choices";
import { columnOf, countsPupils, type Table } from "../table";
import { schoolKey } from "../words/names";
import { nameOf, shownCell } from "../words/values";

/** What readers of tables share: the campaign, the choices, and what is known over all tables. */
export interface ReaderContext {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly directory: CommuneDirectory;
  readonly readLabel: (text: string) => LabelReading;
  readonly options: Options;
  readonly chosenCommunes: ChosenCommunes;
  /** The schools that headcounts name. */
  readonly namedSchools: NamedSchools;
  /** What the user said that words mean. */
  readonly words: WordChoices;
  /** Inventory numbers and serial numbers already met, over all machine tables. */
  readonly inventoryNumbers: SeenNumbers;
  readonly serialNumbers: SerialNumbers;
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
export function numberIn(cell: Cell): string | null {
  if (typeof cell !== "string" && typeof cell !== "number") return null;
  const number = String(cell).trim().toUpperCase();
  return /[1-9]/.test(number) ? number : null;
}

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/** A table whose serial numbers are compared, and what tells of them. */
interface Register {
  readonly table: Table;
  report(severity: "warning", code: MessageCode, row: number, column: number, params: Params): void;
}

/** The rows of one table whose serial numbers are compared. */
interface Batch {
  readonly register: Register;
  readonly column: number;
  readonly rows: number[];
}

/**
 * Serial numbers of all the registers read together. The same one twice is only a warning, so they are compared once, at
 * the end: sorting hashes costs less than looking each of 100,000 numbers up as it comes.
 */
export class SerialNumbers {
  private readonly batches: Batch[] = [];

  /** Notes that a row's number is to be compared. */
  note(register: Register, row: number, column: number): void {
    let batch = this.batches[this.batches.length - 1];
    if (batch === undefined || batch.register !== register) {
      batch = { register, column, rows: [] };
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
      const batch = this.batches[index]!;
      const row = batch.rows[at - starts[index]!]!;
      const number = shownCell(cellOf(batch, row));
      batch.register.report("warning", "duplicate-serial-number", row, batch.column, { number });
    }
  }
}

function cellOf({ register, column }: Batch, row: number): Cell {
  return cellAt(register.table.sheet, row, column);
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

/** The schools that headcounts name in full, a commune and a name on each row: looked up only where a commune is blank. */
export class NamedSchools {
  private known: Map<string, Set<SheetCells>> | null = null;

  constructor(
    private readonly tables: readonly Table[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** True where a table of another sheet names that school. */
  has(key: string, elsewhere: SheetCells): boolean {
    const sheets = (this.known ??= this.read()).get(key);
    return sheets !== undefined && [...sheets].some((sheet) => sheet !== elsewhere);
  }

  private read(): Map<string, Set<SheetCells>> {
    const known = new Map<string, Set<SheetCells>>();
    for (const table of this.tables) {
      const [commune, school] = [columnOf(table, "commune"), columnOf(table, "school")];
      const counts = table.layout === "pupil-list" || table.columns.some(({ role }) => countsPupils(role));
      if (commune === null || school === null || !counts) continue;
      for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
        const place = nameOf(table.sheet.rows[row]?.[commune.index] ?? null);
        const name = nameOf(table.sheet.rows[row]?.[school.index] ?? null);
        const match = place === null || name === null ? null : this.directory.find(place);
        if (match?.kind !== "found") continue;
        const key = schoolKey(match.commune, name!);
        known.set(key, (known.get(key) ?? new Set()).add(table.sheet));
      }
    }
    return known;
  }
}
