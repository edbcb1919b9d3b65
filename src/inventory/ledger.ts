import { addTo, parseCellName, remembered } from "../cells";
import type { Anomaly } from "../messages";
import type { Nature } from "../tariff";
import type { Fact } from "./facts";
import type { Table } from "./table";
import type { ColumnReason, ExclusionReason, TableKind } from "./types";

/** Why a quantity may be left out: a sum, a text read whole, a date, its place, a choice, a repeat, a price… (decisions §4, Proof) */
export type Proof =
  "sum" | "text" | "date" | "structure" | "choice" | "equality" | "price" | "format" | "contents" | "nothing";

/** What a quantity is billed for: `beyond` is what stands there beyond one a school, and is not billed. */
export interface CountedLine {
  readonly nature: Nature;
  readonly quantity: number;
  readonly beyond: number;
}

/** Where a quantity, a row or a table ends. What is left out says by what proof. */
export type Claim =
  | { readonly is: "counted"; readonly lines: readonly CountedLine[] }
  | { readonly is: "date" }
  | { readonly is: "left-out"; readonly reason: ExclusionReason; readonly proof: Proof }
  | { readonly is: "error" };

/** What a table ends as, where it is not read as it was recognised. */
type TableClaim = Extract<Claim, { is: "left-out" | "error" }> & {
  readonly kind: TableKind | null;
  /** Its rows in error stay so. */
  readonly keepsErrors?: boolean;
};

/** A column that is left out once it is compared with other tables, or that cannot be told from them. */
interface ColumnClaim {
  readonly claim: Extract<Claim, { is: "left-out" | "error" }>;
  readonly why: ColumnReason;
}

export const error = { is: "error" } as const satisfies Claim;

export const leftOut = (reason: ExclusionReason, proof: Proof) => ({ is: "left-out", reason, proof }) as const;

/** Something told, and where it stands in the table as it is read: it goes with its table or its column. */
interface Told {
  readonly anomaly: Anomaly;
  readonly row: number | null;
  readonly column: number | null;
  /** The facts that it is about, where some may be of other tables. */
  readonly about: readonly Fact[];
}

/** Where every quantity ends: one claim each, which only a claim on its whole table or column undoes. (decisions §4) */
export class Ledger {
  private readonly ofFacts: (Claim | undefined)[] = [];
  private readonly facets = new Set<Fact>();
  private readonly ofRows = new Map<Table, Map<number, Claim>>();
  private readonly ofColumns = new Map<Table, Map<number, ColumnClaim>>();
  private readonly ofTables = new Map<Table, TableClaim>();
  private readonly told = new Map<Table, Told[]>();
  private readonly changes = new Map<Table, number>();

  /** Returns whether no rule has claimed a fact yet. */
  isOpen(fact: Fact): boolean {
    return this.claimOf(fact) === null;
  }

  /** Returns where a fact ends: as its table or its column does, else by its own claim; null while it is open. */
  claimOf(fact: Fact): Claim | null {
    return this.ofTables.get(fact.line.table) ?? this.ownClaimOf(fact);
  }

  /** Returns where a fact ends, its table apart: nothing is nothing, whatever becomes of its column. */
  ownClaimOf(fact: Fact): Claim | null {
    const own = this.ofFacts[fact.id] ?? null;
    if (own?.is === "left-out" && own.proof === "nothing") return own;
    return this.ofColumns.get(fact.line.table)?.get(fact.column)?.claim ?? own;
  }

  /** Returns whether a fact, be it zero or in error, is still its own table's to show and not another's. */
  isShown(fact: Fact): boolean {
    const { table } = fact.line;
    return !this.ofTables.has(table) && this.ofColumns.get(table)?.has(fact.column) !== true && !this.facets.has(fact);
  }

  /** Claims an open fact; one that is claimed stays as it is. */
  claim(fact: Fact, claim: Claim): void {
    if (!this.isOpen(fact)) return;
    this.ofFacts[fact.id] = claim;
    this.noteChange(fact.line.table);
  }

  /** Claims a fact that another table shows instead, or disputes; one that is claimed is no longer shown. */
  claimAsShownElsewhere(fact: Fact, claim: Claim): void {
    this.claim(fact, claim);
    this.facets.add(fact);
    this.noteChange(fact.line.table);
  }

  /** Claims a row of which nothing is counted; an error stays one. */
  claimRow(table: Table, row: number, claim: Claim): void {
    const rows = remembered(this.ofRows, table, () => new Map<number, Claim>());
    if (rows.get(row)?.is !== "error") rows.set(row, claim);
  }

  rowClaim(table: Table, row: number): Claim | null {
    return this.ofRows.get(table)?.get(row) ?? null;
  }

  /** Claims all of a column, and takes back what was told of its cells below its heading. */
  claimColumn(table: Table, column: number, claim: ColumnClaim): void {
    remembered(this.ofColumns, table, () => new Map<number, ColumnClaim>()).set(column, claim);
    this.noteChange(table);
    const told = this.toldOf(table);
    this.told.set(
      table,
      told.filter((each) => each.column !== column || each.row === null || each.row < table.bodyTop),
    );
  }

  columnClaims(table: Table): ReadonlyMap<number, ColumnClaim> {
    return this.ofColumns.get(table) ?? new Map<number, ColumnClaim>();
  }

  /** Claims all of a table, and takes back all that was told of it; what is about another table too is told of that one. */
  claimTable(table: Table, claim: TableClaim): void {
    this.ofTables.set(table, claim);
    this.noteChange(table);
    const told = this.toldOf(table);
    this.told.delete(table);
    for (const { anomaly, about } of told) {
      const left = about.find(({ line }) => !this.ofTables.has(line.table));
      if (left !== undefined) addTo(this.told, left.line.table, { anomaly, row: left.line.row, column: null, about });
    }
  }

  tableClaim(table: Table): TableClaim | null {
    return this.ofTables.get(table) ?? null;
  }

  /** Tells something of a place of a table, zero-based as the table is read; of the whole table where it has none. */
  tell(anomaly: Anomaly, table: Table, row: number | null = null, column: number | null = null): void {
    addTo(this.told, table, { anomaly, row, column, about: [] });
  }

  /** Tells something of facts of several tables at a place of one: it is told while one of these tables is read. */
  tellOf(about: readonly Fact[], anomaly: Anomaly, table: Table, row: number, column: number): void {
    addTo(this.told, table, { anomaly, row, column, about });
  }

  /** Returns whether the same is told already at the same place. */
  tells(table: Table, { code, cell }: Pick<Anomaly, "code" | "cell">): boolean {
    return this.toldOf(table).some(({ anomaly }) => anomaly.code === code && anomaly.cell === cell);
  }

  /** Returns whether an error is told of a table, or of one of its headings. */
  hasErrorAbove(table: Table): boolean {
    return this.toldOf(table).some(
      ({ anomaly, row }) => anomaly.severity === "error" && (row === null || row < table.bodyTop),
    );
  }

  /** Returns what is told of a table, in reading order; what is told of the whole of it comes last. */
  anomaliesOf(table: Table): Anomaly[] {
    const placed = this.toldOf(table).map(({ anomaly }) => ({ anomaly, place: parseCellName(anomaly.cell ?? "") }));
    const of = (at: number | undefined): number => at ?? Number.MAX_SAFE_INTEGER;
    placed.sort((a, b) => of(a.place?.row) - of(b.place?.row) || of(a.place?.column) - of(b.place?.column));
    return placed.map(({ anomaly }) => anomaly);
  }

  /** Counts the claims made in a table: what was worked out of it holds while their number stays. */
  changesIn(table: Table): number {
    return this.changes.get(table) ?? 0;
  }

  private noteChange(table: Table): void {
    this.changes.set(table, this.changesIn(table) + 1);
  }

  private toldOf(table: Table): readonly Told[] {
    return this.told.get(table) ?? [];
  }
}
