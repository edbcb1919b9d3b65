/** What a child process is asked: where its files are, and how many times to do the work. */
export interface Task {
  readonly input: string;
  /** Written by the chain, read by the floor. */
  readonly output: string;
  /** Runs that are not counted, then runs that are. */
  readonly warmUps: number;
  readonly runs: number;
}

/** One stage of one run. */
export interface StageFigures {
  readonly milliseconds: number;
  /** Memory of the process when the stage ends, in megabytes. */
  readonly residentMB: number;
}

/** What a child process found. */
export interface ChildFigures {
  /** One record a run that counts: its stages, in order. */
  readonly runs: readonly Readonly<Record<string, StageFigures>>[];
  /** The most memory that the process ever had, in megabytes. */
  readonly peakMB: number;
}

/** The sizes for which each layout is read. */
export interface LayoutTask {
  readonly sizes: readonly number[];
}

/** The processor's milliseconds for a warm reading of a layout, size by size; null of one that no sheet holds. */
export interface LayoutFigures {
  readonly title: string;
  readonly milliseconds: readonly (number | null)[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
