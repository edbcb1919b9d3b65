import type { Sheet } from "hucre/xlsx";
import type { HostWorkbook } from "../../billing";
import type { Anomaly } from "../../messages";
import type { GeneratedAmount } from "../generated-names";
import type { Edit } from "../checksum";

export type WorkbookFormat = "xlsx" | "xlsm" | "xls" | "ods" | "csv";

/** What `writeGenerated` starts from: the file itself, or values to put in a new one. Of no use elsewhere. */
export type WorkbookSource =
  | { readonly kind: "package"; readonly bytes: Uint8Array }
  | { readonly kind: "values"; readonly sheets: readonly Sheet[] };

/** A workbook opened from a file: what the core reads of it, and what is needed to write it back. */
export interface OpenWorkbook extends HostWorkbook {
  readonly format: WorkbookFormat;
  /** Cells of our Journal among which some were changed by hand: they are not sealed anew. */
  readonly journalEdits: readonly Edit[];
  /** Amounts that our names point at in the generated sheets. */
  readonly ownAmounts: readonly GeneratedAmount[];
  readonly source: WorkbookSource;
}

export type OpenResult =
  { readonly ok: true; readonly workbook: OpenWorkbook } | { readonly ok: false; readonly anomaly: Anomaly };
