import { noteInFile } from "../comment-text";
import type { SheetMarks, Strike } from "../gathered-facts";
import { openRoot } from "./known-markup";
import {
  checkInCell,
  checkOdsCell,
  checkOdsRow,
  inBody,
  inDocument,
  inNote,
  inRow,
  inSpreadsheet,
  inTable,
  nextInOds,
  rowGroups,
} from "./ods-markup";
import { longestText } from "./opened-file";
import { XmlScanner } from "./xml-scanner";

/**
 * Checks the contents of an .ods, and reads the struck-through cells and runs of each table, from their styles, and the
 * notes of its cells. Throws when the part is malformed or misspelled, or when a cell lacks the value of its type.
 */
export function readOdsMarks(bytes: Uint8Array, part: string): SheetMarks[] {
  return new MarksReader(new XmlScanner(bytes, part), part).read();
}

class TableMarks implements SheetMarks {
  readonly struck: SheetMarks["struck"][number][] = [];
  readonly noted: SheetMarks["noted"][number][] = [];
}

class MarksReader {
  /** Whether each style strikes text through; styles that do not specify it are absent. */
  private readonly styles = new Map<string, boolean>();
  private readonly tables: SheetMarks[] = [];

  /** The index of the current row element, and the number of rows that it repeats. */
  private row = 0;
  private rows = 0;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly part: string,
  ) {}

  read(): SheetMarks[] {
    const { scanner } = this;
    const root = openRoot(scanner, "document-content");
    while (nextInOds(scanner, root, inDocument))
      if (scanner.name === "automatic-styles") this.readStyles();
      else if (scanner.name !== "body") scanner.skipElement();
      else while (nextInOds(scanner, root + 1, inBody)) this.readSheets();
    scanner.next();
    return this.tables;
  }

  private readStyles(): void {
    const { scanner } = this;
    const { depth } = scanner;
    let style = "";
    while (scanner.nextOpen(depth))
      if (scanner.name === "style") style = scanner.attribute("style:name") ?? "";
      else if (scanner.name === "text-properties") this.takeStyle(style);
  }

  private readSheets(): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (nextInOds(scanner, depth, inSpreadsheet))
      if (scanner.name === "table") this.readTable();
      else scanner.skipElement();
  }

  private takeStyle(style: string): void {
    const { scanner } = this;
    const line =
      scanner.attribute("style:text-line-through-style") ?? scanner.attribute("style:text-line-through-type");
    if (line !== null) this.styles.set(style, line !== "none");
  }

  private readTable(): void {
    const marks = new TableMarks();
    this.tables.push(marks);
    [this.row, this.rows] = [0, 0];
    this.readRows(marks);
  }

  private readRows(marks: TableMarks): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (nextInOds(scanner, depth, inTable))
      if (scanner.name === "table-row") this.readRow(marks);
      else if (rowGroups.has(scanner.name)) this.readRows(marks);
      else scanner.skipElement();
  }

  private readRow(marks: TableMarks): void {
    const { scanner } = this;
    const { depth } = scanner;
    checkOdsRow(scanner);
    this.row += this.rows;
    this.rows = repeated(scanner, "table:number-rows-repeated");
    for (let column = 0; nextInOds(scanner, depth, inRow);) {
      const { row, rows } = this;
      checkOdsCell(scanner, row, column, this.part);
      const columns = repeated(scanner, "table:number-columns-repeated");
      const { strike, note } = this.readCell();
      if (strike !== "none") marks.struck.push({ row, column, rows, columns, strike });
      if (note !== "") marks.noted.push({ row, column, rows, columns, note });
      column += columns;
    }
  }

  private readCell(): { readonly strike: Strike; readonly note: string } {
    const { scanner } = this;
    const { depth } = scanner;
    const inherited = [this.strikesBy(scanner.attribute("table:style-name"), false)];
    const runs = { struck: false, plain: false };
    const notes: string[] = [];
    for (let event = scanner.next(); ; event = scanner.next()) {
      if (event === "text") {
        if (scanner.text.trim() === "") continue;
        // Text outside any paragraph would be lost.
        if (inherited.length === 1) throw scanner.fault();
        runs[inherited.at(-1)! ? "struck" : "plain"] = true;
      } else if (event === "open") {
        if (scanner.depth === depth + 1) checkInCell(scanner);
        if (scanner.name === "annotation") notes.push(readNote(scanner));
        else if (scanner.name === "table") scanner.skipElement();
        else inherited.push(this.strikesBy(scanner.attribute("text:style-name"), inherited.at(-1)!));
      } else if (scanner.depth === depth) break;
      else inherited.pop();
    }
    return { strike: runs.struck ? (runs.plain ? "part" : "whole") : "none", note: notes.join("\n").trim() };
  }

  private strikesBy(style: string | null, inherited: boolean): boolean {
    return (style === null ? undefined : this.styles.get(style)) ?? inherited;
  }
}

/** Returns the number of rows or columns that an element repeats. */
function repeated(scanner: XmlScanner, name: string): number {
  return Math.max(1, Number(scanner.attribute(name) ?? 1) || 1);
}

/** Returns the text of the current note, and moves to its end. */
function readNote(scanner: XmlScanner): string {
  const { depth } = scanner;
  let author = "";
  const lines: string[] = [];
  while (nextInOds(scanner, depth, inNote))
    if (scanner.name === "creator") author = scanner.content();
    else if (textElements.has(scanner.name)) readLines(scanner, lines);
    else scanner.skipElement();
  return noteInFile(lines.join("\n"), author);
}

const paragraphs = new Set(["p", "h"]);
const textElements = new Set([...paragraphs, "list"]);

/** Adds the paragraphs of the current element, itself included, and moves to its end. */
function readLines(scanner: XmlScanner, lines: string[]): void {
  const { depth } = scanner;
  if (paragraphs.has(scanner.name)) lines.push("");
  for (let event = scanner.next(); event !== "close" || scanner.depth !== depth; event = scanner.next())
    if (event === "open" && paragraphs.has(scanner.name)) lines.push("");
    else if (event !== "close" && lines.length > 0) lines.push(lines.pop()! + written(scanner, event === "text"));
}

/** Returns the characters that a text or an element of a paragraph stands for; consecutive blanks make one. */
function written(scanner: XmlScanner, isText: boolean): string {
  if (isText) return scanner.text.replace(/[ \t\r\n]+/g, " ");
  if (scanner.name === "line-break") return "\n";
  if (scanner.name === "s") return " ".repeat(Math.min(longestText, repeated(scanner, "text:c")));
  return scanner.name === "tab" ? " " : "";
}
