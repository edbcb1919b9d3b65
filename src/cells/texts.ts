import { plainLetters } from "./letters";

const isAscii = /^[\t\n\r\x20-\x7e]*$/;
const asciiSpaces = /[\s'`\-_]+/g;

/**
 * Returns the form of a text used for comparison: without accents or case, œ and æ expanded, each apostrophe, hyphen
 * and space replaced by one space, other punctuation kept, invisible characters removed, and letters of other alphabets
 * that look like Latin ones replaced by them. « École-Valentin » and « ECOLE VALENTIN » fold alike.
 */
export function fold(text: string): string {
  // Most texts are ASCII: they are folded ten times for each cell, and need no Unicode.
  if (isAscii.test(text)) return text.toLowerCase().replace(asciiSpaces, " ").trim();
  return plainLetters(text)
    .text.normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[\s\x85'’‘ʼ`´\-‐‑‒–—_]+/gu, " ")
    .trim();
}

/** Returns the words of a text, folded, without punctuation, one space between: « l’École (n° 2) » is "l ecole n 2". */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** How many texts a function caches, and the length of the longest: labels are short and few. */
const mostTexts = 4000;
const longestText = 200;
/** How many longer texts it caches: each is read by many functions, one after the other. */
const mostLongTexts = 4;

/** The cache of a function: recent texts, and earlier ones. */
interface Memory {
  recent: Map<string, unknown>;
  older: Map<string, unknown>;
  readonly long: Map<string, unknown>;
}

/** The non-empty caches of the functions that are still in use. */
const memories = new Set<WeakRef<Memory>>();

/**
 * Makes a function that caches its results by text, because labels repeat by the thousand. Caches a few long texts and
 * a few thousand others; those not met lately are removed first. `forgetTexts` empties all caches.
 */
export function memoByText<T>(work: (text: string) => T): (text: string) => T {
  const memory: Memory = { recent: new Map(), older: new Map(), long: new Map() };
  const reference = new WeakRef(memory);
  const ofLong = (text: string): T => {
    const known = memory.long.get(text) as T | undefined;
    if (known !== undefined) return known;
    const result = work(text);
    if (memory.long.size >= mostLongTexts) memory.long.clear();
    memories.add(reference);
    memory.long.set(text, result);
    return result;
  };
  return (text) => {
    if (text.length > longestText) return ofLong(text);
    const known = memory.recent.get(text) as T | undefined;
    if (known !== undefined) return known;
    const older = memory.older.get(text) as T | undefined;
    const result = older === undefined ? work(text) : older;
    if (memory.recent.size * 2 >= mostTexts) [memory.older, memory.recent] = [memory.recent, new Map()];
    if (memory.recent.size === 0) memories.add(reference);
    memory.recent.set(text, result);
    return result;
  };
}

/**
 * Empties the caches of all functions, so that what was read, such as the names in a list of pupils, does not outlive
 * its reading. (decisions §8)
 */
export function forgetTexts(): void {
  for (const reference of memories) {
    const memory = reference.deref();
    memory?.recent.clear();
    memory?.older.clear();
    memory?.long.clear();
  }
  memories.clear();
}

/** Counts the texts cached now. */
export function rememberedTexts(): number {
  return [...memories].reduce((count, reference) => {
    const memory = reference.deref();
    return memory === undefined ? count : count + memory.recent.size + memory.older.size + memory.long.size;
  }, 0);
}
