import type { Steps } from "../../cells";
import type * as pdf from "../../pdf";
import type { Anomaly } from "../../messages";
import type { FranceData } from "../convention/france";
import type { OpenedWorkbook, WorkbookPort } from "../../workbook";
import { steps, type Step } from "../state/state";

/** All that the session needs from outside, so that it runs the same in Excel and in a test. */
export interface Environment {
  readonly port: WorkbookPort;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  /** The workbook is open for reading only. */
  readonly readOnly: boolean;
  /** The workbook is a copy that the page holds: documents written in it change no file. */
  readonly holdsWorkbook?: boolean;
  /** Reading the workbook empties Excel's list of what can be undone. */
  readonly readingEmptiesUndo?: boolean;
  /** Civil date and time of the place, `2014-11-25 14:03:59`. */
  readonly now: () => string;
  /** Calls later, in milliseconds; gives the function that forgets it. */
  readonly after: (delay: number, call: () => void) => () => void;
  /** Opens a workbook of the disk from its bytes; rejects when the code for it cannot be loaded. */
  readonly openFile: (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<FileOpening>;
  /** Loads the code that draws PDFs, with its fonts; rejects when it cannot be loaded. */
  readonly loadPdfs: () => Promise<PdfTools>;
  /**
   * Saves a file among the user's downloads; returns its address, from which it can be saved again until another file
   * is. Null when Excel lets no pane save a file.
   */
  readonly download: ((name: string, bytes: Uint8Array) => string) | null;
  /** The example inventory of the add-in; `read` rejects when it cannot be loaded. Null when the pane offers none. */
  readonly example: { readonly address: string; readonly read: () => Promise<Uint8Array> } | null;
  /** The communes and the EPCI of France; rejects when they cannot be loaded. */
  readonly communesOfFrance: () => Promise<FranceData>;
  /** Returns whether the pane is in front of the user. */
  readonly isInView: () => boolean;
  /** Brings the pane into view. */
  readonly showPane: () => Promise<void>;
  /**
   * Makes Excel load the add-in each time the workbook is opened, or stops that; resolves to false when Excel refuses.
   * Null when no pane opens with a workbook.
   */
  readonly loadWithWorkbook: ((loads: boolean) => Promise<boolean>) | null;
  /** Returns what takes back the last edit of cells; null when something else was done since. Absent in Excel, which lets no pane do it. */
  readonly undoEdit?: () => (() => void) | null;
  /** Takes the keyboard to the cell that is selected; absent in Excel, which keeps it from a pane. */
  readonly focusSheet?: () => void;
  readonly openHelp: () => void;
  /** Versions of the add-in and of Excel, a line each. */
  readonly versions: () => readonly string[];
  /** Whether this Excel has no custom functions: cells that call ours show an error, and everything else works. */
  readonly lacksFunctions: boolean;
  /** Copies a text to the clipboard; resolves to false when this is not allowed. */
  readonly copy: (text: string) => Promise<boolean>;
}

export type PdfTools = Pick<typeof pdf, "drawPdfInSteps" | "sentPdfs" | "zipFileName" | "zipPdfs"> & {
  readonly fonts: pdf.PdfFonts;
};

/** A workbook of the disk, read beside the open one, or why it cannot be read. */
export type FileOpening =
  { readonly ok: true; readonly workbook: OpenedWorkbook } | { readonly ok: false; readonly anomaly: Anomaly };

/** A few keys of the document's settings. */
export interface Settings {
  get(key: string): unknown;
  /** Resolves to false when Excel refuses; the former value then remains. */
  save(key: string, value: string | boolean): Promise<boolean>;
}

/** How a computation shares its thread with the screen. */
export interface Scheduler {
  /** Milliseconds, from any origin. */
  readonly clock: () => number;
  /** Lets everything that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** Half a frame: with the longest step added, a slice stays short. */
const longestStretch = 8;

/** Runs a computation in slices of a frame; null when `isCancelled` returned true between two slices. */
export async function runInSlices<T>(
  computation: Steps<T>,
  scheduler: Scheduler,
  isCancelled: () => boolean = () => false,
): Promise<T | null> {
  let start = scheduler.clock();
  for (;;) {
    const step = computation.next();
    // What shows the result is drawn in a turn of its own, once the last slice was long.
    if (scheduler.clock() - start >= longestStretch) {
      await scheduler.pause();
      if (isCancelled()) return null;
      start = scheduler.clock();
    }
    if (step.done === true) return step.value;
  }
}

/** The step and the campaign of the pane, saved in the document. */
export interface SavedView {
  readonly step: Step;
  readonly campaign: number | null;
}

const viewKey = "ordiclasse.volet";

/** Returns the view saved in the document; null when there is none, or it is not valid. */
export function readView(settings: Settings): SavedView | null {
  const saved = settings.get(viewKey);
  if (typeof saved !== "string") return null;
  try {
    const view: unknown = JSON.parse(saved);
    if (typeof view !== "object" || view === null || !("step" in view) || !("campaign" in view)) return null;
    const step = steps.find((one) => one === view.step);
    const { campaign } = view;
    if (step === undefined) return null;
    return { step, campaign: typeof campaign === "number" && Number.isInteger(campaign) ? campaign : null };
  } catch {
    return null;
  }
}

export function saveView(settings: Settings, { step, campaign }: SavedView): void {
  const value = JSON.stringify({ step, campaign });
  if (settings.get(viewKey) !== value) void settings.save(viewKey, value);
}

/** Under which the document keeps that the pane is to be shown once Excel has loaded it. */
export const openingKey = "ordiclasse.ouverture";

/** Returns whether the pane opens with this workbook; null when this cannot be set. */
export function opensWithWorkbook({ loadWithWorkbook, settings }: Environment): boolean | null {
  return loadWithWorkbook === null ? null : settings.get(openingKey) === true;
}
