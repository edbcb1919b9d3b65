import { quoteSheetName } from "../../cells";
import type { ModelCell, SheetModel } from "../../documents";
import { shiftFormula } from "../addresses";
import { contentOf, valueIn, type Content } from "../cell-content";
import { Abort } from "./excel-faults";
import type { Check } from "./requests";
import type { Placed } from "./style-areas";

/** Places models on the staging sheet, one below the other with a blank row between. */
export function stack(models: readonly SheetModel[]): Placed[] {
  let next = 0;
  return models.map((model) => {
    const top = next;
    next += model.rows.length + 1;
    return { model, top };
  });
}

export function columnsOf({ rows }: SheetModel): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 1);
}

/** The approximate size of an operation in a request, its object paths included. */
export const bytesPerAction = 200;
/** The size of a blank cell: `"General",` among the formats, `"",` among the formulas. */
const bytesPerCell = 14;

/** Returns an upper estimate of the bytes needed to write a model. */
export function weightOf({ rows }: SheetModel): number {
  let bytes = 20 * bytesPerAction;
  for (const { cells } of rows)
    for (const cell of cells) {
      bytes += bytesPerCell;
      if (cell === null) continue;
      bytes += cell.formula?.length ?? (typeof cell.value === "string" ? 2 * cell.value.length : 12);
      bytes += cell.style?.numberFormat?.length ?? 0;
      if (cell.link !== undefined) bytes += 3 * bytesPerAction;
    }
  return bytes;
}

/** Consecutive rows of a model that are written together. */
interface Band {
  readonly placed: Placed;
  readonly rows: SheetModel["rows"];
  /** Zero-based first row, in the model. */
  readonly from: number;
  readonly width: number;
}

/** The number of cells that the library serialises at once. */
const cellsPerBand = 1500;

/** Returns the rows of a model in bands, so that a long one does not block the page. */
export function bandsOf(placed: Placed): Band[] {
  const { model } = placed;
  const width = columnsOf(model);
  const height = Math.max(1, Math.floor(cellsPerBand / width));
  const bands: Band[] = [];
  for (let from = 0; from < model.rows.length; from += height)
    bands.push({ placed, rows: model.rows.slice(from, from + height), from, width });
  return bands;
}

/**
 * Writes cells of a model on the staging sheet. Links come first, because Excel formats and fills a linked cell; then
 * number formats, which keep texts from being converted; then contents. Returns the check of what Excel took.
 */
export function writeCells(stage: Excel.Worksheet, { placed, rows, from, width }: Band, date1904: boolean): Check {
  const { model, top } = placed;
  const range = stage.getRangeByIndexes(top + from, 0, rows.length, width);
  rows.forEach(({ cells }, row) =>
    cells.forEach((cell, column) => {
      if (cell?.link !== undefined) stage.getCell(top + from + row, column).hyperlink = hyperlinkOf(cell.link);
    }),
  );
  const writing = { offset: top, date1904 };
  range.numberFormat = matrixOf(rows, width, numberFormatOf);
  range.formulas = matrixOf(rows, width, (cell) => inputOf(cell, writing));
  const taken = range.load("formulas");
  const contents = matrixOf(rows, width, (cell) => expectedContent(cell, date1904));
  return () => {
    if (!isSameContent(contents, taken.formulas as unknown[][])) throw Abort.at("office-not-taken", model.name);
  };
}

/** Returns whether cells hold the expected contents; null stands for any formula. */
export function isSameContent(
  expected: readonly (readonly (Content | null)[])[],
  found: readonly (readonly unknown[])[],
): boolean {
  return expected.every((row, r) =>
    row.every((content, c) => {
      const cell = found[r]?.[c] ?? "";
      return content === null ? typeof cell === "string" && cell.startsWith("=") : cell === content;
    }),
  );
}

function matrixOf<T>(rows: SheetModel["rows"], width: number, take: (cell: ModelCell | null) => T): T[][] {
  return rows.map(({ cells }) => Array.from({ length: width }, (_, column) => take(cells[column] ?? null)));
}

function hyperlinkOf({ file, sheet, cell, tip }: NonNullable<ModelCell["link"]>): Excel.RangeHyperlink {
  const place = `${quoteSheetName(sheet)}!${cell}`;
  return {
    // With both an address and a place, the place may be lost.
    ...(file === undefined ? { documentReference: place } : { address: `${file.replaceAll("#", "%23")}#${place}` }),
    ...(tip === undefined ? {} : { screenTip: tip }),
  };
}

/** How a cell is written: the number of rows by which it is shifted, and the date system of the workbook. */
interface Writing {
  readonly offset: number;
  readonly date1904: boolean;
}

const textFormat = "@";

/** Returns the value for Excel's `formulas`; an empty text for a blank. */
export function inputOf(cell: ModelCell | null, { offset, date1904 }: Writing): Content {
  if (cell === null) return "";
  if (cell.formula !== undefined) return `=${shiftFormula(cell.formula, offset)}`;
  const value = valueIn(cell, date1904);
  if (typeof value !== "string") return value ?? "";
  return cell.style?.numberFormat !== textFormat && isConvertible(value) ? `'${value}` : value;
}

/** Returns the value that Excel's `formulas` must then have; null for a formula, which Excel may spell differently. */
export function expectedContent(cell: ModelCell | null, date1904: boolean): Content | null {
  return cell?.formula === undefined ? contentOf(cell, date1904) : null;
}

export function numberFormatOf(cell: ModelCell | null): string {
  return cell?.style?.numberFormat ?? "General";
}

const signs = /^\s*[=+\-@'#]/;
const words = /^\s*(true|false|vrai|faux)\s*$/i;
/** Longer texts are no number, date or time in any language of Excel. */
const longestConvertible = { words: 4, characters: 40 };

/** Returns whether Excel would convert a text to another type, so that it needs an apostrophe. */
export function isConvertible(text: string): boolean {
  if (signs.test(text) || words.test(text)) return true;
  return (
    /\d/.test(text) &&
    text.length <= longestConvertible.characters &&
    text.trim().split(/\s+/).length <= longestConvertible.words
  );
}
