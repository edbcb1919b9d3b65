import { quoteSheetName } from "../../cells";
import type { ModelCell, SheetModel } from "../../documents";
import { shiftFormula } from "../addresses";
import { contentOf, valueIn, type Content } from "../cell-content";
import { Abort } from "./excel-faults";
import type { Check } from "./requests";
import type { Placed } from "./style-areas";

/** Stacks models on the one sheet where the new content is built: one below the other, a blank row between. */
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

/** What an action weighs on the wire, its paths included. */
export const bytesPerAction = 200;
/** Of a blank one: `"General",` among the formats, `"",` among the formulas. */
const bytesPerCell = 14;

/** Returns the bytes that a model takes to write, roughly, on the high side. */
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

/** Rows of a model that are written at a stretch. */
interface Band {
  readonly placed: Placed;
  readonly rows: SheetModel["rows"];
  /** Zero-based, in the model. */
  readonly from: number;
  readonly width: number;
}

/** What the library sends in one piece. */
const cellsPerBand = 1500;

/** Returns the rows of a model, cut so that a long one does not keep the page busy. */
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
 * Writes cells of a model where they are built. Links first, because Excel dresses a linked cell and fills it; then
 * formats, before the texts that they keep from being taken for numbers; then contents. Returns the comparison with what Excel took.
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

/** Returns whether cells hold what was expected; null stands for a formula, whatever it says. */
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
    // With an address and a place apart, the place may be lost.
    ...(file === undefined ? { documentReference: place } : { address: `${file.replaceAll("#", "%23")}#${place}` }),
    ...(tip === undefined ? {} : { screenTip: tip }),
  };
}

/** Where a cell is written: how many rows below its place, and in a workbook of which date system. */
interface Writing {
  readonly offset: number;
  readonly date1904: boolean;
}

const textFormat = "@";

/** Returns what is given to Excel's `formulas` for a cell; an empty text for a blank. */
export function inputOf(cell: ModelCell | null, { offset, date1904 }: Writing): Content {
  if (cell === null) return "";
  if (cell.formula !== undefined) return `=${shiftFormula(cell.formula, offset)}`;
  const value = valueIn(cell, date1904);
  if (typeof value !== "string") return value ?? "";
  return cell.style?.numberFormat !== textFormat && isConvertible(value) ? `'${value}` : value;
}

/** Returns what Excel's `formulas` has to say afterwards: null for a formula, which Excel may spell in its own way. */
export function expectedContent(cell: ModelCell | null, date1904: boolean): Content | null {
  return cell?.formula === undefined ? contentOf(cell, date1904) : null;
}

export function numberFormatOf(cell: ModelCell | null): string {
  return cell?.style?.numberFormat ?? "General";
}

const signs = /^\s*[=+\-@'#]/;
const words = /^\s*(true|false|vrai|faux)\s*$/i;
/** Nothing longer passes for a number, a date or a time in any language of Excel. */
const longestConvertible = { words: 4, characters: 40 };

/** Returns whether Excel would take a text for a formula, a number, a date, a boolean or an error: it needs an apostrophe. */
export function isConvertible(text: string): boolean {
  if (signs.test(text) || words.test(text)) return true;
  return (
    /\d/.test(text) &&
    text.length <= longestConvertible.characters &&
    text.trim().split(/\s+/).length <= longestConvertible.words
  );
}
