import {
  cellName,
  isBlank,
  lacksResult,
  sumAt,
  widthOf,
  type Cell,
  type SheetCells,
  type WorkbookCells,
} from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import { anomalyAt } from "./anomalies";
import type { Ledger } from "./ledger";
import type { TableReading } from "./table-reading";
import { reasonOf } from "./column";
import type { RowFates } from "./types";
import { cellsDown } from "./tables/column-statistics";
import { isSettingsSheet } from "./tables/find-tables";
import { isWithoutResult, withoutResult } from "./texts/values";

/**
 * Returns the workbooks with a marker value in each cell whose formula has no stored result, so that no rule takes it
 * for a blank.
 */
export function withFormulasMarked(workbooks: readonly WorkbookCells[]): WorkbookCells[] {
  return workbooks.map((workbook) =>
    workbook.sheets.some(isLacking) ? { ...workbook, sheets: workbook.sheets.map(withFormulas) } : workbook,
  );
}

function isLacking({ facts }: SheetCells): boolean {
  return facts !== undefined && !facts.withoutResult.isEmpty;
}

function withFormulas(sheet: SheetCells): SheetCells {
  if (!isLacking(sheet)) return sheet;
  const width = widthOf(sheet.rows);
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
 * Reports formulas without a stored result: an error at each cell that may decide what other cells mean, otherwise one
 * warning for each visible sheet.
 */
export function formulasReadAsBlanks(
  workbooks: readonly WorkbookCells[],
  tables: readonly ReadTable[],
  anomalies: readonly Anomaly[],
): Anomaly[] {
  const sheets = workbooks.flatMap((workbook) =>
    workbook.sheets.filter(
      (sheet) => isLacking(sheet) && sheet.visibility === "visible" && sheet.generatedKey === null,
    ),
  );
  return sheets.flatMap((sheet) => {
    const reportedAs = (wanted: MessageCode) =>
      new Set(
        anomalies.flatMap(({ code, file, sheet: name, cell }) =>
          code === wanted && file === sheet.file && name === sheet.name ? [cell] : [],
        ),
      );
    const reported = reportedAs("formula-without-result");
    const totals = reportedAs("total-without-result");
    const own = tables.filter(
      ({ each: { table } }) =>
        table.ref.file === sheet.file && table.ref.name === sheet.name && table.kind !== "ignored",
    );
    const places = sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isWithoutResult(cell) && !totals.has(cellName(row, column)) ? [{ row, column }] : [],
      ),
    );
    const weighing = isSettingsSheet(sheet)
      ? []
      : places.filter(({ row, column }) => !reported.has(cellName(row, column)) && weighs(sheet, row, column, own));
    if (weighing.length > 0)
      return weighing.map(({ row, column }) => anomalyAt("error", "formula-without-result", sheet, row, column));
    const [first] = places;
    if (first === undefined || reported.size > 0) return [];
    return [anomalyAt("warning", "formula-without-value", sheet, first.row, first.column, { count: places.length })];
  });
}

/** A table that was read, with the fates of its rows. */
interface ReadTable {
  readonly each: TableReading;
  readonly fates: RowFates;
  readonly ledger: Ledger;
}

/** Returns whether a cell may decide what other cells mean, according to these tables of its sheet. */
function weighs(sheet: SheetCells, row: number, column: number, tables: readonly ReadTable[]): boolean {
  const here = tables.filter(({ each: { table } }) => table.on.top <= row && row <= table.on.bottom);
  if (here.length === 0) {
    // A cell above a table may be its title, unless its formula is a sum.
    return sumAt(sheet, row, column) === null && tables.some(({ each: { table } }) => row < table.on.top);
  }
  return here.some(({ each: { table }, fates, ledger }) => {
    if (column < table.on.left || column > table.on.right) return false;
    const [at, along] = table.turned ? [column, row] : [row, column];
    if (at < table.bodyTop) return cellsDown(table, along).some((cell) => !isBlank(cell));
    if (table.turned && along < table.bodyLeft) return true;
    const fate = fates.fateOf(row);
    // In an otherwise blank row, the cell may be the title of the rows below.
    if (fate === null || fate === "title") return sumAt(sheet, row, column) === null;
    if (fate !== "billed" || ledger.columnClaims(table).has(along)) return false;
    const heading = table.columns.find(({ index }) => index === along);
    // A column left out for a known reason decides nothing.
    return heading !== undefined && reasonOf(heading) === null;
  });
}
