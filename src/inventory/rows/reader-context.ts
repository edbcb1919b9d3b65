import { cellAt, remembered, rowsBetweenPauses, type Cell, type SheetCells, type Steps } from "../../cells";
import type { MessageCode } from "../../messages";
import type { Options } from "../../options";
import { communeNamed, type Campaign, type CommuneDirectory, type Grid } from "../../tariff";
import type { Params } from "../anomalies";
import type { ChosenCommunes, WordChoices } from "../choices";
import { columnOf, countsPupils } from "../column";
import type { Known, Table } from "../table";
import { schoolKey } from "../texts/school-names";
import { nameAt, shownCell } from "../texts/values";

/** The data shared by the readers of all tables: the campaign, the user's choices, and what tables have in common. */
export interface ReaderContext extends Known {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
  readonly chosenCommunes: ChosenCommunes;
  /** The schools of headcounts. */
  readonly namedSchools: NamedSchools;
  /** The meanings that the user gave to words. */
  readonly words: WordChoices;
  /** The inventory numbers and serial numbers seen in all machine tables. */
  readonly inventoryNumbers: Set<string>;
  readonly serialNumbers: SerialNumbers;
}

/**
 * Returns an inventory or serial number in the form compared; null when the cell has none: « néant », « NC », zeros.
 */
export function numberIn(cell: Cell): string | null {
  if (typeof cell !== "string" && typeof cell !== "number") return null;
  const number = String(cell).trim().toUpperCase();
  return /[1-9]/.test(number) ? number : null;
}

/** A table whose serial numbers are compared. */
interface Register {
  readonly table: Table;
  report(severity: "warning", code: MessageCode, row: number, column: number, params: Params): void;
}

/** The serial numbers of all tables, compared at the end; a repeated number is only a warning. */
export class SerialNumbers {
  private readonly noted = new Map<Register, { readonly column: number; readonly rows: number[] }>();

  /** Records a row whose serial number is to be compared. */
  note(register: Register, row: number, column: number): void {
    remembered(this.noted, register, () => ({ column, rows: [] })).rows.push(row);
  }

  /** Warns at each number already seen, in reading order. (decisions §4) */
  *reportTwice(): Steps<void> {
    const known = new Set<string>();
    for (const [register, { column, rows }] of this.noted)
      for (const [at, row] of rows.entries()) {
        if (at % rowsBetweenPauses === 0) yield;
        const cell = cellAt(register.table.sheet, row, column);
        const number = numberIn(cell);
        if (number === null) continue;
        if (known.has(number))
          register.report("warning", "duplicate-serial-number", row, column, { number: shownCell(cell) });
        known.add(number);
      }
  }
}

/** The schools of headcounts with a commune and a name in each row, read only when a blank commune requires it. */
export class NamedSchools {
  private known: Map<string, Set<SheetCells>> | null = null;

  constructor(
    private readonly tables: readonly Table[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** Returns whether a table of another sheet has a school. */
  has(key: string, elsewhere: SheetCells): boolean {
    const sheets = (this.known ??= this.read()).get(key);
    return sheets !== undefined && [...sheets].some((sheet) => sheet !== elsewhere);
  }

  private read(): Map<string, Set<SheetCells>> {
    const known = new Map<string, Set<SheetCells>>();
    for (const table of this.tables) {
      const [commune, school] = [columnOf(table, "commune"), columnOf(table, "school")];
      const counts = table.layout === "pupil-list" || table.columns.some(({ role }) => countsPupils(role));
      if (commune === null || school === null || !counts) continue;
      for (let row = table.bodyTop; row <= table.bottom; row += 1) {
        const place = nameAt(table.sheet, row, commune.index);
        const name = nameAt(table.sheet, row, school.index);
        const named = place === null || name === null ? null : communeNamed(place, this.directory);
        if (named !== null) remembered(known, schoolKey(named, name!), () => new Set<SheetCells>()).add(table.on.sheet);
      }
    }
    return known;
  }
}
