import FormulaParser from "fast-formula-parser";
import { CellError, type Cell } from "../../../../src/cells";
import { HostError, type Wire } from "../../host-object";
import { columnsOf, isUnbounded, rowsOf, type Area } from "../state/area";
import { wireOf } from "../state/cell";

/** Cells that one answer may be about. */
const mostCells = 5_000_000;

/** What every cell of an area says, by rows; null for whole rows or columns. */
export function matrix(area: Area, read: (row: number, column: number) => Wire): Wire {
  if (isUnbounded(area)) return null;
  if (rowsOf(area) * columnsOf(area) > mostCells) throw new HostError("RangeExceedsLimit", "The range is too large.");
  area.sheet.book.calculation.update();
  const rows: Wire[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: Wire[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}

export function valuesOf(area: Area): Wire {
  const { grid, book } = area.sheet;
  return matrix(area, (row, column) => {
    const value = grid.value(row, column);
    return value instanceof CellError && value.code === "#BUSY!" ? book.waitingValue : wireOf(value);
  });
}

export function formulasOf(area: Area): Wire {
  const { grid } = area.sheet;
  return matrix(area, (row, column) => {
    const formula = grid.formula(row, column);
    return formula === undefined ? wireOf(grid.value(row, column)) : `=${formula.text}`;
  });
}

export function typeOf(value: Cell): string {
  if (value === null) return "Empty";
  if (value instanceof CellError) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

export function textAt({ sheet }: Area, row: number, column: number): string {
  const value = sheet.grid.value(row, column);
  if (value === null || value instanceof CellError) return value === null ? "" : value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return FormulaParser.SSF.format(sheet.grid.style(row, column).numberFormat, value);
}

export function hyperlinkOf({ sheet, top, left }: Area): Wire {
  const link = sheet.grid.linkAt(top, left);
  if (link === undefined) return null;
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.place === null ? {} : { documentReference: link.place }),
    screenTip: link.tip ?? "",
    textToDisplay: String(wireOf(sheet.grid.value(top, left))),
  };
}
