import { Decimal } from "decimal.js";
import type { ModelCell, SheetModel } from "../../src/documents";

type Value = number | string | boolean | null;

/**
 * A small spreadsheet, for tests: SUM, SUMIF, ROUND, ABS, MIN, MAX, IF and AND between texts, IFERROR, + - * / &, brackets, references and ranges across sheets. Results that the models carry
 * are never read; cells may be overridden, formulas too, to see what depends on them.
 */
export class Spreadsheet {
  private readonly sheets: ReadonlyMap<string, SheetModel>;
  private readonly results = new Map<string, Value>();

  constructor(
    models: readonly SheetModel[],
    private readonly overrides: ReadonlyMap<string, number> = new Map(),
  ) {
    this.sheets = new Map(models.map((model) => [model.name, model]));
  }

  value(sheet: string, row: number, column: number): Value {
    const key = `${sheet}!${row},${column}`;
    if (!this.results.has(key)) this.results.set(key, this.compute(sheet, row, column, key));
    return this.results.get(key)!;
  }

  private compute(sheet: string, row: number, column: number, key: string): Value {
    const typed = this.overrides.get(key);
    if (typed !== undefined) return typed;
    const model = this.sheets.get(sheet);
    if (model === undefined) throw new Error(`No sheet ${sheet}`);
    const cell: ModelCell | null | undefined = model.rows[row]?.cells[column];
    if (cell?.formula === undefined) return cell?.value ?? null;
    const formula = new Formula(cell.formula, sheet, this);
    return formula.result();
  }
}

const tokens =
  /\s*(?:(\d+(?:\.\d+)?)|(SUM|SUMIF|ROUND|ABS|MIN|MAX|IF|IFERROR|AND)\(|((?:'(?:[^']|'')+'!)?[A-Z]+\d+(?::[A-Z]+\d+)?)|(FALSE|[-+*/(),=&]|"(?:[^"]|"")*"))/gy;

class Formula {
  private readonly parts: string[] = [];
  private at = 0;

  constructor(
    text: string,
    private readonly sheet: string,
    private readonly book: Spreadsheet,
  ) {
    tokens.lastIndex = 0;
    while (tokens.lastIndex < text.length) {
      const match = tokens.exec(text);
      if (match === null) throw new Error(`Cannot read ${text}`);
      this.parts.push(match[0].trim());
    }
  }

  result(): number | string {
    const value = this.take("IF(") ? this.choice() : this.sum();
    if (this.at !== this.parts.length) throw new Error(`Left over: ${this.parts.slice(this.at).join(" ")}`);
    return value;
  }

  /** `IF(a=b,"yes","no")`, of which texts may be in pieces, or in a cell. */
  private choice(): string {
    const isYes = this.condition();
    const [yes, no] = [this.nextText(), this.nextText()];
    if (!this.take(")")) throw new Error("Not a choice between two texts");
    return isYes ? yes : no;
  }

  /** `a=b`, `AND(a=b,c=d)`, `IFERROR(AND(a=b,c=d),FALSE)`. */
  private condition(): boolean {
    if (this.take("IFERROR(")) {
      const isTrue = this.condition();
      this.at += 3;
      return isTrue;
    }
    if (!this.take("AND(")) return this.equality();
    let isTrue = this.equality();
    while (this.take(",")) isTrue = this.equality() && isTrue;
    this.at++;
    return isTrue;
  }

  private equality(): boolean {
    const isOfText = this.parts[this.at + 2]?.startsWith('"') === true;
    const left = isOfText ? this.text() : this.sum();
    if (!this.take("=")) throw new Error("Not a comparison");
    return left === (isOfText ? this.text() : this.sum());
  }

  private nextText(): string {
    if (!this.take(",")) throw new Error("A text is missing");
    return this.text();
  }

  private text(): string {
    let said = "";
    do {
      const part = this.parts[this.at++] ?? "";
      said += part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : String(this.cells(part)[0] ?? "");
    } while (this.take("&"));
    return said;
  }

  private sum(): number {
    let value = this.product();
    for (;;) {
      if (this.take("+")) value += this.product();
      else if (this.take("-")) value -= this.product();
      else return value;
    }
  }

  private product(): number {
    let value = this.atom();
    for (;;) {
      if (this.take("*")) value *= this.atom();
      else if (this.take("/")) value /= this.atom();
      else return value;
    }
  }

  private atom(): number {
    const part = this.parts[this.at++];
    if (part === "-") return -this.atom();
    if (part === "(") {
      const value = this.sum();
      if (!this.take(")")) throw new Error("A bracket is missing");
      return value;
    }
    if (part === "SUMIF(") return this.sumIf();
    if (part === "SUM(") return this.list().reduce((total, value) => total + value, 0);
    if (part === "ABS(") return Math.abs(this.list()[0] ?? NaN);
    if (part === "MIN(") return Math.min(...this.list());
    if (part === "MAX(") return Math.max(...this.list());
    if (part === "ROUND(") {
      const [value = NaN, digits = NaN] = this.list();
      // Excel rounds the fifteen digits that it shows, halves away from zero, whatever is left of the binary number.
      return new Decimal(value.toPrecision(15)).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toNumber();
    }
    if (part === undefined) throw new Error("Formula ends early");
    if (/^\d/.test(part)) return Number(part);
    const [value, ...more] = this.cells(part);
    if (more.length > 0) throw new Error("A range where a value is wanted");
    // A text that is added up by itself is an error in Excel.
    return typeof value === "string" ? NaN : Number(value ?? 0);
  }

  /** Numbers of the last range where the first one, cell for cell, has the value of a cell. */
  private sumIf(): number {
    const [tested = "", , wanted = "", , summed = ""] = this.parts.slice(this.at, this.at + 5);
    this.at += 5;
    if (!this.take(")")) throw new Error("A bracket is missing");
    const [criterion] = this.cells(wanted);
    const values = this.cells(summed);
    return this.cells(tested).reduce<number>(
      (total, value, index) => total + (value === criterion ? numberIn(values[index]) : 0),
      0,
    );
  }

  private list(): number[] {
    const values: number[] = [];
    do {
      const part = this.parts[this.at] ?? "";
      if (/^\D.*\d$/.test(part) && /^[,)]$/.test(this.parts[this.at + 1] ?? "")) {
        this.at++;
        values.push(...this.range(part));
      } else values.push(this.sum());
    } while (this.take(","));
    if (!this.take(")")) throw new Error("A bracket is missing");
    return values;
  }

  /** Numbers of a reference; text and blanks count for nothing, as in SUM. */
  private range(reference: string): number[] {
    return this.cells(reference).filter((value) => typeof value === "number");
  }

  private cells(reference: string): Value[] {
    const match = /^(?:'((?:[^']|'')+)'!)?([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference);
    if (match === null) throw new Error(`Not a reference: ${reference}`);
    const sheet = match[1]?.replaceAll("''", "'") ?? this.sheet;
    const [left, top] = [columnOf(match[2]!), Number(match[3]) - 1];
    const [right, bottom] = [columnOf(match[4] ?? match[2]!), Number(match[5] ?? match[3]) - 1];
    const values: Value[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) values.push(this.book.value(sheet, row, column));
    return values;
  }

  private take(part: string): boolean {
    if (this.parts[this.at] !== part) return false;
    this.at++;
    return true;
  }
}

/** A text and a blank count for nothing where cells are added up. */
const numberIn = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Every formula, recalculated from the constants alone, gives the result that the model carries; how many there are. */
export function expectResults(models: readonly SheetModel[]): number {
  const book = new Spreadsheet(models);
  let formulas = 0;
  for (const model of models)
    model.rows.forEach(({ cells }, row) =>
      cells.forEach((cell, column) => {
        if (cell?.formula === undefined) return;
        formulas++;
        const where = `${model.name} ${row + 1},${column} = ${cell.formula}`;
        expect([where, plain(book.value(model.name, row, column))]).toEqual([where, plain(cell.value)]);
      }),
    );
  return formulas;
}

function plain(value: Value): string {
  return typeof value === "string" ? value : Number(value).toFixed(4);
}
