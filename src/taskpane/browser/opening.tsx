import type { ComponentType } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { browserMessage, keptMessage, message, unexpected, type Language } from "../../messages";
import type { PickedFile } from "../operations/picked-files";
import { ProgressBar } from "../parts/progress-bar";
import { savedFileOf, stepsHeld, type KeptWork } from "./kept/work-store";
import type { openFiles, OpenedFiles, refusalText, RowsRead } from "./open-files";

/** Another file, while a workbook is in the page: it is opened first, and takes the place of the workbook only then. */
export interface AnotherFile {
  /** The opening in progress. */
  readonly opening: Opening | null;
  /** Why the last one was not opened, in words. */
  readonly refused: readonly string[];
  /**
   * Files open until the user chooses their use: the file was dropped over the workbook, would replace unsaved work, or
   * is of an earlier campaign.
   */
  readonly waiting: Pick<OpenedFiles, "workbook" | "others"> | null;
  readonly onOpen: (files: readonly PickedFile[]) => void;
  /** Files were dropped over the workbook: the user is asked what to do with it first. */
  readonly onDrop: (files: readonly PickedFile[]) => void;
  /** Receives whether the waiting file replaces the workbook; otherwise its contents decide its use. */
  readonly onAnswer: (takesPlace: boolean) => void;
  /** The user dismissed why the last file was not opened, or it no longer applies. */
  readonly onRefusedRead: () => void;
}

/** A file that is being opened. */
interface Opening {
  readonly file: string;
  readonly rows: RowsRead;
  readonly giveUp: () => void;
}

/** Draws the progress of the opening, and the way to cancel it. */
export function OpeningProgress({ opening, language }: { readonly opening: Opening; readonly language: Language }) {
  const { file, rows, giveUp } = opening;
  const label = browserMessage("browser-opening", { file }, language);
  const count = (some: number) => some.toLocaleString(language === "fr" ? "fr-FR" : "en-GB");
  const counts = rows !== null && { file, done: count(rows.done), total: count(rows.total) };
  const text = counts ? browserMessage("browser-opening-rows", counts, language) : label;
  // In hundredths: the announcement changes with each hundredth rather than with each row.
  const share = rows === null ? {} : { done: Math.floor((100 * rows.done) / rows.total), total: 100 };
  return (
    <>
      <ProgressBar label={label} text={text} {...share} />
      <p>
        <button type="button" class="button" onClick={giveUp}>
          {message("pane-act-cancel", {}, language)}
        </button>
      </p>
    </>
  );
}

/** The properties of the page beside the pane, with the way to open another file. */
export interface BesideProps {
  readonly opened: OpenedFiles;
  /** The work restored on the file; null without any. */
  readonly resumed: KeptWork | null;
  readonly language: Language;
  readonly another: AnotherFile;
}

/** The code that opens workbooks and shows them beside the pane, loaded once a file is chosen. */
export interface BesideModule {
  readonly Beside: ComponentType<BesideProps>;
  readonly openFiles: typeof openFiles;
  readonly refusalText: typeof refusalText;
}

/** Files that are open, and what shows them. */
interface Open {
  readonly files: OpenedFiles;
  readonly resumed: KeptWork | null;
  readonly Beside: BesideModule["Beside"];
}

interface Shown {
  readonly open: Open | null;
  readonly opening: Opening | null;
  /** Why nothing was opened, in words. */
  readonly refused: readonly string[];
  /** Files open until the user chooses their use. */
  readonly waiting: Open | null;
}

/** The workbook that the page shows, with the state of the files that the user opens. */
interface Openings extends AnotherFile {
  readonly open: Open | null;
  /** Opens the file of a work that was kept, and those that were read with it, to go on with it. */
  readonly onResume: (work: KeptWork, files: readonly PickedFile[]) => void;
  /** Shows why no file could be asked for. */
  readonly refuse: (...reasons: readonly string[]) => void;
}

/**
 * Opens files one after the other: refusals are reported at once, and unsaved work stays until the user abandons it.
 */
export function useOpening(language: Language, bring: () => Promise<BesideModule>): Openings {
  const [shown, show] = useState<Shown>({ open: null, opening: null, refused: [], waiting: null });
  /** The current state, for actions that began earlier. */
  const now = useRef(shown);
  const change = (to: Partial<Shown>) => show((now.current = { ...now.current, ...to }));
  const settle = (to: Partial<Shown>) => {
    const { waiting } = now.current;
    for (const files of waiting === null ? [] : withEarlier(waiting.files))
      if (files !== to.waiting?.files && files !== to.open?.files) files.close();
    change({ opening: null, refused: [], waiting: null, ...to });
  };
  /** Gives up the file that is being opened. */
  const stop = useRef<AbortController | null>(null);

  const onOpen = useCallback(async (files: readonly PickedFile[], asks = false, resumed: KeptWork | null = null) => {
    const [first] = files;
    if (first === undefined) return;
    stop.current?.abort();
    const stopped = (stop.current = new AbortController());
    const giveUp = () => {
      stopped.abort();
      settle({});
    };
    settle({ opening: { file: first.name, rows: null, giveUp } });
    const beside = await bring().catch(() => null);
    if (stopped.signal.aborted) return;
    if (beside === null) return settle({ refused: [browserMessage("browser-loading-failed", {}, language)] });
    const onProgress = (file: string, rows: RowsRead) => change({ opening: { file, rows, giveUp } });
    const opened = await beside
      .openFiles(files, { onProgress, givenUp: stopped.signal })
      .catch((fault: unknown) => ({ refused: [{ file: first.name, anomaly: unexpected(fault) }] }));
    if (opened === null || stopped.signal.aborted) return;
    if (!("workbook" in opened))
      return settle({ refused: opened.refused.map((one) => beside.refusalText(one, language)) });
    if (resumed !== null && stepsHeld(resumed, opened.workbook.fingerprint) === null) {
      opened.close();
      const { file } = opened.workbook.open.cells;
      const params = { file, work: resumed.file, saved: savedFileOf(resumed) };
      return settle({ refused: [keptMessage("kept-other-file", params, language)] });
    }
    const open = { files: opened, resumed, Beside: beside.Beside };
    settle(asks || holdsWork(now.current.open) ? { waiting: open } : { open, waiting: earlierThan(open) });
  }, []);

  return {
    open: shown.open,
    opening: shown.opening,
    refused: shown.refused,
    waiting: shown.waiting?.files ?? null,
    onOpen: (files) => void onOpen(files),
    onDrop: (files) => void onOpen(files, true),
    // The file of the work comes first: it receives the documents.
    onResume: (work, files) => {
      const rank = ({ name }: PickedFile) => (name === work.file ? 0 : work.others.includes(name) ? 2 : 1);
      void onOpen(
        [...files].sort((one, other) => rank(one) - rank(other)),
        false,
        work,
      );
    },
    onAnswer: (takesPlace) => {
      const { open, waiting } = now.current;
      settle({ open: takesPlace ? waiting : open, waiting: waiting && earlierThan(waiting) });
    },
    onRefusedRead: () => change({ refused: [] }),
    refuse: (...refused) => settle({ refused }),
  };
}

/** Returns what is to be asked about next: the workbook of an earlier campaign that was chosen with these. */
function earlierThan({ files, Beside }: Open): Open | null {
  return files.earlier && { files: files.earlier, resumed: null, Beside };
}

/** Returns files, and those of earlier campaigns that were chosen with them. */
function withEarlier(files: OpenedFiles): OpenedFiles[] {
  return files.earlier === null ? [files] : [files, ...withEarlier(files.earlier)];
}

/** Returns whether something is not saved, and still can be. */
function holdsWork(open: Open | null): boolean {
  return open !== null && open.files.workbook.hasUnsaved && open.files.workbook.stopped === null;
}

/** The extensions that the page opens. */
const accepted = ".xlsx,.xlsm,.xls,.ods,.csv";

interface FilePickerProps {
  /** Unlike that of any other field of the page. */
  readonly id?: string;
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Draws a field that picks files, which looks like a button. */
export function FilePicker({ id = "files", label, isPrimary = false, onFiles }: FilePickerProps) {
  const pick = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    onFiles([...(currentTarget.files ?? [])]);
    // The same file can be picked again.
    currentTarget.value = "";
  };
  return (
    <span class="picker">
      <input id={id} class="unseen" type="file" multiple accept={accepted} onChange={pick} />
      <label for={id} class={isPrimary ? "button primary" : "button"}>
        {label}
      </label>
    </span>
  );
}

/**
 * Opens files dropped anywhere, even beside the drop zone, where the browser would leave the page to show them.
 * `onOver` is called when files come over the page or leave it. Returns the function that stops it.
 */
export function onDroppedAnywhere(
  open: (files: readonly File[]) => void,
  onOver: (isOver: boolean) => void = () => undefined,
): () => void {
  const over = (event: DragEvent) => {
    event.preventDefault();
    onOver(true);
  };
  const leave = (event: DragEvent) => {
    // From one element of the page to another, it is still over it.
    if (event.relatedTarget === null) onOver(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onOver(false);
    open([...(event.dataTransfer?.files ?? [])]);
  };
  const stop = new AbortController();
  addEventListener("dragover", over, stop);
  addEventListener("dragleave", leave, stop);
  addEventListener("drop", drop, stop);
  return () => stop.abort();
}
