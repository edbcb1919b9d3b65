import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";

/** A hash has 32 bits and an index 21: together they fit a double exactly, and sort as numbers. */
const indexes = 2 ** 21;

function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

/**
 * Serial numbers of all the registers read together. The same one twice is only a warning, so they are compared once, at
 * the end: sorting hashes costs less than looking each of 100,000 numbers up as it comes.
 */
export class SerialNumbers {
  private readonly texts: string[] = [];
  private readonly readings: TableReading[] = [];
  private readonly rows: number[] = [];
  private readonly columns: number[] = [];

  note(text: string, reading: TableReading, row: number, column: number): void {
    this.texts.push(text);
    this.readings.push(reading);
    this.rows.push(row);
    this.columns.push(column);
  }

  /** Warns at each number that stands above already, in reading order. (decisions §4) */
  tellTwice(): void {
    for (const at of this.repeats()) {
      const [reading, row, column] = [this.readings[at]!, this.rows[at]!, this.columns[at]!];
      const number = shownCell(reading.table.sheet.rows[row]?.[column] ?? null);
      reading.report("warning", "duplicate-serial-number", row, column, { number });
    }
  }

  /** Places of the numbers that were noted before, ascending. */
  private repeats(): number[] {
    const repeated: number[] = [];
    for (let start = 0; start < this.texts.length; start += indexes) repeated.push(...this.repeatsIn(start));
    return repeated.sort((a, b) => a - b);
  }

  private repeatsIn(start: number): number[] {
    const size = Math.min(indexes, this.texts.length - start);
    const keys = new Float64Array(size);
    for (let at = 0; at < size; at += 1) keys[at] = hashOf(this.texts[start + at]!) * indexes + at;
    keys.sort();
    const repeated: number[] = [];
    for (let first = 0; first < size;) {
      const hash = Math.floor(keys[first]! / indexes);
      let end = first + 1;
      while (end < size && Math.floor(keys[end]! / indexes) === hash) end += 1;
      if (end - first > 1) {
        const known = new Set<string>();
        for (let at = first; at < end; at += 1) {
          const place = start + (keys[at]! % indexes);
          const text = this.texts[place]!;
          if (known.has(text)) repeated.push(place);
          known.add(text);
        }
      }
      first = end;
    }
    return repeated;
  }
}
