import { remembered, type SheetCells } from "../../cells";
import { shownBy, type Shown } from "../cell-content";
import { NumberFacts } from "../opened-workbook";
import { pause, readAreas, type Area } from "./requests";
import { idsOf, type WorkbookState } from "./workbook-state";

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
/** A few milliseconds of work. */
const rowsBetweenPauses = 5000;

/**
 * Reads what the numbers of sheets are beyond their values: how they are shown, and by which formulas they come; null for a
 * sheet of ours, which is no source. Only the columns that hold numbers are asked, in one request where they are not many.
 * Excel computes: no formula lacks its result.
 */
export async function readFacts(state: WorkbookState, sheets: readonly SheetCells[]): Promise<(NumberFacts | null)[]> {
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

/** Reads which numbers are struck through of blocks where some are and others not: cell by cell. */
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
  readonly facts = new NumberFacts();
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
        this.facts.addLook(row, column, this.shownBy(formats[r]?.[c]), struck === true);
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
