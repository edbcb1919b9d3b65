import { addTo } from "../../cells";
import type { Fact, Line } from "../facts";
import type { Reading } from "../reading";
import { numberIn } from "../rows/reader-context";
import { columnOf } from "../column";
import type { TableReading } from "../table-reading";
import type { StructuralRole } from "../texts/heading-roles";

/** A machine billed as in service, with the cell of its number. */
export interface ListedMachine {
  readonly each: TableReading;
  readonly line: Line;
  readonly fact: Fact;
  /** In the table's orientation. */
  readonly column: number;
}

/** Roles of the columns by which machines are named elsewhere. */
const naming: readonly StructuralRole[] = ["inventory-number", "serial-number", "name"];

/** The machines billed as in service, by number and by name. */
export class MachineIndex {
  private readonly known = new Map<string, ListedMachine[]>();

  constructor({ tables, ledger }: Reading) {
    for (const each of tables) {
      if (each.table.layout !== "machine-rows" || ledger.tableClaim(each.table) !== null) continue;
      const columns = naming.flatMap((role) => columnOf(each.table, role)?.index ?? []);
      for (const line of each.lines)
        for (const fact of line.facts)
          if (ledger.isOpen(fact) && fact.natures.includes("maintenance"))
            for (const column of columns) {
              const number = numberIn(each.reader.cell(line.row, column));
              if (number !== null) addTo(this.known, number, { each, line, fact, column });
            }
    }
  }

  /** Returns the machines with a number or a name. */
  of(number: string | null): readonly ListedMachine[] {
    return (number === null ? undefined : this.known.get(number)) ?? [];
  }

  /**
   * Returns the machines that a text names: by number, « CG1002 », any number after « n° », and a whole range, « CG1002
   * à CG1005 ».
   */
  in(text: string): readonly ListedMachine[] {
    const whole = isFewDigits.test(text.trim()) ? [] : this.of(numberIn(text));
    if (whole.length > 0) return whole;
    const found = new Set<ListedMachine>();
    let last: string | null = null;
    let end = 0;
    for (const match of text.matchAll(written)) {
      if (!/\d/.test(match[0])) continue;
      const between = text.slice(end, match.index);
      end = match.index + match[0].length;
      const isNumbered = last !== null && until.test(between);
      for (const number of this.spelt(match[0].toUpperCase())) {
        if (!isNumbered && isFewDigits.test(number) && !numbering.test(between)) continue;
        for (const each of isNumbered ? numbersTo(last!, number) : [number])
          for (const machine of this.of(each)) found.add(machine);
        last = number;
      }
    }
    return [...found];
  }

  /** Returns a number as it is known, « PC-01 », otherwise the numbers joined by its signs: « CG1002/CG1003 ». */
  private spelt(number: string): readonly string[] {
    return this.known.has(number) ? [number] : number.split(/[-_./]/).filter((part) => /\d/.test(part));
  }
}

const isFewDigits = /^\d{1,4}$/;
const written = /[\p{L}\d]+(?:[-_./][\p{L}\d]+)*/gu;
const numbering = /n(?:°|uméro)\s*$/i;
const until = /^\s+(?:à|au)\s+(?:n°\s*)?$/i;

/** The most machines in a range: a larger one is not a list of machines. */
const mostBetween = 500;

/** Returns the numbers after one, up to another with the same beginning; only the latter when they are not a range. */
function numbersTo(from: string, to: string): string[] {
  const [, head = "", first = ""] = lastDigits.exec(from) ?? [];
  const [, otherHead = "", last = ""] = lastDigits.exec(to) ?? [];
  const count = Number(last) - Number(first);
  if (first === "" || (otherHead !== head && otherHead !== "") || count < 1 || count > mostBetween) return [to];
  return Array.from({ length: count }, (_, at) => head + String(Number(first) + at + 1).padStart(first.length, "0"));
}

const lastDigits = /^(.*?)(\d{1,12})$/;
