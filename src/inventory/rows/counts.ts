import { cellAt, isBlank, placeKey, type CellBlock } from "../../cells";
import { pupilCode, type Commune, type Nature } from "../../tariff";
import type { Table } from "../table";
import type { ExclusionReason, RowFate, SheetRows } from "../types";
import { isNothing, parseQuantity } from "../texts/values";

/** What becomes of each body row of a table: exactly one of billed, excluded with a reason, in error. (decisions §4) */
export class RowLog {
  private readonly fates: (RowFate | undefined)[] = [];

  constructor(
    private readonly top: number,
    private readonly bottom: number,
  ) {}

  bill(row: number): void {
    if (!this.isError(row)) this.overwrite(row, "billed");
  }

  exclude(row: number, reason: ExclusionReason): void {
    if (!this.isError(row)) this.overwrite(row, reason);
  }

  fail(row: number): void {
    this.overwrite(row, "error");
  }

  /** Gives a row its fate, whatever it was; one that is not of this table has none. */
  overwrite(row: number, fate: RowFate): void {
    if (row >= this.top && row <= this.bottom) this.fates[row - this.top] = fate;
  }

  isError(row: number): boolean {
    return this.fateOf(row) === "error";
  }

  isBilled(row: number): boolean {
    return this.fateOf(row) === "billed";
  }

  /** Returns what became of a row; null for a blank one, or one that is not of this table. */
  fateOf(row: number): RowFate | null {
    return this.fates[row - this.top] ?? null;
  }

  /** Excludes every row read for one reason, whatever it was. */
  excludeAll(reason: ExclusionReason): void {
    this.fates.forEach((_fate, at) => (this.fates[at] = reason));
  }

  /** Excludes every row that could be read for one reason; those in error stay so. */
  excludeRead(reason: ExclusionReason): void {
    this.fates.forEach((fate, at) => {
      if (fate !== "error") this.fates[at] = reason;
    });
  }

  /** Puts every row that was billed in error: its table cannot be told from another. */
  failAll(): void {
    this.fates.forEach((fate, at) => {
      if (fate === "billed") this.fates[at] = "error";
    });
  }

  /** Returns the fates of the rows read, from top to bottom. */
  all(): RowFate[] {
    return this.fates.filter((fate) => fate !== undefined);
  }

  /** Counts how many of its rows became what. */
  counts(): Omit<SheetRows, "sheet"> {
    return countFates(this.all());
  }
}

/** Counts what became of some rows: the parts always sum to the rows read. */
export function countFates(fates: readonly RowFate[]): Omit<SheetRows, "sheet"> {
  const reasons: Partial<Record<ExclusionReason, number>> = {};
  let [billed, error] = [0, 0];
  for (const fate of fates)
    if (fate === "billed") billed += 1;
    else if (fate === "error") error += 1;
    else reasons[fate] = (reasons[fate] ?? 0) + 1;
  return { read: fates.length, billed, excluded: fates.length - billed - error, error, reasons };
}

/** Roles whose cells count. */
const counting: ReadonlySet<string> = new Set(["count", "part"]);

/** Roles whose cells say what a row is of. */
const naming: ReadonlySet<string> = new Set(["school", "label", "entity", "location"]);

/**
 * Quantities written once, in cells merged over several schools, prestations or columns. A merge over rows of which one only
 * names something is one cell like another; one that holds nothing, or zero, shares nothing.
 */
export class SharedCells {
  private readonly anchors = new Map<number, CellBlock>();

  constructor(table: Table) {
    const counts = table.columns.filter((column) => counting.has(column.role.kind)).map((column) => column.index);
    const names = table.columns.filter((column) => naming.has(column.role.kind)).map((column) => column.index);
    for (const block of table.sheet.merges) {
      const columns = counts.filter((column) => block.left <= column && column <= block.right);
      if (columns.length === 0 || block.bottom < table.bodyTop || block.top > table.bottom) continue;
      if (isNothing(parseQuantity(cellAt(table.sheet, block.top, block.left)))) continue;
      const rows: number[] = [];
      for (let row = block.top; row <= block.bottom; row += 1)
        if (names.some((column) => !isBlank(table.sheet.rows[row]?.[column] ?? null))) rows.push(row);
      if (rows.length < 2 && columns.length < 2) continue;
      for (let row = block.top; row <= block.bottom; row += 1)
        for (const column of columns) this.anchors.set(placeKey(row, column), block);
    }
  }

  /** Returns whether the quantity of a cell is one for several. */
  isShared(row: number, column: number): boolean {
    return this.anchorOf(row, column) !== null;
  }

  /** Returns the merged cells that a cell is of, if their quantity is shared; else null. */
  anchorOf(row: number, column: number): CellBlock | null {
    return this.anchors.get(placeKey(row, column)) ?? null;
  }
}

/** Cells that were counted together: one column, its rows in reading order. */
interface CountedCells {
  readonly column: number;
  readonly rows: number[];
}

/** A quantity being counted for one school, prestation and nature. */
export interface Count {
  readonly code: string;
  readonly nature: Nature;
  quantity: number;
  /** Beyond one a school, for a prestation whose unit is the école: not billed. */
  beyond: number;
  readonly cells: CountedCells[];
}

/** What a column dated of another year counts of one school: by which keys, on which rows. */
interface OtherYearCount {
  readonly keys: Set<string>;
  readonly rows: number[];
}

/** Where the headcount of a school is among its counts. */
export const headcountKey = `${pupilCode}|maintenance`;

/** A school as one table shows it. */
export interface CountedSchool {
  readonly key: string;
  readonly commune: Commune;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly counts: Map<string, Count>;
  /** By column: weighed against what other tables show, and never billed. */
  readonly otherYears: Map<number, OtherYearCount>;
  /** The kind written beside the name, where the table writes that name for one kind alone. */
  kind: string | null;
  /** The school of which this is one level (maternelle, CP…), where the table tells levels apart. */
  whole: { readonly key: string; readonly name: string } | null;
  /** It has some equipment, billed or in error. */
  equipped: boolean;
  /** Row and column of its headcount, where the table shows one, even unreadable. */
  headcount: { readonly row: number; readonly column: number } | null;
}
