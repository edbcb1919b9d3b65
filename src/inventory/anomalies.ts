import { CellError, cellName, lacksResult, type Cell, type SheetCells, type WorkbookCells } from "../cells";
import type { Anomaly, MessageCode, Severity } from "../messages";
import type { TableReading } from "./rows/table-reader";

export type Params = Readonly<Record<string, string | number>>;

/** An anomaly at a zero-based cell of a sheet. */
export function anomalyAt(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  row: number,
  column: number,
  params: Params = {},
): Anomaly {
  const cell = cellName(row, column);
  return { severity, code, file: sheet.file, sheet: sheet.name, cell, params: { sheet: sheet.name, cell, ...params } };
}

/** An anomaly of a whole sheet. */
export function anomalyOfSheet(severity: Severity, code: MessageCode, sheet: SheetCells, params: Params = {}): Anomaly {
  return { severity, code, file: sheet.file, sheet: sheet.name, cell: null, params: { sheet: sheet.name, ...params } };
}

/** What stands in a cell whose formula has no saved result: nothing is known of it, so that it is no blank. */
const withoutResult = new CellError("=");

/** An error in the place of a name, or of a word. */
export function tellError(reading: TableReading, cell: CellError, row: number, column: number): void {
  if (isWithoutResult(cell)) reading.report("error", "formula-without-result", row, column);
  else reading.report("error", "error-in-name", row, column, { value: cell.code });
}

/** True for a formula without a saved result. */
export function isWithoutResult(cell: Cell): boolean {
  return cell instanceof CellError && cell.code === withoutResult.code;
}

/** The workbooks with their formulas without a result told apart from blanks; sheets that have none are left as they are. */
export function withFormulasTold(workbooks: readonly WorkbookCells[]): WorkbookCells[] {
  return workbooks.map((workbook) =>
    workbook.sheets.some(isLacking) ? { ...workbook, sheets: workbook.sheets.map(told) } : workbook,
  );
}

function isLacking({ facts }: SheetCells): boolean {
  return facts !== undefined && !facts.withoutResult.isEmpty;
}

function told(sheet: SheetCells): SheetCells {
  if (!isLacking(sheet)) return sheet;
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return {
    ...sheet,
    rows: sheet.rows.map((cells, row) => {
      let changed: Cell[] | null = null;
      for (let column = 0; column < width; column += 1)
        if (lacksResult(sheet, row, column)) {
          changed ??= [...cells];
          while (changed.length < column) changed.push(null);
          changed[column] = withoutResult;
        }
      return changed ?? cells;
    }),
  };
}

/**
 * A warning on the first formula without a result of each visible sheet where none stands in what is billed: they are read
 * as blanks. Where one does, its error says what to do for all. `workbooks` are told of them.
 */
export function formulasReadAsBlanks(workbooks: readonly WorkbookCells[], anomalies: readonly Anomaly[]): Anomaly[] {
  const sheets = workbooks.flatMap((workbook) =>
    workbook.sheets.filter(
      (sheet) => isLacking(sheet) && sheet.visibility === "visible" && sheet.generatedKey === null,
    ),
  );
  return sheets.flatMap((sheet) => {
    const isTold = anomalies.some(
      ({ code, file, sheet: name }) => code === "formula-without-result" && file === sheet.file && name === sheet.name,
    );
    return isTold ? [] : firstBlank(sheet);
  });
}

function firstBlank(sheet: SheetCells): Anomaly[] {
  const places = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (isWithoutResult(cell) ? [{ row, column }] : [])),
  );
  const [first] = places;
  if (first === undefined) return [];
  return [anomalyAt("warning", "formula-without-value", sheet, first.row, first.column, { count: places.length })];
}
