import type { Steps } from "../cells";
import type { ModelCell, PrintSetup, RowRole, SheetModel } from "../documents";
import { drawBorders, drawFill, drawText } from "./draw-cell";
import { isBlank, pointsPerInch, type Box, type Layout, type PlacedRow } from "./geometry";
import type { Outline } from "./outline";

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
    } else outline.add(roleOf(model, placed.row), draws);
  }
  document.restore();
}

function roleOf({ outline }: SheetModel, row: number): RowRole | null {
  return outline?.get(row) ?? null;
}

/** The cells of a row, each with its box in points before scaling and its column. */
function cellsOf({ rows }: SheetModel, { row, top, height }: PlacedRow, edges: readonly number[]) {
  const cells: (readonly [ModelCell, Box, number])[] = [];
  rows[row]!.cells.slice(0, edges.length - 1).forEach((cell, column) => {
    const x = edges[column]!;
    const last = Math.min(column + (cell?.span ?? 1), edges.length - 1);
    if (cell !== null) cells.push([cell, { x, y: top, width: edges[last]! - x, height }, column]);
  });
  return cells;
}

/** The box of a cell, and those of the blank cells that a text on one line may go over. */
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
