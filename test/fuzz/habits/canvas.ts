import type { CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { headerDepth, type Cell, type Column, type Look, type Row, type Sheet, type Table } from "./model";
import { a1, placeKey, type Place } from "./places";

/** One sheet as it fills up. */
export class Canvas {
  private readonly grid: Cell[][] = [];
  private readonly merges: NonNullable<WriteSheet["merges"]> = [];
  private readonly hiddenRows = new Set<number>();
  private filter: string | null = null;

  constructor(
    private readonly sheet: Sheet,
    private readonly places: Map<string, Place>,
  ) {}

  draw(): WriteSheet {
    const { rows: top = 0, columns: left = 0 } = this.sheet.offset ?? {};
    let row = top;
    let column = left;
    for (const table of this.sheet.tables) {
      const [bottom, right] = this.table(table, row, column);
      if (this.sheet.side === true) column = right + 1;
      else row = bottom + 1;
    }
    return this.written();
  }

  private put(row: number, column: number, one: Cell): void {
    while (this.grid.length <= row) this.grid.push([]);
    this.grid[row]![column] = one;
  }

  private keep([row, column]: readonly [number, number], place: Omit<Place, "sheet" | "at">): void {
    const key = placeKey(this.sheet.file, this.sheet.name, a1(row, column));
    this.places.set(key, { sheet: this.sheet, at: [row, column], ...place });
  }

  /** Writes a line above or below a table. */
  private line(table: Table, cells: readonly Cell[], row: number, left: number): void {
    cells.forEach((one, at) => {
      this.put(row, left + at, one);
      this.keep([row, left + at], { table, part: "line", row: null, column: null, cell: one });
    });
  }

  /** Draws a table with its top left corner there; gives the row and the column after it. */
  private table(table: Table, top: number, left: number): [bottom: number, right: number] {
    let row = top;
    for (const above of table.above) this.line(table, above, row++, left);
    const depth = headerDepth(table);
    const turned = table.across === true;
    /** Where the cell of a column (headers first) and a row of the table goes. */
    const place = (line: number, at: number): [number, number] =>
      turned ? [row + at, left + line] : [row + line, left + at];
    this.headers(table, depth, place);
    table.rows.forEach((one, index) => {
      one.cells.forEach((value, at) => {
        const [r, c] = place(depth + index, at);
        this.put(
          r,
          c,
          this.resolved(value, (of) => place(depth + table.rows.indexOf(of), at)),
        );
        const column = table.columns[at];
        if (column !== undefined) this.keep([r, c], { table, part: "body", row: one, column, cell: value });
      });
      if (this.sheet.hiddenRows?.includes(one) === true) this.hiddenRows.add(place(depth + index, 0)[0]);
    });
    table.columns.forEach((column, at) => this.down(table, column, at, (index) => place(depth + index, at)));
    for (const { from, to, column } of table.merged) {
      const at = table.columns.indexOf(column);
      this.merge(place(depth + table.rows.indexOf(from), at), place(depth + table.rows.indexOf(to), at));
    }
    const [lastRow, lastColumn] = place(depth + table.rows.length - 1, table.columns.length - 1);
    if (this.sheet.filtered === true && this.filter === null)
      this.filter = `${a1(...place(depth - 1, 0))}:${a1(lastRow, lastColumn)}`;
    let end = Math.max(row, lastRow + 1);
    for (const below of table.below) this.line(table, below, end++, left);
    return [end, Math.max(left, lastColumn + 1)];
  }

  /** Headings: the same text side by side, above the last one, is written once over merged cells. */
  private headers(table: Table, depth: number, place: (line: number, at: number) => [number, number]): void {
    for (let level = 0; level < depth; level++) {
      table.columns.forEach((column, at) => {
        const text = headingOf(column, level, depth);
        const [r, c] = place(level, at);
        this.keep([r, c], { table, part: "heading", row: null, column, cell: { value: text === "" ? null : text } });
        if (text === "") return;
        const isSame = (other: number) =>
          level < depth - 1 && headingsOf(table, other, level, depth) === headingsOf(table, at, level, depth);
        if (isSame(at - 1)) return;
        this.put(r, c, { value: text });
        let last = at;
        while (isSame(last + 1)) last++;
        if (last > at) this.merge([r, c], place(level, last));
      });
    }
  }

  /** Texts that go on in the rows below: merged, or left blank. */
  private down(table: Table, column: Column, at: number, place: (index: number) => [number, number]): void {
    if (column.down === undefined) return;
    for (let first = 0; first < table.rows.length; first++) {
      const { kind, cells, school } = table.rows[first]!;
      const value = cells[at]?.value ?? null;
      if (kind !== "data" || value === null) continue;
      let last = first;
      const goesOn = (next: Row | undefined): boolean =>
        next?.kind === "data" &&
        (column.role === "commune" ? next.school!.commune === school!.commune : next.cells[at]!.value === value);
      while (goesOn(table.rows[last + 1])) last++;
      for (let index = first + 1; index <= last; index++) this.put(...place(index), { value: null });
      if (column.down === "merged" && last > first) this.merge(place(first), place(last));
      first = last;
    }
  }

  private merge([startRow, startCol]: [number, number], [endRow, endCol]: [number, number]): void {
    this.merges.push({ startRow, startCol, endRow, endCol });
  }

  private resolved(one: Cell, placeOf: (row: Row) => [number, number]): Cell {
    if (one.totalOf === undefined) return one;
    const { name, rows } = one.totalOf;
    const range = `${a1(...placeOf(rows[0]!))}:${a1(...placeOf(rows.at(-1)!))}`;
    return { ...one, formula: name === "SUBTOTAL" ? `SUBTOTAL(9,${range})` : `${name}(${range})` };
  }

  private written(): WriteSheet {
    const cells: NonNullable<WriteSheet["cells"]> = new Map();
    const rows: CellValue[][] = this.grid.map((line, row) =>
      Array.from(line, (one, column) => {
        if (one === undefined) return null;
        const { value, format, formula, comment, look } = one;
        if (format !== undefined || formula !== undefined || comment !== undefined || look !== undefined)
          cells.set(`${row},${column}`, {
            value: formula === undefined ? value : null,
            style: { ...(format !== undefined && { numFmt: format }), ...(look !== undefined && styleOf(look)) },
            ...(formula !== undefined && { formula, ...(value !== null && { formulaResult: value }) }),
            ...(comment !== undefined && { comment: { text: comment } }),
          });
        return formula === undefined ? value : null;
      }),
    );
    return {
      name: this.sheet.name,
      rows,
      cells,
      merges: this.merges,
      ...(this.sheet.hidden === true && { hidden: true }),
      ...(this.filter !== null && { autoFilter: { range: this.filter } }),
      ...(this.hiddenRows.size > 0 && { rowDefs: new Map([...this.hiddenRows].map((row) => [row, { hidden: true }])) }),
    };
  }
}

function styleOf({ struck, color, fill }: Look): CellStyle {
  return {
    ...((struck !== undefined || color !== undefined) && {
      font: {
        ...(struck !== undefined && { strikethrough: struck }),
        ...(color !== undefined && { color: { rgb: color } }),
      },
    }),
    ...(fill !== undefined && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
  };
}

/** The text of a heading at a level; a column with fewer has blanks above. */
function headingOf({ headers }: Column, level: number, depth: number): string {
  return headers[level - depth + headers.length] ?? "";
}

/** The headings of a column down to a level, as one text; null where there is no column. */
function headingsOf({ columns }: Table, at: number, level: number, depth: number): string | null {
  const column = columns[at];
  if (column === undefined) return null;
  return JSON.stringify(Array.from({ length: level + 1 }, (_, above) => headingOf(column, above, depth)));
}
