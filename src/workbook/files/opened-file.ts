import type { Sheet } from "hucre/xlsx";
import { anomaly, type Anomaly, type MessageCode } from "../../messages";
import type { Edit } from "../checksum";
import type { OpenedWorkbook } from "../opened-workbook";

/** A format that can be read. */
type WorkbookFormat = "xlsx" | "xlsm" | "xls" | "ods" | "csv";

/** The source for `writeGenerated`: the package itself, or the values for a new one. It has no other use. */
export type WorkbookSource =
  | { readonly kind: "package"; readonly bytes: Uint8Array }
  | {
      readonly kind: "values";
      readonly sheets: readonly Sheet[];
      /** Whether some values are, or may be, the results of formulas, which are lost. */
      readonly isComputed: boolean;
    };

/** A workbook opened from a file, with its source. */
export interface OpenWorkbook extends OpenedWorkbook {
  readonly format: WorkbookFormat;
  /** Cells of the Journal that may have been changed by hand: no new checksum vouches for them. */
  readonly journalEdits: readonly Edit[];
  readonly source: WorkbookSource;
}

/** The result of opening a file. */
export type OpenResult = { readonly ok: true; readonly workbook: OpenWorkbook } | FileRefused;

/** A file that cannot be read or written. */
export interface FileRefused {
  readonly ok: false;
  readonly anomaly: Anomaly;
}

/** Thrown wherever a file proves unusable; becomes an anomaly where the file is opened. */
export class FileFault extends Error {
  constructor(
    readonly code: MessageCode,
    readonly params: Anomaly["params"] = {},
  ) {
    super(code);
  }
}

/** Returns the fault of a damaged part; `cell` is empty when unknown. */
export function damaged(part: string, cell = ""): FileFault {
  return new FileFault("file-corrupt", { part, cell });
}

/** The maximum length of a text in a cell of Excel. */
export const longestText = 32_767;

/** Throws when a text is too long for Excel: a file with such a text is damaged or malicious. */
export function refuseLongText(value: unknown, sheet: string, cell: () => string): void {
  if (typeof value === "string" && value.length > longestText)
    throw new FileFault("text-too-long", { sheet, cell: cell(), count: value.length });
}

/** Returns the result of `work`, or the refusal of the file when a part of it proves damaged. */
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
