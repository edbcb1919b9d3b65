import { addTo, parseCellName, remembered } from "../cells";
import type { Anomaly } from "../messages";
import type { Nature } from "../tariff";
import type { Fact } from "./facts";
import type { Table } from "./table";
import type { ColumnReason, ExclusionReason, TableKind } from "./types";

/**
 * The kind of evidence for leaving a quantity out: a sum, a text understood as a whole, a date, its position, a user's
 * choice, a repeat, a price… (decisions §4, Proof)
 */
export type Proof =
  "sum" | "text" | "date" | "structure" | "choice" | "equality" | "price" | "format" | "contents" | "nothing";

/** The quantity billed for one nature; `beyond` is what exceeds the maximum for a school and is not billed. */
export interface CountedLine {
  readonly nature: Nature;
  readonly quantity: number;
  readonly beyond: number;
}

/** The outcome of a fact, a row or a table. What is left out carries a reason and its evidence. */
export type Claim =
  | { readonly is: "counted"; readonly lines: readonly CountedLine[] }
  | { readonly is: "date" }
  | { readonly is: "left-out"; readonly reason: ExclusionReason; readonly proof: Proof }
  | { readonly is: "error" };

/** The outcome of a table that is not read as it was recognised. */
type TableClaim = Extract<Claim, { is: "left-out" | "error" }> & {
  readonly kind: TableKind | null;
  /** Whether its rows in error remain errors. */
  readonly keepsErrors?: boolean;
};

/** The outcome of a column that a comparison with other tables leaves out or puts in error. */
interface ColumnClaim {
  readonly claim: Extract<Claim, { is: "left-out" | "error" }>;
  readonly why: ColumnReason;
}

export const error = { is: "error" } as const satisfies Claim;

export const leftOut = (reason: ExclusionReason, proof: Proof) => ({ is: "left-out", reason, proof }) as const;

/** A reported anomaly with its place in the table's orientation: withdrawn with its table or its column. */
interface Reported {
  readonly anomaly: Anomaly;
  readonly row: number | null;
  readonly column: number | null;
  /** The facts concerned, when some belong to other tables. */
  readonly about: readonly Fact[];
}

/**
 * Records the outcome of every fact. A fact has one claim, which only a claim on its whole table or column overrides.
 * (decisions §4)
 */
export class Ledger {
  private readonly ofFacts: (Claim | undefined)[] = [];
  private readonly facets = new Set<Fact>();
  private readonly ofRows = new Map<Table, Map<number, Claim>>();
  private readonly ofColumns = new Map<Table, Map<number, ColumnClaim>>();
  private readonly ofTables = new Map<Table, TableClaim>();
  private readonly reported = new Map<Table, Reported[]>();
  private readonly changes = new Map<Table, number>();

  /** Returns whether no claim applies to a fact yet. */
  isOpen(fact: Fact): boolean {
    return this.claimOf(fact) === null;
  }

  /** Returns the outcome of a fact: that of its table, else of its column, else its own; null while it is open. */
  claimOf(fact: Fact): Claim | null {
    return this.ofTables.get(fact.line.table) ?? this.ownClaimOf(fact);
  }

  /**
   * Returns the outcome of a fact, the claim on its table ignored. A fact that counts nothing keeps its own outcome
   * whatever its column's.
   */
  ownClaimOf(fact: Fact): Claim | null {
    const own = this.ofFacts[fact.id] ?? null;
    if (own?.is === "left-out" && own.proof === "nothing") return own;
    return this.ofColumns.get(fact.line.table)?.get(fact.column)?.claim ?? own;
  }

  /** Returns whether a fact, even zero or in error, is still shown by its own table rather than by another. */
  isShown(fact: Fact): boolean {
    const { table } = fact.line;
    return !this.ofTables.has(table) && this.ofColumns.get(table)?.has(fact.column) !== true && !this.facets.has(fact);
  }

  /** Claims an open fact; a fact that is already claimed keeps its claim. */
  claim(fact: Fact, claim: Claim): void {
    if (!this.isOpen(fact)) return;
    this.ofFacts[fact.id] = claim;
    this.noteChange(fact.line.table);
  }

  /**
   * Claims an open fact that another table shows instead, or contradicts. In any case the fact is no longer shown by
   * its own table.
   */
  claimAsShownElsewhere(fact: Fact, claim: Claim): void {
    this.claim(fact, claim);
    this.facets.add(fact);
    this.noteChange(fact.line.table);
  }

  /** Claims a row of which nothing is counted; a row in error stays in error. */
  claimRow(table: Table, row: number, claim: Claim): void {
    const rows = remembered(this.ofRows, table, () => new Map<number, Claim>());
    if (rows.get(row)?.is !== "error") rows.set(row, claim);
  }

  rowClaim(table: Table, row: number): Claim | null {
    return this.ofRows.get(table)?.get(row) ?? null;
  }

  /** Claims a whole column, and withdraws the anomalies of its cells below its header. */
  claimColumn(table: Table, column: number, claim: ColumnClaim): void {
    remembered(this.ofColumns, table, () => new Map<number, ColumnClaim>()).set(column, claim);
    this.noteChange(table);
    const earlier = this.reportedOf(table);
    this.reported.set(
      table,
      earlier.filter((each) => each.column !== column || each.row === null || each.row < table.bodyTop),
    );
  }

  columnClaims(table: Table): ReadonlyMap<number, ColumnClaim> {
    return this.ofColumns.get(table) ?? new Map<number, ColumnClaim>();
  }

  /**
   * Claims a whole table, and withdraws its anomalies. An anomaly that also concerns another table moves to that table.
   */
  claimTable(table: Table, claim: TableClaim): void {
    this.ofTables.set(table, claim);
    this.noteChange(table);
    const earlier = this.reportedOf(table);
    this.reported.delete(table);
    for (const { anomaly, about } of earlier) {
      const left = about.find(({ line }) => !this.ofTables.has(line.table));
      if (left !== undefined)
        addTo(this.reported, left.line.table, { anomaly, row: left.line.row, column: null, about });
    }
  }

  tableClaim(table: Table): TableClaim | null {
    return this.ofTables.get(table) ?? null;
  }

  /**
   * Reports an anomaly at a zero-based cell in the table's orientation; without a row and a column, it concerns the
   * whole table. One that is about facts of several tables remains as long as one of these tables is read.
   */
  report(
    anomaly: Anomaly,
    table: Table,
    row: number | null = null,
    column: number | null = null,
    about: readonly Fact[] = [],
  ): void {
    addTo(this.reported, table, { anomaly, row, column, about });
  }

  /** Returns whether an anomaly with the same code is already reported at the same cell. */
  hasReported(table: Table, { code, cell }: Pick<Anomaly, "code" | "cell">): boolean {
    return this.reportedOf(table).some(({ anomaly }) => anomaly.code === code && anomaly.cell === cell);
  }

  /** Returns whether an error is reported about a table as a whole, or about its header. */
  hasErrorAbove(table: Table): boolean {
    return this.reportedOf(table).some(
      ({ anomaly, row }) => anomaly.severity === "error" && (row === null || row < table.bodyTop),
    );
  }

  /** Returns the anomalies of a table in reading order, those without a cell last. */
  anomaliesOf(table: Table): Anomaly[] {
    const placed = this.reportedOf(table).map(({ anomaly }) => ({ anomaly, place: parseCellName(anomaly.cell ?? "") }));
    const of = (at: number | undefined): number => at ?? Number.MAX_SAFE_INTEGER;
    placed.sort((a, b) => of(a.place?.row) - of(b.place?.row) || of(a.place?.column) - of(b.place?.column));
    return placed.map(({ anomaly }) => anomaly);
  }

  /**
   * Returns the number of claims made in a table: what was computed from it is valid as long as this number stays the
   * same.
   */
  changesIn(table: Table): number {
    return this.changes.get(table) ?? 0;
  }

  private noteChange(table: Table): void {
    this.changes.set(table, this.changesIn(table) + 1);
  }

  private reportedOf(table: Table): readonly Reported[] {
    return this.reported.get(table) ?? [];
  }
}
