import { CellError, cellName } from "../../../src/cells";
import type { HostBook, HostWorkbook } from "../../host/model";
import { looksOf } from "../../host/model/state/data-bars";

type Sheet = HostBook["sheets"][number];

/** Everything that a sheet of the host is, as plain data: two of them are the same sheet, or one says where they differ. */
function sheetDigest(sheet: Sheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  const used = sheet.grid.used(true);
  for (let row = 0; row <= (used?.bottom ?? -1); row++)
    for (let column = 0; column <= (used?.right ?? -1); column++) {
      const formula = sheet.grid.formula(row, column);
      const value = sheet.grid.value(row, column);
      const shown = value instanceof CellError ? value.code : typeof value === "number" ? rounded(value) : value;
      const style = sheet.grid.style(row, column);
      const link = sheet.grid.linkAt(row, column) ?? null;
      if (shown !== null || link !== null || JSON.stringify(style) !== plain(sheet))
        cells[cellName(row, column)] = [
          formula === undefined ? null : formula.text.replaceAll("'", ""),
          shown,
          style,
          link,
        ];
    }
  const { name, visibility, tabColor, merges, freeze, autoFilter, page } = sheet;
  return {
    name,
    key: keyOf(sheet),
    visibility,
    tabColor,
    gridlines: sheet.settings.showGridlines,
    merges,
    freeze,
    autoFilter,
    page: JSON.parse(JSON.stringify(page, (_, one: unknown) => (typeof one === "number" ? rounded(one) : one))),
    cells,
    heights: [...sheet.rowHeights].sort(([a], [b]) => a - b),
    widths: Array.from({ length: 40 }, (_, column) => sheet.widthOf(column)),
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    dataBars: sheet.dataBars.map((bars) => [bars.blocks, looksOf(bars)]),
    breaks: [...sheet.rowBreaks].sort((a, b) => a - b),
    charts: sheet.charts.map(({ name: chart, title, anchor, series }) => ({
      chart,
      title,
      anchor,
      series: series.map(({ name: one, values, categories, color }) => [one, place(values), place(categories), color]),
    })),
  };
}

/** What a sheet is, without the pane that says so, nor when. */
function keyOf({ key }: Sheet): string | null {
  return key === null ? null : key.replace(/@.*/, "");
}

/** Excel adds up in binary: nobody sees the last figures. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function plain(sheet: Sheet): string {
  return JSON.stringify(sheet.grid.baseStyle(1_000_000, 16_000));
}

function place(area: { sheet: Sheet; top: number; left: number; bottom: number; right: number } | null): unknown {
  return area && [area.sheet.name, area.top, area.left, area.bottom, area.right];
}

/** Sheets in the order of their tabs, and the workbook's names. */
export function bookDigest({ book }: HostWorkbook, isWanted: (sheet: Sheet) => boolean = () => true): unknown {
  book.calculation.update();
  return {
    sheets: book.sheets.filter(isWanted).map(sheetDigest),
    // Excel quotes a sheet's name where it must, and only there.
    names: book.names.map(({ name, formula }) => `${name} = ${formula.replaceAll("'", "")}`).sort(),
  };
}

/** The generated sheets in place, and the names that lead to them: nothing of what stands aside. */
export function generationDigest(workbook: HostWorkbook): unknown {
  return bookDigest(workbook, ({ key }) => key !== null && !/^(aside|prepare|gone):/.test(key));
}

/** A digest without what Excel may refuse by itself: how sheets are printed, their panes, the colours of their tabs. */
export function withoutLooks(digest: unknown): string {
  const looks = ["tabColor", "gridlines", "freeze", "page", "breaks"];
  return JSON.stringify(digest, (name, value: unknown) => (looks.includes(name) ? undefined : value));
}

/** Names of the sheets that stand aside, whatever they are. */
export function asideSheets({ book }: HostWorkbook): string[] {
  return book.sheets
    .filter(
      ({ key, name }) => (key !== null && /^(aside|prepare|gone):/.test(key)) || /^Ordiclasse en cours/.test(name),
    )
    .map((sheet) => keyOf(sheet) ?? sheet.name);
}
