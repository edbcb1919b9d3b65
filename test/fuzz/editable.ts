import type { Cell, CellBlock, SheetCells, WorkbookCells } from "../../src/cells";

/** Where the table of a sheet stands, as a person sees it; every edit keeps it true. */
export interface TablePlace {
  headerTop: number;
  headerBottom: number;
  /** Last row of the table, totals included. */
  bodyBottom: number;
  /** Column of the commune where it is filled block by block or row by row; null where there is none. */
  commune: number | null;
  /** Column of the prestations' names, or null. */
  label: number | null;
  quantities: number[];
}

export interface EditableSheet {
  name: string;
  readonly visibility: SheetCells["visibility"];
  /** As wide as one another. */
  rows: Cell[][];
  merges: CellBlock[];
  table: TablePlace | null;
}

export interface EditableWorkbook {
  readonly file: string;
  readonly date1904: boolean;
  sheets: EditableSheet[];
}

/** A copy to be edited; `places` has the table of each sheet by its name. */
export function editable(workbook: WorkbookCells, places: (sheet: SheetCells) => TablePlace | null): EditableWorkbook {
  return {
    file: workbook.file,
    date1904: workbook.date1904,
    sheets: workbook.sheets.map((sheet) => {
      const width = Math.max(...sheet.rows.map((row) => row.length));
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        rows: sheet.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
        merges: [...sheet.merges],
        table: places(sheet),
      };
    }),
  };
}

/** The workbook as the reader takes it. */
export function toCells({ file, date1904, sheets }: EditableWorkbook): WorkbookCells {
  return {
    file,
    date1904,
    sheets: sheets.map(({ name, visibility, rows, merges }) => ({
      file,
      name,
      visibility,
      rows,
      merges,
      hiddenRows: new Set<number>(),
      hiddenColumns: new Set<number>(),
      filtered: false,
      tables: [],
      generatedKey: null,
    })),
  };
}

const after = (at: number, place: number, by: number): number => (place >= at ? place + by : place);

/** Inserts rows before a row; a merge that spans it grows. */
export function insertRows(sheet: EditableSheet, at: number, rows: readonly (readonly Cell[])[]): void {
  const width = sheet.rows[0]?.length ?? 0;
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  sheet.rows.splice(at, 0, ...full);
  const by = rows.length;
  sheet.merges = sheet.merges.map((merge) => ({
    ...merge,
    top: after(at, merge.top, by),
    bottom: after(at, merge.bottom, by),
  }));
  const { table } = sheet;
  if (table === null) return;
  table.headerTop = after(at, table.headerTop, by);
  table.headerBottom = after(at, table.headerBottom, by);
  table.bodyBottom = after(at, table.bodyBottom, by);
}

/** Inserts a column before a column; `value` gives its cells by row. */
export function insertColumn(sheet: EditableSheet, at: number, value: (row: number) => Cell): void {
  sheet.rows.forEach((row, index) => row.splice(at, 0, value(index)));
  sheet.merges = sheet.merges.map((merge) => ({
    ...merge,
    left: after(at, merge.left, 1),
    right: after(at, merge.right, 1),
  }));
  const { table } = sheet;
  if (table === null) return;
  const move = (column: number | null): number | null => (column === null ? null : after(at, column, 1));
  table.commune = move(table.commune);
  table.label = move(table.label);
  table.quantities = table.quantities.map((column) => after(at, column, 1));
}

/** Puts the rows of a range in another order (`order[k]`: the row now at `top + k`), merges inside one row's block with them. */
export function reorderRows(sheet: EditableSheet, top: number, order: readonly number[]): void {
  const placeOf = new Map(order.map((row, at) => [row, top + at]));
  const moved = order.map((row) => sheet.rows[row]!);
  moved.forEach((row, at) => (sheet.rows[top + at] = row));
  sheet.merges = sheet.merges.map((merge) => {
    const to = placeOf.get(merge.top);
    return to === undefined ? merge : { ...merge, top: to, bottom: to + merge.bottom - merge.top };
  });
}

/** Groups of columns that a merged header cell holds together, from left to right; other columns stand alone. */
export function columnGroups(sheet: EditableSheet): number[][] {
  const { table } = sheet;
  const groups: number[][] = [];
  const width = sheet.rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const merge = sheet.merges.find(
      ({ top, left, right }) =>
        table !== null && top >= table.headerTop && top <= table.headerBottom && left <= column && column <= right,
    );
    if (merge !== undefined && merge.left < column) groups[groups.length - 1]!.push(column);
    else groups.push([column]);
  }
  return groups;
}

/** Puts whole columns, from the header down, in another order; a merged header's text stays at the left of its group. */
export function reorderColumns(sheet: EditableSheet, order: readonly number[]): void {
  const table = sheet.table!;
  const to = (column: number): number => order.indexOf(column);
  for (let row = table.headerTop; row < sheet.rows.length; row++)
    sheet.rows[row] = order.map((column) => sheet.rows[row]![column]!);
  sheet.merges = sheet.merges.map((merge) => {
    if (merge.top < table.headerTop) return merge;
    const columns = order.filter((column) => merge.left <= column && column <= merge.right).map(to);
    const left = Math.min(...columns);
    const cells = sheet.rows[merge.top]!;
    const text = cells[to(merge.left)]!;
    cells[to(merge.left)] = null;
    cells[left] = text;
    return { ...merge, left, right: Math.max(...columns) };
  });
  table.commune = table.commune === null ? null : to(table.commune);
  table.label = table.label === null ? null : to(table.label);
  table.quantities = table.quantities.map(to);
}
