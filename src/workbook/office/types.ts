import type { Cell, WorkbookCells } from "../../cells";
import type { Anomaly } from "../../messages";
import type { KeyedName } from "../../documents";
import type { GeneratedAmount } from "../generated-names";

/** The workbook open in Excel, as read: what the core needs of it. */
export interface OfficeWorkbook {
  readonly cells: WorkbookCells;
  /** What Excel could not bring, as things to know. */
  readonly anomalies: readonly Anomaly[];
  /** Generated sheets found, under the names they bear now. */
  readonly ownSheets: readonly KeyedName[];
  /** Names that generated sheets may not take. */
  readonly userSheetNames: readonly string[];
  /** Cells of our journal, or none. */
  readonly journalRows: readonly (readonly Cell[])[];
  /** Amounts that our names point at in the generated sheets. */
  readonly ownAmounts: readonly GeneratedAmount[];
}

/** What a long operation does next, told before it is done. */
export interface Progress {
  readonly stage: "read" | "prepare" | "write" | "check" | "publish" | "restore" | "tidy";
  readonly done: number;
  readonly total: number;
  /** Sheet in hand, or null. */
  readonly sheet: string | null;
}

/** How a caller follows and stops a long operation. */
export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between two requests; a true answer stops the operation, which puts everything back. */
  readonly isCancelled?: () => boolean;
  /** How to wait before an attempt is made again; a timer where absent. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export type OfficeReading =
  { readonly ok: true; readonly workbook: OfficeWorkbook } | { readonly ok: false; readonly anomaly: Anomaly };

/** What state the workbook is left in. */
export type Aftermath =
  /** Nothing had been touched, or everything aside was removed. */
  | "untouched"
  /** The previous generation was put back. */
  | "restored"
  /** Excel stopped answering: one whole generation is marked current, and the next start removes the rest. */
  | "unfinished";

/** A generated sheet whose cells were changed by hand since it was written. */
export interface EditedSheet {
  readonly name: string;
  /** It is not replaced but removed. */
  readonly isGoing: boolean;
  /** The first of them, in A1. */
  readonly cells: readonly string[];
  readonly count: number;
}

/** Which sheets changed by hand may be replaced: all, or those that were shown, as long as they are as shown. */
export type Replacing = "all" | readonly EditedSheet[];

export type Publication =
  /** `remark`: what Excel refused of how the sheets look, or null. */
  | { readonly ok: true; readonly sheets: readonly KeyedName[]; readonly remark: Anomaly | null }
  | {
      readonly ok: false;
      readonly cancelled: boolean;
      readonly anomaly: Anomaly | null;
      readonly after: Aftermath;
      /** All that is wrong: these sheets were changed by hand, and nobody said that they may be replaced. */
      readonly edited?: readonly EditedSheet[];
    };

/** Without value: what was asked is done, or why it is not. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly anomaly: Anomaly };

/** The name that a sheet added got. */
export type Added = { readonly ok: true; readonly sheet: string } | { readonly ok: false; readonly anomaly: Anomaly };

/** The cell that the user has chosen, `E12` of a sheet, and its value now. */
export type Selected =
  | { readonly ok: true; readonly cell: { readonly sheet: string; readonly cell: string; readonly value: Cell } }
  | { readonly ok: false; readonly anomaly: Anomaly };

/** What a pane found when it started: `restored` where the previous generation had to be put back. */
export type Tidying =
  /** `documents`: it holds generated sheets. */
  | { readonly ok: true; readonly restored: boolean; readonly documents: boolean }
  | { readonly ok: false; readonly anomaly: Anomaly };
