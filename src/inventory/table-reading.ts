import type { Line } from "./facts";
import type { RowNatures } from "./rows/row-natures";
import type { UndueSection } from "./rows/sections";
import type { ServiceReader } from "./rows/service";
import type { TableReader } from "./rows/table-reader";
import type { Table } from "./table";

/** A table with its lines. */
export interface TableReading {
  readonly table: Table;
  readonly reader: TableReader;
  readonly lines: readonly Line[];
  /** Whether the table shows packs, even zero: packs then count as shown, and none is inferred. (decisions §2) */
  readonly showsPacks: boolean;
  /** Section titles that leave out rows of schools. */
  readonly undueSections: readonly UndueSection[];
  readonly natures: RowNatures;
  readonly service: ServiceReader;
}
