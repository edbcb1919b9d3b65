import PDFDocument from "pdfkit";
import type { ModelCell, SheetModel } from "../../src/documents";
import { layOut } from "../../src/pdf/geometry";
import { fonts } from "../pdf/fonts";

/** Points that a cell leaves blank on each side, and what measures may differ by. */
const [padding, tolerance] = [2.5, 0.5];

/** A page to measure texts on, in the fonts that are embedded. */
function measuring() {
  const paper = new PDFDocument();
  for (const [name, bytes] of Object.entries(fonts)) paper.registerFont(name, Buffer.concat([bytes, Buffer.alloc(64)]));
  return (style: ModelCell["style"]) =>
    paper.font(style?.bold === true ? "bold" : "regular").fontSize(style?.size ?? 11);
}

/** The wrapped texts of what is printed that their cells are too low for, or a word too narrow, in the font that is embedded. */
export function overflowing(model: SheetModel): string[] {
  const inFont = measuring();
  const { edges, pages } = layOut(model);
  const isTooBig = ({ value, style, span = 1 }: ModelCell, column: number, height: number): boolean => {
    const width = edges[Math.min(column + span, edges.length - 1)]! - edges[column]! - 2 * padding;
    const paper = inFont(style);
    const words = String(value).split(/[ -]/);
    return (
      paper.heightOfString(String(value), { width }) > height + tolerance ||
      words.some((word) => paper.widthOfString(word) > width + tolerance)
    );
  };
  return pages.flat().flatMap(({ row, height }) =>
    model.rows[row]!.cells.slice(0, edges.length - 1).flatMap((cell, column) => {
      if (typeof cell?.value !== "string" || cell.style?.wrap !== true) return [];
      return isTooBig(cell, column, height) ? [cell.value] : [];
    }),
  );
}

/** The texts of what is printed that are not wrapped, and that the cell on their right cuts. */
export function cutTexts({ rows, widths, print }: SheetModel): string[] {
  const inFont = measuring();
  const { edges } = layOut({ rows, widths, print } as SheetModel);
  const last = edges.length - 2;
  return rows.flatMap(({ cells }) =>
    cells.slice(0, last + 1).flatMap((cell, column) => {
      if (typeof cell?.value !== "string" || cell.style?.wrap === true || cell.style?.align === "right") return [];
      const next = cells.findIndex((other, at) => at > column && other?.value != null && other.value !== "");
      const end = next < 0 || next > last ? last + 1 : next;
      const room = edges[end]! - edges[column]! - 2 * padding - (cell.style?.indent ?? 0) * 9;
      return inFont(cell.style).widthOfString(cell.value) > room + tolerance ? [cell.value] : [];
    }),
  );
}
