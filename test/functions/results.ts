import { Refusal } from "../../src/functions/refusal";

/** The Excel error and the French sentence of a refusal; fails on a result. */
export function refusal(result: unknown): { readonly error: string; readonly text: string } {
  if (!(result instanceof Refusal)) throw new Error(`Not refused: ${JSON.stringify(result)}`);
  return { error: result.error, text: plain(result.text) };
}

/** A table that was given, not refused. */
export function table<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw new Error(result.text);
  return result;
}

/** A text with ordinary spaces, so that tests read. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
