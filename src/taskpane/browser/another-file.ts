import type { PickedFile } from "../operations/read";
import type { Opening } from "./opening";

/** Another file, while a workbook is in the page: it is opened first, and takes the place of the workbook only then. */
export interface AnotherFile {
  /** It is being opened. */
  readonly opening: Opening | null;
  /** Why the last one was not opened, in words. */
  readonly refused: readonly string[];
  /** The name of one that is open, and would take the place of work that is not saved. */
  readonly waiting: string | null;
  readonly onOpen: (files: readonly PickedFile[]) => void;
  /** Says whether the one that waits takes that place. */
  readonly onAnswer: (takesPlace: boolean) => void;
  /** Why the last one was not opened is read, or past. */
  readonly onRefusedRead: () => void;
}
