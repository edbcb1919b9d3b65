import { fold } from "../../cells";
import { isAccepted } from "./accepted";
import type { Locator } from "./locate";
import { nameOf } from "./name-column";
import type { OwnNames } from "./own-names";
import type { TableReading } from "./reading-table";
import { sumsAmong } from "./sums";

/** « Fermée », « fermeture au 5 juillet »; in a name or in a remark that begins so. */
const closing = /^\W*(?:fermee?s?|fermeture)\b/;
const closed = /\b(?:fermee?s?|fermeture|desaffectee?s?|supprimee?s?)\b/;
/** « École fermée », « fermeture du site »: not « armoire fermée », nor « fermeture d’une classe ». */
const ofSchool = /\b(?:ecole|site|etablissement|groupe scolaire|maternelle|elementaire)\b/;
const ofSomethingElse = /\b(?:classe|salle|armoire|baie|local|cle|portail)s?\b/;

/** From how many on the sum of some rows is no chance. */
const telling = 20;

/** Tells the rows of schools that may be no school to bill: one that has closed, one whose numbers are those above it added up. */
export class Doubts {
  constructor(
    private readonly reading: TableReading,
    private readonly locator: Locator,
    private readonly ownNames: OwnNames,
    /** Columns that hold quantities. */
    private readonly counted: readonly number[],
  ) {}

  /** True where a row is in doubt, and is told; false where the user accepted it. */
  at(row: number): boolean {
    return this.isClosed(row) || this.isSum(row);
  }

  private isClosed(row: number): boolean {
    const { table } = this.reading;
    if (table.layout === "machine-rows") return false;
    const { schoolIndex } = this.locator;
    for (let column = table.left; column <= table.right; column += 1) {
      const text = nameOf(this.reading.cell(row, column));
      if (text === null || !/ferm|saffect|supprim/i.test(text)) continue;
      const folded = fold(text);
      const isSaid =
        column === schoolIndex
          ? closed.test(folded) && !/^ferme\b/.test(folded)
          : !ofSomethingElse.test(folded) && (closing.test(folded) || (closed.test(folded) && ofSchool.test(folded)));
      if (!isSaid || isAccepted(this.reading, "closed-school", row, column)) continue;
      this.reading.report("error", "closed-school", row, column, { value: text.trim() });
      return true;
    }
    return false;
  }

  /** « Groupe scolaire », below two schools of its commune, with their numbers added up. */
  private isSum(row: number): boolean {
    const { table } = this.reading;
    const { schoolIndex } = this.locator;
    if (schoolIndex === null || table.layout !== "school-rows") return false;
    const name = nameOf(this.reading.cell(row, schoolIndex));
    const shown = this.counted.filter((column) => typeof this.reading.cell(row, column) === "number");
    if (name === null || shown.length < 2) return false;
    if (!shown.some((column) => Number(this.reading.cell(row, column)) >= telling)) return false;
    const isFilled = (at: number): boolean => shown.some((column) => Number(this.reading.cell(at, column) ?? 0) > 0);
    const above = this.ownNames.above(row).filter(isFilled);
    if (above.length < 2 || above.at(-1) !== row - 1) return false;
    if (sumsAmong(this.reading, row, above, shown).length < shown.length) return false;
    if (isAccepted(this.reading, "sum-as-school", row, schoolIndex)) return false;
    this.reading.report("error", "sum-as-school", row, schoolIndex, { value: name.trim(), count: above.length });
    return true;
  }
}
