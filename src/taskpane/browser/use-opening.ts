import type { ComponentType } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { browserMessage, unexpected, type Language } from "../../messages";
import type { PickedFile } from "../operations/read";
import type { AnotherFile } from "./another-file";
import type { openFiles, OpenedFiles, refusalText } from "./open-files";
import type { Opening } from "./opening";

/** What opens workbooks and shows them beside the pane: it comes once a file is chosen. */
export interface BesideModule {
  readonly openFiles: typeof openFiles;
  readonly refusalText: typeof refusalText;
  readonly Beside: ComponentType<{
    readonly opened: OpenedFiles;
    readonly language: Language;
    readonly another: AnotherFile;
  }>;
}

/** Files that are open, and what shows them. */
interface Open {
  readonly files: OpenedFiles;
  readonly Beside: BesideModule["Beside"];
}

interface Shown {
  readonly open: Open | null;
  readonly opening: Opening | null;
  /** Why nothing was opened, in words. */
  readonly refused: readonly string[];
  /** Open, till somebody says whether they take the place of what is not saved. */
  readonly waiting: Open | null;
}

/** The workbook that the page shows, and all that happens to the files that somebody opens. */
interface Openings extends AnotherFile {
  readonly open: Open | null;
  /** Says why no file could be asked for. */
  readonly refuse: (...reasons: readonly string[]) => void;
}

/** Opens files one after the other: what is refused is told at once, and what is not saved stays till somebody gives it up. */
export function useOpening(language: Language, bring: () => Promise<BesideModule>): Openings {
  const [shown, show] = useState<Shown>({ open: null, opening: null, refused: [], waiting: null });
  /** What is shown, for what was begun before. */
  const now = useRef(shown);
  const change = (to: Partial<Shown>) => show((now.current = { ...now.current, ...to }));
  const settle = (to: Partial<Shown>) => {
    if (now.current.waiting !== to.waiting && now.current.waiting !== to.open) now.current.waiting?.files.close();
    change({ opening: null, refused: [], waiting: null, ...to });
  };
  /** Gives up the file that is being opened. */
  const stop = useRef<AbortController | null>(null);

  const onOpen = useCallback(async (files: readonly PickedFile[]) => {
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
    const onProgress = (file: string, rows: Opening["rows"]) => change({ opening: { file, rows, giveUp } });
    const opened = await beside
      .openFiles(files, { onProgress, givenUp: stopped.signal })
      .catch((fault: unknown) => ({ refused: [{ file: first.name, anomaly: unexpected(fault) }] }));
    if (opened === null || stopped.signal.aborted) return;
    if (!("workbook" in opened))
      return settle({ refused: opened.refused.map((one) => beside.refusalText(one, language)) });
    const open = { files: opened, Beside: beside.Beside };
    settle(holdsWork(now.current.open) ? { waiting: open } : { open });
  }, []);

  return {
    open: shown.open,
    opening: shown.opening,
    refused: shown.refused,
    waiting: shown.waiting?.files.workbook.open.cells.file ?? null,
    onOpen: (files) => void onOpen(files),
    onAnswer: (takesPlace) => settle(takesPlace ? { open: now.current.waiting } : {}),
    onRefusedRead: () => change({ refused: [] }),
    refuse: (...refused) => settle({ refused }),
  };
}

/** Whether something is not saved, and still can be. */
function holdsWork(open: Open | null): boolean {
  return open !== null && open.files.workbook.hasUnsaved && open.files.workbook.stopped === null;
}
