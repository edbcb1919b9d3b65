import type { Anomaly, MessageCode } from "../../messages";
import { officeError, type Aftermath, type Refused } from "../port";

/** Ends an operation from within, on its way to the one place that puts everything back: never leaves the module. */
export class Abort extends Error {
  /** Null: the user cancelled. */
  constructor(readonly anomaly: Anomaly | null) {
    super(anomaly?.code ?? "cancelled");
  }

  /** Returns what ends an operation for something wrong about a sheet. */
  static at(code: MessageCode, sheet: string): Abort {
    return new Abort(officeError(code, { sheet }, { sheet }));
  }
}

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
  /^(?:WorksheetCollection\.add|WorksheetFreezePanes\.\w+|Worksheet\.(?:activate|delete|(?:show)?Gridlines)|Range\.select|Workbook\.getActiveCell)\b/i;
/** Asking for one of these: the error names the statement alone. */
const asksOfFront = /\.load\(\[?"showGridlines"/;
/** Of a name that is added, it says that something is not found. */
const addsName = /^NamedItemCollection\.add\b/i;

/** Returns whether Excel refuses because another workbook became the active one. */
function isOfFront(error: unknown, code: string): boolean {
  const member = memberOfFault(error);
  if (code === "ItemNotFound") return addsName.test(member);
  return code === "GeneralException" && (ofFront.test(member) || asksOfFront.test(statementOfFault(error)));
}

/**
 * Returns the member of Excel's API that an error was met at, `Range.select`; an empty text when the error does not say
 * it.
 */
export function memberOfFault(error: unknown): string {
  const { debugInfo } = error as { readonly debugInfo?: { readonly errorLocation?: unknown } };
  return String(debugInfo?.errorLocation ?? "");
}

/** Returns the statement that an error was met at, as the library writes it; an empty text when the error does not say it. */
function statementOfFault(error: unknown): string {
  const { debugInfo } = error as { readonly debugInfo?: { readonly statement?: unknown } };
  return String(debugInfo?.statement ?? "");
}

/** Returns the code of an error that Excel sent, or null for a bug of ours. */
export function codeOfFault(error: unknown): string | null {
  // Office's errors may come from another realm than ours: their class cannot be asked.
  if (typeof error !== "object" || error === null || error instanceof Abort) return null;
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : null;
}

/**
 * Returns what Excel's error tells the user, with the state that the workbook is left in. `vanished`: a sheet that is known to
 * have gone meanwhile. An error that is not Excel's is a bug, and is thrown again.
 */
export function faultOf(error: unknown, after: Aftermath, vanished: string | null = null): Anomaly {
  if (error instanceof Abort && error.anomaly !== null)
    return { ...error.anomaly, params: { ...error.anomaly.params, [after]: "1" } };
  const code = codeOfFault(error);
  if (code === null) throw error;
  // The one sentence of a message that says how the workbook is left.
  const params = { code, [after]: "1" };
  if (vanished !== null)
    return officeError("office-sheet-vanished", { ...params, sheet: vanished }, { sheet: vanished });
  return officeError(isOfFront(error, code) ? "office-inactive-workbook" : (codes[code] ?? "office-other"), params);
}

/** Returns the refusal of an operation for Excel's error. */
export function refusedBy(error: unknown, after: Aftermath, vanished: string | null = null): Refused {
  return { ok: false, anomaly: faultOf(error, after, vanished) };
}
