import {
  blockName,
  cellName,
  holds,
  placeKey,
  remembered,
  type Cell,
  type SheetCells,
  type Steps,
  type WorkbookCells,
} from "../cells";
import { anomaly, type Anomaly } from "../messages";
import { pupilCode } from "../tariff";
import { anomalyAt } from "./anomalies";
import type { Block } from "./merge/block-reader";
import type { TableOutcome } from "./merge/table-outcome";
import { countedNature, countsPupils, type Column } from "./table";
import { isSettingsSheet, refOf } from "./tables/find-tables";
import type { Mapping, Quantity, SheetNumbers, SheetRows } from "./types";
import { holdsNumber, parseQuantity } from "./texts/values";

/** Where one number went. */
type NumberFate = "billed" | "headcounts" | "dates" | "leftOut" | "error";

/** What the account of numbers says. */
interface NumbersAccount {
  readonly numbers: SheetNumbers[];
  /** Numbers that the reader neither billed, nor left out, nor told: none, unless it is at fault. */
  readonly anomalies: Anomaly[];
}

/**
 * Follows every cell of the visible sheets that holds a number to the one place where it ends. A quantity that is nowhere is
 * an error at its cell, so that no fault of the reader bills less in silence. (decisions §4)
 */
export function* accountNumbers(
  workbooks: readonly WorkbookCells[],
  outcomes: readonly TableOutcome[],
  quantities: readonly Quantity[],
  told: readonly Anomaly[],
  refused: readonly Block[],
): Steps<NumbersAccount> {
  const billed = yield* billedPlaces(quantities);
  const anomalies: Anomaly[] = [];
  const numbers: SheetNumbers[] = [];
  for (const [at, workbook] of workbooks.entries())
    for (const sheet of workbook.sheets) {
      if (sheet.visibility !== "visible" || sheet.generatedKey !== null || isSettingsSheet(sheet)) continue;
      const own = outcomes.filter(({ table }) => table.sheet === sheet);
      const account = new SheetAccount(
        sheet,
        own,
        billed.get(keyOf(sheet)) ?? noPlaces,
        toldOn(sheet, told),
        refused.filter((block) => block.sheet === sheet),
      );
      yield* account.follow();
      for (const lost of account.lost) anomalies.push(lost);
      if (account.total > 0) numbers.push({ sheet: refOf(sheet, at), numbers: account.total, ...account.counts });
    }
  return { numbers, anomalies };
}

/** Zero-based places of the cells that an amount comes from: `headcounts` those of pupils. */
interface BilledPlaces {
  readonly billed: ReadonlySet<number>;
  readonly headcounts: ReadonlySet<number>;
}

const noPlaces: BilledPlaces = { billed: new Set(), headcounts: new Set() };

const keyOf = ({ file, name }: { readonly file: string; readonly name: string }): string => `${file}\n${name}`;

function* billedPlaces(quantities: readonly Quantity[]): Steps<Map<string, BilledPlaces>> {
  const bySheet = new Map<string, { billed: Set<number>; headcounts: Set<number> }>();
  for (const { prestation, sources } of quantities) {
    yield;
    for (const { sheet, column, rows } of sources) {
      const key = keyOf(sheet);
      const places = remembered(bySheet, key, () => ({ billed: new Set<number>(), headcounts: new Set<number>() }));
      const kind = prestation === pupilCode ? places.headcounts : places.billed;
      for (const row of rows) kind.add(placeKey(row, column));
    }
  }
  return bySheet;
}

/** Returns the A1 of the cells of a sheet on which something is told, each with whether it is an error. */
function toldOn(sheet: SheetCells, anomalies: readonly Anomaly[]): Map<string, boolean> {
  const cells = new Map<string, boolean>();
  for (const { severity, file, sheet: name, cell } of anomalies)
    if (cell !== null && name === sheet.name && file === sheet.file)
      cells.set(cell, (cells.get(cell) ?? false) || severity === "error");
  return cells;
}

/** A few milliseconds of work. */
const rowsBetweenPauses = 2000;

/** The numbers of one sheet, counted as they are followed. */
class SheetAccount {
  readonly counts: Record<NumberFate, number> = { billed: 0, headcounts: 0, dates: 0, leftOut: 0, error: 0 };
  readonly lost: Anomaly[] = [];
  total = 0;
  /** The columns of a table by index: each of its numbers asks for its own. */
  private readonly headings = new Map<TableOutcome, ReadonlyMap<number, Column>>();

  constructor(
    private readonly sheet: SheetCells,
    private readonly outcomes: readonly TableOutcome[],
    private readonly places: BilledPlaces,
    private readonly told: ReadonlyMap<string, boolean>,
    /** Blocks in no table that may be an inventory. */
    private readonly refused: readonly Block[],
  ) {}

  *follow(): Steps<void> {
    for (const [row, cells] of this.sheet.rows.entries()) {
      if (row % rowsBetweenPauses === 0) yield;
      const here = this.outcomes.filter(({ table }) => table.top <= row && row <= table.bottom);
      for (let column = 0; column < cells.length; column += 1) {
        const cell = cells[column] ?? null;
        if (!holdsNumber(cell)) continue;
        this.total += 1;
        const outcome = here.find(({ table }) => table.left <= column && column <= table.right);
        this.counts[this.fateOf(cell, row, column, outcome)] += 1;
      }
    }
  }

  private fateOf(cell: Cell, row: number, column: number, outcome: TableOutcome | undefined): NumberFate {
    const place = placeKey(row, column);
    if (this.places.billed.has(place)) return "billed";
    if (this.places.headcounts.has(place)) return "headcounts";
    if (outcome === undefined) {
      return this.refused.some((block) => holds(block, row, column)) ? "error" : "leftOut";
    }
    const fate = outcome.log.fateOf(row);
    const heading = this.headingsOf(outcome).get(column);
    if (fate === "error") return heading?.role.kind === "count" || heading?.role.kind === "part" ? "error" : "leftOut";
    if (fate !== "billed" || heading === undefined) return "leftOut";
    const out = outcome.columnsOut.get(column);
    if (out !== undefined) return out === "refused" ? "error" : "leftOut";
    switch (heading.role.kind) {
      case "date":
      case "date-in":
      case "date-out":
      case "installed-on":
        return "dates";
      case "refused":
        return "error";
      case "count":
      case "part":
        return this.quantityFate(cell, row, column, heading, outcome);
      default:
        return "leftOut";
    }
  }

  /** Returns the columns of a table, by index; the first of an index is the one that counts. */
  private headingsOf(outcome: TableOutcome): ReadonlyMap<number, Column> {
    return remembered(
      this.headings,
      outcome,
      () => new Map([...outcome.table.columns].reverse().map((column) => [column.index, column])),
    );
  }

  /**
   * Tells where a quantity of a billed row ends that no amount comes from: nothing to count, without tariff, set apart, told;
   * or lost.
   */
  private quantityFate(cell: Cell, row: number, column: number, heading: Column, outcome: TableOutcome): NumberFate {
    const read = parseQuantity(cell);
    if (read.kind === "value" && read.value === 0) return "leftOut";
    const { role, nature } = heading;
    const facet = countsPupils(role) ? "headcount" : "equipment";
    if (outcome.refused.has(facet)) return "error";
    if (outcome.dropped.has(facet) || (nature === "installation" && outcome.dropped.has("installation")))
      return "leftOut";
    if (outcome.cellsOut.has(cellName(row, column)) || outcome.reader.isLeftOut(row, column)) return "leftOut";
    const told = this.told.get(cellName(row, column));
    if (told !== undefined) return told ? "error" : "leftOut";
    if (
      role.kind === "count" &&
      role.code !== null &&
      !outcome.reader.hasTariff(role.code, countedNature(role.code, nature))
    )
      return "leftOut";
    this.lost.push(anomalyAt("error", "unaccounted-number", this.sheet, row, column, { header: heading.header }));
    return "error";
  }
}

/** Kinds of what is passed over: the user said so, or it was not understood. */
const passedOver: ReadonlySet<Mapping["kind"]> = new Set(["ignored", "unread"]);

/**
 * Returns one error, which names the tables, when there are some and nothing is billed; none if another error says already
 * why, or if the user set every row aside and no table was passed over. (decisions §4)
 */
export function nothingBilled(
  quantities: readonly Quantity[],
  mappings: readonly Mapping[],
  rows: readonly SheetRows[],
  told: readonly Anomaly[],
): Anomaly[] {
  const apart = mappings.filter(({ kind }) => passedOver.has(kind));
  // Where no table is passed over, rows are: all of them.
  const over = apart.length > 0 ? apart : rows.every(isSetAside) ? [] : mappings;
  if (quantities.length > 0 || over.length === 0 || told.some(({ severity }) => severity === "error")) return [];
  const first = over[0]!;
  const places = over.map(({ sheet, block }) => `${sheet.name}!${blockName(block)}`);
  const shown = places.length > most ? [...places.slice(0, most), "…"] : places;
  const { file, name } = first.sheet;
  return [anomaly("error", "nothing-billed", { tables: shown.join(", ") }, { file, sheet: name })];
}

/** Returns whether the user set aside every row of a sheet that is no title. */
function isSetAside({ read, reasons }: SheetRows): boolean {
  const { title = 0, "set-aside": aside = 0 } = reasons;
  return aside > 0 && read === title + aside;
}

/** Beyond so many places, a sentence is no longer read. */
const most = 5;
