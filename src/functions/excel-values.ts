import { CellError, isBlank } from "../cells";
import type { Cell } from "../cells";

/**
 * A cell as Excel hands it to a function: a scalar, null where blank or left out, an error object (of the runtime or of
 * data types), a data type with its plain value, or a range of one cell.
 */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : new CellError("#NUM!");
  if (Array.isArray(value)) return value.length === 1 ? cellOf(value[0]) : new CellError("#VALUE!");
  return cellOfObject(value);
}

/** A range as Excel hands it: rows of cells. A literal comes as a scalar, and is a range of one cell. */
export function rangeOf(value: unknown): Cell[][] {
  if (!Array.isArray(value)) return [[cellOf(value)]];
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

/** True where an argument is left out, or is a range without a value. */
export function isLeftOut(value: unknown): boolean {
  return rangeOf(value).every((row) => row.every(isBlank));
}

function cellOfObject(value: object): Cell {
  const { type, code, basicValue } = value as Readonly<Record<"type" | "code" | "basicValue", unknown>>;
  if (type === "Empty") return null;
  if (typeof code === "string") return new CellError(code);
  if (typeof basicValue === "string") return type === "String" ? basicValue : new CellError(basicValue);
  return typeof basicValue === "number" || typeof basicValue === "boolean"
    ? cellOf(basicValue)
    : new CellError("#VALUE!");
}
