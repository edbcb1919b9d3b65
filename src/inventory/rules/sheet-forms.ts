import { isBlank, type SheetCells } from "../../cells";
import type { CellPlace, Table } from "../table";
import { firstOfTexts } from "../tables/table-titles";

/** The forms of one sheet, each below the name of its school: finds the form to which a cell around them belongs. */
export class SheetForms {
  /** The cells of school names, by row. */
  private readonly schools = new Map<number, CellPlace>();

  constructor(
    private readonly sheet: SheetCells,
    private readonly tables: readonly Table[],
  ) {
    for (const { sheetSchool } of tables) if (sheetSchool !== null) this.schools.set(sheetSchool.row, sheetSchool);
  }

  /**
   * Returns the cell of the school name of the form that contains a cell, or begins just below it; null when there is
   * none.
   */
  at(row: number, column: number): CellPlace | null {
    return this.schools.size === 0 ? null : (this.rightBelow(row) ?? this.around(row, column));
  }

  /** Returns the nearest form that begins at a cell or above it; null when there is none. */
  private around(row: number, column: number): CellPlace | null {
    const before = this.tables.filter(
      ({ sheetSchool, on }) => sheetSchool !== null && sheetSchool.row <= row && on.left <= column + 1,
    );
    const [nearest] = before.sort((one, other) => other.on.top - one.on.top || other.on.left - one.on.left);
    return nearest?.sheetSchool ?? null;
  }

  /**
   * Returns the form that begins just below a row, separated by a blank row from what is above; null when there is
   * none.
   */
  private rightBelow(row: number): CellPlace | null {
    const isFilled = (at: number): boolean => (this.sheet.rows[at] ?? []).some((cell) => !isBlank(cell));
    const first = firstOfTexts(this.sheet, row);
    // A text alone at the top of a sheet may be about all its forms; « Livré le : | 06/11/2014 » is a line of the first.
    const isLine = (this.sheet.rows[row] ?? []).filter((cell) => !isBlank(cell)).length === 2;
    const isHeading = (first > 0 || isLine) && !this.tables.some(({ on }) => on.top <= first && first <= on.bottom);
    let next = row + 1;
    while (isFilled(next) && !this.schools.has(next)) next += 1;
    return isHeading && isFilled(next) ? (this.schools.get(next) ?? null) : null;
  }
}
