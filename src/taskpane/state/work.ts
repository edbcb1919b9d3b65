import type { KeyedName } from "../../documents";
import type { Anomaly } from "../../messages";
import type { Aftermath, EditedSheet, Progress } from "../../workbook";

/** How long a reading has lasted: nothing shown, then words, then a bar, then a way out. */
export type Wait = "silent" | "words" | "bar" | "way-out";

export type Work =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly wait: Wait; readonly cancelling: boolean }
  | { readonly kind: "generating"; readonly progress: Progress | null; readonly cancelling: boolean }
  | { readonly kind: "undoing" }
  /** A choice is being written in the sheet of options. */
  | { readonly kind: "choosing" }
  /** The three sheets of a convention are being written, or taken back. */
  | { readonly kind: "convening" }
  /** Prices typed are reckoned on what was read. */
  | { readonly kind: "trying" }
  /** A row of the Journal is being written. */
  | { readonly kind: "issuing" }
  /** PDFs are being drawn, `done` of `total`, which is null until it is known. */
  | { readonly kind: "drawing"; readonly done: number; readonly total: number | null; readonly cancelling: boolean };

/** The end of the last generation or undo. */
export type Ending =
  | { readonly kind: "none" }
  /** The source is no longer what was previewed: it is previewed again, and nothing is written. */
  | { readonly kind: "changed" }
  | { readonly kind: "cancelled"; readonly after: Aftermath }
  /** Nothing is written yet: these documents were changed by hand. */
  | { readonly kind: "edited"; readonly sheets: readonly EditedSheet[] }
  | { readonly kind: "done"; readonly sheets: readonly KeyedName[]; readonly remark: Anomaly | null }
  | {
      readonly kind: "failed";
      readonly anomaly: Anomaly | null;
      readonly after: Aftermath;
      /** The progress at which it stopped. */
      readonly at: Progress | null;
    }
  | { readonly kind: "undone" }
  | { readonly kind: "undo-failed"; readonly anomaly: Anomaly };
