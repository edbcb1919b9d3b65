import type { ModelCell, RowRole, SheetModel, SideBySide } from "../documents";
import { isBlank } from "./geometry";

/** A cell of a sheet, zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A tag of a part of a sheet for screen readers, with its content in reading order. */
export interface Tag {
  readonly type: `H${number}` | "P" | "Div" | "Table" | "TR" | "TH" | "TD";
  /** The scope of a table header. */
  readonly scope?: "Column" | "Row";
  /** The number of columns that a cell of a table spans, when there are several. */
  readonly span?: number;
  readonly holds: readonly (Tag | CellPlace)[];
}

const levels: Readonly<Partial<Record<RowRole, number>>> = { title: 1, section: 2, "headed titles": 2, group: 3 };
const titles: ReadonlySet<RowRole | null> = new Set<RowRole | null>(["titles", "headed titles"]);

/**
 * Returns the tags of the printed part of a sheet: headings, texts, texts side by side one after the other, and tables,
 * each of which is one however many pages it takes. Headings repeated on continuation pages are left out.
 */
export function structureOf(model: SheetModel): Tag[] {
  return new Structure(model).tags();
}

class Structure {
  private readonly last: number;
  /** The level of the last heading. */
  private level = 0;

  constructor(private readonly model: SheetModel) {
    this.last = Math.min(model.print.area.lastRow, model.rows.length - 1);
  }

  tags(): Tag[] {
    const tags: Tag[] = [];
    for (let row = 0; row <= this.last;) {
      const beside = this.sideBySideAt(row);
      const role = this.roleOf(row);
      let end = row;
      if (beside !== null) {
        tags.push(...this.sideBySide(beside));
        end = beside.lastRow;
      } else if (titles.has(role) || role === "row") {
        if (role === "headed titles") tags.push(this.headingOf(row));
        end = this.endOfTable(row);
        tags.push(this.table(row, end));
      } else if (role !== "continued") tags.push(...this.text(row));
      row = end + 1;
    }
    return tags;
  }

  /** Returns the role of a row; titles right under a repeated heading are repeated too. */
  private roleOf(row: number): RowRole | null {
    const { outline } = this.model;
    const role = outline?.get(row) ?? null;
    return role === "titles" && outline?.get(row - 1) === "continued" ? "continued" : role;
  }

  private sideBySideAt(row: number): SideBySide | null {
    return this.model.sideBySide?.find(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow) ?? null;
  }

  /** Returns the printed, visible columns of a row that have a text. */
  private textColumns(row: number): number[] {
    const { rows, widths, print } = this.model;
    const printed: readonly (ModelCell | null)[] = rows[row]!.cells.slice(0, print.area.lastColumn + 1);
    return printed.flatMap((cell, column) => (isBlank(cell) || widths[column] === 0 ? [] : [column]));
  }

  private text(row: number): Tag[] {
    const holds = this.textColumns(row).map((column) => ({ row, column }));
    return holds.length === 0 ? [] : [{ type: this.headingAt(row) ?? "P", holds }];
  }

  /** Returns the heading level of a row, at most one below the previous heading; null for other rows. */
  private headingAt(row: number): `H${number}` | null {
    const level = levels[this.roleOf(row) ?? "row"];
    if (level === undefined) return null;
    this.level = Math.min(level, this.level + 1);
    return `H${this.level}`;
  }

  /** Returns the heading of a table, which is among its titles. */
  private headingOf(row: number): Tag {
    return { type: this.headingAt(row) ?? "P", holds: [{ row, column: this.textColumns(row)[0]! }] };
  }

  /** Returns texts one after the other, each with its lines together. */
  private sideBySide({ firstRow, lastRow, starts }: SideBySide): Tag[] {
    const lines: CellPlace[] = [];
    for (let row = firstRow; row <= Math.min(lastRow, this.last); row += 1)
      lines.push(...this.textColumns(row).map((column) => ({ row, column })));
    return starts.flatMap((start, index): Tag[] => {
      const end = starts[index + 1] ?? Infinity;
      const own = lines.filter(({ column }) => column >= start && column < end);
      const holds = own.map((place): Tag => ({ type: "P", holds: [place] }));
      return holds.length > 1 ? [{ type: "Div", holds }] : holds;
    });
  }

  /**
   * Returns the last row of the table that begins at a row. With titles, a table includes the rows between its rows,
   * since they are in its columns, and ends before other titles; without titles, it ends with its rows.
   */
  private endOfTable(first: number): number {
    const isTitled = titles.has(this.roleOf(first));
    let end = first;
    for (let row = first + 1; row <= this.last && this.sideBySideAt(row) === null; row += 1) {
      const role = this.roleOf(row);
      if (role === "row") end = row;
      else if (!isTitled || (role !== null && !within.has(role))) break;
    }
    return end;
  }

  private table(first: number, last: number): Tag {
    const rows: FilledRow[] = [];
    for (let row = first; row <= last; row += 1) {
      const role = this.roleOf(row);
      // The heading among titles comes before its table.
      const filled = this.textColumns(row).slice(role === "headed titles" ? 1 : 0);
      if (filled.length > 0 && role !== "continued") rows.push({ row, filled, areTitles: titles.has(role) });
    }
    const columns = columnsOf(rows);
    return { type: "Table", holds: rows.map((row) => ({ type: "TR", holds: this.cells(row, columns) })) };
  }

  /** Returns the cells of a row of a table: one for each of its columns, blank or not. */
  private cells({ row, filled, areTitles }: FilledRow, columns: readonly number[]): Tag[] {
    if (!areTitles && filled.length === 1 && filled[0]! <= columns[0]!)
      return [this.acrossTable({ row, column: filled[0]! }, columns.length)];
    const cells: Tag[] = [];
    for (let index = 0; index < columns.length;) {
      const column = columns[index]!;
      const isFilled = filled.includes(column);
      const end = column + (isFilled ? (this.model.rows[row]!.cells[column]!.span ?? 1) : 1);
      const span = columns.filter((one) => one >= column && one < end).length;
      // A blank cell heads nothing.
      const scope = !isFilled ? null : areTitles ? "Column" : index === 0 ? "Row" : null;
      const cell = scope === null ? ({ type: "TD" } as const) : ({ type: "TH", scope } as const);
      cells.push({ ...cell, ...spanOf(span), holds: isFilled ? [{ row, column }] : [] });
      index += span;
    }
    return cells;
  }

  /**
   * Returns the cell of a text across a whole table, such as the heading of its next rows. It is not tagged as a
   * header: readers look for the header of a column no further than the first one above a cell.
   */
  private acrossTable(place: CellPlace, columns: number): Tag {
    const heading = this.headingAt(place.row);
    return { type: "TD", ...spanOf(columns), holds: [heading === null ? place : { type: heading, holds: [place] }] };
  }
}

/** The roles of rows that a table may have between its rows. */
const within: ReadonlySet<RowRole> = new Set<RowRole>(["section", "group", "continued"]);

/** A row of a table, and the columns with a text. */
interface FilledRow {
  readonly row: number;
  readonly filled: readonly number[];
  readonly areTitles: boolean;
}

/** Returns the columns of a table: those with a text in its rows, from the first one with a text beside it. */
function columnsOf(rows: readonly FilledRow[]): number[] {
  const beside = rows.filter(({ filled, areTitles }) => areTitles || filled.length > 1);
  const first = Math.min(...(beside.length === 0 ? rows : beside).map(({ filled }) => filled[0]!));
  const columns = new Set(rows.flatMap(({ filled }) => filled.filter((column) => column >= first)));
  return [...columns].sort((a, b) => a - b);
}

function spanOf(columns: number): Pick<Tag, "span"> {
  return columns > 1 ? { span: columns } : {};
}
