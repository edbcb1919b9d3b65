import { isSum, CellSet, placeKey, type CellFacts, type SheetCells } from "../../cells";
import { shownBy, type Shown } from "../cell-content";
import { codeOfFault } from "./faults";
import { request } from "./requests";
import type { WorkbookState } from "./workbook-state";

/** A block of a sheet that holds numbers, zero-based. */
interface Block {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

interface BlockRead {
  readonly formats: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** Whether its characters are struck through; null where some are. */
  readonly struck: boolean | null;
}

/** What is known of each sheet's numbers, by its place; null for one of ours, which is no source. */
export type NumberFacts = Omit<CellFacts, "filteredRows">;

/** Formats and formulas are longer than values: what an answer of 5 MB at most holds as a rule. */
const cellsPerAnswer = 80_000;
/** An object for each cell is longer still. */
const cellsPerLooks = 10_000;

/**
 * What the numbers of sheets are beyond their values: how they are shown, and by which formulas they come. Only the columns
 * that hold numbers are asked, in one request where they are not many. Excel computes: no formula lacks its result.
 */
export async function readFacts(state: WorkbookState, sheets: readonly SheetCells[]): Promise<(NumberFacts | null)[]> {
  const takers = sheets.map((sheet) => (sheet.generatedKey === null ? new Taker(sheet) : null));
  const waiting = sheets.flatMap((sheet, index) => (sheet.generatedKey === null ? blocksOf(sheet, index) : []));
  let most = cellsPerAnswer;
  while (waiting.length > 0) {
    const blocks = cut(waiting, most);
    const read = await readBlocks(state, blocks);
    if (read === null) {
      waiting.unshift(...blocks);
      most = Math.floor(most / 2);
      continue;
    }
    blocks.forEach((block, index) => takers[block.sheet]!.take(block, read[index]!));
    const mixed = blocks.filter((_, index) => read[index]!.struck === null);
    if (mixed.length > 0) await readStruck(state, mixed, takers);
  }
  return takers.map((taker) => taker?.facts ?? null);
}

/** The columns that hold numbers, side by side ones together, from their first number to their last. */
function blocksOf({ rows }: SheetCells, sheet: number): Block[] {
  const ends: ({ first: number; last: number } | undefined)[] = [];
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (typeof cell !== "number") return;
      const known = ends[column];
      if (known === undefined) ends[column] = { first: row, last: row };
      else known.last = row;
    }),
  );
  const blocks: Block[] = [];
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

/** Takes the next blocks, or parts of them, for about so many cells: at least one row. */
function cut(waiting: Block[], most: number): Block[] {
  const taken: Block[] = [];
  let room = most;
  while (waiting.length > 0) {
    const block = waiting[0]!;
    const rows = Math.min(block.rows, Math.floor(room / block.columns) || (taken.length === 0 ? 1 : 0));
    if (rows === 0) break;
    taken.push({ ...block, rows });
    room -= rows * block.columns;
    if (rows === block.rows) waiting.shift();
    else waiting[0] = { ...block, top: block.top + rows, rows: block.rows - rows };
  }
  return taken;
}

/** What is asked of each block, or null where the answer would be too long. */
async function readBlocks(state: WorkbookState, blocks: readonly Block[]): Promise<BlockRead[] | null> {
  try {
    const ranges = await request(({ workbook }) =>
      blocks.map(({ sheet, top, left, rows, columns }) => {
        const worksheet = workbook.worksheets.getItem(state.sheets[sheet]!.id);
        const range = worksheet.getRangeByIndexes(top, left, rows, columns);
        return range.load("numberFormat,formulas,format/font/strikethrough");
      }),
    );
    const read = ranges.map(({ numberFormat, formulas, format }) => ({
      formats: numberFormat,
      formulas,
      struck: format.font.strikethrough,
    }));
    // Excel on the web may give nothing, without an error, for what is too large.
    if (read.every(({ formats, formulas }) => formats !== null && formulas !== null)) return read;
  } catch (error) {
    if (codeOfFault(error) !== "ResponsePayloadSizeLimitExceeded") throw error;
  }
  // A row cannot be cut further.
  if (blocks.length === 1 && blocks[0]!.rows === 1)
    throw Object.assign(new Error("A single row is longer than an answer may be."), {
      code: "ResponsePayloadSizeLimitExceeded",
    });
  return null;
}

/** Tells which numbers of blocks are struck through, where some are and others not: cell by cell, a column's part at a time. */
async function readStruck(state: WorkbookState, mixed: readonly Block[], takers: readonly (Taker | null)[]) {
  const waiting = [...mixed];
  while (waiting.length > 0) {
    const blocks = cut(waiting, cellsPerLooks);
    const looks = await request(({ workbook }) =>
      blocks.map(({ sheet, top, left, rows, columns }) => {
        const range = workbook.worksheets.getItem(state.sheets[sheet]!.id).getRangeByIndexes(top, left, rows, columns);
        return range.getCellProperties({ format: { font: { strikethrough: true } } });
      }),
    );
    blocks.forEach((block, index) => takers[block.sheet]!.takeLooks(block, looks[index]!.value));
  }
}

/** Gathers what is known of the numbers of a sheet. */
class Taker {
  private readonly dates = new CellSet();
  private readonly money = new CellSet();
  private readonly formulas = new CellSet();
  private readonly sums = new Map<number, string>();
  private readonly struck = new CellSet();
  /** A sheet has few formats, and each of its numbers one. */
  private readonly shown = new Map<unknown, Shown>();

  constructor(private readonly sheet: SheetCells) {}

  get facts(): NumberFacts {
    const { dates, money, formulas, sums, struck } = this;
    return { dates, money, formulas, withoutResult: new CellSet(), sums, struck };
  }

  take(block: Block, { formats, formulas, struck }: BlockRead): void {
    for (let r = 0; r < block.rows; r++)
      for (let c = 0; c < block.columns; c++) {
        const [row, column] = [block.top + r, block.left + c];
        if (typeof this.sheet.rows[row]?.[column] !== "number") continue;
        const shown = this.shownBy(formats[r]?.[c]);
        if (shown === "date") this.dates.add(row, column);
        else if (shown === "money") this.money.add(row, column);
        if (struck === true) this.struck.add(row, column);
        const formula = formulas[r]?.[c];
        if (typeof formula !== "string" || !formula.startsWith("=")) continue;
        this.formulas.add(row, column);
        if (isSum(formula)) this.sums.set(placeKey(row, column), formula.slice(1));
      }
  }

  takeLooks(block: Block, looks: readonly (readonly Excel.CellProperties[])[]): void {
    looks.forEach((cells, r) =>
      cells.forEach(({ format }, c) => {
        const [row, column] = [block.top + r, block.left + c];
        const isStruck = format?.font?.strikethrough === true && typeof this.sheet.rows[row]?.[column] === "number";
        if (isStruck) this.struck.add(row, column);
      }),
    );
  }

  private shownBy(format: unknown): Shown {
    let shown = this.shown.get(format);
    if (shown === undefined) {
      shown = shownBy(String(format));
      this.shown.set(format, shown);
    }
    return shown;
  }
}
