import type { Anomaly } from "./anomaly";

/** What an operation gives, or what forbids it: the anomalies found, all of them. */
export type Result<T, E = readonly Anomaly[]> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A result that holds a value. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A result that holds what forbids it. */
export function failure<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
