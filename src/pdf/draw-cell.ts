import { format } from "numfmt";
import { hairColor, type CellStyle, type ModelCell } from "../documents";
import { fontOf } from "./fonts";
import type { Box } from "./geometry";

type Document = PDFKit.PDFDocument;

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
export function drawFill(document: Document, { fill }: CellStyle, { x, y, width, height }: Box): void {
  if (fill !== undefined) document.rect(x, y, width, height).fill(`#${fill}`);
}

/** Draws a cell's borders. */
export function drawBorders(document: Document, { borders }: CellStyle, { x, y, width, height }: Box): void {
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
export function drawText(document: Document, cell: ModelCell, room: Box): void {
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

/** Returns a cell's value as a French spreadsheet shows it: « 1 790,50 € », « 01/11/2014 », « VRAI ». */
function shownValue({ value, style }: ModelCell): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  if (typeof value === "string") return value;
  return format(style?.numberFormat ?? "General", value, { locale: "fr" });
}
