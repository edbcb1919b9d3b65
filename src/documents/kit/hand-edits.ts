import type { Decimal } from "decimal.js";
import type { PageCell } from "./cells";
import { formulaOf, sumOf, textFormula, type Area, type Formula, type Place } from "./formula";
import type { CellStyle } from "./model";
import type { Guard } from "./page";
import { typeset } from "./texts";

/**
 * The value of the mark while no figure was changed, stored as the result of its formula: without a stored result, a
 * formula may not have been computed.
 */
export const unedited = "Montants inchangés";

/** The notice in place of sentences whose figures were changed by hand. */
export const handEdited = typeset("Montant modifié à la main : voir Contrôles");

/** The notice in place of a figure in large type and of the note under it. */
export const handEditedFigure = { figure: "Modifié", note: typeset("à la main : voir Contrôles") } as const;

/** A cell or a block, and its value or its sum when the document was written. */
interface Watched {
  readonly cells: Place | Area;
  readonly amount: Decimal | number;
}

/**
 * Keeps the sentences of a document consistent with its figures when one is changed by hand. One cell, the mark, is a
 * formula that compares the watched cells with the values that were written; sentences that repeat figures are formulas
 * that show a notice instead once the mark reports a change.
 *
 * Each document has its own. Before its page is finished, in any order, it calls `watch` for the amounts in its
 * sentences and for a sum of quantities (the quantity of a shared school changes no amount), writes `markAt` into one
 * cell on the right of the print area, and writes its sentences through `guard`:
 *
 *     const edits = new HandEdits();
 *     cells[last + 1] = edits.markAt({ sheet: page.sheet, row: page.next, column: last + 1 }, styles.strong);
 *     cells[0] = edits.guard(over(4, `Arrêté à la somme de ${words}.`, styles.small));
 *     edits.watch(total.amount, statement.total);
 */
export class HandEdits {
  private readonly watched: Watched[] = [];
  private mark: Place | null = null;

  /** Watches a cell, or the sum of a block, whose amount or number is known when the document is written. */
  watch(cells: Place | Area, amount: Decimal | number): void {
    this.watched.push({ cells, amount });
  }

  /** Returns the cell of the mark, for its place in the document. */
  markAt(place: Place, style: CellStyle): PageCell {
    this.mark = place;
    return { value: unedited, style, formula: () => this.comparison() };
  }

  /**
   * Returns a cell of words, which must not have the format of texts, as a formula that shows the mark, or `instead`,
   * after a change by hand; a blank cell is unchanged.
   */
  readonly guard: Guard = (cell, instead) => {
    const { value } = cell;
    if (typeof value !== "string") return cell;
    return { ...cell, formula: () => this.givingWay(value, instead) };
  };

  private givingWay(words: string, instead: string | undefined): Formula {
    if (this.mark === null) throw new Error("No cell holds the mark of these words.");
    const other = instead === undefined ? this.mark : textFormula(instead);
    return formulaOf`IF(${this.mark}=${textFormula(unedited)},${textFormula(words)},${other})`;
  }

  private comparison(): Formula {
    const same = this.watched.map(({ cells, amount }) => formulaOf`ROUND(${sumOf(cells)},2)=${String(amount)}`);
    const all = same.reduce((before, next) => formulaOf`${before},${next}`);
    // What holds an error was changed too.
    return formulaOf`IF(IFERROR(AND(${all}),FALSE),${textFormula(unedited)},${textFormula(handEdited)})`;
  }
}
