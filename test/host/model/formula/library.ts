import FormulaParser from "fast-formula-parser";
import { CellError, type Cell } from "../../../../src/cells";
import { intersect } from "../state/area";
import type { HostBook } from "../state/book";
import { columnOf, placeOf, rowOf, type Formula } from "../state/cell";
import type { HostSheet } from "../state/sheet";
import type { CustomArgument, CustomCalls } from "./custom-calls";
import { excelFunctions } from "./functions";
import type { Located } from "./located";
import { blocksOf, mapReferences, mapWords } from "./references";

export type Result = Cell | readonly (readonly Cell[])[];

/** A function that the library does not have; anything else it throws is a fault of syntax. */
const unknownFunction = /^Function .* is not implemented/;

/** What shows while a function of the add-in has not answered. */
const busy = new CellError("#BUSY!");

/** Whether an argument is, or holds, what a function has not answered yet. */
const isAwaited = (argument: CustomArgument): boolean =>
  isRows(argument)
    ? argument.some((row) => row.some(isAwaited))
    : argument instanceof CellError && argument.code === busy.code;

let syntax: FormulaParser | null = null;

/** Knows whether a formula can be read, whatever the workbook: a parser is long to make. */
function syntaxParser(): FormulaParser {
  return (syntax ??= new FormulaParser({
    onCell: () => 1,
    onRange: () => [[1]],
    onVariable: () => null,
    functions: {},
  }));
}

/** fast-formula-parser over the cells of the workbook. */
export class Library {
  private parser: FormulaParser | null = null;
  private functions: unknown = null;
  /** The formula being computed, those it found out of date, and whether a custom function has yet to answer. */
  private current: Located | null = null;
  private missing: Located[] = [];
  private isBusy = false;

  constructor(
    private readonly book: HostBook,
    private readonly custom: CustomCalls,
  ) {}

  /** The result of a formula, worthless as long as others are missing. */
  evaluate(located: Located, formula: Formula): { readonly result: Result; readonly missing: readonly Located[] } {
    this.current = located;
    this.missing = [];
    this.isBusy = false;
    const result = this.run(located, formula);
    return { result: this.isBusy ? busy : result, missing: this.missing };
  }

  faultOf(formula: string): string | null {
    try {
      syntaxParser().parse(plainText(mapWords(formula, () => "1")), { sheet: "", row: 1, col: 1 }, true);
      return null;
    } catch (error) {
      const { message } = error as Error;
      return unknownFunction.test(message) ? null : message.trim();
    }
  }

  private run({ sheet, place }: Located, formula: Formula): Result {
    const text = plainText(this.withoutNames(formula.text, sheet));
    const only = this.onlyCell(text, sheet);
    if (only !== null) return only.read() ?? 0;
    const position = { sheet: sheet.name, row: rowOf(place) + 1, col: columnOf(place) + 1 };
    try {
      return this.cellOrCells(this.ready().parse(text, position, true));
    } catch {
      // The file knows better what a function that the library lacks gave.
      return formula.cached ?? new CellError("#NAME?");
    }
  }

  /** The cell that a formula is, where it is nothing else: the library makes #VALUE! of an error that it holds. */
  private onlyCell(text: string, sheet: HostSheet): { read(): Cell } | null {
    const [found, another] = blocksOf(text);
    if (found === undefined || another !== undefined || !/^\(*\)*$/.test(mapReferences(text, () => ""))) return null;
    const on = found.sheet === null ? sheet : this.sheetOf(found.sheet);
    const { top, left, bottom, right } = found.block;
    return on === null || top !== bottom || left !== right ? null : { read: () => this.read(on, top, left) };
  }

  /** Names of the workbook are written out: the library knows those of plain places only. */
  private withoutNames(text: string, sheet: HostSheet): string {
    return mapWords(text, (word) => {
      const name = this.book.findName(word, sheet);
      return name === null ? null : `(${name.formula})`;
    });
  }

  private ready(): FormulaParser {
    const { customFunctions } = this.book;
    if (this.parser === null || this.functions !== customFunctions) {
      this.functions = customFunctions;
      const custom = [...(customFunctions?.names ?? [])].map((name) => [
        name,
        (...args: FormulaParser.Argument[]) => this.callCustom(name, args),
      ]);
      this.parser = new FormulaParser({
        onCell: ({ sheet, row, col }) => this.cellAt(sheet, row - 1, col - 1),
        onRange: ({ sheet, from, to }) => this.cellsAt(sheet, from, to),
        onVariable: () => null,
        functions: { ...excelFunctions(this.book.date1904), ...Object.fromEntries(custom) },
      });
    }
    return this.parser;
  }

  private cellAt(name: string, row: number, column: number): unknown {
    const sheet = this.sheetOf(name);
    return sheet === null ? toLibrary(new CellError("#REF!")) : toLibrary(this.read(sheet, row, column));
  }

  private cellsAt(
    name: string,
    from: { readonly row: number; readonly col: number },
    to: { readonly row: number; readonly col: number },
  ): unknown[][] {
    const sheet = this.sheetOf(name);
    if (sheet === null) return [[toLibrary(new CellError("#REF!"))]];
    const asked = { top: from.row - 1, left: from.col - 1, bottom: to.row - 1, right: to.col - 1 };
    // Whole rows and columns end where the sheet does.
    const isWhole = asked.bottom - asked.top > 100_000 || asked.right - asked.left > 1_000;
    const used = isWhole ? sheet.grid.used(false) : asked;
    const block = used === null ? null : intersect(asked, { ...used, top: asked.top, left: asked.left });
    if (block === null) return [[null]];
    const rows: unknown[][] = [];
    for (let row = block.top; row <= block.bottom; row++) {
      const cells: unknown[] = [];
      for (let column = block.left; column <= block.right; column++)
        cells.push(toLibrary(this.read(sheet, row, column)));
      rows.push(cells);
    }
    return rows;
  }

  private read(sheet: HostSheet, row: number, column: number): Cell {
    const formula = sheet.grid.formula(row, column);
    if (formula?.dirty) this.missing.push({ sheet, place: placeOf(row, column), formula });
    return sheet.grid.value(row, column);
  }

  private sheetOf(name: string): HostSheet | null {
    return this.book.findSheet(name) ?? this.book.findSheet(name.replaceAll("''", "'"));
  }

  private callCustom(name: string, args: readonly FormulaParser.Argument[]): unknown {
    // What is out of date is no argument to call with.
    if (this.missing.length > 0) return 0;
    const values = args.map((argument) => this.argumentOf(argument));
    const answer = values.some(isAwaited) ? undefined : this.custom.ask(this.current!, name, values);
    if (answer === undefined) {
      this.isBusy = true;
      return toLibrary(busy);
    }
    if (answer === null) return 0;
    return isRows(answer) ? answer.map((row) => row.map((cell) => toLibrary(cell ?? 0))) : toLibrary(answer);
  }

  private argumentOf({ value, omitted, isCellRef }: FormulaParser.Argument): CustomArgument {
    if (omitted === true) return null;
    if (Array.isArray(value))
      return (value as unknown[][]).map((row) => row.map((cell) => fromLibrary(cell) ?? this.book.blankArgument));
    return fromLibrary(value) ?? (isCellRef === true ? this.book.blankArgument : null);
  }

  private cellOrCells(result: unknown): Result {
    if (!Array.isArray(result)) return fromLibrary(result) ?? 0;
    const rows = (result as unknown[][]).map((row) => row.map((cell) => fromLibrary(cell)));
    return rows.length === 1 && rows[0]!.length === 1 ? (rows[0]![0] ?? 0) : rows;
  }
}

export function isRows(result: Result): result is readonly (readonly Cell[])[] {
  return Array.isArray(result);
}

function toLibrary(cell: Cell): unknown {
  return cell instanceof CellError ? new FormulaParser.FormulaError(cell.code) : cell;
}

function fromLibrary(value: unknown): Cell {
  if (value instanceof FormulaParser.FormulaError) return new CellError(value.name);
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : new CellError("#NUM!");
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

/** What was left of a reference to a deleted sheet is more than the library reads. */
function plainText(formula: string): string {
  return mapReferences(formula, ({ sheet, cells }) => (sheet === "#REF" || cells === "#REF!" ? "#REF!" : null));
}
