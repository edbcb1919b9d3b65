import { cellName } from "../../cells";
import type { CellValue } from "../cell-content";
import { damaged } from "./opened-file";
import { SheetCursor } from "./part-cells";
import { bytesOf, decodeXml, escapedText } from "./xml";
import { XmlScanner } from "./xml-scanner";

/** A value to write into a cell of a user's sheet; row and column are zero-based. */
export interface CellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/**
 * A change to a cell: a new value, with the index of its format for a new cell; or a new result, or no result, for its
 * formula.
 */
export type CellChange =
  { readonly put: CellValue; readonly style?: number } | { readonly result: number } | "forget-result";

/** Changes to the cells of a sheet, by zero-based row and column. */
type SheetChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

/** A replacement in the text of a part. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Changes cells in a sheet part, and keeps every other byte. Throws when the part is malformed. */
export function editSheetPart(bytes: Uint8Array, part: string, changes: SheetChanges): Uint8Array {
  const xml = decodeXml(bytes, part);
  let edited = "";
  let at = 0;
  for (const { from, to, text } of new SheetEditor(bytes, xml, part, changes).splices()) {
    edited += xml.slice(at, from) + text;
    at = to;
  }
  const text = edited + xml.slice(at);
  const isUtf8 = bytes[0] !== 0xff && bytes[0] !== 0xfe;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? "\ufeff" : "";
  // A UTF-16 or Windows-encoded text is written back as UTF-8, and its declaration says so.
  const declared = /^(<\?xml[^>]*\sencoding=)(?:"(?!utf-8)[^"]*"|'(?!utf-8)[^']*')/i;
  return bytesOf(mark + (isUtf8 && !declared.test(text) ? text : text.replace(declared, '$1"UTF-8"')));
}

class SheetEditor {
  private readonly scanner: XmlScanner;
  private readonly cursor: SheetCursor;
  private readonly found: Splice[] = [];
  /** The namespace prefix of the sheet's elements. */
  private readonly prefix: string;
  /** Changes not yet made, in the order of rows and columns. */
  private readonly waiting: { readonly row: number; readonly cells: readonly (readonly [number, CellChange])[] }[];

  constructor(
    bytes: Uint8Array,
    private readonly xml: string,
    private readonly part: string,
    changes: SheetChanges,
  ) {
    this.scanner = new XmlScanner(bytes, part);
    this.cursor = new SheetCursor(this.scanner, part);
    this.prefix = /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(xml)?.[1] ?? "";
    this.waiting = [...changes]
      .map(([row, cells]) => ({ row, cells: [...cells].sort(([one], [other]) => one - other) }))
      .sort((one, other) => one.row - other.row);
  }

  splices(): readonly Splice[] {
    const { scanner } = this;
    while (scanner.nextOpen(0)) {
      if (scanner.depth !== 2) continue;
      if (scanner.name === "sheetData") this.editRows();
      else scanner.skipElement();
    }
    if (this.waiting.length > 0) throw damaged(this.part);
    return this.found;
  }

  private editRows(): void {
    const { scanner, cursor } = this;
    const { depth, tagStart, tagEnd } = scanner;
    while (scanner.nextOpen(depth)) {
      if (scanner.name !== "row" || scanner.depth !== depth + 1) {
        scanner.skipElement();
        continue;
      }
      cursor.openRow();
      this.insert(this.newRows(cursor.row), scanner.tagStart);
      if (this.waiting[0]?.row === cursor.row) this.editCells(cursor.row, this.waiting.shift()!.cells);
      else scanner.skipElement();
    }
    this.close(tagStart, tagEnd, () => this.newRows(Infinity));
  }

  /** Inserts content before the end tag of an element; an empty-element tag is opened for it. */
  private close(tagStart: number, tagEnd: number, content: () => string): void {
    const text = content();
    if (this.xml[tagEnd - 2] !== "/") return this.insert(text, this.scanner.tagStart);
    if (text === "") return;
    const name = /^<([^\s/>]+)/.exec(this.xml.slice(tagStart, tagEnd))![1]!;
    this.found.push({ from: tagEnd - 2, to: tagEnd, text: `>${text}</${name}>` });
  }

  private insert(text: string, at: number): void {
    if (text !== "") this.found.push({ from: at, to: at, text });
  }

  /** Returns the new rows to insert before a row that exists. */
  private newRows(before: number): string {
    let text = "";
    while (this.waiting.length > 0 && this.waiting[0]!.row < before) {
      const { row, cells } = this.waiting.shift()!;
      const { prefix } = this;
      const content = cells.map(([column, change]) => newCell(prefix, cellName(row, column), change)).join("");
      if (content !== "") text += `<${prefix}row r="${row + 1}">${content}</${prefix}row>`;
    }
    return text;
  }

  private editCells(row: number, changes: readonly (readonly [number, CellChange])[]): void {
    const { scanner, cursor } = this;
    const { depth, tagStart, tagEnd } = scanner;
    const waiting = [...changes];
    const missing = (before: number): string => {
      let text = "";
      while (waiting.length > 0 && waiting[0]![0] < before) {
        const [column, change] = waiting.shift()!;
        text += newCell(this.prefix, cellName(row, column), change);
      }
      return text;
    };
    while (scanner.nextOpen(depth)) {
      if (scanner.name !== "c" || scanner.depth !== depth + 1) {
        scanner.skipElement();
        continue;
      }
      cursor.openCell();
      const { column } = cursor;
      this.insert(missing(column), scanner.tagStart);
      if (waiting[0]?.[0] === column) this.editCell(cellName(row, column), waiting.shift()![1]);
      else scanner.skipElement();
    }
    this.close(tagStart, tagEnd, () => missing(Infinity));
  }

  private editCell(reference: string, change: CellChange): void {
    const { scanner } = this;
    const { tagStart: from } = scanner;
    const style = scanner.attribute("s");
    if (change === "forget-result" || "result" in change)
      return this.editResult(change === "forget-result" ? null : change.result);
    scanner.skipElement();
    const look = style === null ? "" : ` s="${style}"`;
    this.found.push({ from, to: scanner.tagEnd, text: newCell(this.prefix, reference, change, look) });
  }

  /** Replaces the result of a cell's formula; null removes it. */
  private editResult(result: number | null): void {
    const { scanner, prefix } = this;
    const { depth, tagStart, tagEnd } = scanner;
    // The former result may be a text or an error; a number needs no type.
    const type = /\st=(?:"(?!n")[^"]*"|'(?!n')[^']*')/.exec(this.xml.slice(tagStart, tagEnd));
    if (result !== null && type !== null) {
      const from = tagStart + type.index;
      this.found.push({ from, to: from + type[0].length, text: "" });
    }
    let text = result === null ? "" : `<${prefix}v>${result}</${prefix}v>`;
    while (scanner.nextOpen(depth)) {
      const { name, tagStart: from } = scanner;
      scanner.skipElement();
      if (name !== "v") continue;
      this.found.push({ from, to: scanner.tagEnd, text });
      text = "";
    }
    this.insert(text, scanner.tagStart);
  }
}

/** Returns a cell as XML; an empty text for a new blank cell. `look` is the style attribute of an existing cell. */
function newCell(prefix: string, reference: string, change: CellChange, look: string | null = null): string {
  const value = change !== "forget-result" && "put" in change ? change.put : null;
  const style = change !== "forget-result" && "style" in change ? ` s="${change.style}"` : "";
  const head = `<${prefix}c r="${reference}"${look ?? style}`;
  if (value === null) return look === null ? "" : `${head}/>`;
  if (typeof value === "string")
    return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapedText(value)}</${prefix}t></${prefix}is></${prefix}c>`;
  const type = typeof value === "boolean" ? ' t="b"' : "";
  return `${head}${type}><${prefix}v>${typeof value === "boolean" ? Number(value) : value}</${prefix}v></${prefix}c>`;
}
