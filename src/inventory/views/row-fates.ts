import { addTo, isBlank, isBlankRow, rowsBetweenPauses, type Steps } from "../../cells";
import type { Fact } from "../facts";
import type { Ledger } from "../ledger";
import { isCounted, reasonOf, type Column } from "../column";
import type { TableReading } from "../table-reading";
import type { ExclusionReason, RowFate, RowFates, SheetRows } from "../types";

/** Which reason is shown when a row is left out for several: the first of these. */
const mostTelling: readonly ExclusionReason[] = [
  "other-year",
  "after-snapshot",
  "withdrawn",
  "spare",
  "untariffed",
  "capped",
  "duplicate-source",
  "part-of-headcount",
  "zero",
];

/** The outcome of each row of a table, by zero-based row of its sheet. It keeps no text of the rows. */
export class TableFates implements RowFates {
  constructor(private readonly fates: ReadonlyMap<number, RowFate>) {}

  fateOf(row: number): RowFate | null {
    return this.fates.get(row) ?? null;
  }

  all(): RowFate[] {
    return [...this.fates.values()];
  }
}

/** Returns the outcome of each row of a table that is not blank: exactly one, from the ledger. */
export function* fatesOf(reading: TableReading, ledger: Ledger): Steps<TableFates> {
  const { on, turned, bodyLeft, bodyTop } = reading.table;
  const rows = new RowsOfTable(reading, ledger, yield* factsByRow(reading));
  const fates = new Map<number, RowFate>();
  for (let row = Math.max(on.top, turned ? bodyLeft : bodyTop); row <= on.bottom; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    if (!isBlankRow(on.sheet.rows[row] ?? [], on.left, on.right)) fates.set(row, rows.fateIn(row));
  }
  return new TableFates(fates);
}

class RowsOfTable {
  constructor(
    private readonly reading: TableReading,
    private readonly ledger: Ledger,
    private readonly facts: ReadonlyMap<number, readonly Fact[]>,
  ) {}

  fateIn(row: number): RowFate {
    const facts = this.facts.get(row) ?? [];
    const ofTable = this.ledger.tableClaim(this.reading.table);
    const own = this.ownFate(row, facts);
    if (ofTable === null) return own;
    if (ofTable.is === "error") return facts.length > 0 || own === "billed" ? "error" : own;
    return ofTable.keepsErrors === true && own === "error" ? own : ofTable.reason;
  }

  private ownFate(row: number, facts: readonly Fact[]): RowFate {
    const { table } = this.reading;
    const ofRow = table.turned ? null : this.ledger.rowClaim(table, row);
    if (ofRow?.is === "error") return "error";
    const claims = facts.map((fact) => this.ledger.ownClaimOf(fact));
    if (claims.some((claim) => claim?.is === "error")) return "error";
    if (claims.some((claim) => claim?.is === "counted")) return "billed";
    const reasons = new Set(claims.flatMap((claim) => (claim?.is === "left-out" ? claim.reason : [])));
    const reason = mostTelling.find((each) => reasons.has(each)) ?? [...reasons][0];
    if (reason !== undefined) return reason;
    if (ofRow?.is === "left-out") return ofRow.reason;
    return table.turned ? this.fateOfColumn(row) : "zero";
  }

  /** Returns the outcome of a sheet row that heads a column of a turned table, when nothing in it is counted. */
  private fateOfColumn(row: number): RowFate {
    const { table } = this.reading;
    const column = table.columns.find(({ index }) => index === row);
    const isFilled = (table.on.sheet.rows[row] ?? []).some((cell, at) => at >= table.bodyTop && !isBlank(cell));
    if (column === undefined) return "title";
    if (isFilled) return fateOf(column);
    return isCounted(column.role) || column.role.kind === "refused" ? "zero" : "title";
  }
}

function fateOf({ role }: Column): RowFate {
  if (role.kind === "refused") return "error";
  const why = reasonOf({ role });
  if (why === "other-year") return why;
  if (why === "total") return "subtotal";
  return isCounted(role) ? "zero" : "not-counted";
}

/** Groups the facts of a table by their row in the sheet. */
function* factsByRow({ table, lines }: TableReading): Steps<Map<number, Fact[]>> {
  const byRow = new Map<number, Fact[]>();
  for (const [at, { row, facts }] of lines.entries()) {
    if (at % rowsBetweenPauses === 0) yield;
    for (const fact of facts) addTo(byRow, table.turned ? fact.column : row, fact);
  }
  return byRow;
}

/** Counts rows by outcome; the parts always add up to the rows read. */
export function countFates(fates: readonly RowFate[]): Omit<SheetRows, "sheet"> {
  const reasons: Partial<Record<ExclusionReason, number>> = {};
  let [billed, error] = [0, 0];
  for (const fate of fates)
    if (fate === "billed") billed += 1;
    else if (fate === "error") error += 1;
    else reasons[fate] = (reasons[fate] ?? 0) + 1;
  return { read: fates.length, billed, excluded: fates.length - billed - error, error, reasons };
}
