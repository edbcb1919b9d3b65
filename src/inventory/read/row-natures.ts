import type { Cell } from "../../cells";
import type { Nature } from "../../tariff";
import type { Column } from "../table";
import { mergedRows } from "./name-column";
import { writtenNature } from "./nature";
import type { WrittenNature } from "./nature";
import type { TableReading } from "./reading-table";

/** What rows are billed for, as a column of natures says it, in their cells or in those that they are merged with. */
export class RowNatures {
  private readonly merged: ReadonlyMap<number, number>;

  constructor(
    private readonly reading: TableReading,
    readonly column: Column | null,
  ) {
    this.merged = column === null ? new Map() : mergedRows(reading.table.sheet, column.index);
  }

  /** The cell that writes the nature of a row, its own or the one it is merged with; null without a column. */
  cell(row: number): Cell {
    if (this.column === null) return null;
    return this.reading.table.sheet.rows[this.merged.get(row) ?? row]?.[this.column.index] ?? null;
  }

  /** The nature that a row writes in its column; null where it is blank, or says none. */
  written(row: number): Nature | null {
    const nature = this.said(row);
    return nature === "nothing" ? null : nature;
  }

  /** True where the user said that what the row writes means nothing: it is no quantity to bill. */
  meansNothing(row: number): boolean {
    return this.said(row) === "nothing";
  }

  private said(row: number): WrittenNature {
    const cell = this.cell(row);
    return typeof cell === "string" ? writtenNature(cell, this.reading.tools) : null;
  }
}
