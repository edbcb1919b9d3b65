import { addTo, fold, isShownAsMoney, remembered, type SheetCells } from "../../cells";
import { communeKey, headcount, pack } from "../../tariff";
import type { Reading } from "../reading";
import type { TableReading } from "../table-reading";
import { mostCounted } from "../tables/column-statistics";
import type { Block, BlockCell } from "../tables/loose-blocks";
import { structuralRole } from "../texts/heading-role";
import { nameOfKey, schoolIn } from "../texts/school-names";
import { parseQuantity } from "../texts/values";

/** Headings of numbers that are neither equipment nor pupils. */
const noCount =
  /\b(population|habitants?|hab|km|kms?|distances?|surfaces?|superficies?|m2|codes?|insee|siren|siret|uai|rne|tel|telephones?|portables?|fax|cp|postal|postaux|n°|no|numeros?|ordre|rang|dates?|annees?|horaires?|heures?|duree|montants?|prix|couts?|tarifs?|euros?|ttc|ht|taux|ratios?|moyennes?|budget|credits?)\b|€|%/;

/** A text that introduces a commune or a school: « École : ». */
const place = /^(commune|ecole|etablissement|groupe scolaire)\b/;

/** What a block may recapitulate, and the fewest schools for its numbers to be sums. */
interface Recap {
  readonly scopes: readonly Scope[];
  readonly leastSchools: number;
}

/** Finds the blocks outside tables that may be an inventory or headcounts. */
export class BlockReader {
  private billed: BilledSums | null = null;
  private readonly readSheets: ReadonlySet<SheetCells>;
  /** The folded names of the schools of the tables. */
  private readonly schools: ReadonlySet<string>;

  constructor(private readonly reading: Reading) {
    const { tables, facets } = reading;
    const billed = tables.filter((each) => facets.isBilled(each));
    this.readSheets = new Set(billed.map(({ table }) => table.on.sheet));
    this.schools = new Set(tables.flatMap(({ reader }) => [...reader.schools.keys()].map(nameOfKey)));
  }

  private get context(): Reading["context"] {
    return this.reading.context;
  }

  /** What the tables bill: a block of the same names with the same numbers is a recapitulation. */
  private get sums(): BilledSums {
    return (this.billed ??= new BilledSums(this.reading));
  }

  /**
   * Returns whether a block has schools or communes beside numbers, or prestations of one of them whose numbers are not
   * sums of the tables.
   */
  isInventory(block: Block): boolean {
    const counted = countsOf(block);
    const rows = new Map<number, number[]>();
    const columns = new Map<number, number>();
    for (const { row, column, value } of counted) {
      addTo(rows, row, value);
      columns.set(column, row);
    }
    // A name alone in its row heads the numbers below it.
    const lastCounted = counted.at(-1)?.row ?? -1;
    const recap = this.recapOf(block);
    const priced = new Set(block.cells.filter(isFraction).map(({ row }) => row));
    const beside = new Set<string>();
    let isNamed = this.readSheets.has(block.sheet) || this.scopeOf(block.sheet.name) !== null;
    let isLabelled = false;
    for (const { row, column, cell } of block.cells) {
      if (typeof cell !== "string") continue;
      const name = this.scopeOf(cell);
      const numbers = rows.get(row);
      const isOver = (columns.get(column) ?? -1) > row;
      if (name !== null) {
        isNamed = true;
        if (row <= lastCounted) beside.add(name);
      } else if (place.test(fold(cell))) isNamed = true;
      else if (isOver) isLabelled ||= this.codesOf(cell) !== null;
      else if (numbers !== undefined && !priced.has(row)) isLabelled ||= this.counts(cell, numbers, recap);
    }
    return beside.size >= 2 || (isNamed && isLabelled);
  }

  /**
   * Returns the codes of the prestations that a text may name, several for « Total postes »; null when it names none.
   */
  private codesOf(text: string): readonly string[] | null {
    const { label } = this.context.readLabel(text);
    if (label.kind === "prestation") return [label.code];
    return label.kind === "ambiguous" && label.words !== "total" ? label.candidates : null;
  }

  /** Returns whether a text names a prestation, and the numbers beside it are not what is billed for the same names. */
  private counts(cell: string, numbers: readonly number[], recap: Recap | null): boolean {
    const codes = this.codesOf(cell);
    if (codes === null) return false;
    return !recap?.scopes.some((scope) =>
      codes.some((code) => this.sums.are(numbers, scope, code, recap.leastSchools)),
    );
  }

  /**
   * Returns what a block may recapitulate: its commune or school, otherwise everything; null when it names an unknown
   * school.
   */
  private recapOf({ sheet, cells }: Block): Recap | null {
    const scopes = new Set<Scope>();
    let isUnderstood = true;
    for (const text of [sheet.name, ...cells.flatMap(({ cell }) => (typeof cell === "string" ? [cell] : []))]) {
      const name = this.scopeOf(text);
      if (name !== null) scopes.add(name);
      else if (place.test(fold(text)) || schoolIn(text) !== null) return null;
      else if (text !== sheet.name && !this.context.readLabel(text).complete) isUnderstood = false;
    }
    // A title that is not understood may name a school, and the numbers of one school are not sums.
    return {
      scopes: scopes.size === 1 ? [...scopes] : [scopeOfSheet(sheet), everything],
      leastSchools: isUnderstood ? 1 : 2,
    };
  }

  /** Returns the commune or the known school that a text names; null when it names neither. */
  private scopeOf(text: string): Scope | null {
    const match = this.context.directory.find(text);
    if (match.kind === "found") return scopeOfCommune(match.commune.insee);
    return this.schools.has(communeKey(text)) ? scopeOfSchool(text) : null;
  }
}

function isFraction({ cell }: BlockCell): boolean {
  return typeof cell === "number" && !Number.isInteger(cell);
}

/** Returns whether « Tarif » is alone above the numbers, which are then prices. */
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

/** Returns the columns of prices: those with a fraction in at least a third of their numbers. */
function amountsOf(cells: readonly BlockCell[]): ReadonlySet<number> {
  const excess = new Map<number, number>();
  for (const each of cells)
    if (typeof each.cell === "number")
      excess.set(each.column, (excess.get(each.column) ?? 0) + (isFraction(each) ? 2 : -1));
  return new Set([...excess].flatMap(([column, more]) => (more >= 0 ? [column] : [])));
}

/** Returns what may be quantities in a block: plausible whole numbers, unless the heading excludes them. */
function countsOf({ sheet, cells }: Block): { row: number; column: number; value: number }[] {
  if (isTariff(cells)) return [];
  const heading = new Map<number, string>();
  for (const { column, cell } of cells)
    if (typeof cell === "string" && !heading.has(column)) heading.set(column, fold(cell));
  const amounts = amountsOf(cells);
  return cells.flatMap(({ cell, row, column }) => {
    const read = parseQuantity(cell);
    if (read.kind !== "value" || read.value <= 0 || read.value > mostCounted) return [];
    const isExcluded = amounts.has(column) || isShownAsMoney(sheet, row, column);
    return isExcluded || noCount.test(heading.get(column) ?? "") ? [] : [{ row, column, value: read.value }];
  });
}

/** The scope of a recapitulation: everything, one sheet, one commune or one school. */
type Scope = string;

const everything: Scope = "*";
const scopeOfSheet = ({ file, name }: { readonly file: string; readonly name: string }): Scope =>
  `sheet ${file}\n${name}`;
const scopeOfCommune = (insee: string): Scope => `commune ${insee}`;
const scopeOfSchool = (name: string): Scope => `school ${communeKey(name)}`;

/** What the tables bill by scope, prestation and nature, before any maximum. */
class BilledSums {
  private readonly sums = new Map<string, { readonly total: number; readonly schools: number }>();
  /** The keys of the schools of each scope with equipment: when no table shows packs, each is billed one. */
  private readonly equipped = new Map<Scope, Set<string>>();

  constructor(reading: Reading) {
    for (const each of reading.tables)
      for (const [key, counts] of countedIn(each, reading)) {
        const commune = key.slice(0, key.indexOf("|"));
        const { sheet } = each.table.on;
        const scopes = [everything, scopeOfSheet(sheet), scopeOfCommune(commune), scopeOfSchool(nameOfKey(key))];
        if ([...counts.keys()].some((what) => !what.startsWith(`${headcount}|`)))
          for (const scope of scopes) remembered(this.equipped, scope, () => new Set<string>()).add(key);
        for (const [what, quantity] of counts) for (const scope of scopes) this.add(`${scope}|${what}`, quantity);
      }
  }

  private add(key: string, quantity: number): void {
    const sum = this.sums.get(key) ?? { total: 0, schools: 0 };
    this.sums.set(key, { total: sum.total + quantity, schools: sum.schools + 1 });
  }

  /** Returns whether each number is what the scope is billed for a prestation, in one nature or in both. */
  are(numbers: readonly number[], scope: Scope, code: string, leastSchools: number): boolean {
    if (code === pack && !this.sums.has(`${everything}|${pack}|maintenance`))
      return numbers.every((number) => number === this.equipped.get(scope)?.size);
    const natures = ["maintenance", "installation"].flatMap((nature) => {
      const sum = this.sums.get(`${scope}|${code}|${nature}`);
      return sum === undefined || sum.schools < leastSchools ? [] : [sum.total];
    });
    const shown = new Set([...natures, natures.reduce((all, total) => all + total, 0)]);
    return numbers.every((number) => shown.has(number));
  }
}

/** Returns what a table bills before any maximum, by school, then by prestation and nature. */
function countedIn({ lines }: TableReading, { ledger, schools }: Reading): Map<string, Map<string, number>> {
  const bySchool = new Map<string, Map<string, number>>();
  for (const { who, facts } of lines)
    for (const fact of facts) {
      const claim = ledger.claimOf(fact);
      if (claim?.is !== "counted") continue;
      const counts = remembered(bySchool, schools.keyOf(who), () => new Map<string, number>());
      for (const { nature, quantity, beyond } of claim.lines) {
        const what = `${fact.code}|${nature}`;
        counts.set(what, (counts.get(what) ?? 0) + quantity + beyond);
      }
    }
  return bySchool;
}
