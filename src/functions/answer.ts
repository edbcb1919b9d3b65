import { Refusal } from "./refusal";
import type { ExcelError } from "./refusal";

const codes = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#NULL!": "nullReference",
} as const satisfies Record<ExcelError, keyof typeof CustomFunctions.ErrorCode>;

/** What Excel shows of a result: a refusal is thrown, which makes the whole cell an error. */
export function answer<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw excelErrorOf(result);
  return result;
}

/** The same of a table, copied for Excel: the refusal of one of its cells is that cell's own error. */
export function answerTable(result: readonly (readonly unknown[])[] | Refusal): unknown[][] {
  return answer(result).map((row) => row.map((cell) => (cell instanceof Refusal ? excelErrorOf(cell) : cell)));
}

function excelErrorOf({ error, text }: Refusal): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[codes[error]], text);
}
