import type { Anomaly, MessageCode } from "../../messages";
import { officeError, type Aftermath, type Refused } from "../port";

/** Interrupts an operation, up to the one place that rolls it back; never leaves the module. */
export class Abort extends Error {
  /** `anomaly` is null when the user cancelled. */
  constructor(readonly anomaly: Anomaly | null) {
    super(anomaly?.code ?? "cancelled");
  }

  /** Returns the interruption of an operation by an anomaly about a sheet. */
  static at(code: MessageCode, sheet: string): Abort {
    return new Abort(officeError(code, { sheet }, { sheet }));
  }
}

/** The messages for Excel's error codes; `office-other` serves any other code. */
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
  // The only selection ever requested is the active cell: it is in another workbook, and some versions of Excel then
  // refuse names too.
  InvalidSelection: "office-inactive-workbook",
  ItemNotFound: "office-sheet-vanished",
  InvalidReference: "office-sheet-vanished",
  ItemAlreadyExists: "office-workbook-changed",
  ApiNotFound: "office-too-old",
  ApiNotAvailable: "office-too-old",
};

/** API members that require this workbook to be in front; the code with which Excel refuses them does not say so. */
const ofFront =
  /^(?:WorksheetCollection\.add|WorksheetFreezePanes\.\w+|Worksheet\.(?:activate|delete|(?:show)?Gridlines)|Range\.select|Workbook\.getActiveCell)\b/i;
/** A statement that loads such a property: the error then gives the statement but not the member. */
const asksOfFront = /\.load\(\[?"showGridlines"/;
/** When a name is added, the code says that an item is not found. */
const addsName = /^NamedItemCollection\.add\b/i;

/** Returns whether Excel refuses because another workbook is in front. */
function isOfFront(error: unknown, code: string): boolean {
  const member = memberOfFault(error);
  if (code === "ItemNotFound") return addsName.test(member);
  return code === "GeneralException" && (ofFront.test(member) || asksOfFront.test(statementOfFault(error)));
}

/** Returns the API member at which an error occurred, such as `Range.select`; an empty text when unknown. */
export function memberOfFault(error: unknown): string {
  const { debugInfo } = error as { readonly debugInfo?: { readonly errorLocation?: unknown } };
  return String(debugInfo?.errorLocation ?? "");
}

/** Returns the statement at which an error occurred; an empty text when the error does not give it. */
function statementOfFault(error: unknown): string {
  const { debugInfo } = error as { readonly debugInfo?: { readonly statement?: unknown } };
  return String(debugInfo?.statement ?? "");
}

/** Returns the code of an error from Excel; null for a bug of this program. */
export function codeOfFault(error: unknown): string | null {
  // Errors from Office may belong to another realm, where `instanceof` does not work.
  if (typeof error !== "object" || error === null || error instanceof Abort) return null;
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : null;
}

/**
 * Returns the anomaly for an error from Excel, with the state in which the workbook is left. `vanished` is the name of
 * a sheet known to have disappeared. Throws any other error again, since it is a bug.
 */
export function faultOf(error: unknown, after: Aftermath, vanished: string | null = null): Anomaly {
  if (error instanceof Abort && error.anomaly !== null)
    return { ...error.anomaly, params: { ...error.anomaly.params, [after]: "1" } };
  const code = codeOfFault(error);
  if (code === null) throw error;
  // This parameter selects the sentence of the message about the state of the workbook.
  const params = { code, [after]: "1" };
  if (vanished !== null)
    return officeError("office-sheet-vanished", { ...params, sheet: vanished }, { sheet: vanished });
  return officeError(isOfFront(error, code) ? "office-inactive-workbook" : (codes[code] ?? "office-other"), params);
}

/** Returns the refusal of an operation for an error from Excel. */
export function refusedBy(error: unknown, after: Aftermath, vanished: string | null = null): Refused {
  return { ok: false, anomaly: faultOf(error, after, vanished) };
}
