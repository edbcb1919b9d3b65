import { plainLetters } from "./letters";

const isAscii = /^[\t\n\r\x20-\x7e]*$/;
const asciiSpaces = /[\s'`\-_]+/g;

/**
 * Returns a text as it is compared: no accents, no case, œ and æ opened, every apostrophe, hyphen and space made one
 * space, other punctuation kept, marks that nobody sees left out, letters of other alphabets that look like Latin ones made
 * Latin. « École-Valentin » and « ECOLE VALENTIN » fold alike.
 */
export function fold(text: string): string {
  // Most texts have no accent: they are folded ten times a cell, and need no Unicode.
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

/** Texts that a function remembers at most, and their length: a label is short, and there are few of them. */
const mostTexts = 4000;
const longestText = 200;
/** Of longer ones, only the last: each is looked at by many, again and again. */
const mostLongTexts = 4;

/** What a function remembers: texts met lately, and those met before them. */
interface Memory {
  recent: Map<string, unknown>;
  older: Map<string, unknown>;
  readonly long: Map<string, unknown>;
}

/** What is remembered, of the functions that are still in use. */
const memories = new Set<WeakRef<Memory>>();

/**
 * Makes a function that remembers its results by text: labels repeat by the thousand, so each is worked on once. A few long
 * texts only are remembered, and a few thousand others at a time: those that no more come go first. `forgetTexts` has all of
 * them forgotten.
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
 * Has every such function forget what it worked on. What a reading looked at, the names of a list of pupils among
 * others, does not outlive it. (decisions §8)
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

/** Counts the texts remembered now. */
export function rememberedTexts(): number {
  return [...memories].reduce((count, reference) => {
    const memory = reference.deref();
    return memory === undefined ? count : count + memory.recent.size + memory.older.size + memory.long.size;
  }, 0);
}
