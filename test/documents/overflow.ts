import PDFDocument from "pdfkit";
import type { ModelCell, SheetModel } from "../../src/documents";
import { layOut } from "../../src/pdf/geometry";
import { fonts } from "../pdf/fonts";

/** Points that a cell leaves blank on each side, and what measures may differ by. */
const [padding, tolerance] = [2.5, 0.5];

/** The wrapped texts of what is printed that their cells are too low for, or a word too narrow, in the font that is embedded. */
export function overflowing(model: SheetModel): string[] {
  const paper = new PDFDocument();
  for (const [name, bytes] of Object.entries(fonts)) paper.registerFont(name, Buffer.concat([bytes, Buffer.alloc(64)]));
  const { edges, pages } = layOut(model);
  const isTooBig = ({ value, style, span = 1 }: ModelCell, column: number, height: number): boolean => {
    const width = edges[Math.min(column + span, edges.length - 1)]! - edges[column]! - 2 * padding;
    paper.font(style?.bold === true ? "bold" : "regular").fontSize(style?.size ?? 11);
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
