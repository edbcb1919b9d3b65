import { cellName, parseCellName, sourceName, type SheetCells } from "../cells";
import { anomaly, type Anomaly, type MessageCode, type Severity } from "../messages";
import { headcount, rowsBilled, type Grid } from "../tariff";
import type { Column } from "./column";
import { placeIn, type CellPlace, type Table } from "./table";
import { changesOthers } from "./texts/dues";
import { kinshipOf } from "./texts/kinship";

export type Params = Anomaly["params"];

/** Returns an anomaly located at a zero-based cell of a sheet. */
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

/**
 * Returns an anomaly located at a cell of a table; row and column are zero-based in the table's orientation, turned or
 * not.
 */
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

/** Returns the cell of an anomaly, in the orientation of its table; null when the anomaly has no cell. */
export function placeInTable({ cell }: Anomaly, table: Pick<Table, "turned">): CellPlace | null {
  const place = cell === null ? null : parseCellName(cell);
  return place === null ? null : placeIn(table, place.row, place.column);
}

/**
 * Returns the parameters of a message about a label that is not understood: the label, whether it may change other
 * quantities, and the prestation that it may mean when it mentions pupils.
 */
export function unknownLabel(label: string, grid: Grid): Params {
  const [only, other] = kinshipOf(label) === "pupils" ? rowsBilled(grid, headcount) : [];
  return {
    label,
    ...(changesOthers(label) && { changes: 1 }),
    ...(only !== undefined && { pupils: other === undefined ? only.code : headcount }),
  };
}

/** Returns an anomaly located at the header of a column, which its message quotes. */
export function anomalyOfColumn(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  { header, headerRow, index }: Column,
  params: Params = {},
): Anomaly {
  return anomalyAt(severity, code, sheet, headerRow, index, { header, ...params });
}

/** Returns an anomaly about a whole sheet. */
export function anomalyOfSheet(severity: Severity, code: MessageCode, sheet: SheetCells, params: Params = {}): Anomaly {
  const { file, name } = sheet;
  return anomaly(severity, code, { sheet: name, ...params }, { file, sheet: name });
}

/** Returns the first header cell of a table. */
function headingOf({ turned, columns, left, top, on }: Table): CellPlace {
  const column = turned ? on.left : (columns.find(({ texts }) => texts.length > 0)?.index ?? left);
  return { row: turned ? on.top : top, column };
}

/** Returns an anomaly located at the first header cell of a table. */
export function anomalyOfTable(severity: Severity, code: MessageCode, table: Table, params: Params): Anomaly {
  const { row, column } = headingOf(table);
  return anomalyAt(severity, code, table.sheet, row, column, params);
}

/** Returns the address of a table's first header cell, as messages write it: « Parc!A4 ». */
export function placeOf(table: Table): string {
  const { row, column } = headingOf(table);
  return sourceName(table.ref.name, cellName(row, column), table.ref.otherFile);
}

/**
 * Returns the parameters that name, in a message, what is not billed when the number of pupils is unknown: the portal
 * under a built-in grid, otherwise the wording of the grid's prestation.
 */
export function unbilledParams(
  grid: Grid,
  code: string = headcount,
): { readonly portal: number } | { readonly prestation: string } {
  const [priced] = rowsBilled(grid, code);
  return grid.origin === "built-in" || priced === undefined ? { portal: 1 } : { prestation: priced.prestation };
}
