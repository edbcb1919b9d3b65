import { remembered, type CellFacts, type SheetCells } from "../../cells";
import type { GatheredFacts } from "../gathered-facts";
import { questionsOf, regionsOf, regionWithin, settled, type Region, type RegionQuestion } from "./mark-regions";
import { unmarked, type Mark, type MarkAnswer, type MarkValues } from "./read-marks";
import { pause, type Area } from "./requests";

/** The number of rows below the heads, and of cells, read for each colour: an answer of 20,000 takes some 0.9 MB. */
const mostAsked = 20_000;
/** A question about cells costs as much as the answers for this many cells. */
const cellsOfQuestion = 8;
const cellsBetweenPauses = 10_000;

/** A sheet whose marks are searched, with the facts to complete and the marks of its first rows. */
interface MarkedSheet {
  readonly cells: SheetCells;
  readonly facts: GatheredFacts;
  readonly head: readonly MarkValues[];
}

/**
 * Searches the marks of sheets, as a rule in three rounds of questions. A colour that would take too many questions is
 * given up for its whole sheet, fills and fonts separately; struck-through text never is.
 */
export class MarkSearch {
  private asked: Region[] = [];
  /** Regions to be read in the first round. */
  private tails: Region[] = [];
  private readonly givenUp = new Set<string>();
  /** The number of rows and cells that may still be read, by mark. */
  private readonly left = new Map<string, number>();
  private sincePause = 0;

  /** `sheets` is indexed as in the workbook; null for a sheet that is not searched. */
  constructor(private readonly sheets: readonly (MarkedSheet | null)[]) {
    for (const [index, sheet] of sheets.entries()) {
      if (sheet === null) continue;
      const { heads, tails } = regionsOf(sheet.cells, index, sheet.head);
      this.asked.push(...heads);
      this.tails.push(...tails);
    }
  }

  /** Returns the questions of the next round, once the previous ones are answered; an empty list at the end. */
  async next(): Promise<RegionQuestion[]> {
    const opened: Region[] = [];
    await pause();
    for (const region of this.asked) opened.push(...(await this.settle(region)));
    this.asked = [...this.affordable(opened), ...this.tails];
    this.tails = [];
    return this.asked.flatMap(questionsOf);
  }

  /** Records the answers to a question, or to some of its rows. */
  take({ region, about, top, left, rows, columns, marks }: RegionQuestion, answers: MarkAnswer): void {
    const valuesAt = (row: number, column: number): MarkValues => answers[row]?.[column] ?? {};
    if (about === "column") region.byColumns.push({ column: left, values: valuesAt(0, 0) });
    else if (about === "band") region.byRows.push({ top, rows, values: valuesAt(0, 0) });
    else
      for (let row = 0; row < rows; row++)
        if (about === "rows") region.byRows.push({ top: top + row, rows: 1, values: valuesAt(row, 0) });
        else
          for (let column = 0; column < columns; column++)
            for (const mark of marks)
              this.note(region.sheet, mark, top + row, left + column, valuesAt(row, column)[mark] ?? unmarked);
  }

  /** Returns the facts of a sheet, without the colours given up; null for a sheet that is not searched. */
  factsOf(index: number): Omit<CellFacts, "filteredRows" | "comments"> | null {
    const sheet = this.sheets[index] ?? null;
    if (sheet === null) return null;
    const { fills, fonts, ...facts } = sheet.facts.all();
    return {
      ...facts,
      ...(this.givenUp.has(`fill ${index}`) ? {} : { fills }),
      ...(this.givenUp.has(`font ${index}`) ? {} : { fonts }),
    };
  }

  /** Records the known marks of a region and returns the regions still to read; each covers all marks in doubt. */
  private async settle(region: Region): Promise<Region[]> {
    const opened = new Map<string, ReturnType<typeof regionWithin>>();
    if (region.asks === "cells") return [];
    for (const mark of region.marks)
      for (const { value, ...area } of settled(region, mark)) {
        const filled = value === unmarked ? null : this.filledIn(area);
        if (filled === null) continue;
        if (value !== null) await this.noteAll(filled, mark, value);
        else remembered(opened, JSON.stringify(filled), () => regionWithin(region, filled)).marks.push(mark);
      }
    return [...opened.values()];
  }

  /** Returns the smallest area that contains the non-blank cells of an area; null when all are blank. */
  private filledIn({ sheet, top, left, rows, columns }: Area): Area | null {
    const { rows: cells } = this.sheets[sheet]!.cells;
    let [first, last, from, to] = [Infinity, -1, Infinity, -1];
    for (let row = top; row < top + rows; row++)
      for (let column = left; column < left + columns; column++)
        if ((cells[row]?.[column] ?? null) !== null) {
          [first, last] = [Math.min(first, row), row];
          [from, to] = [Math.min(from, column), Math.max(to, column)];
        }
    if (last < 0) return null;
    return { sheet, top: first, left: from, rows: last - first + 1, columns: to - from + 1 };
  }

  private async noteAll({ sheet, top, left, rows, columns }: Area, mark: Mark, value: number): Promise<void> {
    for (let row = top; row < top + rows; row++)
      for (let column = left; column < left + columns; column++) this.note(sheet, mark, row, column, value);
    this.sincePause += rows * columns;
    if (this.sincePause < cellsBetweenPauses) return;
    this.sincePause = 0;
    await pause();
  }

  private note(sheet: number, mark: Mark, row: number, column: number, value: number): void {
    const { cells, facts } = this.sheets[sheet]!;
    if (value === unmarked || (cells.rows[row]?.[column] ?? null) === null) return;
    if (mark === "fill") facts.fills.add(row, column, value);
    else if (mark === "font") facts.fonts.add(row, column, value);
    else facts.struck.add(row, column);
  }

  /** Returns the regions without the colours whose reading would be too long. */
  private affordable(regions: readonly Region[]): Region[] {
    for (const mark of ["fill", "font"] as const)
      for (const sheet of new Set(regions.map((region) => region.sheet)))
        for (const asks of ["rows", "cells"] as const) {
          const size = ({ rows, columns }: Region) => (asks === "rows" ? rows : rows * columns + cellsOfQuestion);
          const own = regions.filter((one) => one.sheet === sheet && one.asks === asks && one.marks.includes(mark));
          const left = (this.left.get(`${mark} ${asks}`) ?? mostAsked) - own.reduce((sum, one) => sum + size(one), 0);
          if (left < 0) this.givenUp.add(`${mark} ${sheet}`);
          else this.left.set(`${mark} ${asks}`, left);
        }
    return regions.flatMap((region) => {
      const marks = region.marks.filter((mark) => !this.givenUp.has(`${mark} ${region.sheet}`));
      return marks.length === 0 ? [] : [{ ...region, marks }];
    });
  }
}
