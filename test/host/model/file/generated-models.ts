import { CellError, quoteSheetName, type Cell } from "../../../../src/cells";
import type { CellStyle, ModelCell, ModelChart, ModelRow, PrintSetup, SheetModel } from "../../../../src/sheets";
import { serialOfDate } from "../formula/functions";
import { mapReferences } from "../formula/references";
import { areaOfFormula } from "../objects/places";
import type { HostBook } from "../state/book";
import type { HostChart } from "../state/chart";
import type { Link } from "../state/grid";
import type { HostSheet } from "../state/sheet";
import { plain, type Line, type Side, type Style } from "../state/style";
import { charactersOf } from "../state/widths";

/** Keys of the sheets where a generation is prepared, of the user's copies: no documents. */
const internal = /^(aside|prepare|gone|copie):/;

/** The sheets of a workbook that are documents of ours, in the order of their tabs: one a key, the first that was there. */
export function generatedSheets(book: HostBook): HostSheet[] {
  const first = new Map<string, HostSheet>();
  for (const sheet of book.sheets) {
    const { key } = sheet;
    if (key === null || internal.test(key)) continue;
    const known = first.get(key);
    if (known === undefined || sheet.id < known.id) first.set(key, sheet);
  }
  const found = new Set(first.values());
  return book.sheets.filter((sheet) => found.has(sheet));
}

/**
 * The generated sheets read back as what the documents are made of. Throws where a sheet has what no document has, which
 * a file could not say: a generation that was not drawn as it should.
 */
export function generatedModels(book: HostBook): SheetModel[] {
  book.calculation.update();
  return generatedSheets(book).map(modelOf);
}

function modelOf(sheet: HostSheet): SheetModel {
  const print = printOf(sheet);
  const [chart, another] = sheet.charts;
  if (another !== undefined) throw new Error(`« ${sheet.name} » has more than one chart.`);
  return {
    key: sheet.key!,
    name: sheet.name,
    widths: widthsOf(sheet),
    rows: sheetRows(sheet, print.area.lastRow),
    freeze: sheet.freeze,
    print,
    chart: chart === undefined ? null : chartOf(chart),
    names: namesOf(sheet),
    tabColor: sheet.tabColor,
  };
}

function widthsOf({ columnWidths, name }: HostSheet): number[] {
  const last = Math.max(-1, ...columnWidths.keys());
  return Array.from({ length: last + 1 }, (_, column) => {
    const points = columnWidths.get(column);
    if (points === undefined) throw new Error(`« ${name} »: column ${column + 1} has no width.`);
    return charactersOf(points);
  });
}

/** The rows of a sheet as models have them, at least as many as are printed. */
export function sheetRows(sheet: HostSheet, lastPrinted: number): ModelRow[] {
  const used = sheet.grid.used(true);
  const last = Math.max(lastPrinted, used?.bottom ?? -1, ...sheet.rowHeights.keys());
  const right = used?.right ?? -1;
  return Array.from({ length: last + 1 }, (_, row) => {
    const cells = Array.from({ length: right + 1 }, (_, column) => cellOf(sheet, row, column));
    const height = sheet.rowHeights.get(row);
    return { cells: withoutBlanks(cells), ...(height === undefined ? {} : { height }) };
  });
}

function withoutBlanks(cells: readonly (ModelCell | null)[]): (ModelCell | null)[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === null) length--;
  return cells.slice(0, length);
}

function cellOf(sheet: HostSheet, row: number, column: number): ModelCell | null {
  const { grid, book } = sheet;
  const formula = grid.formula(row, column);
  const value = grid.value(row, column);
  const style = grid.style(row, column);
  const link = grid.linkAt(row, column);
  if (value === null && formula === undefined && style === plain && link === undefined) return null;
  return {
    value: valueOf(value, style, formula !== undefined, book.date1904),
    ...(formula === undefined ? {} : { formula: quoted(formula.text) }),
    ...(style === plain ? {} : { style: styleOf(style) }),
    ...(link === undefined ? {} : { link: linkOf(link) }),
  };
}

/**
 * Excel keeps fifteen figures: what the addition of binary fractions leaves behind them is not shown. A date is a serial
 * of 1900 in a model, and of the workbook's own system here.
 */
function valueOf(value: Cell, style: Style, isResult: boolean, date1904: boolean): ModelCell["value"] {
  if (value instanceof CellError) return value.code;
  if (typeof value !== "number") return value;
  const isDate = style.numberFormat.includes("yyyy");
  if (isResult) return Number(value.toPrecision(15));
  return isDate && date1904 ? Math.round((value + serialOfDate(1904, 1, 1)) * 1e9) / 1e9 : value;
}

/** Models quote every sheet name; Excel only those that need it. */
function quoted(formula: string): string {
  return mapReferences(formula, ({ sheet, cells }) =>
    sheet === null || sheet === "#REF" ? null : `${quoteSheetName(sheet)}!${cells}`,
  );
}

const known = new WeakMap<Style, CellStyle>();
const aligns: Readonly<Record<string, CellStyle["align"]>> = { Left: "left", Center: "center", Right: "right" };
const verticals: Readonly<Record<string, CellStyle["vertical"]>> = { Top: "top", Center: "center" };

/** One object for each look, as documents have them. */
function styleOf(style: Style): CellStyle {
  let result = known.get(style);
  if (result === undefined) known.set(style, (result = readStyle(style)));
  return result;
}

function readStyle(style: Style): CellStyle {
  const { bold, italic, underline, size, color, fill, numberFormat, wrap, indent } = style;
  const align = aligns[style.horizontal];
  const vertical = verticals[style.vertical];
  if (style.fontName !== null) throw new Error(`A document has the workbook's own font, not ${style.fontName}.`);
  const borders = (Object.entries(style.borders) as [Side, Line][]).map(([side, line]) => [side, lineOf(line)]);
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline === "None" ? {} : { underline: true }),
    ...(size === null ? {} : { size }),
    ...(color === null ? {} : { color }),
    ...(fill === null ? {} : { fill }),
    ...(numberFormat === "General" ? {} : { numberFormat }),
    ...(align === undefined ? {} : { align }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap ? { wrap } : {}),
    ...(indent === 0 ? {} : { indent }),
    ...(borders.length === 0 ? {} : { borders: Object.fromEntries(borders) as NonNullable<CellStyle["borders"]> }),
  };
}

type ModelLine = "thin" | "medium" | "double" | "hair";
const modelLines: Readonly<Record<string, ModelLine>> = {
  "Continuous Thin": "thin",
  "Continuous Medium": "medium",
  "Continuous Hairline": "hair",
  "Double Thick": "double",
};

function lineOf({ style, weight }: Line): ModelLine {
  const line = modelLines[`${style} ${weight}`];
  if (line === undefined) throw new Error(`No document has a border ${style} ${weight}.`);
  return line;
}

function linkOf({ address, place, tip }: Link): NonNullable<ModelCell["link"]> {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(place ?? "");
  if (match === null) throw new Error(`The link to ${String(place)} leads to no cell.`);
  return {
    ...(address === null ? {} : { file: decodeURIComponent(address) }),
    sheet: match[1]?.replaceAll("''", "'") ?? match[2]!,
    cell: match[3]!,
    ...(tip === null ? {} : { tip }),
  };
}

const inches = (points: number): number => Math.round((points / 72) * 1e6) / 1e6;

function printOf({ page, rowBreaks, name }: HostSheet): PrintSetup {
  const { zoom, margins, texts, printArea } = page;
  const [area] = printArea ?? [];
  if (page.paperSize !== "A4" || zoom.horizontalFitToPages !== 1)
    throw new Error(`« ${name} » is not printed on A4, one page wide.`);
  if (area === undefined || area.top !== 0 || area.left !== 0)
    throw new Error(`« ${name} » has no print area from A1 on.`);
  return {
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    area: { lastRow: area.bottom, lastColumn: area.right },
    titleRows: page.titleRows,
    header: [texts.leftHeader, texts.centerHeader, texts.rightHeader],
    footer: [texts.leftFooter, texts.centerFooter, texts.rightFooter],
    breaksBefore: [...rowBreaks].sort((a, b) => a - b),
    onePage: zoom.verticalFitToPages === 1,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(margins.header),
      footer: inches(margins.footer),
    },
  };
}

function chartOf(chart: HostChart): ModelChart {
  const { series, sheet, anchor } = chart;
  const categories = series[0]?.categories;
  const isOurs =
    chart.type === "BarStacked" &&
    chart.legend === "Bottom" &&
    chart.reverseCategories &&
    series.every(({ gapWidth, overlap, color }) => gapWidth === 50 && overlap === 100 && color !== null);
  if (!isOurs || categories == null)
    throw new Error(`The chart of « ${sheet.name} » is not drawn as those of documents.`);
  const rows = { firstRow: categories.top, lastRow: categories.bottom };
  for (const one of series)
    if (
      one.values?.top !== rows.firstRow ||
      one.values.bottom !== rows.lastRow ||
      one.categories?.top !== rows.firstRow
    )
      throw new Error(`The chart of « ${sheet.name} »: « ${one.name} » is not of the same rows.`);
  return {
    kind: "bar-stacked",
    title: chart.title,
    categories: { column: categories.left, ...rows },
    series: series.map(({ name, values, color }) => ({ title: name, column: values!.left, color: color! })),
    anchor,
    altText: chart.altText ?? "",
  };
}

function namesOf(sheet: HostSheet): SheetModel["names"] {
  return sheet.book.names.flatMap(({ name, formula }) => {
    const area = name.toUpperCase().startsWith("ORDICLASSE_") ? areaOfFormula(sheet.book, formula) : null;
    return area?.sheet === sheet ? [{ name, row: area.top, column: area.left }] : [];
  });
}
