import { columnName, quoteSheetName } from "../cells";
import type { ModelChart } from "../documents";

/** Rows of a column, zero-based, both ends included. */
export interface ColumnRows {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** `'Récapitulatif'!$A$7:$A$65`. */
export function columnRange(sheet: string, { column, firstRow, lastRow }: ColumnRows): string {
  const letter = columnName(column);
  return `${quoteSheetName(sheet)}!$${letter}$${firstRow + 1}:$${letter}$${lastRow + 1}`;
}

const prefix = "ORDICLASSE_GRAPHIQUE_";
const ofChart = /^ORDICLASSE_GRAPHIQUE_([1-9]\d*)$/i;

/**
 * The hidden names of a generated sheet that lead to the cells its charts name their bars by, one a chart. Excel does not
 * tell what a chart is drawn from before ExcelApi 1.15; a name does, and follows the cells wherever the user moves them.
 */
export function chartNames(sheet: string, charts: readonly ModelChart[]): { name: string; range: string }[] {
  return charts.map(({ categories }, index) => ({ name: chartName(index), range: columnRange(sheet, categories) }));
}

/** The name of a sheet's chart, by its place among ours, from 0. */
export function chartName(index: number): string {
  return `${prefix}${index + 1}`;
}

/** What the names of a sheet's charts lead to, in the order of the charts: the formulas of its own names, sorted out. */
export function chartFormulas(names: readonly { readonly name: string; readonly formula: string }[]): string[] {
  return names
    .flatMap(({ name, formula }) => {
      const number = ofChart.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), formula }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ formula }) => formula);
}
