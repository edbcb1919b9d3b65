import { isBlank, isBlankRow } from "../../cells";
import type { Cell } from "../../cells";
import { concerns, rowStillSays } from "../../options";
import { readQuantity } from "./quantity";
import type { Locator } from "./locate";
import type { TableReading } from "./reading-table";
import type { TotalKind } from "./row-kind";
import { isAside, textOf, totalKind } from "./row-kind";
import { campaignColumn } from "./campaign-column";
import type { CampaignColumn } from "./campaign-column";
import { isSum } from "./totals";
import type { TotalRow } from "./totals";

/** What a body row is before its content is read. */
export type RowKind = "blank" | "set-aside" | "other-year" | "total" | "title" | "detail";

/** Tells the rows of a table apart, and remembers those that totals are compared with. */
export class RowSorter {
  readonly totals: TotalRow[] = [];
  /** Rows whose numbers a total sums: details, and those that the user set aside. */
  readonly summed: number[] = [];
  private readonly setAside: ReadonlySet<number>;
  private readonly years: CampaignColumn | null;

  constructor(
    private readonly reading: TableReading,
    private readonly locator: Locator,
    /** Columns that hold quantities. */
    private readonly quantities: readonly number[],
  ) {
    this.years = campaignColumn(reading);
    this.setAside = setAsideRows(reading);
  }

  /** The kind of a row, its outcome logged unless it is a detail. */
  sort(row: number): RowKind {
    const { table, log } = this.reading;
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    if (isBlankRow(cells, table.left, table.right)) {
      this.locator.endBlock();
      return "blank";
    }
    if (table.asides?.has(row) === true) {
      log.exclude(row, "title");
      return "title";
    }
    if (this.setAside.has(row)) {
      log.exclude(row, "set-aside");
      this.locator.pass(row);
      if (this.totalOf(cells) === null) this.summed.push(row);
      return "set-aside";
    }
    if (this.years?.isOther(cells) === true) {
      log.exclude(row, "other-year");
      this.locator.pass(row);
      this.summed.push(row);
      return "other-year";
    }
    const total = this.totalOf(cells) ?? this.unnamedTotal(cells, row);
    if (total !== null) {
      log.exclude(row, total.kind);
      this.totals.push({ row, kind: total.kind, text: total.text, detailsAbove: this.summed.length });
      this.locator.endBlock();
      return "total";
    }
    if (this.isTitle(cells, row)) {
      log.exclude(row, "title");
      return "title";
    }
    this.summed.push(row);
    return "detail";
  }

  private totalOf(cells: readonly Cell[]): { kind: TotalKind; text: string } | null {
    const { table } = this.reading;
    for (const column of this.locator.nameIndexes) {
      const text = textOf(cells[column] ?? null);
      const kind = text === null ? null : totalKind(text);
      if (text !== null && kind !== null) return { kind, text };
    }
    for (let column = table.left; column <= table.right; column += 1) {
      const text = textOf(cells[column] ?? null);
      if (text === null) continue;
      const kind = totalKind(text);
      return kind === null ? null : { kind, text };
    }
    return null;
  }

  /** Numbers without a name, each the sum of those above: a total that nobody labelled. */
  private unnamedTotal(cells: readonly Cell[], row: number): { kind: TotalKind; text: string } | null {
    const { table } = this.reading;
    const numbers: number[] = [];
    for (let column = table.left; column <= table.right; column += 1) {
      const cell = cells[column] ?? null;
      if (isBlank(cell)) continue;
      if (typeof cell !== "number" || !this.quantities.includes(column)) return null;
      numbers.push(column);
    }
    const blocks = [this.summed, this.summed.slice(this.totals.at(-1)?.detailsAbove ?? 0)];
    return blocks.some((rows) => rows.length > 1 && isSum(this.reading, row, rows, numbers))
      ? { kind: "total", text: "" }
      : null;
  }

  /** A row that names nothing to bill: a section's name, a note, prices. A commune alone heads the rows below. */
  private isTitle(cells: readonly Cell[], row: number): boolean {
    const { communeIndex, schoolIndex } = this.locator;
    const first = firstFilled(cells, this.reading.table.left);
    if (typeof first === "string" && isAside(first)) return true;
    if (this.quantities.some((column) => readQuantity(cells[column] ?? null).kind !== "blank")) return false;
    const school = schoolIndex === null ? null : (cells[schoolIndex] ?? null);
    const commune = communeIndex === null ? null : (cells[communeIndex] ?? null);
    if (schoolIndex !== null && school !== null && !isBlank(school))
      return communeIndex !== null && this.isNote(cells, schoolIndex, row);
    if (communeIndex !== null && typeof commune === "string") this.locator.heads(commune, row);
    return true;
  }

  /** A sentence in the school's column, after a blank row that ended the block, is a note. */
  private isNote(cells: readonly Cell[], schoolIndex: number, row: number): boolean {
    const { table } = this.reading;
    for (let column = table.left; column <= table.right; column += 1)
      if (column !== schoolIndex && !isBlank(cells[column] ?? null)) return false;
    const above = table.sheet.rows[row - 1] ?? [];
    return isBlankRow(above, table.left, table.right);
  }
}

/** The rows of a table's sheet that the user set aside, zero-based. */
export function setAsideRows({ table: { sheet }, tools }: TableReading): ReadonlySet<number> {
  const rows = tools.options.setAside.filter(
    (option) => concerns(option, sheet) && rowStillSays(option, sheet.rows[option.row - 1] ?? []),
  );
  return new Set(rows.map(({ row }) => row - 1));
}

function firstFilled(cells: readonly Cell[], left: number): Cell {
  for (let column = left; column < cells.length; column += 1)
    if (!isBlank(cells[column] ?? null)) return cells[column]!;
  return null;
}
