import { format } from "numfmt";
import type { Steps } from "../cells";
import {
  hairColor,
  type CellStyle,
  type ModelCell,
  type PrintSetup,
  type RowRole,
  type SheetModel,
} from "../documents";
import { isBlank, pointsPerInch, type Box, type Layout, type PlacedRow } from "./geometry";

type Document = PDFKit.PDFDocument;

/** Draws the rows of a page, pausing after each: backgrounds, then borders, which no screen reader tells, then what the cells say. */
export function* drawRowsInSteps(
  document: Document,
  model: SheetModel,
  layout: Layout,
  page: readonly PlacedRow[],
  outline: Outline,
): Steps<void> {
  const { inner, scale, edges } = layout;
  document.save().translate(inner.x, inner.y).scale(scale);
  document.markContent("Artifact", { type: "Layout" });
  for (const draw of [drawFill, drawBorders])
    for (const placed of page)
      cellsOf(model, placed, edges).forEach(([cell, box]) => {
        if (cell.style !== undefined) draw(document, cell.style, box);
      });
  document.endMarkedContent();
  for (const placed of page) {
    yield;
    const cells = cellsOf(model, placed, edges).filter(([cell]) => !isBlank(cell));
    const draws = cells.map(([cell, box, column]) => () => {
      drawText(document, cell, withBlanksBeside(model, placed.row, column, box, edges));
    });
    if (draws.length === 0) continue;
    if (placed.isRepeated) {
      document.markContent("Artifact", { type: "Pagination" });
      for (const draw of draws) draw();
      document.endMarkedContent();
    } else outline.add(model.outline?.get(placed.row) ?? null, draws);
  }
  document.restore();
}

/** Returns the cells of a row, each with its box in points before scaling and its column. */
function cellsOf({ rows }: SheetModel, { row, top, height }: PlacedRow, edges: readonly number[]) {
  const cells: (readonly [ModelCell, Box, number])[] = [];
  rows[row]!.cells.slice(0, edges.length - 1).forEach((cell, column) => {
    const x = edges[column]!;
    const last = Math.min(column + (cell?.span ?? 1), edges.length - 1);
    if (cell !== null) cells.push([cell, { x, y: top, width: edges[last]! - x, height }, column]);
  });
  return cells;
}

/** Returns the box of a cell, and those of the blank cells that a text on one line may go over. */
function withBlanksBeside({ rows }: SheetModel, row: number, column: number, box: Box, edges: readonly number[]): Box {
  const { cells } = rows[row]!;
  const { value, style, span } = cells[column]!;
  if (typeof value !== "string" || span !== undefined || style?.wrap === true || style?.align === "center") return box;
  if (style?.align === "right") {
    let first = column;
    while (first > 0 && isBlank(cells[first - 1])) first -= 1;
    return { ...box, x: edges[first]!, width: box.x + box.width - edges[first]! };
  }
  let last = column;
  while (last + 2 < edges.length && isBlank(cells[last + 1])) last += 1;
  return { ...box, width: edges[last + 1]! - box.x };
}

/** Points of headers and footers. */
const size = 9;
const aligns = ["left", "center", "right"] as const;

/** Writes the header and the footer of a page, which no screen reader tells. */
export function drawPageTexts(
  document: Document,
  { header, footer, margins }: PrintSetup,
  { page, inner }: Layout,
  counts: { readonly page: number; readonly pages: number },
): void {
  document.markContent("Artifact", { type: "Pagination" }).font("regular").fontSize(size).fillColor("#000000");
  const write = (texts: readonly string[], y: number): void =>
    texts.forEach((text, index) => {
      const shown = withoutCodes(text, counts);
      if (shown !== "")
        document.text(shown, inner.x, y, {
          width: inner.width,
          align: aligns[index]!,
          lineBreak: true,
          height: size * 2,
        });
    });
  write(header, margins.header * pointsPerInch);
  write(footer, page.height - margins.footer * pointsPerInch - document.currentLineHeight());
  document.endMarkedContent();
}

/** Returns a text with its codes replaced: `&P` the page, `&N` their number, `&&` an ampersand. */
function withoutCodes(text: string, { page, pages }: { readonly page: number; readonly pages: number }): string {
  const codes: Readonly<Record<string, string>> = { "&P": String(page), "&N": String(pages), "&&": "&" };
  return text.replace(/&[PN&]/g, (code) => codes[code]!);
}

const defaultSize = 11;
const black = "#000000";
/** Points between the edge of a cell and what it says. */
const padding = 2.5;
/** Points of one step of indent: three spaces of the default font. */
const indentWidth = 7.5;

type Border = NonNullable<CellStyle["borders"]>["top"];

/** Points of a border. */
const lines: Readonly<Record<NonNullable<Border>, number>> = { hair: 0.25, thin: 0.5, medium: 1.25, double: 1.5 };

/** Fills a cell's background. */
function drawFill(document: Document, { fill }: CellStyle, { x, y, width, height }: Box): void {
  if (fill !== undefined) document.rect(x, y, width, height).fill(`#${fill}`);
}

/** Draws a cell's borders. */
function drawBorders(document: Document, { borders }: CellStyle, { x, y, width, height }: Box): void {
  if (borders === undefined) return;
  const [right, bottom] = [x + width, y + height];
  drawLine(document, borders.top, [x, y, right, y]);
  drawLine(document, borders.bottom, [x, bottom, right, bottom]);
  drawLine(document, borders.left, [x, y, x, bottom]);
  drawLine(document, borders.right, [right, y, right, bottom]);
}

function drawLine(
  document: Document,
  border: Border,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): void {
  if (border === undefined) return;
  const color = border === "hair" ? `#${hairColor}` : black;
  document.lineWidth(lines[border]).strokeColor(color).moveTo(x1, y1).lineTo(x2, y2).stroke();
}

/**
 * Writes what a cell says. `room` is the cell, with the blank cells beside it that a text on one line may go over; what is
 * longer is cut, as a spreadsheet does.
 */
function drawText(document: Document, cell: ModelCell, room: Box): void {
  const { style = {}, value } = cell;
  const { size = defaultSize, color, underline = false, wrap = false, indent = 0 } = style;
  const text = shownValue(cell);
  const align = style.align ?? (typeof value === "number" ? "right" : "left");
  const [before, after] =
    align === "right" ? [padding, padding + indent * indentWidth] : [padding + indent * indentWidth, padding];
  const width = Math.max(1, room.width - before - after);
  document
    .font(fontOf(style))
    .fontSize(size)
    .fillColor(color === undefined ? black : `#${color}`);
  const options = { width, align, underline, lineBreak: wrap, lineGap: 0 } as const;
  const height = wrap ? document.heightOfString(text, options) : document.currentLineHeight();
  const free = Math.max(0, room.height - height);
  const { vertical = "bottom" } = style;
  const y = room.y + (vertical === "top" ? 0 : vertical === "center" ? free / 2 : free);
  document.save().rect(room.x, room.y, room.width, room.height).clip();
  // The library would go on to another page of its own where a text passes the end of this one, scale forgotten.
  if (wrap) document.text(text, room.x + before, y, { ...options, height: Infinity });
  else {
    const spare = width - document.widthOfString(text);
    const shift = align === "right" ? spare : align === "center" ? spare / 2 : 0;
    document.text(text, room.x + before + shift, y, { underline, lineBreak: false });
  }
  document.restore();
}

/** Returns the font of a style, by its name in `PdfFonts`. */
function fontOf({ bold = false, italic = false }: CellStyle) {
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}

/** Returns a cell's value as a French spreadsheet shows it: « 1 790,50 € », « 01/11/2014 », « VRAI ». */
function shownValue({ value, style }: ModelCell): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  if (typeof value === "string") return value;
  return format(style?.numberFormat ?? "General", value, { locale: "fr" });
}

type Element = PDFKit.PDFStructureElement;

const headings: Readonly<Partial<Record<RowRole, string>>> = { title: "H1", section: "H2", group: "H3" };

/**
 * The structure that a screen reader follows, filled while the pages are drawn: headings, texts, and tables whose rows may
 * go on over several pages.
 */
export class Outline {
  private readonly root: Element;
  private table: Element | null = null;

  constructor(private readonly document: Document) {
    this.root = document.struct("Document");
    document.addStructure(this.root);
  }

  /** Draws what the cells of a row say, each where the structure has it. */
  add(role: RowRole | null, draws: readonly (() => void)[]): void {
    if (role === "titles" || role === "row") {
      this.row(role === "titles", draws);
      return;
    }
    this.closeTable();
    const element = this.document.struct(role === null ? "P" : (headings[role] ?? "P"));
    this.root.add(element);
    for (const draw of draws) element.add(draw);
    element.end();
  }

  /** Ends the structure, once the last page is drawn. */
  end(): void {
    this.closeTable();
    this.root.end();
  }

  private row(areTitles: boolean, draws: readonly (() => void)[]): void {
    if (areTitles) this.closeTable();
    if (this.table === null) {
      this.table = this.document.struct("Table");
      this.root.add(this.table);
    }
    const row = this.document.struct("TR");
    this.table.add(row);
    for (const draw of draws) {
      const cell = areTitles ? this.document.struct("TH", { scope: "Column" }) : this.document.struct("TD");
      row.add(cell);
      cell.add(draw);
      cell.end();
    }
    row.end();
  }

  private closeTable(): void {
    this.table?.end();
    this.table = null;
  }
}
