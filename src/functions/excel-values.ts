import { CellError, isBlank, type Cell } from "../cells";
import { failure, message, type MessageCode, type Result } from "../messages";

/**
 * Reads a cell as Excel hands it to a function: a scalar, null when blank or left out, an error object (of the runtime
 * or of data types), a data type with its plain value, or a range of one cell.
 */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : new CellError("#NUM!");
  if (Array.isArray(value)) return value.length === 1 ? cellOf(value[0]) : new CellError("#VALUE!");
  return cellOfObject(value);
}

/** Reads a range as Excel hands it: rows of cells. A literal comes as a scalar, and is a range of one cell. */
export function rangeOf(value: unknown): Cell[][] {
  if (!Array.isArray(value)) return [[cellOf(value)]];
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

/** Returns whether an argument is left out, or is a range without a value. */
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
 * Returns the range with its blanks, when Excel wrote them 0: the desktop versions before 2025 do, Excel on the web
 * never did. Nothing says so but the range itself: no cell is blank, and a 0 stands where no inventory has one, in the
 * first row, all along a row, or among the names of a column. Every 0 is then taken as blank, so that a missing
 * headcount is told and never billed as none. (office-js issues 4702 and 5262)
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
 * Remembers the last results by a text that says their input whole. Excel calls the functions of a sheet one after the
 * other with the same ranges, copied each time: what is dear to read is read once. No result depends on it.
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
