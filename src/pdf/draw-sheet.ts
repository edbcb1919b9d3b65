import { placeKey, type Steps } from "../cells";
import {
  hairColor,
  pageTextStyles,
  shownValue,
  withPageNumbers,
  type CellStyle,
  type ModelCell,
  type PrintSetup,
  type SheetModel,
} from "../documents";
import { acrossPage, isBlank, pointsPerInch, type Box, type Layout, type PlacedRow } from "./geometry";
import { inGlyphsOf } from "./glyphs";
import type { CellPlace } from "./structure";
import type { Bookmarks, TaggedCell } from "./structure-tree";

type Document = PDFKit.PDFDocument;

/** A sheet to draw, with the structure elements of its cells. */
interface DrawnSheet {
  readonly model: SheetModel;
  readonly layout: Layout;
  /** In reading order. */
  readonly tagged: readonly TaggedCell[];
  readonly bookmarks: Bookmarks;
}

/**
 * Draws the rows of a page, pausing after each text: backgrounds, then borders, both hidden from screen readers, then
 * texts in reading order. Texts repeated on this page are hidden from screen readers.
 */
export function* drawRowsInSteps(
  document: Document,
  { model, layout, tagged, bookmarks }: DrawnSheet,
  page: readonly PlacedRow[],
): Steps<void> {
  const { inner, scale, edges } = layout;
  const cells = page.flatMap((placed) => cellsOf(model, placed, edges));
  document.save().translate(inner.x, inner.y).scale(scale);
  document.markContent("Artifact", { type: "Layout" });
  for (const draw of [drawFill, drawBorders])
    for (const { cell, box } of cells) if (cell.style !== undefined) draw(document, cell.style, box);
  document.endMarkedContent();
  const taggedRows = new Set(tagged.map(({ row }) => row));
  document.markContent("Artifact", { type: "Pagination" });
  for (const one of cells)
    if (!isBlank(one.cell) && (one.isRepeated || !taggedRows.has(one.row)))
      drawText(document, one.cell, withBlanksBeside(model, one, edges));
  document.endMarkedContent();
  const drawn = new Map(cells.filter(({ isRepeated }) => !isRepeated).map((one) => [keyOf(one), one]));
  for (const { element, level, ...place } of tagged) {
    const one = drawn.get(keyOf(place));
    if (one === undefined) continue;
    yield;
    const { cell, box } = one;
    if (level !== null) bookmarks.add(level, shownValue(cell), inner.y + box.y * scale);
    element.add(() => drawText(document, cell, withBlanksBeside(model, one, edges)));
  }
  document.restore();
}

/** A cell of a page, and its box in points before scaling. */
interface PlacedCell extends CellPlace {
  readonly cell: ModelCell;
  readonly box: Box;
  readonly isRepeated: boolean;
}

/** Returns the cells of a row that are printed, in sight. */
function cellsOf({ rows }: SheetModel, { row, top, height, isRepeated }: PlacedRow, edges: readonly number[]) {
  const cells: PlacedCell[] = [];
  rows[row]!.cells.slice(0, edges.length - 1).forEach((cell, column) => {
    const x = edges[column]!;
    const last = Math.min(column + (cell?.span ?? 1), edges.length - 1);
    const box = { x, y: top, width: edges[last]! - x, height };
    if (cell !== null && box.width > 0) cells.push({ row, column, cell, box, isRepeated });
  });
  return cells;
}

const keyOf = ({ row, column }: CellPlace): number => placeKey(row, column);

/** Returns the box of a cell, with those of the blank cells that a text on one line may go over. */
function withBlanksBeside({ rows }: SheetModel, { row, column, cell, box }: PlacedCell, edges: readonly number[]): Box {
  const { cells } = rows[row]!;
  const { value, style, span } = cell;
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

const aligns = ["left", "center", "right"] as const;

/**
 * Writes the header and the footer of a page, hidden from screen readers; the first page of a sheet has only the status
 * of the header.
 */
export function drawPageTexts(
  document: Document,
  { header, footer, margins }: PrintSetup,
  { page, inner }: Layout,
  { isFirst, ...counts }: { readonly page: number; readonly pages: number; readonly isFirst: boolean },
): void {
  document.markContent("Artifact", { type: "Pagination" });
  const write = (text: string, side: number, edge: "top" | "bottom", style: CellStyle): void => {
    document
      .font(fontOf(style))
      .fontSize(style.size!)
      .fillColor(style.color === undefined ? black : `#${style.color}`);
    const shown = inGlyphsOf(document, withPageNumbers(text, counts));
    const height = document.currentLineHeight();
    const y = edge === "top" ? margins.header * pointsPerInch : page.height - margins.footer * pointsPerInch - height;
    if (shown !== "")
      document.text(shown, inner.x, y, { width: inner.width, align: aligns[side]!, height: height * 1.5 });
  };
  header.forEach((text, side) => {
    if (side === 1) write(text, side, "top", pageTextStyles.status);
    else if (!isFirst) write(text, side, "top", pageTextStyles.plain);
  });
  footer.forEach((text, side) => write(text, side, "bottom", pageTextStyles.plain));
  if (header[1] !== "") drawAcross(document, page, header[1]);
  document.endMarkedContent();
}

/** Writes why a page is not to be issued along its diagonal, behind the text. */
function drawAcross(document: Document, { width, height }: Layout["page"], text: string): void {
  const { largest, room, angle } = acrossPage({ width, height });
  const shown = inGlyphsOf(document.font("bold").fontSize(largest), text);
  document.fontSize(Math.min(largest, (largest * room) / document.widthOfString(shown)));
  const [x, y] = [width / 2, height / 2];
  document
    .save()
    .rotate(angle, { origin: [x, y] })
    .fillColor(`#${pageTextStyles.across.color}`);
  const left = x - document.widthOfString(shown) / 2;
  document.text(shown, left, y - document.currentLineHeight() / 2, { lineBreak: false }).restore();
}

const defaultSize = 11;
const black = "#000000";
/** Points between the edge of a cell and its text. */
const padding = 2.5;
/** Points of a level of indent: three spaces of the default font. */
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
 * Writes the text of a cell. `room`: the cell and the blank cells beside it that a one-line text may overflow into; a
 * longer text is clipped, as in a spreadsheet.
 */
function drawText(document: Document, cell: ModelCell, room: Box): void {
  const { style = {}, value } = cell;
  const { size = defaultSize, color, underline = false, wrap = false, indent = 0 } = style;
  const shown = shownValue(cell);
  const align = style.align ?? (typeof value === "number" ? "right" : "left");
  const [before, after] =
    align === "right" ? [padding, padding + indent * indentWidth] : [padding + indent * indentWidth, padding];
  const width = Math.max(1, room.width - before - after);
  document
    .font(fontOf(style))
    .fontSize(size)
    .fillColor(color === undefined ? black : `#${color}`);
  const text = inGlyphsOf(document, shown);
  const options = { width, align, underline, lineBreak: wrap, lineGap: 0 } as const;
  const height = wrap ? document.heightOfString(text, options) : document.currentLineHeight();
  const free = Math.max(0, room.height - height);
  const { vertical = "bottom" } = style;
  const y = room.y + (vertical === "top" ? 0 : vertical === "center" ? free / 2 : free);
  document.save().rect(room.x, room.y, room.width, room.height).clip();
  if (text !== shown) document.markContent("Span", { actual: shown });
  // When a text exceeds the end of the page, the library would start a page of its own, without the scale.
  if (wrap) document.text(text, room.x + before, y, { ...options, height: Infinity });
  else {
    const spare = width - document.widthOfString(text);
    const shift = align === "right" ? spare : align === "center" ? spare / 2 : 0;
    document.text(text, room.x + before + shift, y, { underline, lineBreak: false });
  }
  if (text !== shown) document.endMarkedContent();
  document.restore();
}

/** Returns the font of a style, by its name in `PdfFonts`. */
function fontOf({ bold = false, italic = false }: CellStyle) {
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}
