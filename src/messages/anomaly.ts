import type { MessageCode } from "./catalogue";

/**
 * The severity of an anomaly. (decisions §4) `error`: rows are not billed, and documents need an explicit acceptance;
 * `warning`: billed as read, to be checked; `info`: for information.
 */
export type Severity = "error" | "warning" | "info";

/** A finding about what was read, at its place. Its message is made from the catalogue when it is shown. */
export interface Anomaly<Code extends string = MessageCode> {
  readonly severity: Severity;
  readonly code: Code;
  readonly file: string | null;
  readonly sheet: string | null;
  /** An A1 address or range; null when the anomaly is not about cells. */
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The place of an anomaly; parts that are left out are null. */
export type AnomalyPlace = Partial<Pick<Anomaly, "file" | "sheet" | "cell">>;

/** Makes an anomaly; without a place, it concerns the whole run. */
export function anomaly<Code extends string = MessageCode>(
  severity: Severity,
  code: Code,
  params: Anomaly["params"] = {},
  { file = null, sheet = null, cell = null }: AnomalyPlace = {},
): Anomaly<Code> {
  return { severity, code, file, sheet, cell, params };
}

/** Returns the anomaly of a bug: the pane stays usable, and the text helps the support. */
export function unexpected(fault: unknown): Anomaly {
  const detail = fault instanceof Error ? `${fault.name} : ${fault.message}` : String(fault);
  return anomaly("error", "pane-unexpected", { detail });
}

/** Counts the anomalies of a severity. */
export function countOf(anomalies: readonly Pick<Anomaly<string>, "severity">[], severity: Severity): number {
  return anomalies.filter((anomaly) => anomaly.severity === severity).length;
}

/** The value of an operation, or all the errors that prevented it. */
export type Result<T, E = readonly Anomaly[]> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Returns a successful result. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Returns a failed result. */
export function failure<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** The warnings about an état that differs from the one issued for its campaign, by what differs. */
export const issuedDifferences = { amounts: "issued-amounts-differ", number: "issued-number-differs" } as const;
