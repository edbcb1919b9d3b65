import { CellError, type Cell } from "../../../src/cells";
import type { Wire } from "../host-object";

/** An error that a function put in a cell, with the sentence that Excel shows beside it. */
export class FunctionError extends CellError {
  constructor(
    code: string,
    readonly message: string,
  ) {
    super(code);
  }
}

/** What a function is given, or gives: one cell, or rows of cells. */
export type FunctionValue = Cell | readonly (readonly Cell[])[];

/** What the library's numbers mean in a cell. 0, 2, 3 and 4 are failures of the function itself. */
const errorTexts: Readonly<Record<number, string>> = {
  0: "#VALUE!",
  1: "#N/A",
  2: "#VALUE!",
  3: "#VALUE!",
  4: "#VALUE!",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** Errors beside which Excel shows the sentence of a function; of the others it shows the code alone. */
const withSentence: readonly string[] = ["#VALUE!", "#N/A"];

const shown = (code: string, message: Wire | undefined): FunctionError =>
  new FunctionError(code, withSentence.includes(code) && typeof message === "string" ? message : "");

export const isRows = (value: FunctionValue): value is readonly (readonly Cell[])[] => Array.isArray(value);

/** What a function refused, by the library's number. */
export const refused = (code: number, message: Wire): FunctionError => shown(errorTexts[code] ?? "#VALUE!", message);

/** An argument as it goes on the wire; an error as an object, which the library makes an error of its own. */
export function wireOf(value: FunctionValue): Wire {
  if (isRows(value)) return value.map((row) => row.map(wireOf));
  return value instanceof CellError ? { type: "CustomFunctionError", code: value.code } : value;
}

/** What a function answered, told as cells hold it. */
export function valueOf(answer: Wire): FunctionValue {
  if (!isList(answer)) return cellOf(answer);
  return answer.map((row) => (isList(row) ? row.map(cellOf) : [cellOf(row)]));
}

const isList = (value: Wire): value is readonly Wire[] => Array.isArray(value);

function cellOf(answer: Wire): Cell {
  if (answer === null || typeof answer !== "object") return answer;
  const { type, valueType, code, message, basicValue } = answer as Readonly<Record<string, Wire>>;
  const kind = valueType ?? type;
  if (kind === "CustomFunctionError") return shown(String(code), message);
  if (kind === "FormattedNumber") return basicValue as number;
  throw new Error(`The host does not know results of type ${String(kind)}.`);
}

/** The first error among the arguments: unless the add-in asks for errors, Excel shows it and does not call. */
export function errorIn(args: readonly FunctionValue[]): CellError | null {
  for (const value of args)
    for (const cell of isRows(value) ? value.flat() : [value]) if (cell instanceof CellError) return cell;
  return null;
}
