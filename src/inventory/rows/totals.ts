import { Decimal } from "decimal.js";
import { filledIn, fold, isBlank, parseCellName, sumAt } from "../../cells";
import { columnOf } from "../column";
import { layouts } from "../layouts";
import type { Locator } from "./locator";
import { rowsByKey, type SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { type TotalKind, isGrandTotal } from "../texts/total-words";
import { isWithoutResult, nameAt, numberShown } from "../texts/values";

/** A subtotal or total row, with the number of detail rows above it. */
export interface TotalRow {
  readonly row: number;
  readonly kind: TotalKind;
  readonly text: string;
  readonly detailsAbove: number;
}

/** The rows that a total may sum: a range of a list, `to` excluded. */
interface Block {
  readonly rows: SummedRows;
  readonly from: number;
  readonly to: number;
}

/** The blocks of rows with which the totals of one table are compared. */
class Blocks {
  private readonly communes: readonly (string | null)[];
  private readonly ofCommune: ReadonlyMap<string | null | undefined, SummedRows>;
  private readonly ofLabel: ReadonlyMap<string | null, SummedRows>;
  private readonly label: number | null;

  constructor(
    private readonly reader: TableReader,
    locator: Locator,
    private readonly totals: readonly TotalRow[],
    private readonly details: SummedRows,
  ) {
    this.communes = communesOf(reader, locator, details.rows);
    this.ofCommune = rowsByKey(reader, details.rows, (_, at) => this.communes[at]!);
    this.label = columnOf(reader.table, "label")?.index ?? null;
    this.ofLabel = rowsByKey(reader, details.rows, (row) => this.labelAt(row));
  }

  /**
   * Yields the blocks that a total may sum: all rows above, those since a previous total, those of its commune, those with
   * its label.
   */
  *of(at: number): Generator<Block> {
    const { kind, text, row, detailsAbove } = this.totals[at]!;
    yield* around(this.ofLabel.get(this.labelAt(row)), row);
    const named = this.ofCommune.get(this.communeIn(text));
    if (named !== undefined) return yield* around(named, row);
    yield around(this.details, row)[0]!;
    if (isGrandTotal(text)) return;
    yield* this.since(at);
    if (kind === "subtotal") yield* around(this.ofCommune.get(this.communes[detailsAbove - 1]), row);
  }

  /** Yields the rows above a total since each previous one, nearest first; a subtotal does not begin a total's block. */
  private *since(at: number): Generator<Block> {
    const { kind, detailsAbove: to } = this.totals[at]!;
    for (let before = at - 1; before >= 0; before -= 1) {
      const end = this.totals[before]!;
      const isEnd = kind === "subtotal" || end.kind === "total";
      if (isEnd && end.detailsAbove < to) yield { rows: this.details, from: end.detailsAbove, to };
    }
  }

  /** Returns the code of the commune in « S/Total Beure »; null when there is none. */
  private communeIn(text: string): string | null {
    const { texts } = this.reader.context;
    const named = texts.read(text, "section").names.find(({ kind }) => kind === "commune");
    return named === undefined ? null : communeNamed(this.reader, named.words.join(" "));
  }

  private labelAt(row: number): string | null {
    const label = nameAt(this.reader.table.sheet, row, this.label);
    return label === null ? null : fold(label);
  }
}

/** Returns the rows of a list above a row, if any, and all of them, because a total may be above its block. */
function around(rows: SummedRows | undefined, row: number): Block[] {
  if (rows === undefined) return [];
  const all: Block = { rows, from: 0, to: rows.count };
  return [{ ...all, to: rows.countAbove(row) || all.to }, all];
}

/** Returns, for each detail row, the code of the last commune written in it or above, even in a row of its own. */
function communesOf(reader: TableReader, locator: Locator, details: readonly number[]): (string | null)[] {
  const { table } = reader;
  const index = locator.communeIndex ?? [...locator.communes.headColumns][0] ?? null;
  let last: string | null = null;
  let row = table.bodyTop;
  return details.map((detail) => {
    for (; row <= detail; row += 1) last = communeNamed(reader, nameAt(table.sheet, row, index)) ?? last;
    return last;
  });
}

/** Returns the code of the commune of a name; null when the directory has none. */
function communeNamed({ context }: TableReader, name: string | null): string | null {
  const match = name === null ? null : context.directory.find(name);
  return match?.kind === "found" ? match.commune.insee : null;
}

/**
 * Compares each total with the numbers of its block; numbers written as text, which SUM ignores, may explain a
 * difference. (decisions §4)
 */
export function checkTotals(
  reader: TableReader,
  locator: Locator,
  totals: readonly TotalRow[],
  details: SummedRows,
  columns: readonly number[],
): void {
  if (totals.length === 0) return;
  const blocks = new Blocks(reader, locator, totals, details);
  for (const [at, total] of totals.entries()) {
    // An average is not a sum.
    if (total.kind === "average") continue;
    for (const column of columns) {
      const cell = reader.cell(total.row, column);
      if (isWithoutResult(cell)) {
        reader.report("warning", "total-without-result", total.row, column);
        continue;
      }
      const shown = numberShown(cell);
      if (shown !== null) compareTotal(reader, total.row, column, shown, blocks.of(at));
    }
  }
}

function compareTotal(reader: TableReader, row: number, column: number, shown: number, blocks: Iterable<Block>): void {
  let expected: Decimal | null = null;
  let ignoresText = false;
  let ignoresFiltered = false;
  for (const { rows, from, to } of blocks) {
    const { all, numeric, visible } = rows.sums(column, from, to);
    if (all.equals(shown)) return;
    // The sum nearest to what is shown is the likeliest.
    if (expected === null || all.minus(shown).abs().lessThan(expected.minus(shown).abs())) expected = all;
    ignoresText ||= numeric.equals(shown);
    ignoresFiltered ||= visible.equals(shown);
  }
  const params = { shown, expected: expected!.toNumber() };
  if (ignoresText) reader.report("info", "total-ignores-text", row, column, params);
  else if (ignoresFiltered) reader.report("info", "total-ignores-filtered", row, column, params);
  else reader.report("warning", "total-differs", row, column, params);
}

/** A range or a cell of the formula's own sheet, without the name of another sheet before it. */
const reference =
  /(^|[^A-Za-z0-9_!'.$:])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![A-Za-z0-9_(!])/g;

/** Returns whether a formula adds up rows of its column in the body of its table. */
function sumsRows(formula: string, column: number, { bodyTop, bottom }: TableReader["table"]): boolean {
  return [...formula.matchAll(reference)].some(([, , from, first, to = from, last = first]) => {
    const [start, end] = [parseCellName(`${from}${first}`), parseCellName(`${to}${last}`)];
    if (start === null || end === null || start.column > column || end.column < column) return false;
    return start.row <= bottom && end.row >= bodyTop;
  });
}

/**
 * Returns whether each number of a row is a SUM or a SUBTOTAL of other rows of its table, which makes it a total
 * whatever its label.
 */
export function isTotalByFormula(reader: TableReader, row: number, columns: readonly number[]): boolean {
  const { table } = reader;
  const filled = columns.filter((column) => !isBlank(reader.cell(row, column)));
  const isSum = (column: number): boolean => {
    const formula = sumAt(table.sheet, row, column);
    return formula !== null && sumsRows(formula, column, table);
  };
  return filled.length > 0 && filled.every(isSum);
}

/**
 * Returns whether a row counts the machines above it, as Excel's subtotals do, « Nombre École du Bourg | 6 »: it has
 * only the name of their school, after other words, and their number. `above`: the last of their rows; `since`: how many
 * they are.
 */
export function countsRows(
  { table }: TableReader,
  locator: Locator,
  row: number,
  { above, since }: { readonly above: number | undefined; readonly since: number },
): boolean {
  if (!layouts[table.layout].listsUnits || above === undefined) return false;
  const [name, last] = [locator.nameAt(row), locator.nameAt(above)];
  // Most rows of a register name the school of the row above, and nothing before it.
  if (name === null || last === null || name === last || !fold(name).endsWith(` ${fold(last)}`)) return false;
  const cells = filledIn(table.sheet.rows[row] ?? [], table.left, table.right);
  const others = cells.filter(({ column }) => column !== locator.schoolIndex);
  return others.length > 0 && others.every(({ cell }) => cell === since);
}
