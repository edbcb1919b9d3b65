import type { Ledger } from "./ledger";
import type { ReaderContext } from "./rows/reader-context";
import type { Facets } from "./rules/facets";
import type { Schools } from "./rules/schools";
import type { TableReading } from "./table-reading";
import type { Source } from "./tables/find-tables";

/** All the tables of a reading with their lines, which the rules compare. */
export interface Reading {
  readonly context: ReaderContext;
  readonly ledger: Ledger;
  /** In the order of files, then of sheets, then from top to bottom. */
  readonly tables: readonly TableReading[];
  readonly schools: Schools;
  readonly facets: Facets;
  /** Every visible sheet of the user, with or without a table. */
  readonly sheets: readonly Source[];
}
