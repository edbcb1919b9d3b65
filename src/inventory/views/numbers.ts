import {
  BlockSet,
  holds,
  placeKey,
  rowsBetweenPauses,
  type SheetCells,
  type Steps,
  type WorkbookCells,
} from "../../cells";
import type { Anomaly } from "../../messages";
import { headcount } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Fact } from "../facts";
import type { Claim, Ledger } from "../ledger";
import type { Reading } from "../reading";
import type { Column } from "../column";
import type { SheetBlock } from "../table";
import type { TableReading } from "../table-reading";
import { isSettingsSheet, refOf } from "../tables/find-tables";
import type { SheetNumbers } from "../types";
import { holdsNumber } from "../texts/values";

/** The outcome of one number. */
type NumberFate = "billed" | "headcounts" | "dates" | "leftOut" | "error";

/** The account of the numbers of a reading. */
interface NumbersAccount {
  readonly numbers: SheetNumbers[];
  /** Numbers that no rule claimed; there are some only when the reader has a bug. */
  readonly anomalies: Anomaly[];
}

/**
 * Counts the outcomes of the numbers of visible sheets; `refused`: blocks that may be an inventory. (decisions §4,
 * Accounting)
 */
export function* accountNumbers(
  workbooks: readonly WorkbookCells[],
  reading: Reading,
  refused: readonly SheetBlock[],
): Steps<NumbersAccount> {
  const anomalies: Anomaly[] = [];
  const numbers: SheetNumbers[] = [];
  for (const [at, workbook] of workbooks.entries())
    for (const sheet of workbook.sheets) {
      if (sheet.visibility !== "visible" || sheet.generatedKey !== null || isSettingsSheet(sheet)) continue;
      const tables = reading.tables.filter(({ table }) => table.on.sheet === sheet);
      const accounts: TableAccount[] = [];
      for (const each of tables) accounts.push(yield* TableAccount.of(each, reading.ledger));
      const account = new SheetAccount(
        sheet,
        accounts,
        refused.filter((block) => block.sheet === sheet),
      );
      yield* account.follow();
      anomalies.push(...account.lost);
      if (account.total > 0) numbers.push({ sheet: refOf(sheet, at), numbers: account.total, ...account.counts });
    }
  return { numbers, anomalies };
}

/** Counts the numbers of one sheet by outcome. */
class SheetAccount {
  readonly counts: Record<NumberFate, number> = { billed: 0, headcounts: 0, dates: 0, leftOut: 0, error: 0 };
  readonly lost: Anomaly[] = [];
  total = 0;
  private readonly blocks: BlockSet<SheetBlock>;
  private readonly tables: ReadonlyMap<SheetBlock, TableAccount>;

  constructor(
    private readonly sheet: SheetCells,
    tables: readonly TableAccount[],
    private readonly refused: readonly SheetBlock[],
  ) {
    this.blocks = new BlockSet(tables.map(({ on }) => on));
    this.tables = new Map(tables.map((table) => [table.on, table]));
  }

  *follow(): Steps<void> {
    for (const [row, cells] of this.sheet.rows.entries()) {
      if (row % rowsBetweenPauses === 0) yield;
      for (let column = 0; column < cells.length; column += 1) {
        if (!holdsNumber(cells[column] ?? null)) continue;
        this.total += 1;
        const block = this.blocks.at(row, column);
        const table = block === undefined ? undefined : this.tables.get(block);
        this.counts[table === undefined ? this.looseFate(row, column) : this.fateIn(table, row, column)] += 1;
      }
    }
  }

  private looseFate(row: number, column: number): NumberFate {
    return this.refused.some((block) => holds(block, row, column)) ? "error" : "leftOut";
  }

  private fateIn(table: TableAccount, row: number, column: number): NumberFate {
    const fate = table.fateOf(row, column);
    if (fate !== null) return fate;
    const header = table.headingOver(row, column);
    this.lost.push(anomalyAt("error", "unaccounted-number", this.sheet, row, column, { header }));
    return "error";
  }
}

/** The outcomes of the numbers of one table. */
class TableAccount {
  readonly on: SheetBlock;
  private readonly facts = new Map<number, Fact>();
  private readonly lines = new Map<number, boolean>();
  private readonly columns: ReadonlyMap<number, Column>;

  private constructor(
    private readonly each: TableReading,
    private readonly ledger: Ledger,
  ) {
    this.on = each.table.on;
    // When a column index occurs several times, the first column counts: reversed, it is set last.
    this.columns = new Map([...each.table.columns].reverse().map((column) => [column.index, column]));
  }

  static *of(each: TableReading, ledger: Ledger): Steps<TableAccount> {
    const account = new TableAccount(each, ledger);
    for (const [at, { row, facts }] of each.lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      for (const fact of facts) account.facts.set(placeKey(row, fact.column), fact);
      account.lines.set(
        row,
        facts.some((fact) => ledger.claimOf(fact)?.is === "counted"),
      );
    }
    return account;
  }

  /** Returns the outcome of a number of the sheet; null when no rule claimed it. */
  fateOf(sheetRow: number, sheetColumn: number): NumberFate | null {
    const { table } = this.each;
    const [row, column] = table.turned ? [sheetColumn, sheetRow] : [sheetRow, sheetColumn];
    const fact = this.facts.get(placeKey(row, column));
    const claim = fact === undefined ? null : this.ledger.claimOf(fact);
    if (fact !== undefined) return claim === null ? null : fateOfClaim(claim, fact);
    return this.fateWithRow(row, column);
  }

  headingOver(sheetRow: number, sheetColumn: number): string {
    return this.columns.get(this.each.table.turned ? sheetRow : sheetColumn)?.header ?? "";
  }

  /** Returns the outcome of a number that is not a fact: that of its row, or of its column. */
  private fateWithRow(row: number, column: number): NumberFate | null {
    const { table } = this.each;
    const heading = this.columns.get(column);
    const counts = heading?.role.kind === "count" || heading?.role.kind === "part";
    const claim = this.ledger.tableClaim(table) ?? this.ledger.rowClaim(table, row);
    if (claim?.is === "error") return counts && row >= table.bodyTop ? "error" : "leftOut";
    if (claim !== null || heading === undefined || this.lines.get(row) !== true) return "leftOut";
    if (this.ledger.columnClaims(table).get(column)?.claim.is === "error") return "error";
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
        return null;
      default:
        return "leftOut";
    }
  }
}

function fateOfClaim(claim: Claim, fact: Fact): NumberFate {
  switch (claim.is) {
    case "counted":
      return fact.code === headcount ? "headcounts" : "billed";
    case "date":
      return "dates";
    case "left-out":
      return "leftOut";
    case "error":
      return "error";
  }
}
