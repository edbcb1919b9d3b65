/** A set of cells, by their zero-based places. */
export interface ReadonlyCellSet {
  has(row: number, column: number): boolean;
  /** True where no cell is in it. */
  readonly isEmpty: boolean;
}

/**
 * A set of cells kept as runs of rows, column by column: a column of 100,000 dates is one run. The same cells make the
 * same runs, whatever the order they are added in.
 */
export class CellSet implements ReadonlyCellSet {
  /** First and last row of each run, in order, both included: from, to, from, to… */
  private readonly runs = new Map<number, number[]>();

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  has(row: number, column: number): boolean {
    const runs = this.runs.get(column);
    if (runs === undefined) return false;
    const run = runAt(runs, row);
    return run < runs.length && runs[run]! <= row;
  }

  add(row: number, column: number): void {
    const runs = this.runs.get(column);
    if (runs === undefined) {
      this.runs.set(column, [row, row]);
      return;
    }
    const last = runs.length - 1;
    // Cells come from a file row after row.
    if (row === runs[last]! + 1) runs[last] = row;
    else if (row > runs[last]!) runs.push(row, row);
    else insert(runs, row);
  }
}

/** Adds a row that stands at or before the end of the last run. */
function insert(runs: number[], row: number): void {
  const run = runAt(runs, row);
  if (runs[run]! <= row) return;
  const joinsNext = runs[run] === row + 1;
  const joinsPrevious = run > 0 && runs[run - 1] === row - 1;
  if (joinsNext && joinsPrevious) runs.splice(run - 1, 2);
  else if (joinsNext) runs[run] = row;
  else if (joinsPrevious) runs[run - 1] = row;
  else runs.splice(run, 0, row, row);
}

/** Returns the index of the first run that does not end before a row. */
function runAt(runs: readonly number[], row: number): number {
  let [low, high] = [0, runs.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[2 * middle + 1]! < row) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
