import { fold, isShownAsMoney } from "../../cells";
import type { SheetCells } from "../../cells";
import { communeKey } from "../../tariff";
import { readQuantity } from "../read/quantity";
import type { ReadingTools, TableReading } from "../read/reading-table";
import { totalKind } from "../read/total-label";
import { mostCounted } from "../recognise/counts-nothing";
import { structuralRole } from "../recognise/roles";
import { schoolIn } from "../recognise/sheet-school";
import { BilledSums, everything, scopeOfCommune, scopeOfSchool, scopeOfSheet } from "./billed-sums";
import type { Scope } from "./billed-sums";
import type { Block, BlockCell } from "./unread-blocks";
import { isBilledKind } from "./set-apart";

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
  /** What the tables bill: a block that says it again, of the same names, is a recap. */
  private readonly sums: BilledSums;
  private readonly readSheets: ReadonlySet<SheetCells>;

  constructor(
    readings: readonly TableReading[],
    /** Names of the schools of the tables. */
    private readonly schools: ReadonlySet<string>,
    private readonly tools: ReadingTools,
  ) {
    this.readSheets = new Set(readings.filter(({ kind }) => isBilledKind(kind)).map(({ table }) => table.sheet));
    this.sums = new BilledSums(readings);
  }

  /** True where schools or communes stand beside numbers, or prestations of one of them that no table sums. */
  isInventory(block: Block): boolean {
    const counted = countsOf(block);
    const rows = new Map<number, number[]>();
    const columns = new Map<number, number>();
    for (const { row, column, cell } of counted) {
      const read = readQuantity(cell);
      if (read.kind === "value") rows.set(row, [...(rows.get(row) ?? []), read.value]);
      columns.set(column, Math.max(row, columns.get(column) ?? row));
    }
    // A name on a row of its own heads the numbers below it.
    const lastCounted = Math.max(-1, ...rows.keys());
    const recap = this.recapOf(block);
    const priced = new Set(block.cells.filter(isFraction).map(({ row }) => row));
    const beside = new Set<string>();
    let isNamed = this.readSheets.has(block.sheet) || this.nameOf(block.sheet.name) !== null;
    let labels = 0;
    for (const { row, column, cell } of block.cells) {
      if (typeof cell !== "string" || cell.length > longestName) continue;
      const name = this.nameOf(cell);
      const numbers = rows.get(row);
      const isOver = (columns.get(column) ?? -1) > row;
      if (name !== null) {
        isNamed = true;
        if (row <= lastCounted) beside.add(name);
      } else if (place.test(fold(cell))) isNamed = true;
      else if (isOver ? this.codeOf(cell) !== null : numbers !== undefined && !priced.has(row))
        if (isOver || this.counts(cell, numbers!, recap)) labels += 1;
    }
    return beside.size >= 2 || (isNamed && labels >= 1);
  }

  /** The commune or the known school that a text is. */
  private nameOf(text: string): string | null {
    const match = this.tools.directory.find(text);
    if (match.kind === "found") return match.commune.insee;
    const key = communeKey(text);
    return this.schools.has(key) ? key : null;
  }

  /** The prestation that a text names, empty where it may be several; null where it names none. */
  private codeOf(text: string): string | null {
    const { label } = this.tools.readLabel(text);
    if (label.kind === "prestation") return label.code;
    return label.kind === "ambiguous" && label.words !== "total" ? "" : null;
  }

  /** True where a text names a prestation, and the numbers beside it are not what is billed of the same names. */
  private counts(cell: string, numbers: readonly number[], recap: Recap | null): boolean {
    if (this.codeOf(cell) === null) return false;
    if (recap === null) return true;
    const { label } = this.tools.readLabel(cell);
    // « Total postes » is of any of them.
    const codes = label.kind === "prestation" ? [label.code] : label.kind === "ambiguous" ? label.candidates : [];
    return !recap.scopes.some((scope) => codes.some((code) => this.sums.are(numbers, scope, code, recap.leastSchools)));
  }

  /**
   * What a block would be the recap of: the one commune or school that it names or its sheet bears, else all that is billed.
   * Null where it names a school that is not, or more than one: its numbers are its own, whatever they come to.
   */
  private recapOf({ sheet, cells }: Block): Recap | null {
    const scopes = new Set<Scope>();
    let isUnderstood = true;
    for (const text of [sheet.name, ...cells.flatMap(({ cell }) => (typeof cell === "string" ? [cell] : []))]) {
      const name = this.scopeOf(text);
      const isTotal = totalKind(text) !== null;
      if (name !== null) scopes.add(name);
      else if (isTotal || this.codeOf(text) !== null || structuralRole(text)?.role === "quantity") continue;
      else if (place.test(fold(text)) || schoolIn(text) !== null) return null;
      else if (text !== sheet.name && !this.tools.readLabel(text).complete) isUnderstood = false;
    }
    if (scopes.size > 1) return null;
    const own = this.readSheets.has(sheet) ? [scopeOfSheet(sheet), everything] : [everything];
    // A title that is not understood may be a school's: one school's numbers are then no sums.
    return { scopes: scopes.size === 1 ? [...scopes] : own, leastSchools: isUnderstood ? 1 : 2 };
  }

  private scopeOf(text: string): Scope | null {
    const match = this.tools.directory.find(text);
    if (match.kind === "found") return scopeOfCommune(match.commune.insee);
    return this.schools.has(communeKey(text)) ? scopeOfSchool(text) : null;
  }
}

function isFraction({ cell }: BlockCell): boolean {
  return typeof cell === "number" && !Number.isInteger(cell);
}

/** « Tarif », alone over the numbers: they are prices. */
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

/** The columns of prices: a third of their numbers have a fraction. */
function amountsOf(cells: readonly BlockCell[]): ReadonlySet<number> {
  const excess = new Map<number, number>();
  for (const each of cells)
    if (typeof each.cell === "number")
      excess.set(each.column, (excess.get(each.column) ?? 0) + (isFraction(each) ? 2 : -1));
  return new Set([...excess].flatMap(([column, more]) => (more >= 0 ? [column] : [])));
}

/** The cells of a block that may count something: whole numbers, under no heading that says they do not. */
function countsOf({ sheet, cells }: Block): BlockCell[] {
  if (isTariff(cells)) return [];
  const heading = new Map<number, string>();
  for (const { column, cell } of cells)
    if (typeof cell === "string" && !heading.has(column)) heading.set(column, fold(cell));
  const amounts = amountsOf(cells);
  return cells.filter(({ cell, row, column }) => {
    if (amounts.has(column)) return false;
    const read = readQuantity(cell);
    if (read.kind !== "value" || read.value <= 0 || read.value > mostCounted) return false;
    return !isShownAsMoney(sheet, row, column) && !noCount.test(heading.get(column) ?? "");
  });
}
