import { shortLines, type CsvLine } from "./csv-lines";
import { separatorOf } from "./csv-separator";
import { FileFault } from "./opened-file";
import { utf16Mark } from "./xml";

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
/** Ctrl-Z, the end mark of DOS programs. */
const endMark = 26;
/** More cells than a sheet can hold. */
const mostCells = 20_000_000;

/** The rows of a CSV text. */
interface CsvTable {
  /** Fields as written, blank ones as null. */
  readonly rows: (string | null)[][];
  /** Numbers, from 1, of lines with fewer fields, where leaving out trailing blanks is usual. */
  readonly shortLines: readonly number[];
}

/**
 * Reads the fields of a CSV text. A last column that is blank throughout is left out: GLPI ends each line with a
 * separator. Throws when a closing quote is missing or not followed by a separator or a line end, or when a line is
 * incomplete: rows would be lost otherwise.
 */
export function readCsv(written: string): CsvTable {
  const text = withoutEndMark(written);
  const { separator, start } = separatorOf(text);
  const lines = new CsvReader(text, separator.charCodeAt(0), start).read();
  const short = shortLines(lines, separator, /[\r\n]$/.test(text.slice(-1)));
  const rows = lines.map(({ fields }) => fields);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > 1 && rows.every((row) => row.length < width || row[width - 1] === null))
    for (const row of rows) row.length = Math.min(row.length, width - 1);
  return { rows, shortLines: short };
}

/** Returns a text without the end marks of DOS programs. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === endMark) end--;
  return text.slice(0, end);
}

class CsvReader {
  private line = 1;
  private cells = 0;
  /** The number of separators in the first line. */
  private separators: number | null = null;

  constructor(
    private readonly text: string,
    private readonly separator: number,
    private at: number,
  ) {}

  read(): CsvLine[] {
    const lines: CsvLine[] = [];
    while (this.at < this.text.length) {
      const line = this.readLine();
      this.separators ??= line.fields.length - 1;
      this.cells += line.fields.length;
      if (this.cells > mostCells) throw new FileFault("file-too-wide");
      lines.push(line);
    }
    return lines;
  }

  /** Reads a line and its line end. */
  private readLine(): CsvLine {
    const number = this.line;
    const fields: (string | null)[] = [];
    let isQuoted = false;
    for (;;) {
      const isText = this.text.charCodeAt(this.at) === quote;
      const field = isText ? this.quoted() : this.plain();
      isQuoted ||= isText;
      fields.push(field === "" ? null : field);
      if (this.text.charCodeAt(this.at) !== this.separator) break;
      this.at++;
    }
    const isPair = this.text.charCodeAt(this.at) === carriageReturn && this.text.charCodeAt(this.at + 1) === lineFeed;
    this.at += isPair ? 2 : 1;
    this.line++;
    return { number, fields, isQuoted };
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
    // A field that contains a line of the table was closed by another quote, further down.
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

  /** Returns whether a field ends at an index. */
  private isEnd(at: number): boolean {
    if (at >= this.text.length) return true;
    const code = this.text.charCodeAt(at);
    return code === this.separator || code === lineFeed || code === carriageReturn;
  }
}

/** Returns the text of a CSV file: UTF-16 or UTF-8 when its bytes are, else Windows-1252, as French Excel saves it. */
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

/** The characters 0x80–0x9F of Windows-1252. Some versions of Node take them for ISO 8859-1, losing « œ » and « € ». */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
