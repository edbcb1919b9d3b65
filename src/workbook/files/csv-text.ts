import { detectDelimiter } from "hucre/csv";

/** The text of a CSV file: UTF-16 or UTF-8 where the bytes say so, else Windows-1252, as Excel in French saves it. */
export function decodeCsv(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return text.replace(/[\x80-\x9f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80]!);
  }
}

/** The first lines tell the separator; a quote that does not close must not have the whole text looked through. */
const sample = 100_000;

/**
 * The separator of a CSV text, and where its first line begins: the one of Excel's own first line `sep=;`, else the one that
 * the lines agree on. With decimal commas in every line, « ; » and « , » agree as well: the French list separator is meant.
 */
export function separatorOf(text: string): { readonly separator: string; readonly start: number } {
  const declared = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text.slice(0, 20));
  if (declared !== null) return { separator: declared[1]!, start: declared[0].length };
  const start = text.startsWith("\ufeff") ? 1 : 0;
  return { separator: separatorOfLines(text.slice(start, start + sample)), start };
}

function separatorOfLines(text: string): string {
  const found = detectDelimiter(text);
  return found === "," && /^[^\r\n]*;/.test(text) ? ";" : found;
}

/** What Windows-1252 has at 0x80–0x9F. Some versions of Node decode these as ISO 8859-1, losing « œ » and « € ». */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
