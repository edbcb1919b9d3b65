import { CellError, quoteSheetName, type Cell } from "../../../../src/cells";
import { hairColor, type CellStyle, type ModelCell } from "../../../../src/documents";
import type { ModelRow } from "../../../../src/documents/kit/model";
import { serialOfDate } from "../formula/functions";
import { mapReferences } from "../formula/references";
import type { Link } from "../state/cell";
import type { HostSheet } from "../state/sheet";
import { plain, type Line, type Side, type Style } from "../state/style";

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
  const span = spanAt(sheet, row, column);
  return {
    value: valueOf(value, style, formula !== undefined, book.date1904),
    ...(formula === undefined ? {} : { formula: quoted(formula.text) }),
    ...(style === plain ? {} : { style: styleOf(style) }),
    ...(span === 1 ? {} : { span }),
    ...(link === undefined ? {} : { link: linkOf(link) }),
  };
}

/** How many columns a cell goes over. Throws where documents have none such. */
function spanAt({ merges, name }: HostSheet, row: number, column: number): number {
  const block = merges.find(({ top, left }) => top === row && left === column);
  if (block === undefined) return 1;
  if (block.bottom !== row) throw new Error(`« ${name} »: cells of several rows are merged.`);
  return block.right - column + 1;
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

function lineOf({ style, weight, color }: Line): ModelLine {
  const line = modelLines[`${style} ${weight}`];
  if (line === undefined || (color?.slice(-6) ?? null) !== (line === "hair" ? hairColor : null))
    throw new Error(`No document has a border ${style} ${weight} ${color}.`);
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
