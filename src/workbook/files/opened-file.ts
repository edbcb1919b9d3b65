import type { Sheet } from "hucre/xlsx";
import { anomaly, type Anomaly, type MessageCode } from "../../messages";
import type { Edit } from "../checksum";
import type { OpenedWorkbook } from "../opened-workbook";

type WorkbookFormat = "xlsx" | "xlsm" | "xls" | "ods" | "csv";

/** What `writeGenerated` starts from: the file itself, or values to put in a new one. Of no use elsewhere. */
export type WorkbookSource =
  | { readonly kind: "package"; readonly bytes: Uint8Array }
  | {
      readonly kind: "values";
      readonly sheets: readonly Sheet[];
      /** Some of the values are the results of formulas, or may be, which do not come with them. */
      readonly isComputed: boolean;
    };

/** A workbook opened from a file, with what is needed to write it back. */
export interface OpenWorkbook extends OpenedWorkbook {
  readonly format: WorkbookFormat;
  /** Cells of the Journal among which some were changed by hand: no checksum vouches for them again. */
  readonly journalEdits: readonly Edit[];
  readonly source: WorkbookSource;
}

export type OpenResult = { readonly ok: true; readonly workbook: OpenWorkbook } | FileRefused;

/** A file that cannot be used, or written. */
export interface FileRefused {
  readonly ok: false;
  readonly anomaly: Anomaly;
}

/** Why a file cannot be used: thrown from wherever it is found, made an anomaly where the file is opened. */
export class FileFault extends Error {
  constructor(
    readonly code: MessageCode,
    readonly params: Anomaly["params"] = {},
  ) {
    super(code);
  }
}

/** Returns the fault of a part that does not hold what it should; `cell` when one is known. */
export function damaged(part: string, cell = ""): FileFault {
  return new FileFault("file-corrupt", { part, cell });
}

/** Characters that a cell of Excel holds. */
export const longestText = 32_767;

/** Throws when a cell holds a text that Excel would not keep whole: a file that does was damaged, or made to do harm. */
export function refuseLongText(value: unknown, sheet: string, cell: () => string): void {
  if (typeof value === "string" && value.length > longestText)
    throw new FileFault("text-too-long", { sheet, cell: cell(), count: value.length });
}

/** Returns what the work on a file gives; its refusal when a part of it turns out to be damaged. */
export async function unlessDamaged<T>(file: string, work: () => Promise<T>): Promise<T | FileRefused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFault) return refused(error, file);
    throw error;
  }
}

/** Returns the refusal of a file for a fault. */
export function refused({ code, params }: FileFault, file: string): FileRefused {
  return { ok: false, anomaly: anomaly("error", code, { ...params, file }, { file }) };
}
