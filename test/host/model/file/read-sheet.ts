import type { Cell as FileCell, CellStyle as FileStyle, Sheet } from "hucre/xlsx";
import { CellError, type Cell, type CellBlock } from "../../../../src/cells";
import { serialOf } from "../../../../src/workbook/files/days";
import { normalised, shifted } from "../formula/references";
import { parseBlock } from "../state/area";
import { parts, type Part } from "../state/page-setup";
import type { HostSheet } from "../state/sheet";
import { HostTable } from "../state/table";
import { pointsOfFileWidth } from "../state/widths";
import type { Style } from "../state/style";

/** Fills a sheet with what the library read of it. The rows of the library are taken over. */
export function fillSheet(sheet: HostSheet, read: Sheet, styleOf: (style: FileStyle) => Style): void {
  fillValues(sheet, read);
  fillDetails(sheet, read, styleOf);
  sheet.visibility = read.veryHidden ? "VeryHidden" : read.hidden ? "Hidden" : "Visible";
  sheet.tabColor = read.view?.tabColor?.rgb?.slice(-6).toUpperCase() ?? null;
  sheet.settings.showGridlines = read.view?.showGridLines ?? true;
  sheet.merges = (read.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }));
  fillSizes(sheet, read);
  fillPage(sheet, read);
  for (const table of read.tables ?? []) {
    const block = parseBlock(table.range ?? "");
    if (block === null) continue;
    const added = new HostTable(sheet.book.newId("table"), table.displayName ?? table.name, sheet, block);
    added.showFilterButton = table.showAutoFilter === true;
    sheet.tables.push(added);
  }
  sheet.autoFilter = parseBlock(read.autoFilter?.range ?? "");
  sheet.isProtected = read.protection?.sheet === true;
  const { rows = 0, columns = 0 } = read.freezePane ?? {};
  sheet.freeze = rows + columns === 0 ? null : { rows, columns };
  for (const row of read.rowBreaks ?? []) sheet.rowBreaks.add(row + 1);
  for (const column of read.colBreaks ?? []) sheet.columnBreaks.add(column + 1);
}

function fillValues(sheet: HostSheet, read: Sheet): void {
  const { date1904 } = sheet.book;
  const { values } = sheet.grid;
  read.rows.forEach((cells, row) => {
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (value instanceof Date) cells[column] = serialOf(value, date1904);
      else if (value === "" || value === undefined) cells[column] = null;
    }
    values[row] = cells as Cell[];
  });
}

/** Errors, formulas, styles and links: what a cell is beside its value. */
function fillDetails(sheet: HostSheet, read: Sheet, styleOf: (style: FileStyle) => Style): void {
  const { grid, book } = sheet;
  const shared = new Map<number, { readonly text: string; readonly row: number; readonly column: number }>();
  for (const [key, cell] of read.cells ?? []) {
    const comma = key.indexOf(",");
    const [row, column] = [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
    if (cell.style !== undefined) grid.setStyle(row, column, styleOf(cell.style));
    if (cell.hyperlink !== undefined) {
      const { target, location, tooltip } = cell.hyperlink;
      const address = location === target ? null : target || null;
      grid.setLink(row, column, { address, place: location ?? null, tip: tooltip ?? null });
    }
    if (cell.type === "error") grid.setValue(row, column, new CellError(String(cell.value)));
    const text = formulaOf(cell, row, column, shared);
    if (text === null) continue;
    const cached = cell.type === "error" ? new CellError(String(cell.value)) : (grid.values[row]?.[column] ?? null);
    const isKnown = cell.value !== null || cell.formulaResult != null;
    const known = normalised(text, (name) => book.findSheet(name)?.name ?? null);
    grid.setFormula(row, column, known, isKnown ? { cached } : {});
  }
}

/** A shared formula is written once, and moved to its other cells. */
function formulaOf(
  cell: FileCell,
  row: number,
  column: number,
  shared: Map<number, { readonly text: string; readonly row: number; readonly column: number }>,
): string | null {
  const { formula, formulaType, formulaSharedIndex } = cell;
  if (formulaType !== "shared" || formulaSharedIndex === undefined) return formula || null;
  if (formula) {
    shared.set(formulaSharedIndex, { text: formula, row, column });
    return formula;
  }
  const first = shared.get(formulaSharedIndex);
  return first === undefined ? null : shifted(first.text, row - first.row, column - first.column);
}

function fillSizes(sheet: HostSheet, read: Sheet): void {
  (read.columns ?? []).forEach(({ width, hidden }, column) => {
    if (width !== undefined && width > 0) sheet.columnWidths.set(column, pointsOfFileWidth(width));
    if (hidden === true || width === 0) sheet.hiddenColumns.add(column);
  });
  for (const [row, { height, hidden }] of read.rowDefs ?? []) {
    if (height !== undefined && height > 0) sheet.rowHeights.set(row, height);
    if (hidden === true || height === 0) sheet.hiddenRows.add(row);
  }
}

const papers: Readonly<Record<string, string>> = {
  letter: "Letter",
  legal: "Legal",
  a3: "A3",
  a4: "A4",
  a5: "A5",
  b4: "B4",
  b5: "B5",
  executive: "Executive",
  tabloid: "Tabloid",
};

function fillPage(sheet: HostSheet, read: Sheet): void {
  const { page } = sheet;
  const setup = read.pageSetup ?? {};
  page.orientation = setup.orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = papers[setup.paperSize ?? "letter"]!;
  for (const [name, inches] of Object.entries(setup.margins ?? {}))
    if (name in page.margins) page.margins[name as keyof typeof page.margins] = Math.round(inches * 72 * 1e6) / 1e6;
  const { fitToWidth = 1, fitToHeight = 1 } = setup;
  page.zoom =
    setup.fitToPage === true
      ? {
          ...(fitToWidth === 0 ? {} : { horizontalFitToPages: fitToWidth }),
          ...(fitToHeight === 0 ? {} : { verticalFitToPages: fitToHeight }),
        }
      : { scale: setup.scale ?? 100 };
  page.printArea = blocksOf(setup.printArea);
  page.titleRows = titles(setup.printTitlesRow, (block) => ({ first: block.top, last: block.bottom }));
  page.titleColumns = titles(setup.printTitlesColumn, (block) => ({ first: block.left, last: block.right }));
  const { oddHeader, oddFooter, firstHeader, firstFooter, differentFirst } = read.headerFooter ?? {};
  fillTexts(page.texts, oddHeader ?? "", "Header");
  fillTexts(page.texts, oddFooter ?? "", "Footer");
  fillTexts(page.firstTexts, firstHeader ?? "", "Header");
  fillTexts(page.firstTexts, firstFooter ?? "", "Footer");
  page.isFirstApart = differentFirst === true;
}

function blocksOf(area: string | undefined): CellBlock[] | null {
  const blocks = (area ?? "").split(",").flatMap((text) => parseBlock(text.replace(/^.*!/, "")) ?? []);
  return blocks.length === 0 ? null : blocks;
}

function titles<T>(text: string | undefined, read: (block: CellBlock) => T): T | null {
  const block = parseBlock(text ?? "");
  return block === null ? null : read(block);
}

/** `&L…&C…&R…`; a doubled & is a plain one, and starts no part. */
function fillTexts(texts: Record<Part, string>, whole: string, kind: "Header" | "Footer"): void {
  const sides = { L: "left", C: "center", R: "right" } as const;
  for (const [, side, text] of whole.matchAll(/&([LCR])((?:&&|&(?![LCR])|[^&])*)/g)) {
    const part = parts.find((one) => one === `${sides[side as keyof typeof sides]}${kind}`)!;
    texts[part] = text!;
  }
}
