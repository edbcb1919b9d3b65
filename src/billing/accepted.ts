import type { Anomaly } from "../messages";

/** A point that the user looked at and accepted, as long as what was written there still is. (decisions §4, `accepted`) */
export interface AcceptedPoint {
  readonly file?: string | null;
  readonly sheet?: string | null;
  readonly cell?: string | null;
  readonly code: string;
  readonly was: string;
}

/**
 * Whether an anomaly was accepted: a choice that names no file, sheet or cell is about any. What is to be written as `was` is
 * in the anomaly's parameters.
 */
export function isAccepted({ code, file, sheet, cell, params }: Anomaly, accepted: readonly AcceptedPoint[]): boolean {
  return accepted.some(
    (one) =>
      one.code === code &&
      one.was === params.was &&
      (one.file ?? file) === file &&
      (one.sheet ?? sheet) === sheet &&
      (one.cell ?? cell) === cell,
  );
}
