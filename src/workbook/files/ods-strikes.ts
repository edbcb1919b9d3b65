import type { Strike } from "../gathered-facts";
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
 * Reads what is struck through of each table of the contents of an .ods, by the style of the cell and by those of its runs. Throws
 * when the part is malformed.
 */
export function readOdsStrikes(bytes: Uint8Array, part: string): StruckCells[][] {
  return new StrikeReader(new XmlScanner(bytes, part)).read();
}

class StrikeReader {
  /** Whether each style strikes through; those that say nothing of it are not there. */
  private readonly styles = new Map<string, boolean>();
  private readonly tables: StruckCells[][] = [];

  constructor(private readonly scanner: XmlScanner) {}

  read(): StruckCells[][] {
    const { scanner } = this;
    let style = "";
    while (scanner.nextOpen(0)) {
      const { name } = scanner;
      if (name === "style") style = scanner.attribute("style:name") ?? "";
      else if (name === "text-properties") this.takeStyle(style);
      else if (name === "table") this.readTable();
    }
    return this.tables;
  }

  private takeStyle(style: string): void {
    const { scanner } = this;
    const line =
      scanner.attribute("style:text-line-through-style") ?? scanner.attribute("style:text-line-through-type");
    if (line !== null) this.styles.set(style, line !== "none");
  }

  private readTable(): void {
    const { scanner } = this;
    const { depth } = scanner;
    const struck: StruckCells[] = [];
    this.tables.push(struck);
    let [row, rows, column] = [0, 0, 0];
    while (scanner.nextOpen(depth)) {
      if (scanner.name === "table-row") {
        [row, column] = [row + rows, 0];
        rows = repeated(scanner, "table:number-rows-repeated");
      } else if (scanner.name === "table-cell" || scanner.name === "covered-table-cell") {
        const width = repeated(scanner, "table:number-columns-repeated");
        const strike = this.readCell();
        if (strike !== "none") struck.push({ row, column, rows, columns: width, strike });
        column += width;
      } else if (scanner.name === "shapes") scanner.skipElement();
    }
  }

  private readCell(): Strike {
    const { scanner } = this;
    const { depth } = scanner;
    const inherited = [this.strikesBy(scanner.attribute("table:style-name"), false)];
    const runs = { struck: false, plain: false };
    for (let event = scanner.next(); ; event = scanner.next()) {
      if (event === "text") {
        if (inherited.length > 1 && scanner.text.trim() !== "") runs[inherited.at(-1)! ? "struck" : "plain"] = true;
      } else if (event === "open") {
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
