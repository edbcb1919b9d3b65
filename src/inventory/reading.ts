import type { Ledger } from "./ledger";
import type { ReaderContext } from "./rows/reader-context";
import type { Facets } from "./rules/facets";
import type { Schools } from "./rules/schools";
import type { TableReading } from "./table-reading";
import type { Source } from "./tables/find-tables";

/** All tables of a reading, their rows read; what rules weigh against each other. */
export interface Reading {
  readonly context: ReaderContext;
  readonly ledger: Ledger;
  /** In the order of files, of sheets, and from top to bottom. */
  readonly tables: readonly TableReading[];
  readonly schools: Schools;
  readonly facets: Facets;
  /** Every visible sheet of the user's, tables in it or not. */
  readonly sheets: readonly Source[];
}
