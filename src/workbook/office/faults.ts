import type { Anomaly, MessageCode } from "../../messages";
import type { Aftermath } from "./types";

/** What Excel's refusals mean to a user; any other code is told by `office-other`. */
const codes: Readonly<Record<string, MessageCode>> = {
  InvalidOperationInCellEditMode: "office-cell-edit",
  ActivityLimitReached: "office-busy",
  RequestAborted: "office-busy",
  TooManyRequests: "office-busy",
  AccessDenied: "office-access-denied",
  Unauthenticated: "office-session-lost",
  InvalidOrTimedOutSession: "office-session-lost",
  RequestPayloadSizeLimitExceeded: "office-too-large",
  ResponsePayloadSizeLimitExceeded: "office-too-large",
  OperationCellsExceedLimit: "office-too-large",
  RangeExceedsLimit: "office-too-large",
  InactiveWorkbook: "office-inactive-workbook",
  // Nothing is ever asked of a selection but the active cell: another workbook has it, and some Excels refuse names then too.
  InvalidSelection: "office-inactive-workbook",
  ItemNotFound: "office-sheet-vanished",
  InvalidReference: "office-sheet-vanished",
  ItemAlreadyExists: "office-workbook-changed",
  ApiNotFound: "office-too-old",
  ApiNotAvailable: "office-too-old",
};

/** What needs this workbook to be in front: Excel then refuses it with a code that says nothing of that. */
const ofFront =
  /^(?:WorksheetCollection\.add|WorksheetFreezePanes\.\w+|Worksheet\.(?:activate|delete)|Range\.select|Workbook\.getActiveCell)\b/i;

/** True where Excel refuses because another workbook became the active one. */
function isOfFront(error: unknown, code: string): boolean {
  return code === "GeneralException" && ofFront.test(memberOfFault(error));
}

/** The member of Excel's API that an error was met at, `Range.select`; an empty text where the error does not say it. */
export function memberOfFault(error: unknown): string {
  const { debugInfo } = error as { readonly debugInfo?: { readonly errorLocation?: unknown } };
  return String(debugInfo?.errorLocation ?? "");
}

/** Code of an error that Excel sent, or null for a bug of ours. */
export function codeOfFault(error: unknown): string | null {
  // Office's errors may come from another realm than ours: their class cannot be asked.
  if (typeof error !== "object" || error === null || error instanceof Abort) return null;
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : null;
}

/** An anomaly of the workbook in hand. */
export function anomaly(
  code: MessageCode,
  params: Anomaly["params"] = {},
  sheet: string | null = null,
  cell: string | null = null,
): Anomaly {
  return { severity: "error", code, file: null, sheet, cell, params };
}

/**
 * What Excel's error tells the user, with the state that the workbook is left in. `vanished`: a sheet that is known to
 * have gone meanwhile. An error that is not Excel's is a bug, and is thrown again.
 */
export function faultOf(error: unknown, after: Aftermath, vanished: string | null = null): Anomaly {
  if (error instanceof Abort && error.anomaly !== null)
    return { ...error.anomaly, params: { ...error.anomaly.params, ...stateOf(after) } };
  const code = codeOfFault(error);
  if (code === null) throw error;
  const params = { code, ...stateOf(after) };
  if (vanished !== null) return anomaly("office-sheet-vanished", { ...params, sheet: vanished }, vanished);
  return anomaly(isOfFront(error, code) ? "office-inactive-workbook" : (codes[code] ?? "office-other"), params);
}

/** Fills the one sentence of a message that says how the workbook is left. */
function stateOf(after: Aftermath): Anomaly["params"] {
  return { [after]: "1" };
}

/** Ends an operation from within, on its way to the one place that puts everything back: never leaves the module. */
export class Abort extends Error {
  /** Null: the user cancelled. */
  constructor(readonly anomaly: Anomaly | null) {
    super(anomaly?.code ?? "cancelled");
  }
}
