import { Decimal } from "decimal.js";
import { as15Digits, type Cell } from "../cells";
import { formulaParts, type FormulaPart, type FormulaPlace, type Reference } from "./formula-references";

/** Access to the cells that a sum reads. */
export interface SummedCells {
  /** Returns the value of a cell; undefined when it is a formula without a result. */
  readonly valueAt: (place: FormulaPlace) => Cell | undefined;
  /** Returns the cells of a range that are not blank. */
  readonly filledIn: (reference: Reference) => Iterable<FormulaPlace>;
  /** Returns whether some rows of a range are hidden: SUBTOTAL may or may not count them. */
  readonly hidesRows: (reference: Reference) => boolean;
  /** Returns whether a cell is a SUBTOTAL, which another SUBTOTAL ignores. */
  readonly isSubtotal: (place: FormulaPlace) => boolean;
}

/** Thrown when a formula does more than this module computes. */
class Beyond extends Error {}

/**
 * Returns the result of a formula made only of SUM and SUBTOTAL of cells and ranges, numbers, + and −, and parentheses.
 * Returns null for any other formula, and when an added cell does not hold a number.
 */
export function sumOf(formula: string, place: FormulaPlace, cells: SummedCells): number | null {
  try {
    const reader = new SumReader(formulaParts(formula, place.sheet), cells);
    return as15Digits(reader.whole().toNumber());
  } catch (stop) {
    if (stop instanceof Beyond) return null;
    throw stop;
  }
}

class SumReader {
  private at = 0;

  constructor(
    private readonly parts: readonly FormulaPart[],
    private readonly cells: SummedCells,
  ) {}

  whole(): Decimal {
    const sum = this.sum();
    if (this.at < this.parts.length) throw new Beyond();
    return sum;
  }

  /** Reads terms that are added or subtracted. */
  private sum(): Decimal {
    let sum = new Decimal(0);
    for (let isFirst = true; ; isFirst = false) {
      const sign = this.takes("+") ? 1 : this.takes("-") ? -1 : isFirst ? 1 : 0;
      if (sign === 0) return sum;
      sum = sum.plus(this.term().times(sign));
    }
  }

  private term(): Decimal {
    const part = this.next();
    if (part.kind === "number") return new Decimal(part.value);
    if (part.kind === "cells") return this.cell(part.reference);
    if (part.kind === "call") return this.call(part.name);
    if (part.text !== "(") throw new Beyond();
    const sum = this.sum();
    this.expect(")");
    return sum;
  }

  private call(name: string): Decimal {
    const isSubtotal = name === "SUBTOTAL";
    if (!isSubtotal && name !== "SUM") throw new Beyond();
    if (isSubtotal) {
      const which = this.next();
      if (which.kind !== "number" || !["9", "109"].includes(which.value)) throw new Beyond();
      this.expect(",");
    }
    let sum = new Decimal(0);
    do sum = sum.plus(this.argument(isSubtotal));
    while (this.takes(","));
    this.expect(")");
    return sum;
  }

  /** Reads one argument of a function: the numbers of a range, or an expression. */
  private argument(isSubtotal: boolean): Decimal {
    const [part, after] = [this.parts[this.at], this.parts[this.at + 1]];
    const isAlone = after?.kind === "sign" && (after.text === "," || after.text === ")");
    if (part?.kind !== "cells" || !isAlone) {
      if (isSubtotal) throw new Beyond();
      return this.sum();
    }
    this.at += 1;
    if (isSubtotal && this.cells.hidesRows(part.reference)) throw new Beyond();
    let sum = new Decimal(0);
    for (const place of this.cells.filledIn(part.reference)) {
      if (isSubtotal && this.cells.isSubtotal(place)) continue;
      const value = this.known(place);
      if (typeof value === "number") sum = sum.plus(value);
    }
    return sum;
  }

  /** Returns the number in a single cell, 0 when it is blank; throws `Beyond` for a range or any other value. */
  private cell({ sheet, block: { top, left, bottom, right } }: Reference): Decimal {
    const value = top === bottom && left === right ? this.known({ sheet, row: top, column: left }) : "";
    if (value !== null && typeof value !== "number") throw new Beyond();
    return new Decimal(value ?? 0);
  }

  private known(place: FormulaPlace): Exclude<Cell, object> {
    const value = this.cells.valueAt(place);
    if (value === undefined || (value !== null && typeof value === "object")) throw new Beyond();
    return value;
  }

  private next(): FormulaPart {
    const part = this.parts[this.at++];
    if (part === undefined) throw new Beyond();
    return part;
  }

  private takes(sign: string): boolean {
    const part = this.parts[this.at];
    if (part?.kind !== "sign" || part.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new Beyond();
  }
}
