import type { PrintSetup } from "../../../documents";
import { parseCellName } from "../../../cells";
import { blockOf, withoutSheet } from "../../addresses";
import { fileWidthPadding } from "../draw-sheet";
import type { XmlScanner } from "../xml-scanner";

/** The data from which the printed pages of a sheet are laid out. */
export interface PrintedSheet {
  /** Column widths in characters, from column A; 0 for a hidden column. */
  readonly widths: readonly number[];
  /** Row heights in points, where the file gives them. */
  readonly rows: readonly { readonly height?: number }[];
  readonly print: PrintSetup;
}

/** Reads the print settings in a sheet part; the print area and title rows come from the names of the sheet. */
export class PrintReader {
  private margins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
  private orientation: PrintSetup["orientation"] = "portrait";
  private isOnePage = false;
  private readonly breaksBefore: number[] = [];
  private readonly texts = { oddHeader: "", oddFooter: "" };

  /** Takes the current element when it holds print settings. */
  take(scanner: XmlScanner): void {
    const number = (name: string, otherwise: number) => Number(scanner.attribute(name) ?? otherwise);
    switch (scanner.name) {
      case "pageMargins":
        for (const side of Object.keys(this.margins) as (keyof typeof this.margins)[])
          this.margins[side] = number(side, this.margins[side]);
        return;
      case "pageSetup":
        this.orientation = scanner.attribute("orientation") === "landscape" ? "landscape" : "portrait";
        this.isOnePage = number("fitToHeight", 1) === 1;
        return;
      case "rowBreaks": {
        const { depth } = scanner;
        while (scanner.nextOpen(depth)) this.breaksBefore.push(number("id", 0));
        return;
      }
      case "oddHeader":
      case "oddFooter":
        this.texts[scanner.name] = scanner.content();
    }
  }

  /** Returns the print settings for the area from A1 to the end of `area`; null when it is not an area from A1. */
  setupOf(area: string, titles: string | null): PrintSetup | null {
    const block = blockOf(area);
    if (block === null || block.top > 0 || block.left > 0) return null;
    const { margins, orientation, isOnePage: onePage, breaksBefore } = this;
    const [header, footer] = [partsOf(this.texts.oddHeader), partsOf(this.texts.oddFooter)];
    const titleRows = titles === null ? null : rowsOf(titles);
    const printed = { lastRow: block.bottom, lastColumn: block.right };
    return { margins, orientation, onePage, breaksBefore, header, footer, area: printed, titleRows };
  }
}

/** Returns the printed widths of columns, without the cell padding that a file adds to them. */
export function printedWidths(
  widths: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  count: number,
): number[] {
  return Array.from({ length: count }, (_, column) =>
    hidden.has(column) ? 0 : Math.max(0, (widths.get(column) ?? hostWidth) - fileWidthPadding),
  );
}

/** The default column width in characters, padding included. */
const hostWidth = 9.14;

/**
 * Returns the left, centre and right texts of a header or footer, `&Lleft&Ccentre&Rright`, without format codes. Of each, the
 * first line: the next ones write a status a second time, across the page.
 */
function partsOf(text: string): PrintSetup["header"] {
  const parts: [string, string, string] = ["", "", ""];
  let at = 1;
  for (const piece of text.match(/&&|&K[0-9A-F]{6}|&\d+|&.|[^&]+/gs) ?? []) {
    const side = ["&L", "&C", "&R"].indexOf(piece);
    if (side !== -1) at = side;
    else if (!/^&(?:\d|K|B)/.test(piece)) parts[at] += piece;
  }
  const [left, centre, right] = parts.map((part) => part.split("\n")[0]!);
  return [left!, centre!, right!];
}

/** Returns the zero-based rows of `'Fiche X'!$1:$3`; null when the address has none. */
function rowsOf(address: string): PrintSetup["titleRows"] {
  const [first, last] = withoutSheet(address)
    .split(":")
    .map((row) => parseCellName(`A${row.replace("$", "")}`)?.row ?? null);
  return first == null || last == null ? null : { first, last };
}
