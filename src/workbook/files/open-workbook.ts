import type { Sheet } from "hucre/xlsx";
import type { Cell, WorkbookCells } from "../../cells";
import type { Anomaly } from "../../messages";
import type { GeneratedAmount } from "../generated-names";
import type { Edit } from "../checksum";

export type WorkbookFormat = "xlsx" | "xlsm" | "xls" | "ods" | "csv";

/** What `writeGenerated` starts from: the file itself, or values to put in a new one. Of no use elsewhere. */
export type WorkbookSource =
  | { readonly kind: "package"; readonly bytes: Uint8Array }
  | { readonly kind: "values"; readonly sheets: readonly Sheet[] };

/** A workbook opened from a file: what the core reads of it, and what is needed to write it back. */
export interface OpenWorkbook {
  readonly cells: WorkbookCells;
  readonly format: WorkbookFormat;
  /** What the file could not bring, as things to know. */
  readonly anomalies: readonly Anomaly[];
  /** Generated sheets found, under the names they bear now. */
  readonly ownSheets: readonly { readonly key: string; readonly name: string }[];
  /** Names that generated sheets may not take, chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** Cells of our journal, or none. */
  readonly journalRows: readonly (readonly Cell[])[];
  /** Cells of our Journal among which some were changed by hand: they are not sealed anew. */
  readonly journalEdits: readonly Edit[];
  /** Amounts that our names point at in the generated sheets. */
  readonly ownAmounts: readonly GeneratedAmount[];
  readonly source: WorkbookSource;
}

export type OpenResult =
  { readonly ok: true; readonly workbook: OpenWorkbook } | { readonly ok: false; readonly anomaly: Anomaly };
