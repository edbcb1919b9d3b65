import type { Anomaly } from "../../messages";
import type { CountedSchool, RowLog } from "../rows/counts";
import type { ReaderContext } from "../rows/reader-context";
import type { TableReader } from "../rows/table-reader";
import type { Table } from "../table";
import type { ColumnReason, TableKind } from "../types";

/** What a table ends as, once it is put together with the others: what was read of it, less what is taken out. */
export class TableOutcome {
  readonly table: Table;
  readonly context: ReaderContext;
  readonly schools: Map<string, CountedSchool>;
  readonly anomalies: Anomaly[];
  readonly log: RowLog;
  kind: TableKind;
  /** The table shows packs, even none: then they count as shown (decisions §2). */
  showsPacks: boolean;
  /** The table shows headcounts. */
  showsHeadcounts: boolean;
  /** What another table shows in its stead. */
  readonly dropped = new Set<"equipment" | "installation" | "headcount">();
  /** What cannot be told from another table's, so that neither is billed. */
  readonly refused = new Set<"equipment" | "headcount">();
  /** Columns that count for nothing, and why. */
  readonly columnsOut = new Map<number, ColumnReason>();
  /** A1 of quantities that another table counts already. */
  readonly cellsOut = new Set<string>();

  constructor(readonly reader: TableReader) {
    this.table = reader.table;
    this.context = reader.context;
    this.schools = reader.schools;
    this.anomalies = reader.anomalies;
    this.log = reader.log;
    this.kind = reader.table.kind;
    this.showsPacks = reader.showsPacks;
    this.showsHeadcounts = reader.showsHeadcounts;
  }
}
