import type { Anomaly, MessageCode } from "../../messages";

/** Why a file cannot be used, thrown from wherever it is found; `openWorkbookFile` makes an anomaly of it. */
export class FileFault extends Error {
  constructor(
    readonly code: MessageCode,
    readonly params: Anomaly["params"] = {},
  ) {
    super(code);
  }
}

/** A part of a file that does not hold what it should; `cell` where one is known. */
export function damaged(part: string, cell = ""): FileFault {
  return new FileFault("file-corrupt", { part, cell });
}
