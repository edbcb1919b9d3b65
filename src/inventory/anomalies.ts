import { cellName, sourceName, type SheetCells } from "../cells";
import type { Anomaly, MessageCode, Severity } from "../messages";
import type { Column, Table } from "./table";

export type Params = Readonly<Record<string, string | number>>;

/** An anomaly at a zero-based cell of a sheet. */
export function anomalyAt(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  row: number,
  column: number,
  params: Params = {},
): Anomaly {
  const cell = cellName(row, column);
  return { severity, code, file: sheet.file, sheet: sheet.name, cell, params: { sheet: sheet.name, cell, ...params } };
}

/** An anomaly on the heading of a column, which it quotes. */
export function anomalyOfColumn(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  { header, headerRow, index }: Column,
  params: Params = {},
): Anomaly {
  return anomalyAt(severity, code, sheet, headerRow, index, { header, ...params });
}

/** An anomaly of a whole sheet. */
export function anomalyOfSheet(severity: Severity, code: MessageCode, sheet: SheetCells, params: Params = {}): Anomaly {
  return { severity, code, file: sheet.file, sheet: sheet.name, cell: null, params: { sheet: sheet.name, ...params } };
}

/** The first cell of a table's headings. */
function headingOf(table: Table): { row: number; column: number } {
  const column = table.columns.find((candidate) => candidate.texts.length > 0)?.index ?? table.left;
  return { row: table.headerTop, column };
}

/** An anomaly on the first header cell of a table. */
export function anomalyOfTable(
  severity: Anomaly["severity"],
  code: Anomaly["code"],
  table: Table,
  params: Record<string, string | number>,
): Anomaly {
  const { row, column } = headingOf(table);
  return anomalyAt(severity, code, table.sheet, row, column, params);
}

/** Where a table stands, as it is named to people: « Parc!A4 ». */
export function placeOf(table: Table): string {
  const { row, column } = headingOf(table);
  return sourceName(table.ref.name, cellName(row, column), table.ref.otherFile);
}
