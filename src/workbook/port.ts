import type { Cell } from "../cells";
import type { KeyedName, SheetModel } from "../documents";
import { anomaly, type Anomaly, type AnomalyPlace, type MessageCode } from "../messages";
import type { OptionsChange, OptionsSheetOf } from "../options";
import type { OpenedWorkbook, UserSheet } from "./opened-workbook";

/**
 * What a pane may ask of the workbook beside it: the one open in Excel (`office`), or the one that a page holds (`in-page`), by itself
 * or with a worker. Nothing rejects but the two watches: what cannot be done is an anomaly, and a workbook is never left half written.
 */
export interface WorkbookPort {
  /** Reads the workbook as it is now. */
  openActiveWorkbook(watch?: Watch, kind?: ReadingKind): Promise<Reading>;
  /** Makes changes to the rows of the user's sheet of options, which is added where there is none: all or none. */
  changeOptions(changes: readonly OptionsChange[], watch?: Watch, sheet?: OptionsSheetOf): Promise<Outcome>;
  /**
   * Writes sheets of the user's own, all or none. A sheet that is there is replaced when `replacing` names it; else everything is
   * refused.
   */
  writeSheets(sheets: readonly UserSheet[], replacing: readonly string[], watch?: Watch): Promise<SheetsWritten>;
  /**
   * Replaces the generated sheets by these documents, all or none; a Journal that comes alone leaves the others as they are. Sheets that
   * were changed by hand are replaced as `replacing` says, all of them by default.
   */
  publish(models: readonly SheetModel[], watch?: Watch, replacing?: Replacing): Promise<Publication>;
  /** Returns whether the last generation can be taken back. */
  canUndo(): boolean;
  /** Puts back the generated sheets that were there before the last generation. */
  undoPublication(watch?: Watch): Promise<Outcome>;
  /** Puts in order what an earlier pane left unfinished. */
  tidyUp(watch?: Watch): Promise<Tidying>;
  /** Shows a sheet; what is selected in it stays. */
  activateSheet(sheet: string): Promise<Outcome>;
  /** Shows a sheet and selects one of its cells, in A1. */
  selectCell(sheet: string, cell: string): Promise<Outcome>;
  /** Returns the selected cell, and its value now. */
  selectedCell(): Promise<Selected>;
  /** Adds a sheet of the user's own under the first name that is free, headings in its first row, and shows it. */
  addSheet(name: string, headings: readonly string[]): Promise<Added>;
  /** Opens a workbook beside this one, from the bytes of a file. */
  openNewWorkbook(bytes: Uint8Array): Promise<Outcome>;
  /** Calls at each change of cells that somebody makes, this add-in apart. Rejects where such changes are not announced. */
  watchChanges(onChange: (change: CellsChanged) => void): Promise<void>;
  /** Calls each time that another cell or another sheet is selected. Rejects where selections are not announced. */
  watchSelection(onSelect: () => void): Promise<void>;
}

/** How a workbook is read. */
export type ReadingKind =
  /** As it is; not where Excel computes on demand, and results of formulas may be of before a change. */
  | "whole"
  /** The same: where results may be of before a change, Excel computes all of them first. */
  | "recalculated"
  /** The same as the whole, of cells whose values alone changed since: they are merged as they were. */
  | "values"
  /**
   * As its cells show, for what bills nothing. How they are merged is not asked: in Excel for Windows, that empties the list of
   * what can be undone.
   */
  | "glance";

/** A change to cells that somebody made. */
export interface CellsChanged {
  /** The address of the cells. */
  readonly cells: string;
  /** No cell was moved, added or removed. */
  readonly isOfValues: boolean;
}

/** An operation that Excel, or the state of the workbook, forbids. */
export interface Refused {
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

export type Reading = { readonly ok: true; readonly workbook: OpenedWorkbook } | Refused;

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
  /** `elsewhere`: nothing was put in order, for another pane is at work. */
  { readonly ok: true; readonly restored: boolean; readonly elsewhere?: Elsewhere } | Refused;

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
