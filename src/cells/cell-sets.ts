/** A set of cells, by zero-based place. */
export interface ReadonlyCellSet {
  has(row: number, column: number): boolean;
  /** Whether the set has no cell. */
  readonly isEmpty: boolean;
}

/**
 * A set of cells stored as runs of rows, column by column: a column of 100,000 dates is one run. Equal sets have equal
 * runs, in whatever order their cells were added.
 */
export class CellSet implements ReadonlyCellSet {
  /** The first and last rows of each run, both included, in order: from, to, from, to… */
  private readonly runs = new Map<number, number[]>();

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  has(row: number, column: number): boolean {
    const runs = this.runs.get(column);
    if (runs === undefined) return false;
    const run = runAt(runs, row, 2);
    return run < runs.length && runs[run]! <= row;
  }

  add(row: number, column: number): void {
    const runs = this.runs.get(column);
    if (runs === undefined) {
      this.runs.set(column, [row, row]);
      return;
    }
    const last = runs.length - 1;
    // A file gives cells row after row.
    if (row === runs[last]! + 1) runs[last] = row;
    else if (row > runs[last]!) runs.push(row, row);
    else insert(runs, row);
  }
}

/** Adds a row at or before the end of the last run. */
function insert(runs: number[], row: number): void {
  const run = runAt(runs, row, 2);
  if (runs[run]! <= row) return;
  const joinsNext = runs[run] === row + 1;
  const joinsPrevious = run > 0 && runs[run - 1] === row - 1;
  if (joinsNext && joinsPrevious) runs.splice(run - 1, 2);
  else if (joinsNext) runs[run] = row;
  else if (joinsPrevious) runs[run - 1] = row;
  else runs.splice(run, 0, row, row);
}

/** Returns the index of the first run that ends at or after a row; `size`: numbers per run, its two rows first. */
function runAt(runs: ArrayLike<number>, row: number, size: number): number {
  let [low, high] = [0, runs.length / size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[size * middle + 1]! < row) low = middle + 1;
    else high = middle;
  }
  return size * low;
}

/** Colours of cells, RRGGBB, by zero-based place. */
export interface ReadonlyCellColours {
  /** Returns the colour of a cell; null when it has none. */
  at(row: number, column: number): string | null;
  /** Returns the number of cells of each colour. */
  counts(): ReadonlyMap<string, number>;
  /** Whether no cell has a colour. */
  readonly isEmpty: boolean;
}

/** Colours of cells, stored like sets as runs of rows, in an array for each column: first row, last row and colour. */
export class CellColours implements ReadonlyCellColours {
  constructor(private readonly runs: ReadonlyMap<number, Uint32Array> = new Map()) {}

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  at(row: number, column: number): string | null {
    const runs = this.runs.get(column);
    if (runs === undefined) return null;
    const run = runAt(runs, row, 3);
    return run < runs.length && runs[run]! <= row ? nameOf(runs[run + 2]!) : null;
  }

  counts(): Map<string, number> {
    const counts = new Map<number, number>();
    for (const runs of this.runs.values())
      for (let run = 0; run < runs.length; run += 3)
        counts.set(runs[run + 2]!, (counts.get(runs[run + 2]!) ?? 0) + runs[run + 1]! - runs[run]! + 1);
    return new Map([...counts].map(([colour, count]) => [nameOf(colour), count]));
  }
}

/** Collects colours of cells, in any order. */
export class ColourGatherer {
  /** By column: first row, last row, colour, first row… */
  private readonly runs = new Map<number, number[]>();

  /** Sets the colour, 0xRRGGBB, of a cell that has none. */
  add(row: number, column: number, colour: number): void {
    const runs = this.runs.get(column);
    if (runs === undefined) {
      this.runs.set(column, [row, row, colour]);
      return;
    }
    const last = runs.length - 3;
    if (row === runs[last + 1]! + 1 && runs[last + 2] === colour) runs[last + 1] = row;
    else runs.push(row, row, colour);
  }

  /** Returns the collected colours. The same cells give equal results, in whatever order they were added. */
  colours(): CellColours {
    return new CellColours(new Map([...this.runs].map(([column, runs]) => [column, Uint32Array.from(inOrder(runs))])));
  }
}

/** Returns runs in order, with consecutive runs of one colour joined. */
function inOrder(runs: readonly number[]): readonly number[] {
  const starts = Array.from({ length: runs.length / 3 }, (_, run) => 3 * run);
  // A file gives cells row after row.
  if (starts.every((run) => run === 0 || runs[run]! > runs[run - 2]!)) return runs;
  const sorted: number[] = [];
  for (const run of starts.sort((a, b) => runs[a]! - runs[b]!)) {
    const [from, to, colour] = [runs[run]!, runs[run + 1]!, runs[run + 2]!];
    const last = sorted.length - 3;
    if (last >= 0 && sorted[last + 1] === from - 1 && sorted[last + 2] === colour) sorted[last + 1] = to;
    else sorted.push(from, to, colour);
  }
  return sorted;
}

function nameOf(colour: number): string {
  return colour.toString(16).toUpperCase().padStart(6, "0");
}
