import { remembered, type CellFacts, type SheetCells } from "../../cells";
import { shownBy, type Shown } from "../cell-content";
import { GatheredFacts } from "../gathered-facts";
import type { RegionQuestion } from "./mark-regions";
import { MarkSearch } from "./mark-search";
import { askMarks, type MarkAnswer, type MarkValues } from "./read-marks";
import { pause, readAreas, type Area } from "./requests";
import { idsOf, type WorkbookState } from "./workbook-state";

interface NumbersRead {
  readonly formats: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** A block of columns that hold numbers. */
interface NumbersQuestion extends Area {
  readonly about: "numbers";
}

type Question = NumbersQuestion | RegionQuestion;

/** Formats and formulas are longer than values: as a rule an answer of 5 MB holds this many. */
const cellsPerAnswer = 80_000;
/** An answer about a row or a cell takes as much as this many cells. */
const cellsPerObject = 4;
/** A question and the envelope of its answer take as much as this many cells. */
const cellsPerQuestion = 12;
const rowsBetweenPauses = 5000;

/**
 * Reads the facts of the cells of sheets: number formats, formulas and marks. Null for a generated sheet, which is no
 * source. One request as a rule: only columns that hold numbers are read, and marks only where the first rows (`heads`)
 * hold mixed ones; two or three more for the marks of long sheets, and more when very much is struck through. In Excel,
 * every formula has a result.
 */
export async function readFacts(
  state: WorkbookState,
  sheets: readonly SheetCells[],
  heads: readonly (readonly MarkValues[])[],
): Promise<(Omit<CellFacts, "filteredRows" | "comments"> | null)[]> {
  const gatherers = sheets.map((sheet) => (sheet.generatedKey === null ? new NumbersGatherer(sheet) : null));
  const marked = (gatherer: NumbersGatherer | null, index: number) =>
    gatherer === null ? null : { cells: sheets[index]!, facts: gatherer.facts, head: heads[index]! };
  const search = new MarkSearch(gatherers.map(marked));
  const numbers = sheets.flatMap((sheet, index) => (gatherers[index] === null ? [] : numbersIn(sheet, index)));
  let questions: Question[] = [...numbers, ...(await search.next())];
  while (questions.length > 0) {
    await readAreas<NumbersRead | MarkAnswer, Question>(idsOf(state), questions, {
      cellsPerAnswer,
      weigh,
      isOne: ({ about }) => about === "band" || about === "column",
      ask: (range, question) => (question.about === "numbers" ? askNumbers(range) : askMarks(range, question)),
      take: async (asked, read) => {
        for (const [index, question] of asked.entries())
          if (question.about === "numbers") await gatherers[question.sheet]!.take(question, read[index] as NumbersRead);
          else search.take(question, read[index] as MarkAnswer);
      },
    });
    questions = await search.next();
  }
  return sheets.map((_, index) => search.factsOf(index));
}

/** Returns the size of the answer to a question, in cells whose format and formula are read. */
function weigh({ about, rows, columns }: Question): number {
  if (about === "numbers") return rows * columns;
  return cellsPerQuestion + cellsPerObject * { band: 1, column: 1, rows, cells: rows * columns }[about];
}

function askNumbers(range: Excel.Range): () => NumbersRead | null {
  range.load("numberFormat,formulas");
  return () => {
    const { numberFormat: formats, formulas } = range;
    // Excel on the web may return nothing, without an error, when an answer is too large.
    return formats === null || formulas === null ? null : { formats, formulas };
  };
}

/** Returns the columns that hold numbers, adjacent ones together, from their first number to their last. */
function numbersIn({ rows }: SheetCells, sheet: number): NumbersQuestion[] {
  const ends: ({ first: number; last: number } | undefined)[] = [];
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (typeof cell !== "number") return;
      const known = ends[column];
      if (known === undefined) ends[column] = { first: row, last: row };
      else known.last = row;
    }),
  );
  const blocks: NumbersQuestion[] = [];
  for (let left = 0; left < ends.length; left++) {
    if (ends[left] === undefined) continue;
    let right = left;
    while (ends[right + 1] !== undefined) right++;
    const side = ends.slice(left, right + 1).map((end) => end!);
    const top = side.reduce((least, { first }) => Math.min(least, first), side[0]!.first);
    const bottom = side.reduce((most, { last }) => Math.max(most, last), side[0]!.last);
    blocks.push({ about: "numbers", sheet, top, left, rows: bottom - top + 1, columns: right - left + 1 });
    left = right;
  }
  return blocks;
}

/** Gathers the facts about the numbers of a sheet. */
class NumbersGatherer {
  readonly facts = new GatheredFacts();
  /** What each number format shows: a sheet has few of them. */
  private readonly shown = new Map<unknown, Shown>();

  constructor(private readonly sheet: SheetCells) {}

  /** Records the formats and formulas of a block; pauses in a long one so that the page stays responsive. */
  async take(block: Area, { formats, formulas }: NumbersRead): Promise<void> {
    for (let r = 0; r < block.rows; r++) {
      if (r % rowsBetweenPauses === rowsBetweenPauses - 1) await pause();
      for (let c = 0; c < block.columns; c++) {
        const [row, column] = [block.top + r, block.left + c];
        if (typeof this.sheet.rows[row]?.[column] !== "number") continue;
        this.facts.addShown(row, column, this.shownBy(formats[r]?.[c]));
        const formula = formulas[r]?.[c];
        if (typeof formula === "string" && formula.startsWith("="))
          this.facts.addFormula(row, column, formula.slice(1), true);
      }
    }
  }

  private shownBy(format: unknown): Shown {
    return remembered(this.shown, format, () => shownBy(String(format)));
  }
}
