import type { Cell } from "../../cells";
import type { RowEdit } from "../../options";
import { valueOfCell, type Content } from "../cell-content";
import { amountFormat, type UserSheet } from "../opened-workbook";
import { deleteSheet } from "./edit-sheets";
import { pointsOfWidth } from "./layout";
import { refused, type Outcome, type Watch } from "../port";
import { codeOfFault, refusedBy } from "./excel-faults";
import type { Matrix } from "./plan";
import { request, retry } from "./requests";
import { usedBlock } from "./sheet-shape";
import { findSheet } from "./workbook-state";
import { isConvertible } from "./write-cells";

/** Determines, after a fault, whether a writing is complete; rolls it back when it is partial. */
export async function finishAfterFault(
  writing: Writing,
  error: unknown,
  watch: Watch,
  sheet: string,
): Promise<Outcome> {
  try {
    const isComplete = await retry(async () => {
      const found = await writing.check();
      if (found === "some") await writing.putBack();
      return found === "all";
    }, watch);
    return isComplete ? { ok: true } : refusedBy(error, "untouched");
  } catch (again) {
    const code = codeOfFault(error) ?? codeOfFault(again);
    if (code === null) throw again;
    return refused("office-options-unfinished", { code, sheet });
  }
}

/** An operation on the workbook that can be checked and rolled back. */
export interface Writing {
  /** Writes in one request; resolves to whether Excel took everything as given. */
  write(): Promise<boolean>;
  /** Determines how much was written, which a lost answer leaves unknown. */
  check(): Promise<"all" | "some" | "none">;
  putBack(): Promise<void>;
}

/** The state of a cell before it was edited. */
export interface KnownCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
}

/** Edits rows of an existing sheet. */
export class RowsWriting implements Writing {
  constructor(
    private readonly sheetId: string,
    private readonly edits: readonly RowEdit[],
    /** Returns the former state of a cell. */
    private readonly before: (row: number, column: number) => KnownCell,
  ) {}

  async write(): Promise<boolean> {
    const read = await request(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(this.sheetId);
      for (const { row, column, cells } of this.edits) writeRows(sheet, row, column, [cells]);
      return this.askValues(sheet);
    });
    return this.isWritten(read);
  }

  async check(): Promise<"all" | "some" | "none"> {
    if ((await findSheet(this.sheetId)).isNullObject) return "none";
    const [values, formulas] = await request(({ workbook }) => {
      const again = workbook.worksheets.getItem(this.sheetId);
      return [this.askValues(again), this.edits.map((edit) => rangeOf(again, edit).load("formulas,numberFormat"))];
    });
    if (this.isWritten(values)) return "all";
    const isAsBefore = this.edits.every((edit, index) =>
      this.knownOf(edit).every(
        ({ formula, format }, at) =>
          formula === formulas[index]!.formulas[0]![at] && format === formulas[index]!.numberFormat[0]![at],
      ),
    );
    return isAsBefore ? "none" : "some";
  }

  async putBack(): Promise<void> {
    await request(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(this.sheetId);
      for (const edit of this.edits) {
        const known = this.knownOf(edit);
        const range = rangeOf(sheet, edit);
        range.numberFormat = [known.map(({ format }) => format)];
        range.formulas = [known.map(formulaToRestore)];
      }
    });
  }

  private askValues(sheet: Excel.Worksheet): Excel.Range[] {
    return this.edits.map((edit) => rangeOf(sheet, edit).load("values"));
  }

  private isWritten(ranges: readonly Excel.Range[]): boolean {
    return this.edits.every(({ cells }, index) => isSame([cells], ranges[index]!.values));
  }

  private knownOf({ row, column, cells }: RowEdit): KnownCell[] {
    return cells.map((_cell, at) => this.before(row, column + at));
  }
}

/** Adds a sheet to the workbook, at a tab position. */
export class SheetWriting implements Writing {
  constructor(
    private readonly sheet: UserSheet,
    private readonly position: number,
  ) {}

  async write(): Promise<boolean> {
    const { name, widths, rows, amounts = [] } = this.sheet;
    const read = await request(({ workbook }) => {
      const sheet = workbook.worksheets.add(name);
      sheet.position = this.position;
      for (const [column, width] of widths.entries())
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOfWidth(width);
      sheet.getRangeByIndexes(0, 0, 1, widths.length).format.font.bold = true;
      for (const column of rows.length > 1 ? amounts : [])
        sheet.getRangeByIndexes(1, column, rows.length - 1, 1).numberFormat = rows
          .slice(1)
          .map(() => [amountFormat.code]);
      // Only the panes are set after the contents: once these are read back, all that matters is there. Some versions
      // of Excel freeze none.
      writeRows(sheet, 0, 0, this.cells());
      const area = this.area(sheet).load("values");
      sheet.freezePanes.freezeRows(1);
      return area;
    });
    return isSame(this.cells(), read.values);
  }

  async check(): Promise<"all" | "some" | "none"> {
    const { name } = this.sheet;
    if ((await findSheet(name)).isNullObject) return "none";
    const { values } = await request(({ workbook }) => usedBlock(workbook.worksheets.getItem(name)).load("values"));
    const cells = this.cells();
    const isWider = values.length > cells.length || values.some((row) => row.length > cells[0]!.length);
    return isSame(cells, values) && !isWider ? "all" : "some";
  }

  async putBack(): Promise<void> {
    if ((await findSheet(this.sheet.name)).isNullObject) return;
    await request(({ workbook }) => deleteSheet(workbook.worksheets.getItem(this.sheet.name)));
  }

  private area(sheet: Excel.Worksheet): Excel.Range {
    return sheet.getRangeByIndexes(0, 0, this.sheet.rows.length, this.sheet.widths.length);
  }

  /** Returns the rows, each filled up to the width of the sheet. */
  private cells(): Cell[][] {
    return this.sheet.rows.map((cells) => this.sheet.widths.map((_width, column) => cells[column] ?? null));
  }
}

/** Returns the content to write back: a text that Excel would convert keeps its apostrophe, which `values` omits. */
function formulaToRestore({ value, formula, format }: KnownCell): unknown {
  const isText = typeof value === "string" && value === formula && format !== "@";
  return isText && isConvertible(value) ? `'${value}` : formula;
}

function rangeOf(sheet: Excel.Worksheet, { row, column, cells }: RowEdit): Excel.Range {
  return sheet.getRangeByIndexes(row, column, 1, cells.length);
}

function valueOf(cell: Cell): Content {
  return valueOfCell(cell) ?? "";
}

/** Writes rows; cells with a text that Excel would take for a number, a date or a formula are formatted as text. */
function writeRows(sheet: Excel.Worksheet, top: number, left: number, rows: readonly (readonly Cell[])[]): void {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === "string" && isConvertible(cell))
        sheet.getRangeByIndexes(top + row, left + column, 1, 1).numberFormat = [["@"]];
  sheet.getRangeByIndexes(top, left, rows.length, rows[0]!.length).values = rows.map((cells) => cells.map(valueOf));
}

/** Returns whether cells hold what was wanted; a number in a text cell is read as its digits. */
function isSame(wanted: readonly (readonly Cell[])[], found: Matrix): boolean {
  return wanted.every((cells, row) =>
    cells.every((cell, column) => String(valueOf(cell)) === String(found[row]?.[column] ?? "")),
  );
}
