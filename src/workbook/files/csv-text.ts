import { detectDelimiter, parseCsv } from "hucre/csv";

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

/** With decimal commas in every line, « ; » and « , » agree as well: the French list separator is meant. */
function separatorOf(text: string): string {
  const found = detectDelimiter(text);
  return found === "," && /^[^\r\n]*;/.test(text) ? ";" : found;
}

/** What Windows-1252 has at 0x80–0x9F. Some versions of Node decode these as ISO 8859-1, losing « œ » and « € ». */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The fields of a CSV text, each as it is written, blank ones as null. The separator is the one the lines agree on, or
 * the one of Excel's own first line `sep=;`. A last column that is blank everywhere is left out: GLPI ends each line
 * with a separator.
 */
export function readCsv(text: string): (string | null)[][] {
  const declared = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const fields = parseCsv(body, { delimiter: declared?.[1] ?? separatorOf(body) });
  const rows = fields.map((row) => row.map((field) => (field === null || field === "" ? null : String(field))));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lastIsBlank = width > 1 && rows.every((row) => row.length < width || row[width - 1] === null);
  return lastIsBlank ? rows.map((row) => row.slice(0, width - 1)) : rows;
}
