import { Decimal } from "decimal.js";
import { fold, isBlank, parseCellName, sumAt } from "../../cells";
import { communeKey } from "../../tariff";
import { columnOf } from "../column";
import type { Locator } from "./locator";
import { rowsByKey, type SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { type TotalKind, isGrandTotal, totalKind } from "../texts/total-words";
import { isWithoutResult, nameAt, numberShown } from "../texts/values";

/** A subtotal or total row, with the number of detail rows above it. */
export interface TotalRow {
  readonly row: number;
  readonly kind: TotalKind;
  readonly text: string;
  readonly detailsAbove: number;
}

/** Returns the key of the commune in « S/Total Beure »; empty when there is none. */
function namedCommune(text: string): string {
  return communeKey(fold(text).replace(/^[^a-z]*(sous |s\/|s )?t(otal|ot)\b[^a-z]*(commune )?(des |de |du |d )?/, ""));
}

/** The rows that a total may sum: a range of a list, `to` excluded. */
interface Block {
  readonly rows: SummedRows;
  readonly from: number;
  readonly to: number;
}

/** The blocks of rows with which the totals of one table are compared. */
class Blocks {
  private readonly communes: readonly string[];
  private readonly ofCommune: ReadonlyMap<string, SummedRows>;
  private readonly ofLabel: ReadonlyMap<string, SummedRows>;
  private readonly label: number | null;
  private readonly places: ReadonlyMap<TotalRow, number>;

  constructor(
    private readonly reader: TableReader,
    locator: Locator,
    private readonly totals: readonly TotalRow[],
    private readonly details: SummedRows,
  ) {
    this.places = new Map(totals.map((total, at) => [total, at]));
    this.communes = communesOf(reader, locator, details.rows);
    this.ofCommune = rowsByKey(reader, details.rows, (_, at) => this.communes[at]!);
    this.label = columnOf(reader.table, "label")?.index ?? null;
    this.ofLabel = this.label === null ? new Map() : rowsByKey(reader, details.rows, (row) => this.labelAt(row));
  }

  /**
   * Yields the blocks that a total may sum, likeliest first: all rows above, those since a previous total, those of its
   * commune, those with its label.
   */
  *of(total: TotalRow): Generator<Block> {
    yield* this.placedAround(total);
    if (this.label === null) return;
    const own = nameAt(this.reader.table.sheet, total.row, this.label);
    const rows = own === null || totalKind(own) !== null ? undefined : this.ofLabel.get(fold(own));
    if (rows !== undefined) yield* allThenAbove(rows, total.row).reverse();
  }

  private *placedAround(total: TotalRow): Generator<Block> {
    const { details, communes } = this;
    const above: Block = { rows: details, from: 0, to: total.detailsAbove };
    const named = this.ofCommune.get(namedCommune(total.text));
    if (named !== undefined && namedCommune(total.text) !== "") return yield* allThenAbove(named, total.row);
    if (total.detailsAbove === 0) return yield { ...above, to: details.count };
    if (isGrandTotal(total.text)) return yield above;
    if (total.kind === "total") {
      yield above;
      yield* this.since(total, ({ kind }) => kind === "total");
      return;
    }
    yield* this.since(total, () => true);
    const last = communes[total.detailsAbove - 1];
    const ofLast = last === "" || last === undefined ? undefined : this.ofCommune.get(last);
    if (ofLast !== undefined) yield* allThenAbove(ofLast, total.row);
    yield above;
  }

  /** Yields the rows above a total since each previous one, nearest first. */
  private *since(total: TotalRow, isEnd: (end: TotalRow) => boolean): Generator<Block> {
    const { totals, details } = this;
    for (let at = this.places.get(total)! - 1; at >= 0; at -= 1) {
      const end = totals[at]!;
      if (isEnd(end) && end.detailsAbove > 0 && end.detailsAbove < total.detailsAbove)
        yield { rows: details, from: end.detailsAbove, to: total.detailsAbove };
    }
  }

  private labelAt(row: number): string | null {
    const label = this.label === null ? null : nameAt(this.reader.table.sheet, row, this.label);
    return label === null ? null : fold(label);
  }
}

/** Returns the rows of a list above a row, if any, then all of them, because a total may be above its block. */
function allThenAbove(rows: SummedRows, row: number): Block[] {
  const above = rows.countAbove(row);
  const all: Block = { rows, from: 0, to: rows.count };
  return above === 0 || above === rows.count ? [all] : [{ rows, from: 0, to: above }, all];
}

/** Returns, for each detail row, the key of the last commune written in it or above, even in a row of its own. */
function communesOf(reader: TableReader, locator: Locator, details: readonly number[]): string[] {
  const { table } = reader;
  const index = locator.communeIndex ?? [...locator.communes.headColumns][0] ?? null;
  /** Returns whether a name is that of a commune: in a school column, only if the directory has it. */
  const isCommune = (text: string): boolean =>
    locator.communeIndex !== null || reader.context.directory.find(text).kind === "found";
  const communes: string[] = [];
  let last = "";
  let row = table.bodyTop;
  for (const detail of details) {
    for (; row <= detail; row += 1) {
      const text = nameAt(table.sheet, row, index);
      if (text !== null && totalKind(text) === null && isCommune(text)) last = communeKey(text);
    }
    communes.push(last);
  }
  return communes;
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
  for (const total of totals) {
    // An average is not a sum.
    if (total.kind === "average") continue;
    for (const column of columns) {
      const cell = reader.cell(total.row, column);
      if (isWithoutResult(cell)) {
        reader.report("warning", "total-without-result", total.row, column);
        continue;
      }
      const shown = numberShown(cell);
      if (shown !== null) compareTotal(reader, total, column, shown, blocks);
    }
  }
}

function compareTotal(reader: TableReader, total: TotalRow, column: number, shown: number, blocks: Blocks): void {
  let expected: Decimal | null = null;
  let [ignoresText, ignoresFiltered] = [false, false];
  for (const { rows, from, to } of blocks.of(total)) {
    const { all, numeric, visible } = rows.sums(column, from, to);
    if (all.equals(shown)) return;
    // The sum nearest to what is shown is the likeliest.
    if (expected === null || all.minus(shown).abs().lessThan(expected.minus(shown).abs())) expected = all;
    ignoresText ||= numeric.equals(shown);
    ignoresFiltered ||= visible.equals(shown);
  }
  const params = { shown, expected: expected!.toNumber() };
  if (ignoresText) reader.report("info", "total-ignores-text", total.row, column, params);
  else if (ignoresFiltered && reader.table.sheet.filtered)
    reader.report("info", "total-ignores-filtered", total.row, column, params);
  else reader.report("warning", "total-differs", total.row, column, params);
}

/** A range or a cell of the formula's own sheet, without the name of another sheet before it. */
const reference =
  /(^|[^A-Za-z0-9_!'.$:])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![A-Za-z0-9_(!])/g;

/** Returns whether a formula adds up other rows of its column in the body of its table. */
function sumsRows(formula: string, row: number, column: number, top: number, bottom: number): boolean {
  for (const [, , from, first, to, last] of formula.matchAll(reference)) {
    const start = parseCellName(`${from}${first}`);
    const end = to === undefined ? start : parseCellName(`${to}${last}`);
    if (start === null || end === null || start.column > column || end.column < column) continue;
    const [above, below] = [Math.max(start.row, top), Math.min(end.row, bottom)];
    // A row that sums its own columns is a detail.
    if (above <= below && !(above === row && below === row)) return true;
  }
  return false;
}

/**
 * Returns whether each number of a row is a SUM or a SUBTOTAL of other rows of its table, which makes it a total
 * whatever its label.
 */
export function isTotalByFormula(reader: TableReader, row: number, columns: readonly number[]): boolean {
  const { sheet, bodyTop, bottom } = reader.table;
  if (sheet.facts === undefined || sheet.facts.sums.size === 0) return false;
  let found = false;
  for (const column of columns) {
    const cell = reader.cell(row, column);
    if (isBlank(cell)) continue;
    const formula = typeof cell === "number" || isWithoutResult(cell) ? sumAt(sheet, row, column) : null;
    if (formula === null || !sumsRows(formula, row, column, bodyTop, bottom)) return false;
    found = true;
  }
  return found;
}
