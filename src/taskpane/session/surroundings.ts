import type { OpenResult } from "../../workbook/files";
import type { WorkbookPort } from "./port";
import type { Scheduler } from "./drive";
import type { Settings } from "./saved-view";

/** All that the session needs from outside, so that it runs the same in Excel and in a test. */
export interface Environment {
  readonly port: WorkbookPort;
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  /** The workbook is open for reading only. */
  readonly readOnly: boolean;
  /** Civil date and time of the place, `2014-11-25 14:03:59`. */
  readonly now: () => string;
  /** Calls later, in milliseconds; gives the function that forgets it. */
  readonly after: (delay: number, call: () => void) => () => void;
  /** Opens a workbook of the disk from its bytes; rejects where the code that does cannot be loaded. */
  readonly openFile: (bytes: Uint8Array, name: string) => Promise<OpenResult>;
  /** The example inventory that comes with the add-in; `read` rejects where it cannot be loaded. */
  readonly example: { readonly address: string; readonly read: () => Promise<Uint8Array> };
  /** Brings the pane into view. */
  readonly showPane: () => Promise<void>;
  readonly openHelp: () => void;
  /** Versions of the add-in and of Excel, a line each. */
  readonly versions: () => readonly string[];
  /** Puts a text in the clipboard; false where it may not. */
  readonly copy: (text: string) => Promise<boolean>;
}
