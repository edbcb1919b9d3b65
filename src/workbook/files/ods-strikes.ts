import type { Strike } from "../gathered-facts";
import { openRoot } from "./known-markup";
import {
  checkInCell,
  checkOdsCell,
  checkOdsRow,
  inBody,
  inDocument,
  inRow,
  inSpreadsheet,
  inTable,
  nextInOds,
  rowGroups,
} from "./ods-markup";
import { XmlScanner } from "./xml-scanner";

/** Cells of an .ods, all alike, of which something is struck through, zero-based. */
export interface StruckCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly strike: Exclude<Strike, "none">;
}

/**
 * Checks the contents of an .ods, and reads what is struck through of each of its tables, by the style of the cell and by those of
 * its runs. Throws when the part is malformed or misspelled, or when a cell lacks the value of its type.
 */
export function readOdsStrikes(bytes: Uint8Array, part: string): StruckCells[][] {
  return new StrikeReader(new XmlScanner(bytes, part), part).read();
}

class StrikeReader {
  /** Whether each style strikes through; those that say nothing of it are not there. */
  private readonly styles = new Map<string, boolean>();
  private readonly tables: StruckCells[][] = [];

  /** Where the row that is read stands, and how many it stands for. */
  private row = 0;
  private rows = 0;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly part: string,
  ) {}

  read(): StruckCells[][] {
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
    const struck: StruckCells[] = [];
    this.tables.push(struck);
    [this.row, this.rows] = [0, 0];
    this.readRows(struck);
  }

  private readRows(struck: StruckCells[]): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (nextInOds(scanner, depth, inTable))
      if (scanner.name === "table-row") this.readRow(struck);
      else if (rowGroups.has(scanner.name)) this.readRows(struck);
      else scanner.skipElement();
  }

  private readRow(struck: StruckCells[]): void {
    const { scanner } = this;
    const { depth } = scanner;
    checkOdsRow(scanner);
    this.row += this.rows;
    this.rows = repeated(scanner, "table:number-rows-repeated");
    for (let column = 0; nextInOds(scanner, depth, inRow);) {
      const { row, rows } = this;
      checkOdsCell(scanner, row, column, this.part);
      const width = repeated(scanner, "table:number-columns-repeated");
      const strike = this.readCell();
      if (strike !== "none") struck.push({ row, column, rows, columns: width, strike });
      column += width;
    }
  }

  private readCell(): Strike {
    const { scanner } = this;
    const { depth } = scanner;
    const inherited = [this.strikesBy(scanner.attribute("table:style-name"), false)];
    const runs = { struck: false, plain: false };
    for (let event = scanner.next(); ; event = scanner.next()) {
      if (event === "text") {
        if (scanner.text.trim() === "") continue;
        // A text of its own, in no paragraph, would be left out.
        if (inherited.length === 1) throw scanner.fault();
        runs[inherited.at(-1)! ? "struck" : "plain"] = true;
      } else if (event === "open") {
        if (scanner.depth === depth + 1) checkInCell(scanner);
        if (scanner.name === "annotation" || scanner.name === "table") scanner.skipElement();
        else inherited.push(this.strikesBy(scanner.attribute("text:style-name"), inherited.at(-1)!));
      } else if (scanner.depth === depth) break;
      else inherited.pop();
    }
    return runs.struck ? (runs.plain ? "part" : "whole") : "none";
  }

  private strikesBy(style: string | null, inherited: boolean): boolean {
    return (style === null ? undefined : this.styles.get(style)) ?? inherited;
  }
}

/** Returns how many rows or columns an element stands for. */
function repeated(scanner: XmlScanner, name: string): number {
  return Math.max(1, Number(scanner.attribute(name) ?? 1) || 1);
}
