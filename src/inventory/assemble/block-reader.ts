import { fold, isShownAsMoney } from "../../cells";
import type { SheetCells } from "../../cells";
import { communeKey } from "../../tariff";
import { readQuantity } from "../read/quantity";
import type { ReadingTools, TableReading } from "../read/reading-table";
import type { Block, BlockCell } from "./unread-blocks";
import { isBilledKind } from "./set-apart";

/** Longer is a sentence. */
const longestName = 60;

/** Headings of numbers that count no equipment and no pupil. */
const noCount =
  /\b(population|habitants?|hab|km|kms?|distances?|surfaces?|superficies?|m2|codes?|insee|siren|siret|uai|rne|tel|telephones?|portables?|fax|cp|postal|postaux|n°|no|numeros?|ordre|rang|dates?|annees?|horaires?|heures?|duree|montants?|prix|couts?|tarifs?|euros?|ttc|ht|taux|ratios?|moyennes?|budget|credits?)\b|€|%/;

/** « École : » names one, whatever follows. */
const place = /^(commune|ecole|etablissement|groupe scolaire)\b/;

/** The largest number that may count something in one school. */
const mostCounted = 1500;

/** Tells what may be an inventory or headcounts among what stands in no table. */
export class BlockReader {
  /** Sums that the tables give, by prestation, over all and over each sheet: a block that repeats them is a recap. */
  private readonly sums = new Map<string, Set<number>>();
  private readonly readSheets: ReadonlySet<SheetCells>;

  constructor(
    readings: readonly TableReading[],
    /** Names of the schools of the tables. */
    private readonly schools: ReadonlySet<string>,
    private readonly tools: ReadingTools,
  ) {
    const read = readings.filter(({ kind }) => isBilledKind(kind));
    this.readSheets = new Set(read.map(({ table }) => table.sheet));
    this.addSums(read);
    for (const sheet of this.readSheets) this.addSums(read.filter(({ table }) => table.sheet === sheet));
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
        if (isOver || this.counts(cell, numbers!)) labels += 1;
    }
    return beside.size >= 2 || (isNamed && labels >= 2);
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

  /** True where a text names a prestation, and the numbers beside it are not what the tables come to. */
  private counts(text: string, numbers: readonly number[]): boolean {
    const code = this.codeOf(text);
    if (code === null) return false;
    const sums = this.sums.get(code);
    return sums === undefined || !numbers.every((number) => sums.has(number));
  }

  private addSums(readings: readonly TableReading[]): void {
    const totals = new Map<string, number>();
    for (const { schools } of readings)
      for (const { counts } of schools.values())
        for (const [key, { quantity, beyond }] of counts) totals.set(key, (totals.get(key) ?? 0) + quantity + beyond);
    for (const [key, total] of totals) {
      const code = key.slice(0, key.indexOf("|"));
      this.sums.set(code, (this.sums.get(code) ?? new Set()).add(total));
    }
  }
}

function isFraction({ cell }: BlockCell): boolean {
  return typeof cell === "number" && !Number.isInteger(cell);
}

/** The cells of a block that may count something: whole numbers, under no heading that says they do not. */
function countsOf({ sheet, cells }: Block): BlockCell[] {
  const heading = new Map<number, string>();
  for (const { column, cell } of cells)
    if (typeof cell === "string" && !heading.has(column)) heading.set(column, fold(cell));
  return cells.filter(({ cell, row, column }) => {
    const read = readQuantity(cell);
    if (read.kind !== "value" || read.value <= 0 || read.value > mostCounted) return false;
    return !isShownAsMoney(sheet, row, column) && !noCount.test(heading.get(column) ?? "");
  });
}
