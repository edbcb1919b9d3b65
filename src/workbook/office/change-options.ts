import { builtInConventions } from "../../tariff";
import { fold, sheetOfValues, type Cell, type SheetCells } from "../../cells";
import {
  optionsSheetName,
  optionsWidths,
  planChanges,
  singleRowsAtMost,
  type OptionsChange,
  type OptionsPlan,
  type RowEdit,
  type OptionsSheetOf,
} from "../../options";
import { valueOfCell, type Content } from "../cell-content";
import { trimRows } from "../opened-workbook";
import { deleteSheet } from "./edit-sheets";
import { pointsOfWidth } from "./layout";
import { Abort, codeOfFault, refused, refusedBy, type Outcome, type Watch } from "./outcomes";
import type { Matrix } from "./plan";
import { errorsIn, takeRows } from "./read-cells";
import { exclusively, request, retry } from "./requests";
import { usedBlock } from "./sheet-shape";
import { checkAccess, findSheet, readState, type SheetState, type WorkbookState } from "./workbook-state";
import { isConvertible } from "./write-cells";

/**
 * Changes the sheet « Options Ordiclasse », made when the workbook has none, after the user's own sheets: the rows that the
 * changes are about and no other cell, all or nothing. Three requests; more only after a fault.
 */
export function changeOptions(
  changes: readonly OptionsChange[],
  watch: Watch = {},
  { name = optionsSheetName(null), among = builtInConventions }: OptionsSheetOf = {},
): Promise<Outcome> {
  return exclusively(async () => {
    let writing: Writing | null = null;
    try {
      const state = await readState();
      const found = await readOptions(state, name, rowsBelow(changes));
      const plan = planChanges(
        found.map(({ cells }) => cells),
        changes,
        among,
      );
      if (plan.kind === "refused") return { ok: false, anomaly: plan.anomaly };
      if (plan.kind === "edit" && plan.edits.length === 0) return { ok: true };
      const sheets = found.map(({ sheet }) => sheet);
      checkAccess(state, sheets, sheets.length === 0);
      writing = writingOf(plan, state, found, name);
      if (!(await writing.write())) throw Abort.at("office-not-taken", sheets[0]?.name ?? name);
      return { ok: true };
    } catch (error) {
      if (writing === null) return refusedBy(error, "untouched");
      return finishAfterFault(writing, error, name, watch);
    }
  });
}

/** A sheet of options, and all that stands in it. */
interface Found {
  readonly sheet: SheetState;
  readonly cells: SheetCells;
  readonly known: (row: number, column: number) => KnownCell;
}

/** Reads the user's sheets of a name, whatever its case; `more` rows below the last one are read too. */
async function readOptions({ file, sheets }: WorkbookState, wanted: string, more: number): Promise<Found[]> {
  const named = sheets.filter(({ name, key }) => key === null && fold(name) === fold(wanted));
  if (named.length === 0) return [];
  const ranges = await request(({ workbook }) =>
    named.map(({ id }) => {
      const used = usedBlock(workbook.worksheets.getItem(id));
      return used.getResizedRange(more, optionsWidths.length).load("values,valueTypes,formulas,numberFormat");
    }),
  );
  return ranges.map(({ values, valueTypes, formulas, numberFormat }, index) => {
    const sheet = named[index]!;
    return {
      sheet,
      cells: {
        ...sheetOfValues(
          sheet.name,
          trimRows(takeRows({ values, numberFormats: null }, errorsIn(valueTypes))),
          file ?? "",
        ),
        visibility: sheet.visibility,
      },
      known: (row, column) => ({
        value: values[row]![column],
        formula: formulas[row]![column],
        format: numberFormat[row]![column],
      }),
    };
  });
}

/** Returns how many rows changes may add: one a choice or a comment, and those of every setting. */
function rowsBelow(changes: readonly OptionsChange[]): number {
  return changes.reduce((rows, { ask }) => rows + (ask === "set" ? singleRowsAtMost : 1), 0);
}

function writingOf(
  plan: Exclude<OptionsPlan, { kind: "refused" }>,
  state: WorkbookState,
  found: readonly Found[],
  name: string,
): Writing {
  if (plan.kind === "edit") {
    const { sheet, known } = found.find(({ cells }) => cells.name === plan.sheet)!;
    return new RowsWriting(sheet.id, plan.edits, known);
  }
  const last = state.sheets.findLastIndex(({ key }) => key === null);
  return new SheetWriting(name, last + 1, plan.rows);
}

/** Finds out, after a fault, if what was asked stands whole; puts back what was begun when it does not. */
async function finishAfterFault(writing: Writing, error: unknown, sheet: string, watch: Watch): Promise<Outcome> {
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
interface Writing {
  /** Writes it in one request; tells whether Excel took all of it as it was given. */
  write(): Promise<boolean>;
  /** Tells how much of it stands: what a lost answer does not tell. */
  check(): Promise<"all" | "some" | "none">;
  putBack(): Promise<void>;
}

/** What a cell held before it was edited. */
interface KnownCell {
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
}

/** Rows of a sheet that the user has. */
class RowsWriting implements Writing {
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
class SheetWriting implements Writing {
  constructor(
    private readonly name: string,
    private readonly position: number,
    private readonly rows: readonly (readonly Cell[])[],
  ) {}

  async write(): Promise<boolean> {
    const read = await request(({ workbook }) => {
      const sheet = workbook.worksheets.add(this.name);
      sheet.position = this.position;
      for (const [column, width] of optionsWidths.entries())
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOfWidth(width);
      sheet.getRangeByIndexes(0, 0, 1, optionsWidths.length).format.font.bold = true;
      // Last but the panes: where they are there, so is all that matters. Some Excels freeze none.
      writeRows(sheet, 0, 0, this.cells());
      const area = this.area(sheet).load("values");
      sheet.freezePanes.freezeRows(1);
      return area;
    });
    return isSame(this.cells(), read.values);
  }

  async check(): Promise<"all" | "some" | "none"> {
    if ((await findSheet(this.name)).isNullObject) return "none";
    const read = await request(({ workbook }) => this.area(workbook.worksheets.getItem(this.name)).load("values"));
    return isSame(this.cells(), read.values) ? "all" : "some";
  }

  async putBack(): Promise<void> {
    await request(({ workbook }) => deleteSheet(workbook.worksheets.getItem(this.name)));
  }

  private area(sheet: Excel.Worksheet): Excel.Range {
    return sheet.getRangeByIndexes(0, 0, this.rows.length, optionsWidths.length);
  }

  /** Returns every row as wide as the sheet. */
  private cells(): Cell[][] {
    return this.rows.map((cells) => optionsWidths.map((_width, column) => cells[column] ?? null));
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
