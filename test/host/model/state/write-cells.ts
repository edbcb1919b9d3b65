import type { Cell } from "../../../../src/cells";
import { HostError, type Wire } from "../../host-object";
import { normalised, sheetsOf } from "../formula/references";
import { columnsOf, isUnbounded, rowsOf, type Area } from "./area";
import { entryOf } from "./entry";
import { restyled } from "./style";
import type { HostSheet } from "./sheet";

const longestText = 32_767;
/** Cells that one operation may change. */
export const mostCells = 33_554_000;
const longestFormula = 8_192;

/**
 * Calls `write` with what each cell of an area is given: a single value goes to all, an array must be of the area's
 * size, and null leaves a cell as it is.
 */
export function eachGiven(area: Area, given: Wire, write: (row: number, column: number, value: Wire) => void): void {
  if (given === null) throw new HostError("InvalidArgument", "A property is not set to null.");
  if (isUnbounded(area)) throw new HostError("InvalidArgument", "Whole rows or columns take no cell's property.");
  const rows = rowsOf(area);
  const columns = columnsOf(area);
  if (rows * columns > mostCells) throw new HostError("OperationCellsExceedLimit", "That is too many cells at once.");
  const matrix = Array.isArray(given) ? (given as readonly Wire[]) : null;
  if (
    matrix !== null &&
    (matrix.length !== rows || matrix.some((row) => !Array.isArray(row) || row.length !== columns))
  )
    throw new HostError("InvalidArgument", `The array is not of the size of the range, ${rows} × ${columns}.`);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = matrix === null ? given : ((matrix[row] as readonly Wire[])[column] ?? null);
      if (value !== null) write(area.top + row, area.left + column, value);
    }
}

/** Values or formulas of an area, as an add-in gives them; nothing is written where one is refused. */
export function writeCells(area: Area, given: Wire): void {
  const { sheet } = area;
  const writes: (() => void)[] = [];
  eachGiven(area, given, (row, column, value) => writes.push(prepare(sheet, row, column, value)));
  for (const write of writes) write();
  if (writes.length === 0) return;
  sheet.book.changed(sheet, area);
  sheet.book.calculation.enter(area);
}

function prepare(sheet: HostSheet, row: number, column: number, given: Wire): () => void {
  const { grid, book } = sheet;
  const isText = grid.style(row, column).numberFormat === "@";
  const set = (value: Cell) => () => grid.setValue(row, column, value);
  if (typeof given === "number") return set(isText ? String(given) : given);
  if (typeof given === "boolean") return set(isText ? String(given).toUpperCase() : given);
  if (typeof given !== "string") throw new HostError("InvalidArgument", "A cell takes a text, a number or a boolean.");
  if (given.length > longestText) throw new HostError("InvalidArgument", "A cell takes 32,767 characters at most.");
  if (given === "") return set(null);
  if (isText) return set(given);
  const entry = entryOf(given, book.date1904);
  if (entry.kind === "formula") {
    const text = checkedFormula(sheet, entry.text);
    return () => grid.setFormula(row, column, text);
  }
  const { value, numberFormat } = entry;
  return () => {
    grid.setValue(row, column, value === "" ? null : value);
    const style = grid.style(row, column);
    if (numberFormat !== undefined && style.numberFormat === "General")
      grid.setStyle(row, column, restyled(style, { numberFormat }));
  };
}

/** A formula as Excel keeps it. Throws where Excel would not take it: too long, badly written, of a sheet that is not there. */
export function checkedFormula(sheet: HostSheet, formula: string): string {
  if (formula.length > longestFormula) throw new HostError("FormulaLengthExceedsLimit");
  const { book } = sheet;
  for (const name of sheetsOf(formula))
    if (name !== "#REF" && !name.includes("[") && book.findSheet(name) === null)
      throw new HostError("InvalidArgument", `=${formula}: no sheet is named « ${name} ».`);
  const fault = book.calculation.faultOf(formula);
  if (fault !== null) throw new HostError("InvalidArgument", `=${formula}: ${fault}`);
  return normalised(formula, (name) => book.findSheet(name)?.name ?? null);
}
