import { columnName } from "../../cells";
import { marginNames, textNames, type SheetLayout } from "./layout";

/** Widths closer than this look the same: Excel gives back what it rounded. */
const nearWidth = 0.4;
const nearMargin = 0.01;

/**
 * Lays a sheet out. Only what is not known to be so already (`from`) is set, because Excel takes its time over each of
 * these. The panes come apart (`applyFreeze`): a hidden sheet has no window to freeze.
 */
export function applyLayout(sheet: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): void {
  applyWidths(sheet, from.widths ?? [], to.widths);
  if (from.tabColor !== to.tabColor) sheet.tabColor = to.tabColor;
  applyPage(sheet.pageLayout, from, to);
  applyBreaks(sheet.horizontalPageBreaks, from, to);
}

export function applyFreeze(sheet: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.freeze === to.freeze) return;
  if (to.freeze === null) sheet.freezePanes.unfreeze();
  else sheet.freezePanes.freezeAt(to.freeze);
}

function applyWidths(sheet: Excel.Worksheet, from: readonly number[], to: readonly number[]): void {
  const isSet = (column: number) => Math.abs((from[column] ?? -1) - to[column]!) < nearWidth;
  for (let column = 0; column < to.length;) {
    let end = column + 1;
    while (end < to.length && to[end] === to[column] && isSet(end) === isSet(column)) end++;
    if (!isSet(column)) sheet.getRange(`${columnName(column)}:${columnName(end - 1)}`).format.columnWidth = to[column]!;
    column = end;
  }
}

function applyPage(page: Excel.PageLayout, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.orientation !== to.orientation) page.orientation = to.orientation as Excel.PageOrientation;
  if (from.paperSize !== to.paperSize) page.paperSize = to.paperSize as Excel.PaperType;
  for (const name of marginNames)
    if (from.margins === undefined || Math.abs(from.margins[name] - to.margins[name]) > nearMargin)
      page[name] = to.margins[name];
  applyFit(page, from, to);
  // A sheet without a print area prints whole, which no call asks for: the one that is there stays.
  if (from.printArea !== to.printArea && to.printArea !== null) page.setPrintArea(to.printArea);
  if (from.titleRows !== to.titleRows) page.setPrintTitleRows(to.titleRows ?? "");
  const texts = page.headersFooters.defaultForAllPages;
  for (const name of textNames) if (from.texts?.[name] !== to.texts[name]) texts[name] = to.texts[name];
}

function applyFit(page: Excel.PageLayout, from: Partial<SheetLayout>, to: SheetLayout): void {
  const { across, down, scale } = to.fit;
  const isCounted = across !== null || down !== null;
  if (from.fit?.across === across && from.fit.down === down && (isCounted || from.fit.scale === scale)) return;
  page.zoom = isCounted
    ? {
        ...(across === null ? {} : { horizontalFitToPages: across }),
        ...(down === null ? {} : { verticalFitToPages: down }),
      }
    : { scale: scale ?? 100 };
}

function applyBreaks(breaks: Excel.PageBreakCollection, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.breaks?.join() === to.breaks.join()) return;
  if (from.breaks === undefined || from.breaks.length > 0) breaks.removePageBreaks();
  for (const row of to.breaks) breaks.add(`A${row + 1}`);
}
