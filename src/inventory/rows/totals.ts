import { Decimal } from "decimal.js";
import { fold, isBlank, isBlankRow, parseCellName, sumAt, type Cell } from "../../cells";
import { communeKey, communeNamed } from "../../tariff";
import { columnOf } from "../table";
import type { Locator } from "./locator";
import { sumOf, sumsAmong } from "./sums";
import type { TableReader } from "./table-reader";
import { loneText, splitCommune } from "../texts/school-names";
import { type TotalKind, isGrandTotal, totalKind } from "../texts/total-words";
import { isWithoutResult, nameAt, nameOf, parseQuantity } from "../texts/values";

/** A subtotal or total row, and how many detail rows stand above it. */
export interface TotalRow {
  readonly row: number;
  readonly kind: TotalKind;
  readonly text: string;
  readonly detailsAbove: number;
}

/** Returns the commune that « S/Total Beure » names, as a key; empty if it names none. */
function namedCommune(text: string): string {
  return communeKey(fold(text).replace(/^[^a-z]*(sous |s\/|s )?t(otal|ot)\b[^a-z]*(commune )?(des |de |du |d )?/, ""));
}

/**
 * Returns the rows that a total may be the sum of, the likeliest first. A grand total has all of those above, one that names
 * a commune the commune's; a bare « Total » all of those above or what stands since the one before, a subtotal what stands
 * since any, its commune, or all.
 */
function blocks(
  total: TotalRow,
  totals: readonly TotalRow[],
  details: readonly number[],
  communes: readonly string[],
): number[][] {
  const above = details.slice(0, total.detailsAbove);
  /** Returns those above it, then, since the total may head its block, all of them. */
  const ofCommune = (key: string | undefined): number[][] =>
    [above, details].map((rows) => rows.filter((_, at) => communes[at] === key)).filter((rows) => rows.length > 0);
  const name = namedCommune(total.text);
  if (name !== "" && communes.includes(name)) return ofCommune(name);
  if (total.detailsAbove === 0) return [[...details]];
  if (isGrandTotal(total.text)) return [above];
  const since = (ends: readonly TotalRow[]): number[][] =>
    ends
      .filter((end) => end.row < total.row && end.detailsAbove > 0 && end.detailsAbove < total.detailsAbove)
      .map((end) => above.slice(end.detailsAbove))
      .reverse();
  if (total.kind === "total") return [above, ...since(totals.filter((other) => other.kind === "total"))];
  const last = communes[above.length - 1];
  return [...since(totals), ...(last === "" ? [] : ofCommune(last)), above];
}

/** Returns, for each detail row, the key of the last commune written at or above it, on a row of its own too. */
function communesOf(reader: TableReader, locator: Locator, details: readonly number[]): string[] {
  const { table } = reader;
  const index = locator.communeIndex ?? [...locator.communes.headColumns][0] ?? null;
  /** Returns whether a name is a commune's: among schools, it is to be one of the directory's. */
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
 * Returns the rows of the same label as « Total | Postes clients | 120 » below items, which sums those: all, then those
 * above.
 */
function ofSameLabel(
  reader: TableReader,
  column: number,
  total: TotalRow,
  details: readonly number[],
): readonly number[][] {
  const { sheet } = reader.table;
  const own = nameAt(sheet, total.row, column);
  if (own === null || totalKind(own) !== null) return [];
  const key = fold(own);
  const rows = details.filter((row) => {
    const label = nameAt(sheet, row, column);
    return label !== null && fold(label) === key;
  });
  return rows.length === 0 ? [] : [rows, rows.filter((row) => row < total.row)];
}

/**
 * Compares each subtotal and total with every number typed in its block, rows in error included. A difference is a warning on
 * its cell; one explained wholly by numbers typed as text, which a SUM does not see, is an info. A total whose formula has no
 * result is a warning too: it could not be compared. (decisions §4)
 */
export function checkTotals(
  reader: TableReader,
  locator: Locator,
  totals: readonly TotalRow[],
  details: readonly number[],
  columns: readonly number[],
): void {
  if (totals.length === 0) return;
  const communes = communesOf(reader, locator, details);
  const label = columnOf(reader.table, "label");
  for (const total of totals) {
    // An average sums nothing.
    if (total.kind === "average") continue;
    const candidates = blocks(total, totals, details, communes);
    if (label !== null) candidates.push(...ofSameLabel(reader, label.index, total, details));
    for (const column of columns) {
      const cell = reader.cell(total.row, column);
      if (isWithoutResult(cell)) {
        reader.report("warning", "total-without-result", total.row, column);
        continue;
      }
      const read = parseQuantity(cell);
      const shown =
        typeof cell === "number" ? new Decimal(cell) : read.kind === "value" ? new Decimal(read.value) : null;
      if (shown === null) continue;
      const sums = candidates.map((rows) => sumOf(reader, rows, column));
      if (sums.some((sum) => sum.all.equals(shown))) continue;
      const params = { shown: shown.toString().replace(".", ","), expected: sums[0]!.all.toString().replace(".", ",") };
      if (sums.some((sum) => sum.numeric.equals(shown)))
        reader.report("info", "total-ignores-text", total.row, column, params);
      else if (reader.table.sheet.filtered && sums.some((sum) => sum.visible.equals(shown)))
        reader.report("info", "total-ignores-filtered", total.row, column, params);
      else reader.report("warning", "total-differs", total.row, column, params);
    }
  }
}

/** A range or a cell of the formula's own sheet; what another sheet's name stands before is none. */
const reference =
  /(^|[^A-Za-z0-9_!'.$:])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![A-Za-z0-9_(!])/g;

/** Returns whether a formula adds up other rows of its own column, inside the body of its table. */
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

/** Returns whether each of a row's numbers is a SUM or a SUBTOTAL over other rows of its table: a total, whatever its label. */
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

/** A row whose school bears its commune's name: the school, the total of the commune's others, or one cannot tell. */
interface OwnName {
  readonly kind: "school" | "total" | "asked";
  readonly text: string;
  readonly column: number;
  /** No column gives the commune: the row heads those below. */
  readonly heads: boolean;
}

/** What a row says of places, before it is read. */
interface Placed {
  readonly row: number;
  /** INSEE code, or the text as written where it is no commune. */
  readonly commune: string;
  readonly own: string | null;
  /** In rows of items, which one. */
  readonly item: string;
}

/** Finds the rows named after their own commune, and tells those that sum its others. (decisions §4) */
export class OwnNames {
  private placed: Map<number, Placed> | null = null;

  constructor(
    private readonly reader: TableReader,
    private readonly locator: Locator,
    private readonly counted: readonly number[],
    private readonly isTotal: (cells: readonly Cell[]) => boolean,
  ) {}

  /** Returns what a row named after its commune is; null for any other row. */
  at(row: number): OwnName | null {
    const { schoolIndex } = this.locator;
    const { table, context } = this.reader;
    if (schoolIndex === null || this.reader.isRecap || table.layout === "machine-rows") return null;
    const text = nameAt(table.sheet, row, schoolIndex);
    if (text === null || communeNamed(text, context.directory) === null) return null;
    const placed = this.all().get(row);
    if (placed === undefined || placed.own === null) return null;
    const shown = this.counted.filter((column) => nameAt(table.sheet, row, column) !== null);
    if (shown.length === 0) return null;
    const heads = this.locator.communes.headColumns.has(schoolIndex);
    const others = [...this.all().values()].filter(({ commune, own }) => commune === placed.commune && own === null);
    const same = others.filter(({ item }) => item === placed.item).map((other) => other.row);
    const told = { text, column: schoolIndex, heads };
    if (others.length === 0) return { ...told, kind: "school" };
    const equal = sumsAmong(this.reader, row, same, shown);
    return { ...told, kind: equal.length === shown.length ? "total" : "asked" };
  }

  /** Returns the rows of a row's commune, or of the one that goes on there, above it. */
  above(row: number): number[] {
    const all = [...this.all().values()].filter((placed) => placed.row < row);
    const commune = this.all().get(row)?.commune ?? all.at(-1)?.commune;
    return all.filter((placed) => placed.commune === commune && placed.own === null).map((placed) => placed.row);
  }

  private all(): ReadonlyMap<number, Placed> {
    return (this.placed ??= this.read());
  }

  private read(): Map<number, Placed> {
    const { table } = this.reader;
    const items = (["label", "nature"] as const).flatMap((kind) => columnOf(table, kind)?.index ?? []);
    const found = new Map<number, Placed>();
    let commune = table.sheetCommune?.commune?.insee ?? "";
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
      if (isBlankRow(cells, table.left, table.right) || this.isTotal(cells)) continue;
      const said = this.placesIn(cells);
      commune = said.commune ?? commune;
      // Numbers without a name are no school: their total, most often.
      if (said.isHead || (said.isNameless && items.length === 0)) continue;
      const own = said.school !== null && this.inseeNamed(said.school) === commune ? said.school : null;
      const item = items.map((column) => fold(nameOf(cells[column] ?? null) ?? "")).join("|");
      found.set(row, { row, commune, own, item });
    }
    return found;
  }

  /** Returns the commune and the school that a row writes, each null if it writes none. A commune alone heads the rows below. */
  private placesIn(cells: readonly Cell[]) {
    const { table, context } = this.reader;
    const { communeIndex, schoolIndex, communes } = this.locator;
    const lone = loneText(cells, table);
    const alone = lone === null ? null : this.inseeNamed(lone.text);
    if (alone !== null) return { commune: alone, school: null, isHead: true, isNameless: false };
    const written = communeIndex === null ? null : nameOf(cells[communeIndex] ?? null);
    const school = schoolIndex === null ? null : nameOf(cells[schoolIndex] ?? null);
    const split = communeIndex !== null || school === null ? null : splitCommune(school, context.directory);
    const isHeadColumn = schoolIndex !== null && communes.headColumns.has(schoolIndex);
    const heading = school !== null && isHeadColumn ? this.inseeNamed(school) : null;
    const name = split?.commune ?? written;
    return {
      commune: heading ?? (name === null ? null : (this.inseeNamed(name) ?? fold(name))),
      school,
      isHead: false,
      isNameless: schoolIndex !== null && school === null && written === null,
    };
  }

  /** Returns the INSEE code of the commune that a text names; null if it names none. */
  private inseeNamed(text: string): string | null {
    return communeNamed(text, this.reader.context.directory)?.insee ?? null;
  }
}
