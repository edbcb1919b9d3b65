import type { SheetModel } from "../../documents";
import type { Cell } from "../../cells";
import type { CellEdit } from "../files";
import type { LookPiece, RowsPiece, WorkbookHead } from "./handed-workbook";
import type { Change, Generation, LastDone, Saved, Stage } from "./page-workbook";

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
  /** The documents sent last, as many as that. */
  | { readonly kind: "generate"; readonly count: number }
  | { readonly kind: "undo" }
  | { readonly kind: "take-back" }
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

/** An answer; with the workbook where it is not the one known before. */
export interface Answer {
  readonly kind: "answer";
  readonly outcome: Change | Generation | Saved | Looked;
  readonly head: WorkbookHead | null;
  readonly canUndo: boolean;
  readonly last: LastDone | null;
  /** Colours of the tabs, of a workbook that is given. */
  readonly tabColours: ReadonlyMap<string, string>;
}

/** What a worker sends: rows ahead of an answer, or what a generation does next, which waits for `goes-on`. */
export type FromWorker =
  Answer | { readonly kind: "rows"; readonly piece: RowsPiece } | { readonly kind: "stage"; readonly next: Stage };
