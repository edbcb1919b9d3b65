import FormulaParser from "fast-formula-parser";

type Argument = FormulaParser.Argument;

/** Excel's own functions where the library lacks them, or is not Excel: errors of a range, halves in binary, 1904. */
export function excelFunctions(date1904: boolean): Record<string, (...args: Argument[]) => unknown> {
  return {
    SUM: (...args) => sumOf(numbers(args)),
    MIN: (...args) => numbers(args).reduce((least, value, index) => (index === 0 || value < least ? value : least), 0),
    MAX: (...args) => numbers(args).reduce((most, value, index) => (index === 0 || value > most ? value : most), 0),
    COUNTA: (...args) => flat(args).filter(({ value }) => value !== null).length,
    COUNTBLANK: (...args) => flat(args).filter(({ value }) => value === null || value === "").length,
    SUMPRODUCT: (...args) => sumOf(products(args)),
    ROUND: (value, digits) => roundHalfUp(numberOf(value), numberOf(digits)),
    DATE: (year, month, day) =>
      serialOfDate(numberOf(year), numberOf(month), numberOf(day)) - (date1904 ? serialOfDate(1904, 1, 1) : 0),
  };
}

/** With what each addition lost, so that an amount does not depend on the order of its lines (Neumaier). */
function sumOf(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Serial of the 1900 system; months and days beyond the calendar run over into the next ones. */
export function serialOfDate(year: number, month: number, day: number): number {
  const days = Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / 86_400_000 + 25_569;
  // Excel counts a 29 February 1900.
  return days >= 61 ? days : days - 1;
}

/** A number typed in the formula counts as one; texts and blanks of a range do not; an error is the result. */
function numbers(args: readonly Argument[]): number[] {
  return flat(args).flatMap(({ value, inRange }) => {
    if (value instanceof FormulaParser.FormulaError) throw value;
    if (typeof value === "number") return [value];
    return inRange || value === null ? [] : [numberOfValue(value)];
  });
}

/** Of ranges of one shape. The library computes no array inside a formula: it would give a wrong number without a word. */
function products(args: readonly Argument[]): number[] {
  const cells = args.map(({ value }) => {
    if (!Array.isArray(value)) throw new Error("Function SUMPRODUCT of a computed array is not implemented");
    return (value as unknown[][]).flat();
  });
  if (cells.some(({ length }) => length !== cells[0]!.length)) throw new FormulaParser.FormulaError("#VALUE!");
  return cells[0]!.map((_, index) =>
    cells.reduce((product, values) => product * (typeof values[index] === "number" ? values[index] : 0), 1),
  );
}

function flat(args: readonly Argument[]): { readonly value: unknown; readonly inRange: boolean }[] {
  const values: { value: unknown; inRange: boolean }[] = [];
  for (const { value, isCellRef = false, omitted } of args) {
    if (omitted === true) continue;
    if (!Array.isArray(value)) values.push({ value, inRange: isCellRef });
    else for (const row of value as unknown[][]) for (const one of row) values.push({ value: one, inRange: true });
  }
  return values;
}

function numberOf(argument: Argument | undefined): number {
  const value = Array.isArray(argument?.value) ? (argument.value as unknown[][])[0]?.[0] : argument?.value;
  if (value instanceof FormulaParser.FormulaError) throw value;
  return value === null || value === undefined || value === "" ? 0 : numberOfValue(value);
}

function numberOfValue(value: unknown): number {
  const number = typeof value === "boolean" ? Number(value) : typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || Number.isNaN(number)) throw new FormulaParser.FormulaError("#VALUE!");
  return number;
}

/** Excel rounds the decimal number that it shows: 1.005 to 1.01, whatever its binary form. */
function roundHalfUp(value: number, digits: number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** digits;
}
