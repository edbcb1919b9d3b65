const isAscii = /^[\t\n\r\x20-\x7e]*$/;
const asciiSpaces = /[\s'`\-_]+/g;

/**
 * A text as it is compared: no accents, no case, œ and æ opened, every apostrophe, hyphen and space made one space,
 * other punctuation kept. « École-Valentin » and « ECOLE VALENTIN » fold alike.
 */
export function fold(text: string): string {
  // Most texts have no accent: they are folded ten times a cell, and need no Unicode.
  if (isAscii.test(text)) return text.toLowerCase().replace(asciiSpaces, " ").trim();
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[\s\u00a0\u202f\u2007\u200b'’‘ʼ`´\-‐‑‒–—_]+/gu, " ")
    .trim();
}
