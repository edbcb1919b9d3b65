import { cellName, parseCellName, sourceName, type SheetCells } from "../cells";
import { anomaly, type Anomaly, type MessageCode, type Severity } from "../messages";
import { headcount, rowsBilled, type Grid } from "../tariff";
import { type Column } from "./column";
import { placeIn, type CellPlace, type Table } from "./table";
import { changesOthers } from "./texts/dues";
import { kinshipOf } from "./texts/kinship";

export type Params = Anomaly["params"];

/** Makes an anomaly at a zero-based cell of a sheet. */
export function anomalyAt(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  row: number,
  column: number,
  params: Params = {},
): Anomaly {
  const { file, name } = sheet;
  const cell = cellName(row, column);
  return anomaly(severity, code, { sheet: name, cell, ...params }, { file, sheet: name, cell });
}

/** Makes an anomaly at a cell of a table, zero-based as the table is read. */
export function anomalyIn(
  severity: Severity,
  code: MessageCode,
  table: Table,
  row: number,
  column: number,
  params: Params = {},
): Anomaly {
  const place = placeIn(table, row, column);
  return anomalyAt(severity, code, table.sheet, place.row, place.column, params);
}

/** Returns where an anomaly stands in a table, as it is read; null where it has no cell. */
export function placeInTable({ cell }: Anomaly, table: Pick<Table, "turned">): CellPlace | null {
  const place = cell === null ? null : parseCellName(cell);
  return place === null ? null : placeIn(table, place.row, place.column);
}

/** Returns what a label that is not understood is told with: itself, and the prestation that it may be where it speaks of pupils. */
export function unknownLabel(label: string, grid: Grid): Params {
  const [only, other] = kinshipOf(label) === "pupils" ? rowsBilled(grid, headcount) : [];
  return {
    label,
    ...(changesOthers(label) && { changes: 1 }),
    ...(only !== undefined && { pupils: other === undefined ? only.code : headcount }),
  };
}

/** Makes an anomaly on the heading of a column, which it quotes. */
export function anomalyOfColumn(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  { header, headerRow, index }: Column,
  params: Params = {},
): Anomaly {
  return anomalyAt(severity, code, sheet, headerRow, index, { header, ...params });
}

/** Makes an anomaly of a whole sheet. */
export function anomalyOfSheet(severity: Severity, code: MessageCode, sheet: SheetCells, params: Params = {}): Anomaly {
  const { file, name } = sheet;
  return anomaly(severity, code, { sheet: name, ...params }, { file, sheet: name });
}

/** Returns the first cell of a table's headings. */
function headingOf({ turned, columns, left, top, on }: Table): CellPlace {
  const column = turned ? on.left : (columns.find(({ texts }) => texts.length > 0)?.index ?? left);
  return { row: turned ? on.top : top, column };
}

/** Makes an anomaly on the first header cell of a table. */
export function anomalyOfTable(severity: Severity, code: MessageCode, table: Table, params: Params): Anomaly {
  const { row, column } = headingOf(table);
  return anomalyAt(severity, code, table.sheet, row, column, params);
}

/** Tells where a table stands, as it is named to people: « Parc!A4 ». */
export function placeOf(table: Table): string {
  const { row, column } = headingOf(table);
  return sourceName(table.ref.name, cellName(row, column), table.ref.otherFile);
}

/** Returns, for a message, what is not billed when the pupils are unknown: the portal, or the prestation as the grid calls it. */
export function unbilledParams(
  grid: Grid,
  code: string = headcount,
): { readonly portal: number } | { readonly prestation: string } {
  const [priced] = rowsBilled(grid, code);
  return grid.origin === "built-in" || priced === undefined ? { portal: 1 } : { prestation: priced.prestation };
}
