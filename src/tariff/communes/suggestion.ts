import { distance } from "fastest-levenshtein";

/** Letters that may differ, by the length of what was written: short names are too near one another. */
function tolerance(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * What the user may have meant: the one value whose key is close enough, or null where none is, or where two are as
 * close. It is shown, never used. (decisions §2)
 */
export function nearest<T>(key: string, byKey: ReadonlyMap<string, T>): T | null {
  let best: { letters: number; value: T | null } = { letters: tolerance(key.length) + 1, value: null };
  for (const [known, value] of byKey) {
    // As many letters differ at least.
    if (Math.abs(known.length - key.length) > best.letters) continue;
    const letters = distance(key, known);
    if (letters < best.letters) best = { letters, value };
    else if (letters === best.letters && value !== best.value) best = { letters, value: null };
  }
  return best.value;
}
