import type { Cell } from "../../../src/cells";
import { checkCount, isMatrix, type FunctionMetadata } from "./function-metadata";
import { isRows, type FunctionValue } from "./function-values";

/** The calls that a cell makes of a function: one, or one for each cell of a range given where one cell is asked. */
interface Calls {
  readonly argumentLists: readonly (readonly FunctionValue[])[];
  /** Puts the results back together. */
  join(results: readonly FunctionValue[]): FunctionValue;
}

/**
 * Arguments as Excel sends them: null for what is left out, rows where a range is asked. A range where one cell is asked
 * is lifted: the function is called for each of its cells, and the results spill to its shape.
 */
export function callsOf(known: FunctionMetadata, given: readonly FunctionValue[]): Calls {
  checkCount(known, given.length);
  const values = Array.from({ length: Math.max(given.length, known.parameters.length) }, (_, index) =>
    shaped(given[index] ?? null, index >= given.length, isMatrix(known, index)),
  );
  const lifted = values.flatMap((value, index) => (isRows(value) && !isMatrix(known, index) ? [value] : []));
  if (lifted.length === 0) return { argumentLists: [values], join: ([result = null]) => result };
  const height = Math.max(...lifted.map((rows) => rows.length));
  const width = Math.max(...lifted.map((rows) => rows[0]?.length ?? 0));
  const places = Array.from(
    { length: height * width },
    (_, place) => [Math.floor(place / width), place % width] as const,
  );
  return {
    argumentLists: places.map(([row, column]) =>
      values.map((value, index) => (isRows(value) && !isMatrix(known, index) ? cellAt(value, row, column) : value)),
    ),
    join: (results) =>
      Array.from({ length: height }, (_, row) => results.slice(row * width, (row + 1) * width).map(cornerOf)),
  };
}

function shaped(value: FunctionValue, leftOut: boolean, matrix: boolean): FunctionValue {
  if (isRows(value)) return !matrix && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
  return matrix && !leftOut && value !== null ? [[value]] : value;
}

/** A single row or column goes along the others. */
function cellAt(rows: readonly (readonly Cell[])[], row: number, column: number): Cell {
  const line = rows.length === 1 ? rows[0]! : (rows[row] ?? []);
  return (line.length === 1 ? line[0] : line[column]) ?? null;
}

const cornerOf = (value: FunctionValue): Cell => (isRows(value) ? (value[0]?.[0] ?? null) : value);
