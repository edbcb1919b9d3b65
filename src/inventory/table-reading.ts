import type { Line } from "./facts";
import type { RowNatures } from "./rows/row-natures";
import type { UndueSection } from "./rows/sections";
import type { ServiceReader } from "./rows/service";
import type { TableReader } from "./rows/table-reader";
import type { Table } from "./table";

/** A table, with what its rows were read into. */
export interface TableReading {
  readonly table: Table;
  readonly reader: TableReader;
  readonly lines: readonly Line[];
  /** It shows packs, even none: then they count as shown. (decisions §2) */
  readonly showsPacks: boolean;
  /** Titles that leave out rows of schools. */
  readonly undueSections: readonly UndueSection[];
  readonly natures: RowNatures;
  readonly service: ServiceReader;
}
