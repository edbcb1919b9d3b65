import type { Wire } from "./host-object";

/** An error in a cell, with what the function says of it. */
export interface CellError {
  readonly error: string;
  readonly message: string;
}

/** What a cell ends up with. */
export type CellValue = number | string | boolean | null | CellError;

/** What a function gives: one cell, or rows to spill. */
export type FunctionValue = CellValue | readonly (readonly CellValue[])[];

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

export const isError = (value: FunctionValue): value is CellError =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const refused = (code: number, message: Wire): CellError => ({
  error: errorTexts[code] ?? "#VALUE!",
  message: typeof message === "string" ? message : "",
});

/** What a function answered, told as cells hold it. */
export function valueOf(answer: Wire): FunctionValue {
  if (!Array.isArray(answer)) return cellOf(answer);
  return (answer as readonly Wire[]).map((row) =>
    Array.isArray(row) ? (row as readonly Wire[]).map(cellOf) : [cellOf(row)],
  );
}

function cellOf(answer: Wire): CellValue {
  if (answer === null || typeof answer !== "object") return answer;
  const entity = answer as Readonly<Record<string, Wire>>;
  const kind = entity["type"] ?? entity["valueType"];
  if (kind === "CustomFunctionError")
    return { error: String(entity["code"]), message: typeof entity["message"] === "string" ? entity["message"] : "" };
  if (kind === "FormattedNumber") return entity["basicValue"] as number;
  throw new Error(`The host does not know results of type ${String(kind)}.`);
}

/** The first error among the arguments: Excel then does not call the function, and shows it. */
export function errorIn(args: readonly unknown[]): CellError | null {
  for (const value of args.flat(2)) {
    const { type, code } = (value ?? {}) as { readonly type?: unknown; readonly code?: unknown };
    if (type === "CustomFunctionError") return { error: String(code), message: "" };
  }
  return null;
}
