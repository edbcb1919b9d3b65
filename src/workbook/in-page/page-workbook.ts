import type { Cell, CellBlock } from "../../cells";
import type { SheetModel } from "../../documents";
import type { Anomaly } from "../../messages";
import type { CellEdit, Edited, OpenResult, WorkbookLooks } from "../files";
import type { UserSheet } from "../opened-workbook";
import type { LookPiece, RowsPiece, WorkbookHead, ShownWorkbook } from "./handed-workbook";

/** A file that cannot be read or written. */
export type Refused = Extract<OpenResult, { readonly ok: false }>;

/** The result of a change. */
export type Change = { readonly ok: true } | Extract<Edited, { readonly ok: false }>;

/** The result of a generation; `anomaly` is null when the user cancelled it. */
export type Generation = { readonly ok: true } | { readonly ok: false; readonly anomaly: Anomaly | null };

/** The bytes of a saved file and their SHA-256, in hexadecimal; or why it cannot be saved. */
export type Saved = { readonly ok: true; readonly bytes: Uint8Array; readonly fingerprint: string } | Refused;

/** A file that was saved: its SHA-256, in hexadecimal, and the number of `steps` that led to it. */
export interface SavedFile {
  readonly fingerprint: string;
  readonly steps: number;
}

/** The next stage of a generation: it reads back what it wrote, then replaces the workbook. */
export type Stage = "check" | "publish";

/** Receives the next stage and resolves to whether the generation may go on. */
export type GoesOn = (next: Stage) => Promise<boolean>;

/** The last change that can be undone. */
export type LastDone =
  /** Cells of the user changed; `block` encloses them all. */
  | { readonly kind: "cells"; readonly sheet: string; readonly block: CellBlock }
  /** A sheet of the user added. */
  | { readonly kind: "sheet"; readonly sheet: string }
  /** Sheets of the user written together; their names, separated by commas. */
  | { readonly kind: "sheets"; readonly sheets: string }
  | { readonly kind: "generation" };

/** A change to the user's own sheets. */
export type OwnStep = Exclude<LastDone, { readonly kind: "generation" }>;

/** A workbook that a page holds, wherever its file is read and written. Operations are done one after the other. */
export interface PageWorkbook {
  readonly open: ShownWorkbook;
  /** The looks of its sheets known so far: subscribers are called when more are known. */
  readonly looks: WorkbookLooks;
  /** Whether the last generation can be undone, whatever was done since. */
  readonly canUndo: boolean;
  /** The change that `takeBack` would undo; null when there is none. */
  readonly last: LastDone | null;
  /** The change that `redo` would do again; null after any new change. */
  readonly undone: OwnStep | null;
  /** The SHA-256, in hexadecimal, of the file that was opened. */
  readonly fingerprint: string;
  /**
   * The changes to the user's sheets that are not undone: applied again to the file that was opened, they give its
   * present sheets.
   */
  readonly steps: readonly UserStep[];
  /** The files saved on the way to the present state, the last one at the end. */
  readonly saves: readonly SavedFile[];
  /** Whether the last saved file lacks some change. */
  readonly hasUnsaved: boolean;
  /** Why no more operations are accepted, when the worker stopped: the workbook is still shown, but cannot be saved. */
  readonly stopped: Anomaly | null;
  /** Calls `listener` at each change; returns the function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
  /** Writes values into cells of the user's sheets. */
  edit(edits: readonly CellEdit[]): Promise<Change>;
  /** Adds a sheet that belongs to the user. */
  addSheet(name: string, rows: readonly (readonly Cell[])[], widths: readonly number[]): Promise<Change>;
  /** Writes sheets that belong to the user, in one step; sheets of the same names are replaced. */
  putSheets(sheets: readonly UserSheet[]): Promise<Change>;
  /**
   * Puts back a Journal, if any, which cannot be undone, then applies earlier changes to the same file again, in order;
   * stops at the first one that is refused.
   */
  resume(steps: readonly UserStep[], journal?: SheetModel | null): Promise<Change | Generation>;
  /** Writes documents into the workbook, in the place of its former ones. */
  generate(models: readonly SheetModel[], goesOn?: GoesOn): Promise<Generation>;
  /** Undoes the last generation and keeps later changes to the user's sheets; undoes nothing if these cannot stay. */
  undo(): Promise<Change>;
  /** Undoes the last change to the user's sheets: the file becomes, byte for byte, what it was before. */
  takeBack(): Promise<Change>;
  /** Does again the change that was undone last. */
  redo(): Promise<Change>;
  /** Returns the bytes to save; a file of which only the values are read becomes an .xlsx. */
  bytes(): Promise<Saved>;
  /** Records that the bytes returned last are now in a file. */
  saved(): void;
}

/** One end of the channel between a page and its worker: the worker in the page, its global scope in the worker. */
export interface Line {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
  /** Called when the worker cannot be loaded, or stopped. Absent in the worker itself. */
  onerror?: ((event: ErrorEvent) => unknown) | null;
  /** Called when a message of the other end cannot be read. */
  onmessageerror?: ((event: MessageEvent) => unknown) | null;
}

/** A change to the user's own sheets. */
export type UserStep =
  | { readonly kind: "edit"; readonly edits: readonly CellEdit[] }
  | {
      readonly kind: "add-sheet";
      readonly name: string;
      readonly rows: readonly (readonly Cell[])[];
      readonly widths: readonly number[];
    }
  | { readonly kind: "put-sheets"; readonly sheets: readonly UserSheet[] };

/** A question of the page; questions are answered one at a time. */
export type Question =
  | { readonly kind: "open"; readonly bytes: Uint8Array; readonly file: string }
  | UserStep
  /** Generates the documents that were sent last; `count` is their number. `isForGood`: without a way to undo it. */
  | { readonly kind: "generate"; readonly count: number; readonly isForGood?: boolean }
  | { readonly kind: "undo" }
  | { readonly kind: "take-back" }
  | { readonly kind: "redo" }
  | { readonly kind: "look"; readonly sheet: string }
  | { readonly kind: "bytes" };

/** A message of the page: a question, a document to be generated, or whether a generation goes on. */
export type FromPage =
  | Question
  | { readonly kind: "model"; readonly model: SheetModel }
  | { readonly kind: "goes-on"; readonly yes: boolean };

/** The look of a sheet; null when its file does not give one. */
export interface Looked {
  readonly ok: true;
  readonly look: LookPiece | null;
}

/** A workbook that differs from the one known before; its changed rows are sent ahead. */
export interface HandedWorkbook
  extends Pick<PageWorkbook, "canUndo" | "last" | "undone">, Pick<WorkbookLooks, "tabColours"> {
  readonly head: WorkbookHead;
}

/** A file is open. */
export interface FileOpened {
  readonly ok: true;
  readonly fingerprint: string;
}

/** An answer, with the workbook when it has changed. */
export interface Answer {
  readonly kind: "answer";
  readonly outcome: FileOpened | Change | Generation | Saved | Looked;
  readonly workbook: HandedWorkbook | null;
}

/** A message of the worker: rows ahead of an answer, or the next stage of a generation, which waits for `goes-on`. */
export type FromWorker =
  Answer | { readonly kind: "rows"; readonly piece: RowsPiece } | { readonly kind: "stage"; readonly next: Stage };

/** Resolves once the last reported progress is on the screen, if there is one. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** A queue of asynchronous operations: each starts when those before it have settled. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  do<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.last.then(act);
    this.last = done.catch(() => undefined);
    return done;
  }
}
