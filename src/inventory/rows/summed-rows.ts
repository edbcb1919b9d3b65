import { Decimal } from "decimal.js";
import { countBefore, isFilteredOut, remembered } from "../../cells";
import type { TableReader } from "./table-reader";
import { parseQuantity } from "../texts/values";

/** An exact sum: a number while it is a safe integer, otherwise a Decimal. */
type Exact = number | Decimal;

/** The sums of some rows of a column: of all numbers, of those that SUM counts (not texts), and of the visible ones. */
interface Sums {
  readonly all: Decimal;
  readonly numeric: Decimal;
  /** The result of SUBTOTAL in a filtered list. */
  readonly visible: Decimal;
}

/** Running sums: the element at n is the sum of the first n rows. */
interface Running {
  readonly all: Exact[];
  readonly numeric: Exact[];
  readonly visible: Exact[];
}

/** Groups rows by key; rows whose key is null are left out. */
export function rowsByKey(
  reader: TableReader,
  rows: readonly number[],
  keyOf: (row: number, at: number) => string | null,
): Map<string, SummedRows> {
  const groups = new Map<string, SummedRows>();
  rows.forEach((row, at) => {
    const key = keyOf(row, at);
    if (key !== null) remembered(groups, key, () => new SummedRows(reader)).add(row);
  });
  return groups;
}

/** Rows of one table, from top to bottom, with the sums of any range of them, computed from running sums. */
export class SummedRows {
  private readonly running = new Map<number, Running>();

  constructor(
    private readonly reader: TableReader,
    private readonly listed: number[] = [],
  ) {}

  get rows(): readonly number[] {
    return this.listed;
  }

  get count(): number {
    return this.listed.length;
  }

  add(row: number): void {
    this.listed.push(row);
  }

  /** Returns how many of the rows are above a row. */
  countAbove(row: number): number {
    return countBefore(this.listed.length, (at) => this.listed[at]! < row);
  }

  /** Returns the sums of a column over a range of the rows, `to` excluded. */
  sums(column: number, from = 0, to = this.listed.length): Sums {
    const { all, numeric, visible } = this.upTo(column, to);
    const between = (sums: readonly Exact[]): Decimal => new Decimal(sums[to]!).minus(sums[from]!);
    return { all: between(all), numeric: between(numeric), visible: between(visible) };
  }

  /** Returns whether a number is one of the sums of a column over a range of the rows. */
  isSum(shown: number, column: number, from = 0, to = this.listed.length): boolean {
    const { all, numeric, visible } = this.upTo(column, to);
    const isIt = (sums: readonly Exact[]): boolean => equals(sums[to]!, sums[from]!, shown);
    return isIt(all) || isIt(numeric) || (this.reader.table.sheet.filtered && isIt(visible));
  }

  /** Returns the columns whose cell in a row is the sum of a range of the rows. */
  columnsSummed(row: number, columns: readonly number[], from = 0, to = this.listed.length): number[] {
    return columns.filter((column) => {
      const shown = this.reader.cell(row, column);
      return typeof shown === "number" && this.isSum(shown, column, from, to);
    });
  }

  private upTo(column: number, to: number): Running {
    const { reader, listed } = this;
    const running = remembered(this.running, column, (): Running => ({ all: [0], numeric: [0], visible: [0] }));
    const { all, numeric, visible } = running;
    const isMarked = reader.table.columns.some(
      ({ index, role }) => index === column && role.kind === "count" && reader.isOneASite(role.code),
    );
    for (let at = all.length - 1; at < to; at += 1) {
      const cell = reader.cell(listed[at]!, column);
      const isNumber = typeof cell === "number";
      const read = isNumber ? null : parseQuantity(cell);
      const isCounted = read?.kind === "value" || (isMarked && read?.kind === "mark");
      const value = isNumber ? cell : isCounted ? read.value : 0;
      all.push(plus(all[at]!, value));
      numeric.push(plus(numeric[at]!, isNumber ? value : 0));
      visible.push(plus(visible[at]!, isNumber && !isFilteredOut(reader.table.sheet, listed[at]!) ? value : 0));
    }
    return running;
  }
}

function plus(sum: Exact, value: number): Exact {
  if (value === 0) return sum;
  const added = typeof sum === "number" && Number.isInteger(value) ? sum + value : null;
  return added !== null && Number.isSafeInteger(added) ? added : new Decimal(sum).plus(value);
}

function equals(to: Exact, from: Exact, shown: number): boolean {
  if (typeof to === "number" && typeof from === "number") return to - from === shown;
  return new Decimal(to).minus(from).equals(shown);
}
