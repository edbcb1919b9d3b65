import {
  addTo,
  fold,
  isBlank,
  isShownAsDate,
  isShownAsMoney,
  remembered,
  type Cell,
  type CellBlock,
  type SheetCells,
} from "../../cells";
import { communeKey, pupilCode } from "../../tariff";
import type { ReaderContext } from "../rows/reader-context";
import type { SheetBlock, Table } from "../table";
import { mostCounted } from "../tables/column-statistics";
import { isBilledKind } from "./facets";
import type { TableOutcome } from "./table-outcome";
import { structuralRole } from "../texts/heading-role";
import { nameOfKey, schoolIn } from "../texts/school-names";
import { totalKind } from "../texts/total-words";
import { holdsNumber, parseQuantity } from "../texts/values";

/** A cell of a block, zero-based. */
export interface BlockCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Cells of a sheet that stand together in no table. */
export interface Block extends SheetBlock {
  readonly cells: readonly BlockCell[];
}

/** Returns the blocks of a sheet that hold something and stand in no table; the whole of a sheet without tables is one. */
export function looseBlocks(sheet: SheetCells, tables: readonly Table[]): Block[] {
  const loose = looseCells(sheet, tables);
  const parts = tables.length === 0 ? (loose.length === 0 ? [] : [loose]) : byRows(loose).flatMap(byColumns);
  return parts.map((cells) => ({ sheet, cells, ...extentOf(cells) }));
}

/** Returns the cells that show something and that no table covers, row by row. */
function looseCells(sheet: SheetCells, tables: readonly Table[]): BlockCell[] {
  const loose: BlockCell[] = [];
  sheet.rows.forEach((cells, row) => {
    const covering = tables.filter(({ top, bottom }) => top <= row && row <= bottom);
    for (let column = 0; column < cells.length; column += 1) {
      const table = covering.find(({ left, right }) => left <= column && column <= right);
      if (table !== undefined) column = table.right;
      else if (!isBlank(cells[column] ?? null)) loose.push({ row, column, cell: cells[column]! });
    }
  });
  return loose;
}

/** Splits cells wherever two rows at least are blank. */
function byRows(cells: readonly BlockCell[]): BlockCell[][] {
  const blocks: BlockCell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    if (cell.row > last + 2) blocks.push([]);
    blocks.at(-1)!.push(cell);
    last = cell.row;
  }
  return blocks;
}

/** Splits cells wherever a column is blank. */
function byColumns(cells: readonly BlockCell[]): BlockCell[][] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const partOf = new Map<number, number>();
  columns.forEach((column, at) => {
    const before = columns[at - 1];
    const part = before === undefined ? 0 : partOf.get(before)!;
    partOf.set(column, before !== undefined && column > before + 1 ? part + 1 : part);
  });
  const parts: BlockCell[][] = [];
  for (const cell of cells) (parts[partOf.get(cell.column)!] ??= []).push(cell);
  return parts;
}

/** Returns whether a block holds numbers to account for: a lone year or a date is a part of a title. */
export function holdsFigures({ sheet, cells }: Block): boolean {
  const [first, second] = cells.filter(({ cell, row, column }) =>
    typeof cell === "number" ? !isShownAsDate(sheet, row, column) : holdsNumber(cell),
  );
  const only = second === undefined ? Number(first?.cell) : Number.NaN;
  return first !== undefined && !(Number.isInteger(only) && only >= 1990 && only <= 2050);
}

function extentOf(cells: readonly BlockCell[]): CellBlock {
  const region = { top: cells[0]!.row, bottom: cells.at(-1)!.row, left: cells[0]!.column, right: cells[0]!.column };
  for (const { column } of cells) {
    region.left = Math.min(region.left, column);
    region.right = Math.max(region.right, column);
  }
  return region;
}

/** Longer is a sentence. */
const longestName = 60;

/** Headings of numbers that count no equipment and no pupil. */
const noCount =
  /\b(population|habitants?|hab|km|kms?|distances?|surfaces?|superficies?|m2|codes?|insee|siren|siret|uai|rne|tel|telephones?|portables?|fax|cp|postal|postaux|n°|no|numeros?|ordre|rang|dates?|annees?|horaires?|heures?|duree|montants?|prix|couts?|tarifs?|euros?|ttc|ht|taux|ratios?|moyennes?|budget|credits?)\b|€|%/;

/** « École : » names one, whatever follows. */
const place = /^(commune|ecole|etablissement|groupe scolaire)\b/;

/** What the numbers of a block may say again. */
interface Recap {
  readonly scopes: readonly Scope[];
  readonly leastSchools: number;
}

/** Tells what may be an inventory or headcounts among what stands in no table. */
export class BlockReader {
  private billed: BilledSums | null = null;
  private readonly readSheets: ReadonlySet<SheetCells>;

  constructor(
    private readonly outcomes: readonly TableOutcome[],
    /** Names of the schools of the tables. */
    private readonly schools: ReadonlySet<string>,
    private readonly context: ReaderContext,
  ) {
    this.readSheets = new Set(outcomes.filter(({ kind }) => isBilledKind(kind)).map(({ table }) => table.sheet));
  }

  /** What the tables bill: a block that says it again, of the same names, is a recap. */
  private get sums(): BilledSums {
    return (this.billed ??= new BilledSums(this.outcomes));
  }

  /** Returns whether schools or communes stand beside numbers, or prestations of one of them that no table sums. */
  isInventory(block: Block): boolean {
    const counted = countsOf(block);
    const rows = new Map<number, number[]>();
    const columns = new Map<number, number>();
    for (const { row, column, cell } of counted) {
      const read = parseQuantity(cell);
      if (read.kind === "value") addTo(rows, row, read.value);
      columns.set(column, Math.max(row, columns.get(column) ?? row));
    }
    // A name on a row of its own heads the numbers below it.
    const lastCounted = Math.max(-1, ...rows.keys());
    const recap = this.recapOf(block);
    const priced = new Set(block.cells.filter(isFraction).map(({ row }) => row));
    const beside = new Set<string>();
    let isNamed = this.readSheets.has(block.sheet) || this.scopeOf(block.sheet.name) !== null;
    let labels = 0;
    for (const { row, column, cell } of block.cells) {
      if (typeof cell !== "string" || cell.length > longestName) continue;
      const name = this.scopeOf(cell);
      const numbers = rows.get(row);
      const isOver = (columns.get(column) ?? -1) > row;
      if (name !== null) {
        isNamed = true;
        if (row <= lastCounted) beside.add(name);
      } else if (place.test(fold(cell))) isNamed = true;
      else if (isOver ? this.codesOf(cell) !== null : numbers !== undefined && !priced.has(row))
        if (isOver || this.counts(cell, numbers!, recap)) labels += 1;
    }
    return beside.size >= 2 || (isNamed && labels >= 1);
  }

  /** Returns the prestations that a text may name, « Total postes » any of them, by their codes; null if it names none. */
  private codesOf(text: string): readonly string[] | null {
    const { label } = this.context.readLabel(text);
    if (label.kind === "prestation") return [label.code];
    return label.kind === "ambiguous" && label.words !== "total" ? label.candidates : null;
  }

  /** Returns whether a text names a prestation, and the numbers beside it are not what is billed of the same names. */
  private counts(cell: string, numbers: readonly number[], recap: Recap | null): boolean {
    const codes = this.codesOf(cell);
    if (codes === null || recap === null) return codes !== null;
    return !recap.scopes.some((scope) => codes.some((code) => this.sums.are(numbers, scope, code, recap.leastSchools)));
  }

  /**
   * Returns what a block would be the recap of: the one commune or school that it names or its sheet bears, else all that is
   * billed. Null if it names a school that is not, or more than one: its numbers are its own, whatever they come to.
   */
  private recapOf({ sheet, cells }: Block): Recap | null {
    const scopes = new Set<Scope>();
    let isUnderstood = true;
    for (const text of [sheet.name, ...cells.flatMap(({ cell }) => (typeof cell === "string" ? [cell] : []))]) {
      const name = this.scopeOf(text);
      const isTotal = totalKind(text) !== null;
      if (name !== null) scopes.add(name);
      else if (isTotal || this.codesOf(text) !== null || structuralRole(text)?.role === "quantity") continue;
      else if (place.test(fold(text)) || schoolIn(text) !== null) return null;
      else if (text !== sheet.name && !this.context.readLabel(text).complete) isUnderstood = false;
    }
    if (scopes.size > 1) return null;
    const own = this.readSheets.has(sheet) ? [scopeOfSheet(sheet), everything] : [everything];
    // A title that is not understood may be a school's: one school's numbers are then no sums.
    return { scopes: scopes.size === 1 ? [...scopes] : own, leastSchools: isUnderstood ? 1 : 2 };
  }

  /** Returns the commune or the known school that a text is; null if it is neither. */
  private scopeOf(text: string): Scope | null {
    const match = this.context.directory.find(text);
    if (match.kind === "found") return scopeOfCommune(match.commune.insee);
    return this.schools.has(communeKey(text)) ? scopeOfSchool(text) : null;
  }
}

function isFraction({ cell }: BlockCell): boolean {
  return typeof cell === "number" && !Number.isInteger(cell);
}

/** Returns whether « Tarif » stands alone over the numbers: they are prices. */
export function isTariff(cells: readonly BlockCell[]): boolean {
  const top = cells.find(({ cell }) => typeof cell === "number")?.row ?? -1;
  return cells.some(
    ({ row, cell }) =>
      row < top &&
      typeof cell === "string" &&
      structuralRole(cell)?.why === "money" &&
      cells.every((other) => other.row !== row || other.cell === cell),
  );
}

/** Returns the columns of prices: a third of their numbers have a fraction. */
function amountsOf(cells: readonly BlockCell[]): ReadonlySet<number> {
  const excess = new Map<number, number>();
  for (const each of cells)
    if (typeof each.cell === "number")
      excess.set(each.column, (excess.get(each.column) ?? 0) + (isFraction(each) ? 2 : -1));
  return new Set([...excess].flatMap(([column, more]) => (more >= 0 ? [column] : [])));
}

/** Returns the cells of a block that may count something: whole numbers, under no heading that says they do not. */
function countsOf({ sheet, cells }: Block): BlockCell[] {
  if (isTariff(cells)) return [];
  const heading = new Map<number, string>();
  for (const { column, cell } of cells)
    if (typeof cell === "string" && !heading.has(column)) heading.set(column, fold(cell));
  const amounts = amountsOf(cells);
  return cells.filter(({ cell, row, column }) => {
    if (amounts.has(column)) return false;
    const read = parseQuantity(cell);
    if (read.kind !== "value" || read.value <= 0 || read.value > mostCounted) return false;
    return !isShownAsMoney(sheet, row, column) && !noCount.test(heading.get(column) ?? "");
  });
}

/** What a recap may be of: everything, one sheet, one commune, one school. */
type Scope = string;

const everything: Scope = "*";
const scopeOfSheet = ({ file, name }: { readonly file: string; readonly name: string }): Scope =>
  `sheet ${file}\n${name}`;
const scopeOfCommune = (insee: string): Scope => `commune ${insee}`;
const scopeOfSchool = (name: string): Scope => `school ${communeKey(name)}`;

/** What the tables bill, by scope, prestation and nature, before any cap. */
class BilledSums {
  private readonly sums = new Map<string, { readonly total: number; readonly schools: number }>();
  /** The schools of each scope that have equipment: where no table shows packs, each is billed one. */
  private readonly equipped = new Map<Scope, Set<string>>();

  constructor(outcomes: readonly TableOutcome[]) {
    for (const { kind, table, schools } of outcomes) {
      if (!isBilledKind(kind)) continue;
      for (const { key, commune, counts } of schools.values()) {
        const scopes = [
          everything,
          scopeOfSheet(table.sheet),
          scopeOfCommune(commune.insee),
          scopeOfSchool(nameOfKey(key)),
        ];
        if ([...counts.values()].some(({ code }) => code !== pupilCode))
          for (const scope of scopes) remembered(this.equipped, scope, () => new Set<string>()).add(key);
        for (const [what, { quantity, beyond }] of counts)
          for (const scope of scopes) this.add(`${scope}|${what}`, quantity + beyond);
      }
    }
  }

  private add(key: string, quantity: number): void {
    const sum = this.sums.get(key) ?? { total: 0, schools: 0 };
    this.sums.set(key, { total: sum.total + quantity, schools: sum.schools + 1 });
  }

  /** Returns whether each number is what the scope is billed of a prestation: in one nature, or in both. */
  are(numbers: readonly number[], scope: Scope, code: string, leastSchools: number): boolean {
    if (code === "PACK" && !this.sums.has(`${everything}|PACK|maintenance`))
      return numbers.every((number) => number === this.equipped.get(scope)?.size);
    const natures = ["maintenance", "installation"].flatMap((nature) => {
      const sum = this.sums.get(`${scope}|${code}|${nature}`);
      return sum === undefined || sum.schools < leastSchools ? [] : [sum.total];
    });
    const shown = new Set([...natures, natures.reduce((all, total) => all + total, 0)]);
    return natures.length > 0 && numbers.every((number) => shown.has(number));
  }
}
