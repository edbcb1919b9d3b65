import type { ExclusionReason, RowFate, SheetRows } from "../types";

const reasons: readonly ExclusionReason[] = [
  "title",
  "subtotal",
  "total",
  "zero",
  "withdrawn",
  "after-snapshot",
  "untariffed",
  "set-aside",
  "other-year",
  "spare",
  "capped",
  "duplicate-source",
  "not-in-service",
  "model",
  "ignored",
  "part-of-headcount",
  "not-counted",
];
const blank = 0;
const billed = 1;
const error = 2;
const firstReason = 3;

/** What becomes of each body row of a table: exactly one of billed, excluded with a reason, in error. (decisions §4) */
export class RowLog {
  private readonly states: Uint8Array;

  constructor(
    readonly top: number,
    bottom: number,
  ) {
    this.states = new Uint8Array(Math.max(0, bottom - top + 1));
  }

  bill(row: number): void {
    this.set(row, billed);
  }

  exclude(row: number, reason: ExclusionReason): void {
    this.set(row, firstReason + reasons.indexOf(reason));
  }

  fail(row: number): void {
    this.states[row - this.top] = error;
  }

  isError(row: number): boolean {
    return this.states[row - this.top] === error;
  }

  isBilled(row: number): boolean {
    return this.states[row - this.top] === billed;
  }

  /** Null for a blank row, or one that is not of this table. */
  fateOf(row: number): RowFate | null {
    const state = this.states[row - this.top] ?? blank;
    if (state === blank) return null;
    return state === billed ? "billed" : state === error ? "error" : reasons[state - firstReason]!;
  }

  /** A row is billed after all, or excluded for a reason, whatever it was. */
  settle(row: number, reason: ExclusionReason | null): void {
    this.states[row - this.top] = reason === null ? billed : firstReason + reasons.indexOf(reason);
  }

  /** Every row read becomes excluded for one reason, whatever it was. */
  excludeAll(reason: ExclusionReason): void {
    this.states.forEach((state, at) => {
      if (state !== blank) this.states[at] = firstReason + reasons.indexOf(reason);
    });
  }

  /** Every row that was billed or in error becomes an error: its table cannot be told from another. */
  failAll(): void {
    this.states.forEach((state, at) => {
      if (state === billed) this.states[at] = error;
    });
  }

  private set(row: number, state: number): void {
    if (this.states[row - this.top] !== error) this.states[row - this.top] = state;
  }

  /** The counts, whose parts always sum to the rows read. */
  counts(): Omit<SheetRows, "sheet"> {
    const byState = new Uint32Array(firstReason + reasons.length);
    for (const state of this.states) byState[state]! += 1;
    const excluded: Partial<Record<ExclusionReason, number>> = {};
    let excludedTotal = 0;
    reasons.forEach((reason, at) => {
      const count = byState[firstReason + at]!;
      if (count > 0) excluded[reason] = count;
      excludedTotal += count;
    });
    return {
      read: byState[billed]! + byState[error]! + excludedTotal,
      billed: byState[billed]!,
      excluded: excludedTotal,
      error: byState[error]!,
      reasons: excluded,
    };
  }
}
