import { parseCellName, placeKey, type CellBlock } from "../../../cells";
import { blockOf, blocksOf } from "../../addresses";
import { colourOf } from "../colours";
import { isTrue } from "../part-cells";
import { XmlScanner } from "../xml-scanner";
import type { CellLook } from "./cell-looks";
import { PrintReader, printedWidths, type PrintedSheet } from "./printed-sheet";

/** A picture, chart or other drawing placed over cells. */
export interface DrawingLook {
  readonly kind: "chart" | "picture" | "drawing";
  readonly block: CellBlock;
}

/** Data bars behind the numbers of some cells, from 0 to the highest number. */
export interface BarsLook {
  readonly block: CellBlock;
  /** RRGGBB. */
  readonly colour: string;
}

/** The look of a sheet, as far as its file gives it. */
export interface SheetLook {
  /** Returns the look of a cell; null when the file gives none. */
  readonly look: (row: number, column: number) => CellLook | null;
  /** Column widths in characters; absent columns have the default width. */
  readonly widths: ReadonlyMap<number, number>;
  readonly defaultWidth: number | null;
  /** Row heights in points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly defaultHeight: number;
  /** The number of frozen rows and columns. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly hasGridlines: boolean;
  /** Targets of the links within the workbook, by `placeKey`: `'Parc'!E12`. */
  readonly links: ReadonlyMap<number, string>;
  readonly bars: readonly BarsLook[];
  /** Whether some looks depend on the values of cells (conditional formats other than data bars). */
  readonly hasConditions: boolean;
  readonly drawings: readonly DrawingLook[];
  /** Its print layout; null when the file gives no print area that starts in A1. */
  readonly printed: PrintedSheet | null;
}

/** The print area and title rows of a sheet, as addresses; null when it has none. */
export interface PrintNames {
  readonly area: string | null;
  readonly titles: string | null;
}

/** The number of columns read in one definition: files may format all 16,384 at once. */
const furthestColumn = 300;
const noStyle = 0xffff;

/** Reads the look of a sheet from its part. Throws when the part is malformed. */
export function readSheetLook(
  bytes: Uint8Array,
  part: string,
  looks: readonly CellLook[],
  theme: readonly string[],
  drawings: readonly DrawingLook[],
  names: PrintNames,
): SheetLook {
  const reader = new SheetLookReader(new XmlScanner(bytes, part), theme);
  reader.read();
  const { styles, rowStyles, columnStyles, defaultWidth, defaultHeight, frozen, hasGridlines, hasConditions } = reader;
  const numberAt = (row: number, column: number) => {
    const own = styles[row]?.[column] ?? noStyle;
    return own !== noStyle ? own : (rowStyles.get(row) ?? columnStyles.get(column) ?? noStyle);
  };
  return {
    look: (row, column) => looks[numberAt(row, column)] ?? null,
    widths: reader.widths,
    heights: reader.heights,
    links: reader.links,
    bars: reader.bars,
    ...{ defaultWidth, defaultHeight, frozen, hasGridlines, hasConditions, drawings },
    printed: reader.printedBy(names),
  };
}

/** Returns the tab colour of a sheet, RRGGBB, which comes before its cells; null when it has none. */
export function readTabColour(bytes: Uint8Array, part: string, theme: readonly string[]): string | null {
  const scanner = new XmlScanner(bytes, part);
  while (scanner.nextOpen(0)) {
    if (scanner.name === "tabColor") return colourOf(scanner, theme);
    if (scanner.name === "sheetData") return null;
  }
  return null;
}

class SheetLookReader {
  readonly styles: Uint16Array[] = [];
  readonly rowStyles = new Map<number, number>();
  readonly columnStyles = new Map<number, number>();
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly links = new Map<number, string>();
  readonly bars: BarsLook[] = [];
  defaultWidth: number | null = null;
  defaultHeight = 15;
  frozen = { rows: 0, columns: 0 };
  hasGridlines = true;
  hasConditions = false;
  private readonly hiddenColumns = new Set<number>();
  private readonly print = new PrintReader();

  constructor(
    private readonly scanner: XmlScanner,
    private readonly theme: readonly string[],
  ) {}

  read(): void {
    const { scanner } = this;
    while (scanner.nextOpen(0))
      if (scanner.name === "sheetView")
        this.hasGridlines = !/^(?:0|false)$/.test(scanner.attribute("showGridLines") ?? "1");
      else if (scanner.name === "pane" && /^frozen/.test(scanner.attribute("state") ?? ""))
        this.frozen = { rows: this.number("ySplit"), columns: this.number("xSplit") };
      else if (scanner.name === "sheetFormatPr") {
        this.defaultWidth = this.number("defaultColWidth") || null;
        this.defaultHeight = this.number("defaultRowHeight") || 15;
      } else if (scanner.name === "col") this.column();
      else if (scanner.name === "sheetData") this.rows();
      else if (scanner.name === "conditionalFormatting") this.conditions();
      else if (scanner.name === "hyperlink") this.link();
      else this.print.take(scanner);
  }

  /** Returns the print layout of the sheet, once it has been read; null when it has no print area from A1. */
  printedBy({ area, titles }: PrintNames): PrintedSheet | null {
    const print = area === null ? null : this.print.setupOf(area, titles);
    if (print === null) return null;
    const { lastRow, lastColumn } = print.area;
    const rows = Array.from({ length: lastRow + 1 }, (_, row) => ({
      height: this.heights.get(row) ?? this.defaultHeight,
    }));
    return { widths: printedWidths(this.widths, this.hiddenColumns, lastColumn + 1), rows, print };
  }

  private number(name: string): number {
    return Number(this.scanner.attribute(name) ?? 0) || 0;
  }

  private column(): void {
    const width = this.number("width");
    const style = this.scanner.attribute("style");
    const last = Math.min(this.number("max"), this.number("min") + furthestColumn);
    for (let column = this.number("min") - 1; column < last; column++) {
      if (width > 0) this.widths.set(column, width);
      if (isTrue(this.scanner.attribute("hidden"))) this.hiddenColumns.add(column);
      if (style !== null) this.columnStyles.set(column, Number(style));
    }
  }

  private rows(): void {
    const { scanner } = this;
    const { depth } = scanner;
    let row = -1;
    let cells: number[] = [];
    const keep = () => {
      if (row >= 0 && cells.length > 0) this.styles[row] = Uint16Array.from(cells, (style) => style ?? noStyle);
      cells = [];
    };
    while (scanner.nextOpen(depth))
      if (scanner.name === "row") {
        keep();
        row = scanner.attribute("r") === null ? row + 1 : this.number("r") - 1;
        const height = this.number("ht");
        if (height > 0) this.heights.set(row, height);
        if (isTrue(scanner.attribute("customFormat"))) this.rowStyles.set(row, this.number("s"));
      } else if (scanner.name === "c") {
        const place = parseCellName(scanner.attribute("r") ?? "");
        const column = place === null ? cells.length : place.column;
        while (cells.length < column) cells.push(noStyle);
        cells[column] = this.number("s");
        scanner.skipElement();
      }
    keep();
  }

  private conditions(): void {
    const { scanner } = this;
    const blocks = (scanner.attribute("sqref") ?? "").split(/\s+/).flatMap(blocksOf);
    const { depth } = scanner;
    let isBar = false;
    while (scanner.nextOpen(depth))
      if (scanner.name === "cfRule") {
        isBar = scanner.attribute("type") === "dataBar";
        if (!isBar) this.hasConditions = true;
      } else if (scanner.name === "color" && isBar)
        for (const block of blocks) this.bars.push({ block, colour: colourOf(scanner, this.theme) ?? "BFBFBF" });
  }

  private link(): void {
    const { scanner } = this;
    const block = blockOf(scanner.attribute("ref") ?? "");
    const location = scanner.attribute("location");
    // A link with a target outside the workbook has an id too.
    const isInside = scanner.attribute("r:id") === null;
    if (block !== null && location !== null && isInside) this.links.set(placeKey(block.top, block.left), location);
  }
}

/** The assumed size, in cells, of a drawing without an end anchor. */
const fewest = { rows: 10, columns: 4 };

/** Reads the drawings of a sheet from their part. Throws when it is malformed. */
export function readDrawings(bytes: Uint8Array, part: string): DrawingLook[] {
  const scanner = new XmlScanner(bytes, part);
  const drawings: DrawingLook[] = [];
  while (scanner.nextOpen(0)) {
    if (scanner.depth !== 2 || !/^(?:twoCell|oneCell|absolute)Anchor$/.test(scanner.name)) continue;
    const places: { from: Place; to: Place | null } = { from: { row: 0, column: 0 }, to: null };
    let kind: DrawingLook["kind"] = "drawing";
    const { depth } = scanner;
    while (scanner.nextOpen(depth))
      if (scanner.name === "from" || scanner.name === "to") places[scanner.name] = readPlace(scanner);
      else if (scanner.name === "pic") kind = "picture";
      else if (scanner.name === "chart") kind = "chart";
    const { from, to } = places;
    const last = to ?? { row: from.row + fewest.rows, column: from.column + fewest.columns };
    drawings.push({ kind, block: { top: from.row, left: from.column, bottom: last.row, right: last.column } });
  }
  return drawings;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function readPlace(scanner: XmlScanner): Place {
  const { depth } = scanner;
  let row = 0;
  let column = 0;
  while (scanner.nextOpen(depth))
    if (scanner.name === "row") row = Number(scanner.content());
    else if (scanner.name === "col") column = Number(scanner.content());
  return { row, column };
}
