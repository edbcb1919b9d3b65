import type { MessageCode } from "./catalogue";

/**
 * `error`: something is not billed, and documents need an explicit acceptance; `warning`: billed as said, to be looked
 * at; `info`: to know. (decisions §4)
 */
export type Severity = "error" | "warning" | "info";

/** Something found in what was read, at its place, as a value. Its message is made from the catalogue when it is shown. */
export interface Anomaly<Code extends string = MessageCode> {
  readonly severity: Severity;
  readonly code: Code;
  readonly file: string | null;
  readonly sheet: string | null;
  /** A1, or null where there is no cell. */
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Where an anomaly stands; what is left out is null. */
export type AnomalyPlace = Partial<Pick<Anomaly, "file" | "sheet" | "cell">>;

/** Makes an anomaly; of a whole run where no place is given. */
export function anomaly<Code extends string = MessageCode>(
  severity: Severity,
  code: Code,
  params: Anomaly["params"] = {},
  { file = null, sheet = null, cell = null }: AnomalyPlace = {},
): Anomaly<Code> {
  return { severity, code, file, sheet, cell, params };
}

/** A bug met on the way, as something to say: the pane stays usable, and the text helps whoever is called. */
export function unexpected(fault: unknown): Anomaly {
  const detail = fault instanceof Error ? `${fault.name} : ${fault.message}` : String(fault);
  return anomaly("error", "pane-unexpected", { detail });
}

/** Returns how many anomalies of a severity there are. */
export function countOf(anomalies: readonly Anomaly<string>[], severity: Severity): number {
  return anomalies.filter((anomaly) => anomaly.severity === severity).length;
}

/** What an operation gives, or what forbids it: the anomalies found, all of them. */
export type Result<T, E = readonly Anomaly[]> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Returns a result that holds a value. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Returns a result that holds what forbids it. */
export function failure<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Codes of what is told of a campaign whose état was issued, by what the one that is billed differs in. */
export const issuedDifferences = { amounts: "issued-amounts-differ", number: "issued-number-differs" } as const;
