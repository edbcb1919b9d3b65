import type { Decimal } from "decimal.js";
import { empty, exactEuros, over, spanning, type PageCell } from "./kit/cells";
import type { Formula } from "./kit/formula";
import type { HandEdits } from "./kit/hand-edits";
import type { CellStyle, ModelCell } from "./kit/model";
import type { Page } from "./kit/page";
import { beside, heldFill, styles } from "./kit/styles";
import { typeset } from "./kit/texts";

interface Band {
  /** The claimant of the amount due, or a statement that nothing is due. */
  readonly sentence: string;
  readonly advice: string;
  readonly due: Decimal;
  readonly formula: () => Formula;
  /** Why the fiche must not be issued, in capitals; empty when it may be. */
  readonly word: string;
  readonly edits: HandEdits;
  /** Zero-based column from which the sum has room, and how many are printed. */
  readonly sum: number;
  readonly screen: number;
}

/**
 * Writes the amount due in large type on a background, with blank rows around: dark blue when the fiche is issued,
 * framed grey otherwise.
 */
export function writeBand(page: Page, { sentence, advice, due, formula, word, edits, sum, screen }: Band): void {
  const blanks = (count: number, style: CellStyle) => Array.from({ length: count }, () => empty(style));
  const air = blanks(screen, styles.due);
  const amount = spanning(exactEuros(due, styles.dueAmount, formula), screen - sum);
  const issued: PageCell[][] = [
    air,
    [
      edits.guard(over(sum, sentence, styles.due)),
      ...blanks(sum - 1, styles.due),
      amount,
      ...blanks(screen - sum - 1, styles.due),
    ],
    [over(sum, advice, styles.dueNote), ...blanks(screen - 1, styles.dueNote)],
    air,
  ];
  const [above, first, second, below] = issued.map((cells, index) =>
    word === "" ? cells : heldCells(cells, { index, word, withText: withTextOnPage }),
  );
  page.gap(true);
  const top = page.next;
  page.gap(true, above);
  const { sheet, next: row } = page;
  edits.watch({ sheet, row, column: sum }, due);
  page.add([...first!, edits.markAt({ sheet, row, column: screen }, beside(styles.smallStrong))], true);
  page.add(
    second!.map((cell) => (cell?.value === heldNote ? edits.guard(cell) : cell)),
    true,
  );
  page.gap(true, below);
  for (let line = top; line < page.next; line += 1) page.mark(line, "band");
}

const held = {
  word: { size: 24, color: "262626" },
  amount: { size: 18, color: "404040" },
  text: { bold: true },
  note: { size: 9, align: "right", indent: 1, vertical: "center" },
} as const satisfies Record<string, CellStyle>;

function heldAdvice(word: string): string {
  return typeset(
    word === "PROVISOIRE"
      ? "Ne payez rien au vu de cette fiche. Elle sert à relire ; la fiche définitive la remplacera."
      : "Ne payez rien au vu de cette fiche : elle n’est pas à émettre.",
  );
}

const heldNote = typeset("quote-part comptée à ce jour");

/** Rows of a band: blank, sum, advice, blank. */
export const rowsOfBand = 4;

/** Returns a cell with another value. */
type WithText<Cell> = (cell: Cell, value: string) => Cell;

/**
 * Returns a row of a band of a fiche that is not to be issued: in a grey frame, with the status word larger than the
 * sum. `index`: of the row in its band.
 */
export function heldCells<Cell extends PageCell | ModelCell>(
  cells: readonly (Cell | null)[],
  { index, word, withText }: { readonly index: number; readonly word: string; readonly withText: WithText<Cell> },
): (Cell | null)[] {
  // Cells on the right of the band are on screen only.
  const last = cells.findLastIndex((cell) => cell?.style?.fill !== undefined);
  const noted = cells[0]?.span ?? 0;
  return cells.map((cell, column) => {
    if (cell === null || column > last) return cell;
    const style = (own: CellStyle): CellStyle => ({
      ...cell.style,
      color: "000000",
      ...own,
      fill: heldFill,
      borders: frame(index, column, last),
    });
    if (typeof cell.value === "number") return { ...cell, style: style(held.amount) };
    if (index === 1 && column === 0) return { ...withText(cell, word), style: style(held.word) };
    if (index === 2 && column === 0) return { ...withText(cell, heldAdvice(word)), style: style(held.text) };
    if (index === 2 && column === noted)
      return { ...withText(cell, heldNote), span: last - column + 1, style: style(held.note) };
    return { ...cell, style: style({}) };
  });
}

function frame(index: number, column: number, last: number): NonNullable<CellStyle["borders"]> {
  return {
    ...(index === 0 && { top: "thin" }),
    ...(index === rowsOfBand - 1 && { bottom: "thin" }),
    ...(column === 0 && { left: "thin" }),
    ...(column === last && { right: "thin" }),
  };
}

const withTextOnPage: WithText<PageCell> = ({ formula: _formula, ...cell }, value) => ({ ...cell, value });
