import { CellError, remembered, shift1904, type Cell, type SheetCells } from "../../cells";
import { shownBy, type Shown } from "../cell-content";
import { GatheredFacts } from "../gathered-facts";
import { filteredRowsOf, trimRows } from "../opened-workbook";
import { pause, readAreas, type Area } from "./requests";
import type { SheetShape } from "./sheet-shape";
import { idsOf, type SheetState, type WorkbookState } from "./workbook-state";

/** Rows of a block as Excel gives them: values, and formats where dates have to be told. */
export interface RawRows {
  readonly values: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[] | null;
}

/** Tells whether a cell holds an error, by its place in the rows. */
type IsError = (row: number, column: number) => boolean;

/** Queues the values of a sheet's block, and their formats when dates have to be told. */
export function askRows(range: Excel.Range, sheet: SheetState, state: WorkbookState): () => RawRows | null {
  // Our own sheets of a workbook that counts from 1904: models count from 1900, and so does what is read back of them.
  const needsFormats = state.date1904 && sheet.key !== null;
  range.load(needsFormats ? "values,numberFormat" : "values");
  return () => {
    // Excel on the web may give nothing, without an error, for what is too large.
    if (range.values === null) return null;
    return { values: range.values, numberFormats: needsFormats ? range.numberFormat : null };
  };
}

/** A few milliseconds of work. */
const rowsBetweenPauses = 5000;

/** Returns the core's view of a sheet. Long sheets let the page breathe. */
export async function sheetCells(
  shape: SheetShape,
  parts: readonly RawRows[],
  isError: IsError,
  file: string,
): Promise<SheetCells> {
  let rows: Cell[][] = [];
  for (const part of parts) {
    const top = rows.length;
    for (let from = 0; from < part.values.length; from += rowsBetweenPauses) {
      rows = rows.concat(takeRows(part, (row, column) => isError(top + row, column), from, from + rowsBetweenPauses));
      if (part.values.length > rowsBetweenPauses) await pause();
    }
  }
  trimRows(rows);
  const { sheet, merges, tables, filters, hiddenColumns } = shape;
  const hiddenRows = new Set([...shape.hiddenRows].filter((row) => row < rows.length));
  return {
    file,
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: rows.length === 0 ? new Set() : hiddenColumns,
    filtered: filteredRowsOf(hiddenRows, filters).size > 0,
    tables,
    generatedKey: sheet.key,
  };
}

/**
 * Returns the core's cells of the rows `from` (included) to `to` (left out); an empty text is a blank. With formats (our own
 * sheets of a 1904 workbook), dates become serials of the 1900 system, as models count them.
 */
export function takeRows({ values, numberFormats }: RawRows, isError: IsError, from = 0, to = values.length): Cell[][] {
  return values.slice(from, to).map((row, index) =>
    row.map((value, c): Cell => {
      const r = from + index;
      if (value === "" || value === null || value === undefined) return null;
      if (looksLikeError(value) && isError(r, c)) return new CellError(String(value));
      if (typeof value === "number")
        return numberFormats !== null && shownBy(String(numberFormats[r]?.[c])) === "date" ? value + shift1904 : value;
      return typeof value === "boolean" ? value : String(value);
    }),
  );
}

/** Returns whether a value is a text that Excel may give for an error: one typed so is told from it by its type alone. */
function looksLikeError(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/** Returns which cells are errors, by the types that were asked; `top`, `left`: where these begin. */
export function errorsIn(valueTypes: readonly (readonly string[])[], top = 0, left = 0): IsError {
  return (row, column) => valueTypes[row - top]?.[column - left] === "Error";
}

/** A type takes some ten bytes of the 5 MB of an answer. */
const typesPerAnswer = 200_000;

/**
 * Reads which cells of each sheet are errors. Types are asked where a text starts as an error does, and nowhere else: they
 * would lengthen every answer by half.
 */
export async function readErrors(
  state: WorkbookState,
  sheets: readonly { readonly parts: readonly RawRows[] }[],
): Promise<IsError[]> {
  const found = sheets.map((): IsError[] => []);
  const areas = sheets.flatMap(({ parts }, sheet) => areaOfErrors(parts, sheet));
  await readAreas(idsOf(state), areas, {
    cellsPerAnswer: typesPerAnswer,
    ask: (range) => {
      range.load("valueTypes");
      return () => range.valueTypes;
    },
    take: (read, types) =>
      read.forEach(({ sheet, top, left }, index) => found[sheet]!.push(errorsIn(types[index]!, top, left))),
  });
  return found.map((errors) => (row, column) => errors.some((isError) => isError(row, column)));
}

/** Returns the smallest area that holds all that looks like an error, if anything does. */
function areaOfErrors(parts: readonly RawRows[], sheet: number): Area[] {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  let row = 0;
  for (const { values } of parts)
    for (const cells of values) {
      for (let column = 0; column < cells.length; column++)
        if (looksLikeError(cells[column])) {
          [top, bottom] = [Math.min(top, row), row];
          [left, right] = [Math.min(left, column), Math.max(right, column)];
        }
      row++;
    }
  return bottom < 0 ? [] : [{ sheet, top, left, rows: bottom - top + 1, columns: right - left + 1 }];
}

interface BlockRead {
  readonly formats: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** Whether its characters are struck through; null where some are. */
  readonly struck: boolean | null;
}

/** Formats and formulas are longer than values: what an answer of 5 MB at most holds as a rule. */
const cellsPerAnswer = 80_000;
/** An object for each cell is longer still. */
const cellsPerLooks = 10_000;

/**
 * Reads what the numbers of sheets are beyond their values: how they are shown, and by which formulas they come; null for a
 * sheet of ours, which is no source. Only the columns that hold numbers are asked, in one request when they are not many.
 * Excel computes: no formula lacks its result.
 */
export async function readFacts(
  state: WorkbookState,
  sheets: readonly SheetCells[],
): Promise<(GatheredFacts | null)[]> {
  const gatherers = sheets.map((sheet) => new FactsGatherer(sheet));
  const areas = sheets.flatMap((sheet, index) => (sheet.generatedKey === null ? blocksOf(sheet, index) : []));
  await readAreas(idsOf(state), areas, {
    cellsPerAnswer,
    ask: askBlock,
    take: async (blocks, read) => {
      for (const [index, block] of blocks.entries()) await gatherers[block.sheet]!.take(block, read[index]!);
      const mixed = blocks.filter((_, index) => read[index]!.struck === null);
      await readStruck(state, mixed, gatherers);
    },
  });
  return sheets.map(({ generatedKey }, index) => (generatedKey === null ? gatherers[index]!.facts : null));
}

function askBlock(range: Excel.Range): () => BlockRead | null {
  range.load("numberFormat,formulas,format/font/strikethrough");
  return () => {
    const { numberFormat: formats, formulas, format } = range;
    // Excel on the web may give nothing, without an error, for what is too large.
    return formats === null || formulas === null ? null : { formats, formulas, struck: format.font.strikethrough };
  };
}

/** Reads which numbers are struck through of blocks when some are and others not: cell by cell. */
function readStruck(state: WorkbookState, mixed: readonly Area[], gatherers: readonly FactsGatherer[]): Promise<void> {
  return readAreas(idsOf(state), mixed, {
    cellsPerAnswer: cellsPerLooks,
    ask: (range) => answerOf(range.getCellProperties({ format: { font: { strikethrough: true } } })),
    take: (blocks, looks) => blocks.forEach((block, index) => gatherers[block.sheet]!.takeLooks(block, looks[index]!)),
  });
}

function answerOf<T>(result: OfficeExtension.ClientResult<T>): () => T {
  return () => result.value;
}

/** Returns the columns that hold numbers, side by side ones together, from their first number to their last. */
function blocksOf({ rows }: SheetCells, sheet: number): Area[] {
  const ends: ({ first: number; last: number } | undefined)[] = [];
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (typeof cell !== "number") return;
      const known = ends[column];
      if (known === undefined) ends[column] = { first: row, last: row };
      else known.last = row;
    }),
  );
  const blocks: Area[] = [];
  for (let left = 0; left < ends.length; left++) {
    if (ends[left] === undefined) continue;
    let right = left;
    while (ends[right + 1] !== undefined) right++;
    const side = ends.slice(left, right + 1).map((end) => end!);
    const top = side.reduce((least, { first }) => Math.min(least, first), side[0]!.first);
    const bottom = side.reduce((most, { last }) => Math.max(most, last), side[0]!.last);
    blocks.push({ sheet, top, left, rows: bottom - top + 1, columns: right - left + 1 });
    left = right;
  }
  return blocks;
}

/** Gathers what is known of the numbers of a sheet. */
class FactsGatherer {
  readonly facts = new GatheredFacts();
  /** A sheet has few formats, and each of its numbers one. */
  private readonly shown = new Map<unknown, Shown>();

  constructor(private readonly sheet: SheetCells) {}

  /** Takes what is known of a block; the page breathes between slices of a long one. */
  async take(block: Area, { formats, formulas, struck }: BlockRead): Promise<void> {
    for (let r = 0; r < block.rows; r++) {
      if (r % rowsBetweenPauses === rowsBetweenPauses - 1) await pause();
      for (let c = 0; c < block.columns; c++) {
        const [row, column] = [block.top + r, block.left + c];
        if (!this.isNumber(row, column)) continue;
        this.facts.addShown(row, column, this.shownBy(formats[r]?.[c]));
        if (struck === true) this.facts.struck.add(row, column);
        const formula = formulas[r]?.[c];
        if (typeof formula === "string" && formula.startsWith("="))
          this.facts.addFormula(row, column, formula.slice(1), true);
      }
    }
  }

  takeLooks(block: Area, looks: readonly (readonly Excel.CellProperties[])[]): void {
    looks.forEach((cells, r) =>
      cells.forEach(({ format }, c) => {
        const [row, column] = [block.top + r, block.left + c];
        if (format?.font?.strikethrough === true && this.isNumber(row, column)) this.facts.struck.add(row, column);
      }),
    );
  }

  private isNumber(row: number, column: number): boolean {
    return typeof this.sheet.rows[row]?.[column] === "number";
  }

  private shownBy(format: unknown): Shown {
    return remembered(this.shown, format, () => shownBy(String(format)));
  }
}
