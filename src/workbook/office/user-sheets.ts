import type { Cell } from "../../cells";
import type { RowEdit } from "../../options";
import { valueOfCell, type Content } from "../cell-content";
import type { UserSheet } from "../opened-workbook";
import { deleteSheet } from "./edit-sheets";
import { pointsOfWidth } from "./layout";
import { refused, type Outcome, type Watch } from "../port";
import { codeOfFault, refusedBy } from "./excel-faults";
import type { Matrix } from "./plan";
import { request, retry } from "./requests";
import { usedBlock } from "./sheet-shape";
import { findSheet } from "./workbook-state";
import { isConvertible } from "./write-cells";

/** Finds out, after a fault, if what was asked stands whole; puts back what was begun when it does not. */
export async function finishAfterFault(
  writing: Writing,
  error: unknown,
  watch: Watch,
  sheet: string,
): Promise<Outcome> {
  try {
    const stands = await retry(async () => {
      const found = await writing.check();
      if (found === "some") await writing.putBack();
      return found === "all";
    }, watch);
    return stands ? { ok: true } : refusedBy(error, "untouched");
  } catch (again) {
    const code = codeOfFault(error) ?? codeOfFault(again);
    if (code === null) throw again;
    return refused("office-options-unfinished", { code, sheet });
  }
}

/** Something to be written in the workbook, which can be checked and taken back. */
export interface Writing {
  /** Writes it in one request; tells whether Excel took all of it as it was given. */
  write(): Promise<boolean>;
  /** Tells how much of it stands: what a lost answer does not tell. */
  check(): Promise<"all" | "some" | "none">;
  putBack(): Promise<void>;
}

/** What a cell held before it was edited. */
export interface KnownCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
}

/** Rows of a sheet that the user has. */
export class RowsWriting implements Writing {
  constructor(
    private readonly sheetId: string,
    private readonly edits: readonly RowEdit[],
    /** What stood in a cell before. */
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

/** The sheet, where the workbook does not have it yet, and where its tab goes. */
export class SheetWriting implements Writing {
  constructor(
    private readonly sheet: UserSheet,
    private readonly position: number,
  ) {}

  async write(): Promise<boolean> {
    const { name, widths } = this.sheet;
    const read = await request(({ workbook }) => {
      const sheet = workbook.worksheets.add(name);
      sheet.position = this.position;
      for (const [column, width] of widths.entries())
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOfWidth(width);
      sheet.getRangeByIndexes(0, 0, 1, widths.length).format.font.bold = true;
      // Last but the panes: where they are there, so is all that matters. Some Excels freeze none.
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

  /** Returns every row as wide as the sheet. */
  private cells(): Cell[][] {
    return this.sheet.rows.map((cells) => this.sheet.widths.map((_width, column) => cells[column] ?? null));
  }
}

/**
 * Returns what to write back: a text that Excel would take for something else keeps its apostrophe, which it does not tell.
 */
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

/** Writes rows; a text that Excel would take for a number, a date or a formula goes into a cell of text. */
function writeRows(sheet: Excel.Worksheet, top: number, left: number, rows: readonly (readonly Cell[])[]): void {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === "string" && isConvertible(cell))
        sheet.getRangeByIndexes(top + row, left + column, 1, 1).numberFormat = [["@"]];
  sheet.getRangeByIndexes(top, left, rows.length, rows[0]!.length).values = rows.map((cells) => cells.map(valueOf));
}

/** Returns whether cells hold what was wanted; a number in a cell of text is its digits. */
function isSame(wanted: readonly (readonly Cell[])[], found: Matrix): boolean {
  return wanted.every((cells, row) =>
    cells.every((cell, column) => String(valueOf(cell)) === String(found[row]?.[column] ?? "")),
  );
}
