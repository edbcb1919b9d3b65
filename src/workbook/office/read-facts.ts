import { remembered, type CellFacts, type SheetCells } from "../../cells";
import { shownBy, type Shown } from "../cell-content";
import { GatheredFacts } from "../gathered-facts";
import type { RegionQuestion } from "./mark-regions";
import { MarkSearch } from "./mark-search";
import { askMarks, type MarkAnswer, type Told } from "./read-marks";
import { pause, readAreas, type Area } from "./requests";
import { idsOf, type WorkbookState } from "./workbook-state";

interface NumbersRead {
  readonly formats: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Columns that hold numbers. */
interface NumbersQuestion extends Area {
  readonly about: "numbers";
}

type Question = NumbersQuestion | RegionQuestion;

/** Formats and formulas are longer than values: what an answer of 5 MB at most holds as a rule. */
const cellsPerAnswer = 80_000;
/** An object, of a row or a cell, takes as much as so many of those. */
const cellsPerObject = 4;
/** A question, and its answer but for what it tells, as much as so many. */
const cellsPerQuestion = 12;
const rowsBetweenPauses = 5000;

/**
 * Reads what the cells of sheets are beyond their values: how numbers are shown, and by which formulas they come; how cells are
 * marked. Null for a sheet of ours, which is no source. One request as a rule: only the columns that hold numbers are asked about, and
 * marks where the first rows of a sheet, told before (`heads`), differ; two or three more for the marks of long sheets, and more where
 * very much is struck through. Excel computes: no formula lacks its result.
 */
export async function readFacts(
  state: WorkbookState,
  sheets: readonly SheetCells[],
  heads: readonly (readonly Told[])[],
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

/** Returns what the answer to a question takes, in cells of which formats and formulas are told. */
function weigh({ about, rows, columns }: Question): number {
  if (about === "numbers") return rows * columns;
  return cellsPerQuestion + cellsPerObject * { band: 1, column: 1, rows, cells: rows * columns }[about];
}

function askNumbers(range: Excel.Range): () => NumbersRead | null {
  range.load("numberFormat,formulas");
  return () => {
    const { numberFormat: formats, formulas } = range;
    // Excel on the web may give nothing, without an error, for what is too large.
    return formats === null || formulas === null ? null : { formats, formulas };
  };
}

/** Returns the columns that hold numbers, side by side ones together, from their first number to their last. */
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

/** Gathers what is known of the numbers of a sheet. */
class NumbersGatherer {
  readonly facts = new GatheredFacts();
  /** A sheet has few formats, and each of its numbers one. */
  private readonly shown = new Map<unknown, Shown>();

  constructor(private readonly sheet: SheetCells) {}

  /** Takes what was asked of a block. The page breathes in a long one. */
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
