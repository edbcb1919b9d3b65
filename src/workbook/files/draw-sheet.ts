import type { Cell, CellStyle as HucreStyle, WriteSheet } from "hucre/xlsx";
import { quoteSheetName } from "../../cells";
import { hairColor, type CellStyle, type ModelCell, type PrintSetup, type SheetModel } from "../../documents";
import { valueIn } from "../cell-content";
import { drawChart, drawDataBars } from "./draw-graphics";
import type { BaseFont } from "./styles-part";

/** A width in a file counts the 5 pixels of padding of a cell, of 7 pixels a character, in 256ths of a character. */
const padding = Math.trunc((5 / 7) * 256) / 256;
/** Text that hucre would write as an Excel error, or whose outer spaces Excel would trim, goes in as a run of text. */
const needsRun = /^#[A-Z0-9/_]+[!?]?$|^\s|\s$|\n/;

/** What the drawing takes from the workbook it goes into. */
interface Setting {
  readonly font: BaseFont;
  /** Serials of dates count from 1904 there; those of models always count from 1900. */
  readonly date1904: boolean;
}

/** Returns a generated sheet as hucre writes it, in the workbook's base font and date system. */
export function drawSheet(model: SheetModel, setting: Setting): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { height: number }>();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  model.rows.forEach((row, r) => {
    if (row.height !== undefined) rowDefs.set(r, { height: row.height });
    row.cells.forEach((cell, c) => {
      if (cell === null) return;
      cells.set(`${r},${c}`, drawCell(cell, setting));
      if (cell.span !== undefined) merges.push({ startRow: r, endRow: r, startCol: c, endCol: c + cell.span - 1 });
    });
  });
  return {
    name: model.name,
    rows: [],
    cells,
    rowDefs,
    columns: model.widths.map(drawColumn),
    ...given({
      freezePane: model.freeze === null ? undefined : { ...model.freeze },
      view: given({
        tabColor: model.tabColor === null ? undefined : { rgb: model.tabColor },
        showGridLines: model.hidesGridlines === true ? false : undefined,
      }),
      charts: model.charts.length === 0 ? undefined : model.charts.map((chart) => drawChart(chart, model.name)),
      merges: merges.length === 0 ? undefined : merges,
      conditionalRules: model.dataBars.length === 0 ? undefined : drawDataBars(model.dataBars),
    }),
    ...drawPrint(model.print),
  };
}

/** Characters that a column out of sight has once a user shows it. */
const shownAgain = 14;

function drawColumn(width: number): { readonly width: number; readonly hidden?: boolean } {
  return width === 0 ? { width: shownAgain + padding, hidden: true } : { width: width + padding };
}

function drawCell(cell: ModelCell, { font, date1904 }: Setting): Partial<Cell> {
  const { formula, style, link } = cell;
  const value = valueIn(cell, date1904);
  const needsText = formula === undefined && typeof value === "string" && needsRun.test(value);
  return {
    ...(formula === undefined ? { value } : { formula, formulaResult: value }),
    ...given({
      richText: needsText ? [{ text: value }] : undefined,
      style: style && drawStyle(style, font),
      hyperlink: link && { ...linkTo(link), ...given({ tooltip: link.tip }) },
    }),
  };
}

/** Returns an object without what is undefined in it. */
function given<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** Returns the link to a place of this workbook, or of a file kept beside it; `#` parts the two (see `addAnchors`). */
function linkTo(link: NonNullable<ModelCell["link"]>): { target: string; location?: string } {
  const place = `${quoteSheetName(link.sheet)}!${link.cell}`;
  return link.file === undefined
    ? { target: place, location: place }
    : { target: `${encodeURIComponent(link.file)}#${place}` };
}

/** Styles are few and shared by thousands of cells: each is drawn once for a base font. */
const drawn = new WeakMap<BaseFont, WeakMap<CellStyle, HucreStyle>>();

function drawStyle(style: CellStyle, base: BaseFont): HucreStyle {
  let ofFont = drawn.get(base);
  if (ofFont === undefined) drawn.set(base, (ofFont = new WeakMap()));
  let result = ofFont.get(style);
  if (result === undefined) ofFont.set(style, (result = drawNewStyle(style, base)));
  return result;
}

function drawNewStyle(style: CellStyle, base: BaseFont): HucreStyle {
  const { bold, italic, underline, color, size, fill, borders, numberFormat } = style;
  const alignment = given({
    horizontal: style.align,
    vertical: style.vertical,
    wrapText: style.wrap,
    indent: style.indent,
  });
  const lines =
    borders &&
    Object.entries(borders).map(([side, line]) => [
      side,
      { style: line, ...(line === "hair" && { color: { rgb: hairColor } }) },
    ]);
  return given({
    font: {
      name: base.name,
      size: size ?? base.size,
      ...given({
        bold: bold || undefined,
        italic: italic || undefined,
        underline: underline || undefined,
        color: color === undefined ? undefined : { rgb: color },
      }),
    },
    fill:
      fill === undefined ? undefined : { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill } },
    border: lines && Object.fromEntries(lines),
    numFmt: numberFormat,
    alignment: Object.keys(alignment).length === 0 ? undefined : alignment,
  });
}

/** Print area and title rows are names of the workbook: `namesOfModel` writes them, hucre would leave the sheet unquoted. */
function drawPrint(print: PrintSetup): Partial<WriteSheet> {
  const [header, footer] = [print.header, print.footer].map(([left, centre, right]) =>
    [left && `&L${left}`, centre && `&C${centre}`, right && `&R${right}`].join(""),
  );
  return {
    pageSetup: {
      paperSize: "a4",
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.onePage ? 1 : 0,
      margins: { ...print.margins },
    },
    headerFooter: { ...(header ? { oddHeader: header } : {}), ...(footer ? { oddFooter: footer } : {}) },
    // hucre's break is the row above the line, ours the row below it.
    rowBreaks: print.breaksBefore.filter((row) => row > 0).map((row) => row - 1),
  };
}
