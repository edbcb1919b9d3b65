import { CellError } from "../cells";
import { message, type MessageCode } from "../messages";

/** The errors a custom function may give. Excel shows our words with the first two only. */
type ExcelError = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!" | "#NULL!";

/** Longest value repeated in a message: Excel shows one short line. */
const longestValue = 24;

/** Why a function gives no result: an Excel error, and a French sentence whatever the display language (decisions §6). */
export class Refusal {
  constructor(
    readonly error: ExcelError,
    readonly code: MessageCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {}

  get text(): string {
    return message(this.code, this.params, "fr");
  }
}

/** A value as a message repeats it, shortened: as a French cell shows it. */
export function shown(value: string | number | boolean, longest = longestValue): string {
  const text = typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : String(value).trim();
  const written = typeof value === "number" ? text.replace("-", "−").replace(".", ",") : text;
  return written.length > longest ? `${written.slice(0, longest - 1)}…` : written;
}

/** An error cell goes through as itself; those that Excel takes from no function (#REF!, #NAME?…) become #VALUE!. */
export function refusalOfError(cell: CellError): Refusal {
  const passed: readonly string[] = ["#N/A", "#DIV/0!", "#NUM!", "#NULL!"] satisfies ExcelError[];
  const error = passed.includes(cell.code) ? (cell.code as ExcelError) : "#VALUE!";
  return new Refusal(error, "function-error-cell", { value: cell.code });
}

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
