import { detectDelimiter } from "hucre/csv";
import { FileFault } from "./opened-file";
import { utf16Mark } from "./xml";

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
/** Beyond, no sheet holds them. */
const mostCells = 20_000_000;

/**
 * Reads the fields of a CSV text, each as it is written, blank ones as null. A last column that is blank everywhere is left out:
 * GLPI ends each line with a separator. Throws when a quote opens a text that does not close right before a separator or
 * the end of a line: the rows that it would swallow are not to be lost.
 */
export function readCsv(text: string): (string | null)[][] {
  const { separator, start } = separatorOf(text);
  const rows = new CsvReader(text, separator.charCodeAt(0), start).read();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > 1 && rows.every((row) => row.length < width || row[width - 1] === null))
    for (const row of rows) row.length = Math.min(row.length, width - 1);
  return rows;
}

class CsvReader {
  private line = 1;
  private cells = 0;
  /** Separators of the first line. */
  private separators: number | null = null;

  constructor(
    private readonly text: string,
    private readonly separator: number,
    private at: number,
  ) {}

  read(): (string | null)[][] {
    const rows: (string | null)[][] = [];
    while (this.at < this.text.length) {
      const row = this.row();
      this.separators ??= row.length - 1;
      this.cells += row.length;
      if (this.cells > mostCells) throw new FileFault("file-too-wide");
      rows.push(row);
    }
    return rows;
  }

  /** Reads a line, and passes over its end. */
  private row(): (string | null)[] {
    const row: (string | null)[] = [];
    for (;;) {
      const field = this.text.charCodeAt(this.at) === quote ? this.quoted() : this.plain();
      row.push(field === "" ? null : field);
      if (this.text.charCodeAt(this.at) !== this.separator) break;
      this.at++;
    }
    const isPair = this.text.charCodeAt(this.at) === carriageReturn && this.text.charCodeAt(this.at + 1) === lineFeed;
    this.at += isPair ? 2 : 1;
    this.line++;
    return row;
  }

  private plain(): string {
    const start = this.at;
    while (!this.isEnd(this.at)) this.at++;
    return this.text.slice(start, this.at);
  }

  private quoted(): string {
    const { text, line } = this;
    const start = this.at + 1;
    let end = text.indexOf('"', start);
    while (end !== -1 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
    if (end === -1 || !this.isEnd(end + 1)) throw new FileFault("csv-open-quote", { line });
    const field = text.slice(start, end);
    const lines = field.includes("\n") || field.includes("\r") ? field.split(/\r\n|[\r\n]/) : [];
    // A line of the table inside of a text: another quote closed it, further down.
    if (lines.some((one, index) => index > 0 && this.isLineOfTable(one)))
      throw new FileFault("csv-open-quote", { line });
    this.line += Math.max(0, lines.length - 1);
    this.at = end + 1;
    return field.replaceAll('""', '"');
  }

  private isLineOfTable(line: string): boolean {
    if (this.separators === null || this.separators === 0) return false;
    return line.split(String.fromCharCode(this.separator)).length > this.separators;
  }

  /** Returns whether a field ends there. */
  private isEnd(at: number): boolean {
    if (at >= this.text.length) return true;
    const code = this.text.charCodeAt(at);
    return code === this.separator || code === lineFeed || code === carriageReturn;
  }
}

/** Returns the text of a CSV file: UTF-16 or UTF-8 when the bytes say so, else Windows-1252, as Excel in French saves it. */
export function decodeCsv(bytes: Uint8Array): string {
  const utf16 = utf16Mark(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return text.replace(/[\x80-\x9f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80]!);
  }
}

/** The first lines tell the separator; a quote that does not close must not have the whole text looked through. */
const delimiterSample = 100_000;

/**
 * Returns the separator of a CSV text, and where its first line begins: the one of Excel's own first line `sep=;`, else the one that
 * the lines agree on. With decimal commas in every line, « ; » and « , » agree as well: the French list separator is meant.
 */
function separatorOf(text: string): { readonly separator: string; readonly start: number } {
  const declared = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text.slice(0, 20));
  if (declared !== null) return { separator: declared[1]!, start: declared[0].length };
  const start = text.startsWith("\ufeff") ? 1 : 0;
  return { separator: separatorOfLines(text.slice(start, start + delimiterSample)), start };
}

function separatorOfLines(text: string): string {
  const found = detectDelimiter(text);
  return found === "," && /^[^\r\n]*;/.test(text) ? ";" : found;
}

/** What Windows-1252 has at 0x80–0x9F. Some versions of Node decode these as ISO 8859-1, losing « œ » and « € ». */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
