import type { SheetModel } from "../../documents";
import type { Anomaly } from "../../messages";
import type { Cell } from "../../cells";
import type { CellEdit, EditRefusal, OpenWorkbook, WorkbookLooks } from "../files";

/** What is known of an opened workbook, but for what only writing it needs. */
export type ShownWorkbook = Omit<OpenWorkbook, "source">;

/** What was asked is done, or why it is not. */
export type Change =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: EditRefusal }
  | { readonly ok: false; readonly anomaly: Anomaly };

/** Documents are in the workbook, or why they are not; no anomaly where the user stopped it. */
export type Generation = { readonly ok: true } | { readonly ok: false; readonly anomaly: Anomaly | null };

export type Saved =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly anomaly: Anomaly };

/** What a generation does next: it reads what it wrote, then puts it in the place of the workbook. */
export type Stage = "check" | "publish";

/** Learns what comes next, and says whether it may. */
export type GoesOn = (next: Stage) => Promise<boolean>;

/** The last thing done, where it can be taken back: a cell of the user's own changed, a sheet of theirs added, documents generated. */
export type LastDone =
  | { readonly kind: "cell"; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly kind: "sheet"; readonly sheet: string }
  | { readonly kind: "generation" };

/** A workbook that a page holds, as the page knows it: wherever its file is read and written. What is asked is done in turn. */
export interface PageWorkbook {
  readonly open: ShownWorkbook;
  /** How its sheets look, as far as is known: whoever is subscribed is called when more is. */
  readonly looks: WorkbookLooks;
  /** Whether the last generation can be undone, whatever was done since. */
  readonly canUndo: boolean;
  /** What is taken back first, step by step; null where nothing is left. */
  readonly last: LastDone | null;
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
  /** Puts documents in the workbook, in the place of those that it has. */
  generate(models: readonly SheetModel[], goesOn?: GoesOn): Promise<Generation>;
  /** Takes the last generation back; what was done to the user's sheets since stays, or else nothing is taken back. */
  undo(): Promise<Change>;
  /** Takes back the last thing done to the user's sheets: the file is, byte for byte, what it was before it. */
  takeBack(): Promise<Change>;
  /** Returns the bytes to save; a file of which only values are taken becomes an .xlsx. */
  bytes(): Promise<Saved>;
  /** Notes that the bytes that were given last are in a file: what was done since is not. */
  saved(): void;
}

/** Waits until what was just told is on the screen, where there is one. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
