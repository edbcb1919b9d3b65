import { CellError, isBlank, type Cell } from "../cells";
import { failure, message, type MessageCode, type Result } from "../messages";

/**
 * Reads a cell as Excel passes it to a function: a scalar, null when blank or left out, an error object (of the runtime
 * or of data types), a data type with its plain value, or a range of one cell.
 */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : new CellError("#NUM!");
  if (Array.isArray(value)) return value.length === 1 ? cellOf(value[0]) : new CellError("#VALUE!");
  return cellOfObject(value);
}

/** Reads a range as Excel passes it: rows of cells. A literal is passed as a scalar, and is a range of one cell. */
export function rangeOf(value: unknown): Cell[][] {
  if (!Array.isArray(value)) return [[cellOf(value)]];
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

/** Returns whether an argument is left out, or is a range without values. */
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

/**
 * Returns a range with its blanks as null when Excel passed them as 0, as desktop versions before 2025 do, and Excel on
 * the web does not. Only the range can show it: it has no blank cell, and has a 0 where an inventory has none: in the
 * first row, in a whole row, or among the names of a column. Every 0 is then read as a blank, so that a missing
 * headcount is reported and not billed as zero. (office-js issues 4702 and 5262)
 */
export function withBlanks(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  if (rows.some((row) => row.some(isBlank)) || !writesBlanksAsZero(rows)) return rows;
  return rows.map((row) => row.map((cell) => (cell === 0 ? null : cell)));
}

function writesBlanksAsZero(rows: readonly (readonly Cell[])[]): boolean {
  const [first = [], ...body] = rows;
  if (first.includes(0) || body.some((row) => row.length > 0 && row.every((cell) => cell === 0))) return true;
  return first.some((_, column) => {
    const others = body.map((row) => row[column]).filter((cell) => cell !== 0);
    return others.length > 0 && others.length < body.length && others.every(isName);
  });
}

function isName(cell: Cell | undefined): boolean {
  return typeof cell === "string" && /\p{L}{3}/u.test(cell);
}

/**
 * Caches the last results by a text that describes the whole input. Excel calls the functions of a sheet one after
 * another with copies of the same ranges: a range that is slow to read is read once. No result depends on it.
 */
export class LastResults<T extends object> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly size = 4) {}

  get(key: string, work: () => T): T {
    const result = this.kept.get(key) ?? work();
    // A map keeps the order in which keys were set: the one used last goes to the end.
    this.kept.delete(key);
    this.kept.set(key, result);
    for (const oldest of this.kept.keys()) if (this.kept.size > this.size) this.kept.delete(oldest);
    return result;
  }
}

/** The errors that a custom function may return. Excel shows our message with the first two only. */
type ExcelError = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!" | "#NULL!";

/** The length of the longest value repeated in a message, because Excel shows one short line. */
const longestValue = 24;

/** Why a function gives no result: an Excel error, and a sentence in French in any display language. (decisions §6) */
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

/** The result of a function, or why there is none. */
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

/** Refuses an error cell with its own error; `#VALUE!` for those that a function may not return (#REF!, #NAME?…). */
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

/** Returns the result for Excel; throws its refusal as an Excel error, which is then the value of the whole cell. */
export function answer<T>(result: Answer<T>): T {
  if (!result.ok) throw excelErrorOf(result.error);
  return result.value;
}

/** Returns a table for Excel, as a copy; a refused cell contains its own error. Throws like `answer`. */
export function answerTable(result: Answer<readonly (readonly unknown[])[]>): unknown[][] {
  return answer(result).map((row) => row.map((cell) => (cell instanceof Refusal ? excelErrorOf(cell) : cell)));
}

function excelErrorOf({ error, text }: Refusal): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[codes[error]], text);
}
