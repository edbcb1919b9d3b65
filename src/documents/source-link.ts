import { imported } from "./cells";
import type { CellStyle, ModelCell } from "./model";

/** A cell of a workbook read. */
interface SourcePlace {
  readonly file: string | null;
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
}

/** A cell that leads to one of the inventory: in this workbook, or in a file kept beside it where it is among `otherFiles`. */
export function linkToSource(
  label: string,
  { file, sheet, cell }: SourcePlace,
  style: CellStyle,
  otherFiles: ReadonlySet<string>,
): ModelCell {
  const place = { sheet, cell, tip: `Aller à ${sheet}!${cell}` };
  const link = file !== null && otherFiles.has(file) ? { ...place, file } : place;
  return { ...imported(label, style), link };
}
