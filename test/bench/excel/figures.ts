/** What a child process is asked to measure of the port to Excel. */
export interface PublishingTask {
  /** The register. */
  readonly input: string;
  readonly campaign: number;
  readonly warmUps: number;
  readonly runs: number;
}

/** One operation on the workbook; its times are the processor's, which other processes hardly lengthen. */
export interface OperationFigures {
  readonly milliseconds: number;
  /** Of which Excel's own. */
  readonly hostMilliseconds: number;
  /** The longest time that the page kept its thread, in milliseconds, Excel's own apart. */
  readonly stretch: number;
  readonly requests: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** In the order in which a run does them: a first generation, the same cells in a raw batch, another generation over the first. */
export const operationNames = ["read", "bill", "publish", "raw", "readAgain", "billAgain", "publishAgain"] as const;
export type OperationName = (typeof operationNames)[number];
export type Operations = Readonly<Record<OperationName, OperationFigures>>;

export interface PublishingFigures {
  readonly sheets: number;
  /** Filled, or dressed. */
  readonly cells: number;
  /** One record a run that counts. */
  readonly runs: readonly Operations[];
}

/** What a child process is asked to measure of the functions. */
export interface CallsTask {
  readonly calls: number;
  readonly warmUps: number;
  readonly runs: number;
}

/** One recalculation. */
export interface RecalculationFigures {
  /** Until the last result is in its cell, by the clock. */
  readonly milliseconds: number;
  /** That the processor works for the page, Office.js and the function. */
  readonly pageMilliseconds: number;
  readonly requests: number;
}

/** Cells that each call, or one that spills; our function, or one that gives back what it is given. */
export const recalculationNames = ["cells", "plainCells", "spilled", "plainSpilled"] as const;
export type RecalculationName = (typeof recalculationNames)[number];
export type Recalculations = Readonly<Record<RecalculationName, RecalculationFigures>>;

export interface CallsFigures {
  readonly runs: readonly Recalculations[];
}
