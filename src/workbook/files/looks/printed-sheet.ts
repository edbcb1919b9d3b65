import type { PrintSetup } from "../../../documents";
import { parseCellName } from "../../../cells";
import { blockOf, withoutSheet } from "../../addresses";
import { fileWidthPadding } from "../draw-sheet";
import type { XmlScanner } from "../xml-scanner";

/** A sheet as it is printed: what its pages are laid out from. */
export interface PrintedSheet {
  /** Characters, from column A on; 0: out of sight. */
  readonly widths: readonly number[];
  /** In points, where a row says it. */
  readonly rows: readonly { readonly height?: number }[];
  readonly print: PrintSetup;
}

/** How a part says that it is printed; its names say which cells are, and which rows are repeated. */
export class PrintReader {
  private margins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
  private orientation: PrintSetup["orientation"] = "portrait";
  private isOnePage = false;
  private readonly breaksBefore: number[] = [];
  private readonly texts = { oddHeader: "", oddFooter: "" };

  /** Takes the element that is open, where it says something of it. */
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

  /** Returns how the cells from A1 to the end of `area`, an address, are printed; null where it is no such block. */
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

/** Returns the widths of a sheet's columns as they are printed: without the padding that a file counts in them. */
export function printedWidths(
  widths: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  count: number,
): number[] {
  return Array.from({ length: count }, (_, column) =>
    hidden.has(column) ? 0 : Math.max(0, (widths.get(column) ?? hostWidth) - fileWidthPadding),
  );
}

/** Characters, with their padding, of a column that says no width. */
const hostWidth = 9.14;

/** Returns the parts of a header or a footer, `&Lleft&Ccentre&Rright`, without the codes of their look: a size, bold, a colour. */
function partsOf(text: string): PrintSetup["header"] {
  const parts: [string, string, string] = ["", "", ""];
  let at = 1;
  for (const piece of text.match(/&&|&K[0-9A-F]{6}|&\d+|&.|[^&]+/gs) ?? []) {
    const side = ["&L", "&C", "&R"].indexOf(piece);
    if (side !== -1) at = side;
    else if (!/^&(?:\d|K|B)/.test(piece)) parts[at] += piece;
  }
  return parts;
}

/** Returns the zero-based rows of `'Fiche X'!$1:$3`; null where they are none. */
function rowsOf(address: string): PrintSetup["titleRows"] {
  const [first, last] = withoutSheet(address)
    .split(":")
    .map((row) => parseCellName(`A${row.replace("$", "")}`)?.row ?? null);
  return first == null || last == null ? null : { first, last };
}
