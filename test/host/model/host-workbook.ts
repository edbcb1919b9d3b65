import { CellError, parseCellName, type Cell } from "../../../src/cells";
import type { HostObject } from "../host-object";
import type { SheetModel } from "../../../src/documents";
import { generatedModels } from "./file/generated-models";
import { openBook } from "./file/open-book";
import { saveBook } from "./file/save-book";
import { workbookObject } from "./objects/workbook";
import type { CustomFunctions } from "./formula/custom-calls";
import type { HostBook } from "./state/book";
import { columnOf, rowOf } from "./state/cell";
import type { HostSheet } from "./state/sheet";
import { writeCells } from "./state/write-cells";

/** The workbook open in our Excel: what a test, sitting before it, can do and see. */
export class HostWorkbook {
  /** Everything that the objects on the wire look at. */
  readonly book: HostBook;

  private constructor(
    book: HostBook,
    private readonly bytes: Uint8Array,
  ) {
    this.book = book;
  }

  /** Opens the bytes of an .xlsx or .xlsm file, `file` being its name. Throws where they are no workbook. */
  static async open(bytes: Uint8Array, file: string): Promise<HostWorkbook> {
    return new HostWorkbook(await openBook(bytes, file), bytes);
  }

  /** The object from which every path of the wire starts, of class `Workbook`. */
  get root(): HostObject {
    return workbookObject(this.book);
  }

  /** Brings the functions of an add-in; formulas that call them are out of date. */
  useCustomFunctions(functions: CustomFunctions | null): void {
    this.book.customFunctions = functions;
    this.book.calculation.changedAll();
  }

  /** Waits for every result, custom functions answered. */
  calculate(): Promise<void> {
    return this.book.calculation.complete();
  }

  /** What shows in a cell; a function that has not answered yet gives `#BUSY!`. */
  cell(sheet: string, address: string): Cell {
    const { row, column } = placeOf(address);
    this.book.calculation.update();
    return this.sheet(sheet).grid.value(row, column);
  }

  /** The formula of a cell, with its `=`, or null. */
  formula(sheet: string, address: string): string | null {
    const { row, column } = placeOf(address);
    const formula = this.sheet(sheet).grid.formula(row, column);
    return formula === undefined ? null : `=${formula.text}`;
  }

  /** Types in a cell, as a user does: a formula with its `=`, a number, a text. */
  type(sheet: string, address: string, input: string | number | boolean): void {
    const { row, column } = placeOf(address);
    const on = this.sheet(sheet);
    writeCells({ sheet: on, top: row, left: column, bottom: row, right: column }, input);
  }

  /** Values and formulas of every sheet that no key says is ours: what an add-in must leave as it was. */
  userCells(): UserSheet[] {
    this.book.calculation.update();
    return this.book.sheets.filter(({ key }) => key === null).map(cellsOf);
  }

  /** The documents read back as models. Throws where one is not drawn as documents are. */
  generatedModels(): SheetModel[] {
    return generatedModels(this.book);
  }

  /** The workbook as a file; of what is not ours, what the user changed and nothing else. */
  save(): Promise<Uint8Array> {
    return saveBook(this.bytes, this.book);
  }

  sheet(name: string): HostSheet {
    const sheet = this.book.findSheet(name);
    if (sheet === null) throw new Error(`No sheet is named « ${name} ».`);
    return sheet;
  }
}

/** A sheet of the user's as it stands: by address, each content, formulas with what they give. */
interface UserSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, string | number | boolean>>;
}

function cellsOf({ name, grid }: HostSheet): UserSheet {
  const cells: Record<string, string | number | boolean> = {};
  const shown = (value: Cell): string | number | boolean => (value instanceof CellError ? value.code : (value ?? ""));
  grid.values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value !== null) cells[`${r},${c}`] = shown(value);
    }),
  );
  for (const [place, formula] of grid.formulas)
    cells[`${rowOf(place)},${columnOf(place)}`] = `=${formula.text} → ${String(shown(formula.value))}`;
  return { name, cells };
}

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const place = parseCellName(address);
  if (place === null) throw new Error(`« ${address} » is no cell.`);
  return place;
}
