/**
 * A text as it is compared: no accents, no case, œ and æ opened, every apostrophe, hyphen and space made one space,
 * other punctuation kept. « École-Valentin » and « ECOLE VALENTIN » fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[\s\u00a0\u202f\u2007\u200b'’‘ʼ`´\-‐‑‒–—_]+/gu, " ")
    .trim();
}

/** A function that remembers its results by text: labels repeat by the thousand, so each is worked on once. */
export function memoByText<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = work(text);
      known.set(text, result);
    }
    return result;
  };
}
