import { isSum, placeKey, CellSet, type Cell, type CellBlock, type CellFacts } from "../cells";
import type { Shown } from "./cell-content";

/** What is known of a sheet's numbers beyond their values, gathered cell by cell. */
export class NumberFacts implements Omit<CellFacts, "filteredRows"> {
  readonly dates = new CellSet();
  readonly money = new CellSet();
  readonly formulas = new CellSet();
  readonly withoutResult = new CellSet();
  readonly sums = new Map<number, string>();
  readonly struck = new CellSet();

  /** Notes how a number is shown. */
  addLook(row: number, column: number, shown: Shown, isStruck: boolean): void {
    if (shown === "date") this.dates.add(row, column);
    else if (shown === "money") this.money.add(row, column);
    if (isStruck) this.struck.add(row, column);
  }

  /** Notes a formula, without its `=`, that gives a number or has no result. */
  addFormula(row: number, column: number, formula: string, hasResult: boolean): void {
    this.formulas.add(row, column);
    if (isSum(formula)) this.sums.set(placeKey(row, column), detachedText(formula));
    if (!hasResult) this.withoutResult.add(row, column);
  }
}

/** Shorter texts are copied when they are cut out. */
const shortestShared = 13;

/** Returns a copy of a text: one cut out of a long text would keep the whole of it in memory. */
export function detachedText(text: string): string {
  return text.length < shortestShared ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** Returns the rows hidden inside a filter's range: criteria cannot tell which filters are in use. */
export function filteredRowsOf(hiddenRows: ReadonlySet<number>, filters: readonly CellBlock[]): Set<number> {
  return new Set([...hiddenRows].filter((row) => filters.some(({ top, bottom }) => row > top && row <= bottom)));
}

/** Takes the rows off, from the last one up, that hold nothing; `isFilled` tells of a blank cell that it is none. */
export function trimRows(rows: Cell[][], isFilled: (row: number, column: number) => boolean = () => false): Cell[][] {
  const isBlank = (row: number) => rows[row]!.every((cell, column) => cell === null && !isFilled(row, column));
  while (rows.length > 0 && isBlank(rows.length - 1)) rows.pop();
  return rows;
}
