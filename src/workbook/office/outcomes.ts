import type { Cell } from "../../cells";
import type { KeyedName } from "../../documents";
import { anomaly, type Anomaly, type AnomalyPlace, type MessageCode } from "../../messages";
import type { OpenedWorkbook } from "../opened-workbook";

/** An operation that Excel, or the state of the workbook, forbids. */
interface Refused {
  readonly ok: false;
  readonly anomaly: Anomaly;
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
  /** Civil date and time of the place, `2014-11-25 14:03:59`: what is put aside without it is nobody's for another pane. */
  readonly now?: () => string;
}

/** The work of another pane on the documents: times of day, `14:03`. */
export interface Elsewhere {
  /** Its last sign of life. */
  readonly since: string;
  /** When it will be taken to be gone, unless it gives another one. */
  readonly until: string;
}

export type OfficeReading = { readonly ok: true; readonly workbook: OpenedWorkbook } | Refused;

/** What state the workbook is left in. */
export type Aftermath =
  /** Nothing had been touched, or every staging sheet was removed. */
  | "untouched"
  /** The previous generation was put back. */
  | "restored"
  /** Excel stopped answering: one whole generation is marked current, and the next start removes the rest. */
  | "unfinished"
  /** Another pane took the documents over, which are what it made of them. */
  | "taken";

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

/** Returns the sheets that nobody accepted to lose, as they are now. */
export function unacceptedEdits(edited: readonly EditedSheet[], replacing: Replacing): readonly EditedSheet[] {
  if (replacing === "all") return [];
  const accepted = new Set(replacing.map((sheet) => JSON.stringify(sheet)));
  return edited.every((sheet) => accepted.has(JSON.stringify(sheet))) ? [] : edited;
}

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
export type Outcome = { readonly ok: true } | Refused;

/** Sheets are written, until somebody takes them back; or why they are not. */
export type SheetsWritten = { readonly ok: true; readonly takeBack: () => Promise<Outcome> } | Refused;

/** The name that a sheet added got. */
export type Added = { readonly ok: true; readonly sheet: string } | Refused;

/** The cell that the user has chosen, `E12` of a sheet, and its value now. */
export type Selected =
  | { readonly ok: true; readonly cell: { readonly sheet: string; readonly cell: string; readonly value: Cell } }
  | Refused;

/** What a pane found when it started: `restored` where the previous generation had to be put back. */
export type Tidying =
  /** `documents`: it holds generated sheets; `elsewhere`: nothing was put in order, for another pane is at work. */
  | { readonly ok: true; readonly restored: boolean; readonly documents: boolean; readonly elsewhere?: Elsewhere }
  | Refused;

/** Returns an error of the workbook in hand, at a place when one is known. */
export function officeError(
  code: MessageCode,
  params: Anomaly["params"] = {},
  place: Pick<AnomalyPlace, "sheet" | "cell"> = {},
): Anomaly {
  return anomaly("error", code, params, place);
}

/** Returns a refusal for an error of the workbook in hand. */
export function refused(...error: Parameters<typeof officeError>): Refused {
  return { ok: false, anomaly: officeError(...error) };
}

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
