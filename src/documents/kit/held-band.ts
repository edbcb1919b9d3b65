import { empty, over } from "./cells";
import { lettersAcross } from "./measure";
import type { ModelCell } from "./model";
import { heldFill, styles } from "./styles";

/** Letters of prose that a capital takes, at most. */
const capital = 1.25;

/** A cell without a formula. */
type PlainCell = Omit<ModelCell, "formula">;

interface HeldBand {
  /** Why the paper is not to be issued, in capitals. */
  readonly word: string;
  readonly note: string;
  /** The widths of the columns that it spans. */
  readonly widths: readonly number[];
}

/**
 * Returns the row that keeps a paper from being issued: a grey frame with the reason and, in large type, the status
 * word.
 */
export function heldBand({ word, note, widths }: HeldBand): PlainCell[] {
  const last = widths.length - 1;
  const isRoomy = (start: number) =>
    widths[start] !== 0 && lettersAcross(widths.slice(start), styles.heldWord) >= word.length * capital;
  // Right of the first column at least, where the note is.
  const start = Math.max(
    1,
    widths.findLastIndex((_width, column) => isRoomy(column)),
  );
  return widths.map((_width, column): PlainCell => {
    const cell: PlainCell =
      column === 0
        ? over(start, note, styles.heldNote)
        : column === start
          ? over(widths.length - start, word, styles.heldWord)
          : empty({ fill: heldFill });
    const borders = {
      ...({ top: "thin", bottom: "thin" } as const),
      ...(column === 0 && { left: "thin" as const }),
      ...(column === last && { right: "thin" as const }),
    };
    return { ...cell, style: { ...cell.style, borders } };
  });
}
