import type { Cell, CellBlock } from "../../cells";
import type { SheetModel } from "../../documents";
import type { Anomaly } from "../../messages";
import type { CellEdit, Edited, OpenResult, WorkbookLooks } from "../files";
import type { UserSheet } from "../opened-workbook";
import type { LookPiece, RowsPiece, WorkbookHead, ShownWorkbook } from "./handed-workbook";

/** A file that cannot be used, or written. */
export type Refused = Extract<OpenResult, { readonly ok: false }>;

/** What was asked is done, or why it is not. */
export type Change = { readonly ok: true } | Extract<Edited, { readonly ok: false }>;

/** Documents are in the workbook, or why they are not; no anomaly where the user stopped it. */
export type Generation = { readonly ok: true } | { readonly ok: false; readonly anomaly: Anomaly | null };

export type Saved = { readonly ok: true; readonly bytes: Uint8Array } | Refused;

/** What a generation does next: it reads what it wrote, then puts it in the place of the workbook. */
export type Stage = "check" | "publish";

/** Learns what comes next, and says whether it may. */
export type GoesOn = (next: Stage) => Promise<boolean>;

/** The last thing done, where it can be taken back: cells of the user's own changed, a sheet of theirs added, documents generated. */
export type LastDone =
  /** `block` goes from the first of the cells to the last. */
  | { readonly kind: "cells"; readonly sheet: string; readonly block: CellBlock }
  | { readonly kind: "sheet"; readonly sheet: string }
  /** Sheets of the user's put at once, by their names. */
  | { readonly kind: "sheets"; readonly sheets: string }
  | { readonly kind: "generation" };

/** Something done to the user's own sheets. */
export type OwnStep = Exclude<LastDone, { readonly kind: "generation" }>;

/** A workbook that a page holds, as the page knows it: wherever its file is read and written. What is asked is done in turn. */
export interface PageWorkbook {
  readonly open: ShownWorkbook;
  /** How its sheets look, as far as is known: whoever is subscribed is called when more is. */
  readonly looks: WorkbookLooks;
  /** Whether the last generation can be undone, whatever was done since. */
  readonly canUndo: boolean;
  /** What is taken back first, step by step; null where nothing is left. */
  readonly last: LastDone | null;
  /** What is done again first, of what was taken back; null once something else is done. */
  readonly undone: OwnStep | null;
  /** Whether something was done that no file has yet. */
  readonly hasUnsaved: boolean;
  /** Why nothing can be asked of it any more, where what holds its file stopped: what is shown stays, and cannot be saved. */
  readonly stopped: Anomaly | null;
  /** Calls at each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
  /** Puts values in cells of the user's sheets. */
  edit(edits: readonly CellEdit[]): Promise<Change>;
  /** Adds a sheet of the user's own. */
  addSheet(name: string, rows: readonly (readonly Cell[])[], widths: readonly number[]): Promise<Change>;
  /** Puts sheets of the user's own, in the place of what those of their names hold: one step. */
  putSheets(sheets: readonly UserSheet[]): Promise<Change>;
  /** Puts documents in the workbook, in the place of those that it has. */
  generate(models: readonly SheetModel[], goesOn?: GoesOn): Promise<Generation>;
  /** Takes the last generation back; what was done to the user's sheets since stays, or else nothing is taken back. */
  undo(): Promise<Change>;
  /** Takes back the last thing done to the user's sheets: the file is, byte for byte, what it was before it. */
  takeBack(): Promise<Change>;
  /** Does again what was taken back last. */
  redo(): Promise<Change>;
  /** Returns the bytes to save; a file of which only values are taken becomes an .xlsx. */
  bytes(): Promise<Saved>;
  /** Notes that the bytes that were given last are in a file: what was done since is not. */
  saved(): void;
}

/** One end of what joins a page and its worker: the worker seen from the page, its global scope seen from itself. */
export interface Line {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
  /** The worker cannot be loaded, or stopped. Absent in the worker itself. */
  onerror?: ((event: ErrorEvent) => unknown) | null;
  /** What the other end says cannot be read. */
  onmessageerror?: ((event: MessageEvent) => unknown) | null;
}

/** What a page asks, one thing at a time; each has one answer. */
export type Question =
  | { readonly kind: "open"; readonly bytes: Uint8Array; readonly file: string }
  | { readonly kind: "edit"; readonly edits: readonly CellEdit[] }
  | {
      readonly kind: "add-sheet";
      readonly name: string;
      readonly rows: readonly (readonly Cell[])[];
      readonly widths: readonly number[];
    }
  | { readonly kind: "put-sheets"; readonly sheets: readonly UserSheet[] }
  /** The documents sent last, as many as that. */
  | { readonly kind: "generate"; readonly count: number }
  | { readonly kind: "undo" }
  | { readonly kind: "take-back" }
  | { readonly kind: "redo" }
  | { readonly kind: "look"; readonly sheet: string }
  | { readonly kind: "bytes" };

/** What a page sends: a question, documents ahead of the one that generates them, or whether a generation goes on. */
export type FromPage =
  | Question
  | { readonly kind: "model"; readonly model: SheetModel }
  | { readonly kind: "goes-on"; readonly yes: boolean };

/** How a sheet looks; null where its file does not say. */
export interface Looked {
  readonly ok: true;
  readonly look: LookPiece | null;
}

/** A workbook that is not the one known before, its rows given ahead. */
export interface HandedWorkbook
  extends Pick<PageWorkbook, "canUndo" | "last" | "undone">, Pick<WorkbookLooks, "tabColours"> {
  readonly head: WorkbookHead;
}

/** An answer; with the workbook where it is another one. */
export interface Answer {
  readonly kind: "answer";
  readonly outcome: Change | Generation | Saved | Looked;
  readonly workbook: HandedWorkbook | null;
}

/** What a worker sends: rows ahead of an answer, or what a generation does next, which waits for `goes-on`. */
export type FromWorker =
  Answer | { readonly kind: "rows"; readonly piece: RowsPiece } | { readonly kind: "stage"; readonly next: Stage };

/** Waits until what was just told is on the screen, when there is one. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Things asked one after the other, or at once: each is done when those before it are, whatever became of them. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  do<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.last.then(act);
    this.last = done.catch(() => undefined);
    return done;
  }
}
