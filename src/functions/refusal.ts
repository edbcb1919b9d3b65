import { CellError } from "../cells";
import { failure, message, type MessageCode, type Result } from "../messages";

/** The errors a custom function may give. Excel shows our words with the first two only. */
type ExcelError = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!" | "#NULL!";

/** Longest value repeated in a message: Excel shows one short line. */
const longestValue = 24;

/**
 * Why a function gives no result: an Excel error, and a French sentence whatever the display language. (decisions §6)
 */
export class Refusal {
  constructor(
    readonly error: ExcelError,
    readonly code: MessageCode,
    readonly params: Readonly<Record<string, string | number>>,
  ) {}

  get text(): string {
    return message(this.code, this.params, "fr");
  }
}

/** What a function gives, or why it gives nothing. */
export type Answer<T> = Result<T, Refusal>;

export function refuse(error: ExcelError, code: MessageCode, params: Refusal["params"] = {}) {
  return failure(new Refusal(error, code, params));
}

/** Returns a value as a French cell shows it, shortened to be repeated in a message. */
export function shown(value: string | number | boolean, longest = longestValue): string {
  const text = typeof value === "boolean" ? (value ? "VRAI" : "FAUX") : String(value).trim();
  const written = typeof value === "number" ? text.replace("-", "−").replace(".", ",") : text;
  return written.length > longest ? `${written.slice(0, longest - 1)}…` : written;
}

/** Refuses an error cell as itself; those that Excel takes from no function (#REF!, #NAME?…) become #VALUE!. */
export function refuseError(cell: CellError) {
  const passed: readonly string[] = ["#N/A", "#DIV/0!", "#NUM!", "#NULL!"] satisfies ExcelError[];
  const error = passed.includes(cell.code) ? (cell.code as ExcelError) : "#VALUE!";
  return refuse(error, "function-error-cell", { value: cell.code });
}

const codes = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#NULL!": "nullReference",
} as const satisfies Record<ExcelError, keyof typeof CustomFunctions.ErrorCode>;

/** Returns what Excel shows of a result; throws its refusal, which makes the whole cell an error. */
export function answer<T>(result: Answer<T>): T {
  if (!result.ok) throw excelErrorOf(result.error);
  return result.value;
}

/** Returns the same of a table, copied for Excel: the refusal of one of its cells is that cell's own error. */
export function answerTable(result: Answer<readonly (readonly unknown[])[]>): unknown[][] {
  return answer(result).map((row) => row.map((cell) => (cell instanceof Refusal ? excelErrorOf(cell) : cell)));
}

function excelErrorOf({ error, text }: Refusal): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[codes[error]], text);
}
