import type { Cell } from "../cells";
import type { KeyedName, SheetModel } from "../documents";
import { anomaly, type Anomaly, type AnomalyPlace, type MessageCode } from "../messages";
import type { OptionsChange, OptionsSheetOf } from "../options";
import type { OpenedWorkbook, UserSheet } from "./opened-workbook";

/**
 * What the pane may ask of the workbook beside it: the one open in Excel (`office`), or one that a page holds
 * (`in-page`), itself or through a worker. Only the two watches reject: any other failure is returned as an anomaly,
 * and a workbook is never left half written.
 */
export interface WorkbookPort {
  /** Reads the workbook in its present state. */
  openActiveWorkbook(watch?: Watch, kind?: ReadingKind): Promise<Reading>;
  /** Changes rows of the user's options sheet, all or none; adds the sheet when there is none. */
  changeOptions(changes: readonly OptionsChange[], watch?: Watch, sheet?: OptionsSheetOf): Promise<Outcome>;
  /**
   * Writes sheets that belong to the user, all or none. An existing sheet is replaced when `replacing` names it;
   * otherwise the whole operation is refused.
   */
  writeSheets(sheets: readonly UserSheet[], replacing: readonly string[], watch?: Watch): Promise<SheetsWritten>;
  /**
   * Replaces the generated sheets by these documents, all or none; a Journal on its own leaves the others unchanged.
   * Sheets that were changed by hand are replaced as `replacing` allows, all of them by default.
   */
  publish(models: readonly SheetModel[], watch?: Watch, replacing?: Replacing): Promise<Publication>;
  /** Returns whether the last generation can be undone. */
  canUndo(): boolean;
  /** Restores the generated sheets that preceded the last generation. */
  undoPublication(watch?: Watch): Promise<Outcome>;
  /** Repairs what an interrupted pane left unfinished. */
  tidyUp(watch?: Watch): Promise<Tidying>;
  /** Shows a sheet; its selection does not change. */
  activateSheet(sheet: string): Promise<Outcome>;
  /** Shows a sheet and selects one of its cells, given by its A1 address. */
  selectCell(sheet: string, cell: string): Promise<Outcome>;
  /** Returns the selected cell and its present value. */
  selectedCell(): Promise<Selected>;
  /** Adds a sheet for the user under the first free name, with headings in its first row, and shows it. */
  addSheet(name: string, headings: readonly string[]): Promise<Added>;
  /** Opens a new workbook from the bytes of a file. */
  openNewWorkbook(bytes: Uint8Array): Promise<Outcome>;
  /** Calls `onChange` at each change of cells by others than this add-in. Rejects if Excel does not report changes. */
  watchChanges(onChange: (change: CellsChanged) => void): Promise<void>;
  /** Calls `onSelect` when another cell or sheet is selected. Rejects when Excel does not announce selections. */
  watchSelection(onSelect: () => void): Promise<void>;
}

/** How a workbook is read. */
export type ReadingKind =
  /** As it is. Refused when Excel computes on demand and some results may be out of date. */
  | "whole"
  /** As « whole », but Excel first recalculates all formulas whose results may be out of date. */
  | "recalculated"
  /** As « whole », when only values have changed since the last reading: merged cells are not read again. */
  | "values"
  /** For display, without billing. Merged cells are not read: in Excel for Windows, this would empty the undo list. */
  | "glance";

/** A change of cells made by somebody. */
export interface CellsChanged {
  /** The A1 address of the cells. */
  readonly cells: string;
  /** True when no cell was moved, added or removed. */
  readonly isOfValues: boolean;
}

/** The refusal of an operation that Excel, or the state of the workbook, forbids. */
export interface Refused {
  readonly ok: false;
  readonly anomaly: Anomaly;
}

/** The next step of a long operation, reported before it begins. */
export interface Progress {
  readonly stage: "read" | "prepare" | "write" | "check" | "publish" | "restore" | "tidy";
  readonly done: number;
  readonly total: number;
  /** The sheet concerned, or null. */
  readonly sheet: string | null;
}

/** How a caller follows and cancels a long operation. */
export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  /** Called between two requests; returning true cancels the operation, which is rolled back. */
  readonly isCancelled?: () => boolean;
  /** Waits before another attempt; a timer by default. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /**
   * Returns the local civil date and time, `2014-11-25 14:03:59`. Without it, a set-aside sheet has no time, and
   * another pane takes its owner to be gone.
   */
  readonly now?: () => string;
}

/** Another pane's work on the documents; local times, `14:03`. */
export interface Elsewhere {
  /** When it last reported that it was at work. */
  readonly since: string;
  /** When it will be considered gone, unless it reports again. */
  readonly until: string;
}

/** The result of reading a workbook. */
export type Reading = { readonly ok: true; readonly workbook: OpenedWorkbook } | Refused;

/** The state in which a failed publication leaves the workbook. */
export type Aftermath =
  /** Nothing was changed, or every staging sheet was removed. */
  | "untouched"
  /** The previous generation was restored. */
  | "restored"
  /** Excel stopped answering: one complete generation is marked as current, and the next start removes the rest. */
  | "unfinished"
  /** Another pane took over the documents, which are now those that it wrote. */
  | "taken";

/** A generated sheet with cells changed by hand since it was written. */
export interface EditedSheet {
  readonly name: string;
  /** True when the next generation removes the sheet instead of replacing it. */
  readonly isGoing: boolean;
  /** The A1 addresses of the first changed cells. */
  readonly cells: readonly string[];
  /** The number of changed cells. */
  readonly count: number;
}

/** The sheets changed by hand that may be replaced: all, or those that the user was shown, if they are as shown. */
export type Replacing = "all" | readonly EditedSheet[];

/** Returns all edited sheets when the user has not accepted to lose each of them as it is now; else an empty list. */
export function unacceptedEdits(edited: readonly EditedSheet[], replacing: Replacing): readonly EditedSheet[] {
  if (replacing === "all") return [];
  const accepted = new Set(replacing.map((sheet) => JSON.stringify(sheet)));
  return edited.every((sheet) => accepted.has(JSON.stringify(sheet))) ? [] : edited;
}

/** The result of a publication. */
export type Publication =
  /** `remark`: what Excel refused of the page layout, or null. */
  | { readonly ok: true; readonly sheets: readonly KeyedName[]; readonly remark: Anomaly | null }
  | {
      readonly ok: false;
      readonly cancelled: boolean;
      readonly anomaly: Anomaly | null;
      readonly after: Aftermath;
      /** The only obstacle: these sheets were changed by hand, and the user has not accepted that they be replaced. */
      readonly edited?: readonly EditedSheet[];
    };

/** The result of an operation that returns no value. */
export type Outcome = { readonly ok: true } | Refused;

/** The result of writing sheets; `takeBack` undoes it. */
export type SheetsWritten = { readonly ok: true; readonly takeBack: () => Promise<Outcome> } | Refused;

/** The result of adding a sheet: the name that it received. */
export type Added = { readonly ok: true; readonly sheet: string } | Refused;

/** The selected cell, by its sheet and A1 address, and its present value. */
export type Selected =
  | { readonly ok: true; readonly cell: { readonly sheet: string; readonly cell: string; readonly value: Cell } }
  | Refused;

/** What a pane repaired at its start: `restored` when it put the previous generation back. */
export type Tidying =
  /** `elsewhere`: nothing was repaired, because another pane is at work. */
  { readonly ok: true; readonly restored: boolean; readonly elsewhere?: Elsewhere } | Refused;

/** Returns an error about the current workbook, with its place when known. */
export function officeError(
  code: MessageCode,
  params: Anomaly["params"] = {},
  place: Pick<AnomalyPlace, "sheet" | "cell"> = {},
): Anomaly {
  return anomaly("error", code, params, place);
}

/** Returns a refusal with an error about the current workbook. */
export function refused(...error: Parameters<typeof officeError>): Refused {
  return { ok: false, anomaly: officeError(...error) };
}
