import { cellAt, remembered, type Cell, type SheetCells, type Steps } from "../../cells";
import type { MessageCode } from "../../messages";
import type { Options } from "../../options";
import { communeNamed, type Campaign, type CommuneDirectory, type Grid } from "../../tariff";
import type { Params } from "../anomalies";
import type { ChosenCommunes, WordChoices } from "../choices";
import { columnOf, countsPupils } from "../column";
import { type Known, type Table } from "../table";
import { schoolKey } from "../texts/school-names";
import { nameAt, shownCell } from "../texts/values";

/** What readers of tables share: the campaign, the choices, and what is known over all tables. */
export interface ReaderContext extends Known {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
  readonly chosenCommunes: ChosenCommunes;
  /** The schools that headcounts name. */
  readonly namedSchools: NamedSchools;
  /** What the user said that words mean. */
  readonly words: WordChoices;
  /** Inventory numbers and serial numbers already met, over all machine tables. */
  readonly inventoryNumbers: Set<string>;
  readonly serialNumbers: SerialNumbers;
}

/** Returns an inventory or serial number as it is compared; null for what is none: « néant », « NC », zeros. */
export function numberIn(cell: Cell): string | null {
  if (typeof cell !== "string" && typeof cell !== "number") return null;
  const number = String(cell).trim().toUpperCase();
  return /[1-9]/.test(number) ? number : null;
}

/** A table whose serial numbers are compared, and what tells of them. */
interface Register {
  readonly table: Table;
  report(severity: "warning", code: MessageCode, row: number, column: number, params: Params): void;
}

/** Serial numbers of all the registers read together, compared once, at the end: the same one twice is only a warning. */
export class SerialNumbers {
  private readonly noted = new Map<Register, { readonly column: number; readonly rows: number[] }>();

  /** Notes that a row's number is to be compared. */
  note(register: Register, row: number, column: number): void {
    remembered(this.noted, register, () => ({ column, rows: [] })).rows.push(row);
  }

  /** Warns at each number that stands above already, in reading order. (decisions §4) */
  *tellTwice(): Steps<void> {
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

const rowsBetweenPauses = 4096;

/** The schools that headcounts name in full, a commune and a name on each row: looked up only where a commune is blank. */
export class NamedSchools {
  private known: Map<string, Set<SheetCells>> | null = null;

  constructor(
    private readonly tables: readonly Table[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** Returns whether a table of another sheet names that school. */
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
