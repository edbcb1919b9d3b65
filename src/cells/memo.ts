/** Texts that a function remembers at most, and their length: a label is short, and there are few of them. */
const mostTexts = 4000;
const longestText = 200;

/** What is remembered, of the functions that are still in use. */
const memories = new Set<WeakRef<Map<string, unknown>>>();

/**
 * A function that remembers its results by text: labels repeat by the thousand, so each is worked on once. Long texts are
 * not remembered, nor more than a few thousand at a time; `forgetTexts` has all of them forgotten.
 */
export function memoByText<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  const memory = new WeakRef<Map<string, unknown>>(known);
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = work(text);
      if (text.length > longestText) return result;
      if (known.size >= mostTexts) known.clear();
      if (known.size === 0) memories.add(memory);
      known.set(text, result);
    }
    return result;
  };
}

/**
 * Has every such function forget what it worked on. What a reading looked at, the names of a list of pupils among others,
 * does not outlive it. (decisions §8)
 */
export function forgetTexts(): void {
  for (const memory of memories) memory.deref()?.clear();
  memories.clear();
}

/** How many texts are remembered now. */
export function rememberedTexts(): number {
  return [...memories].reduce((count, memory) => count + (memory.deref()?.size ?? 0), 0);
}
