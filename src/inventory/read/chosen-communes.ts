import { parseCellName } from "../../cells";
import type { SheetCells } from "../../cells";
import { concerns, stillSays } from "../../options";
import type { ChosenCommune } from "../../options";
import type { Commune, CommuneDirectory } from "../../tariff";

/** The communes that the user chose for cells that name none. (decisions §2: nothing looser than a name is taken by itself) */
export class ChosenCommunes {
  private readonly bySheet = new Map<SheetCells, ReadonlyMap<string, Commune>>();

  constructor(
    private readonly choices: readonly ChosenCommune[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** The commune chosen for a zero-based cell, or null. */
  at(sheet: SheetCells, row: number, column: number): Commune | null {
    if (this.choices.length === 0) return null;
    let known = this.bySheet.get(sheet);
    if (known === undefined) {
      known = this.of(sheet);
      this.bySheet.set(sheet, known);
    }
    return known.get(`${row}|${column}`) ?? null;
  }

  private of(sheet: SheetCells): ReadonlyMap<string, Commune> {
    const found = new Map<string, Commune>();
    for (const choice of this.choices) {
      const place = parseCellName(choice.cell);
      if (!concerns(choice, sheet) || place === null) continue;
      if (!stillSays(choice, sheet.rows[place.row]?.[place.column] ?? null)) continue;
      const match = this.directory.find(choice.commune);
      if (match.kind === "found") found.set(`${place.row}|${place.column}`, match.commune);
    }
    return found;
  }
}
