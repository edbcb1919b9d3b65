import type { Cell } from "../../cells";
import { isBlank } from "../../cells";
import type { Nature } from "../../tariff";
import type { Column } from "../table";
import { mergedRows } from "./name-column";
import { writtenNature } from "./nature";
import type { TableReading } from "./reading-table";

/** What rows are billed for, as they say it: in a column of natures, or under the title of a section. */
export class RowNatures {
  /** What the last title says: « INSTALLATION ». */
  section: Nature | null = null;
  private readonly merged: ReadonlyMap<number, number>;

  constructor(
    private readonly reading: TableReading,
    readonly column: Column | null,
  ) {
    this.merged = column === null ? new Map() : mergedRows(reading.table.sheet, column.index);
  }

  /** A row that holds a title only: the one of a section says the nature of the rows below. */
  enter(row: number): void {
    const { sheet, left, right } = this.reading.table;
    const texts = (sheet.rows[row] ?? []).slice(left, right + 1).filter((cell) => !isBlank(cell));
    const [text] = texts;
    if (typeof text !== "string" || texts.length > 1) return;
    const { label, nature } = this.reading.tools.readLabel(text);
    // A section of pupils ends the one of equipment above it.
    if (label.kind === "none" && (nature === "installation" || nature === "maintenance")) this.section = nature;
    else if (label.kind === "prestation" && label.code === "PORTAIL") this.section = null;
  }

  /** The cell that writes the nature of a row, its own or the one it is merged with; null without a column. */
  cell(row: number): Cell {
    if (this.column === null) return null;
    return this.reading.table.sheet.rows[this.merged.get(row) ?? row]?.[this.column.index] ?? null;
  }

  /** The nature that a row writes in its column; null where it is blank or says none, undefined where what it says means nothing. */
  written(row: number): Nature | null | undefined {
    const cell = this.cell(row);
    const nature = typeof cell === "string" ? writtenNature(cell, this.reading.tools) : null;
    return nature === "nothing" ? undefined : nature;
  }
}
