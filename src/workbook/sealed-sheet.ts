import { cellName } from "../cells";
import type { Anomaly } from "../messages";
import { journalKey } from "./own-key";
import { editsSince, type Edit } from "./seal";

/** Cells that a warning names; of the others it is said how many they are. */
const cellsNamed = 5;

/** The cells of a sealed sheet among which some are not as they were written; none where the seal tells nothing. */
export function changedCells(seal: string, contents: readonly (readonly unknown[])[]): Edit[] {
  // Whatever a cell holds now, it is to be told: nothing is wanted of it.
  return editsSince(seal, contents, () => unwanted);
}

/** No content is so written. */
const unwanted = "?";

/** A warning that a document, or the Journal, was changed by hand since it was written; null where it was not. */
export function changedByHand(
  document: { readonly file: string; readonly name: string; readonly key: string },
  edits: readonly Edit[],
): Anomaly | null {
  const first = edits[0];
  if (first === undefined) return null;
  const { file, name: sheet, key } = document;
  const cells = edits.slice(0, cellsNamed).map(({ row, column }) => cellName(row, column));
  return {
    severity: "warning",
    code: key === journalKey ? "journal-changed" : "document-changed",
    file,
    sheet,
    cell: cells[0]!,
    params: { sheet, cells: cells.join(", "), count: edits.length, more: edits.length > cellsNamed ? "1" : "" },
  };
}
