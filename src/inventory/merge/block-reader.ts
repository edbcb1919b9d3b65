import { fold, isShownAsDate, isShownAsMoney, type SheetCells } from "../../cells";
import { communeKey, type CommuneDirectory, type LabelReading } from "../../tariff";
import type { ReadingTools, TableReading } from "../rows/table-reader";
import { mostCounted } from "../tables/column-statistics";
import { schoolIn } from "../tables/table-titles";
import { structuralRole } from "../words/headings";
import { totalKind } from "../words/names";
import { parseQuantity } from "../words/values";
import { isBilledKind } from "./facets";
import type { Block, BlockCell } from "./unread-blocks";

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
      const read = parseQuantity(cell);
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
function isTariff(cells: readonly BlockCell[]): boolean {
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

interface Sum {
  total: number;
  /** Of how many schools. */
  schools: number;
}

/** What the tables bill, by scope, prestation and nature, before any cap. */
class BilledSums {
  private readonly sums = new Map<string, Sum>();
  /** The schools of each scope that have equipment: where no table shows packs, each is billed one. */
  private readonly equipped = new Map<Scope, Set<string>>();

  constructor(readings: readonly TableReading[]) {
    for (const { kind, table, schools } of readings) {
      if (!isBilledKind(kind)) continue;
      for (const { key, commune, counts } of schools.values()) {
        const scopes = [
          everything,
          scopeOfSheet(table.sheet),
          scopeOfCommune(commune.insee),
          scopeOfSchool(key.slice(key.indexOf("|") + 1)),
        ];
        if ([...counts.keys()].some((what) => !what.startsWith("PORTAIL|")))
          for (const scope of scopes) this.equipped.set(scope, (this.equipped.get(scope) ?? new Set()).add(key));
        for (const [what, { quantity, beyond }] of counts)
          for (const scope of scopes) this.add(`${scope}|${what}`, quantity + beyond);
      }
    }
  }

  private add(key: string, quantity: number): void {
    const sum = this.sums.get(key) ?? { total: 0, schools: 0 };
    this.sums.set(key, { total: sum.total + quantity, schools: sum.schools + 1 });
  }

  /** True where each number is what the scope is billed of a prestation: in one nature, or in both. */
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

/** What tells names and prestations. */
interface Tools {
  readonly directory: CommuneDirectory;
  readonly readLabel: (text: string) => LabelReading;
}

/** Longer is a sentence, which names things without counting them. */
const longestText = 60;
/** So many in one column are a list of machines. */
const fewest = 2;

/**
 * True where a column names machines, one a row: one of them twice, or all of them under the name of one commune or school. The
 * prestations once each are a drop-down list, a legend or a tariff. (decisions §4)
 */
export function listsMachines(block: Block, isBesideTables: boolean, tools: Tools): boolean {
  const columns = new Map<number, string[]>();
  const firsts = new Map<number, number>();
  for (const { row, column, cell } of block.cells) {
    if (typeof cell !== "string" || cell.length > longestText) continue;
    const { label, complete } = tools.readLabel(cell);
    if (!complete) continue;
    const code = label.kind === "prestation" ? label.code : label.kind === "ambiguous" ? label.words : "total";
    if (code === "total" || code === "PORTAIL") continue;
    columns.set(column, [...(columns.get(column) ?? []), fold(cell)]);
    if (!firsts.has(column)) firsts.set(column, row);
  }
  return [...columns].some(([column, names]) => {
    if (names.length < fewest || isPriced(block, column, firsts.get(column)!)) return false;
    if (new Set(names).size < names.length) return true;
    return !isBesideTables && !isTariff(block.cells) && isOfOnePlace(block, firsts.get(column)!, tools);
  });
}

/** A price beside most of them: a tariff, which says the prestations of each nature again. */
function isPriced({ cells, sheet }: Block, column: number, top: number): boolean {
  const rows = new Set(cells.filter((each) => each.column === column && each.row >= top).map(({ row }) => row));
  const priced = new Set(
    cells
      .filter(
        ({ row, column: at, cell }) =>
          rows.has(row) &&
          typeof cell === "number" &&
          (isShownAsMoney(sheet, row, at) || isAmount(sheet, row, at, cell)),
      )
      .map(({ row }) => row),
  );
  return priced.size * 2 > rows.size;
}

function isAmount(sheet: SheetCells, row: number, column: number, cell: number): boolean {
  return !Number.isInteger(cell) && !isShownAsDate(sheet, row, column);
}

/** True where the sheet's name, or a text above the machines, names a commune or a school. */
function isOfOnePlace({ cells, sheet }: Block, top: number, { directory }: Tools): boolean {
  const titles = cells.flatMap(({ row, cell }) => (row < top && typeof cell === "string" ? [cell] : []));
  return [sheet.name, ...titles].some(
    (text) => text.length <= longestText && (directory.find(text).kind !== "unknown" || schoolIn(text) !== null),
  );
}
