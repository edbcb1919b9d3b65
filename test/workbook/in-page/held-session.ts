import type { Environment } from "../../../src/taskpane/operations/environment";
import { Session } from "../../../src/taskpane/operations/session";
import { openWorkbookFile } from "../../../src/workbook";
import { portOf, WorkbookInWorker, type PageWorkbook, type SheetView } from "../../../src/workbook/in-page";
import { serveWorkbook, type Line } from "../../../src/workbook/in-worker";

/** A workbook that a page holds, and the pane's session beside it, without a screen. */
export interface HeldSession {
  readonly held: PageWorkbook;
  readonly session: Session;
  /** What was asked of the grid: the sheet, and the cell. */
  readonly shown: (readonly [string, string | null])[];
  /** How many times the keyboard was taken to the grid. */
  readonly focused: () => number;
  /** Tells the session that a cell was corrected. */
  readonly corrected: (cells?: string) => void;
}

/** A line between a page and its worker, of which all that is said is cloned as between two threads. */
export interface Joined {
  readonly page: Line;
  readonly worker: Line;
  readonly close: () => void;
}

export function join(): Joined {
  const { port1: page, port2: worker } = new MessageChannel();
  return { page, worker, close: () => page.close() };
}

/** A line in one thread: nothing is cloned, and nothing is left to close. */
function joinAtOnce(): Joined {
  const lineTo = (other: () => Line): Line => ({
    onmessage: null,
    postMessage: (data) => queueMicrotask(() => other().onmessage?.({ data } as MessageEvent)),
  });
  const page: Line = lineTo(() => worker);
  const worker: Line = lineTo(() => page);
  return { page, worker, close: () => undefined };
}

/** Holds a workbook as a page does, what serves it being in the same thread. */
export function heldIn(bytes: Uint8Array, file: string): Promise<WorkbookInWorker> {
  return heldInWorker(bytes, file, joinAtOnce());
}

/** Holds a workbook as a page does, at the other end of a line; its bytes are left as they are. */
export async function heldInWorker(bytes: Uint8Array, file: string, joined: Joined): Promise<WorkbookInWorker> {
  serveWorkbook(joined.worker);
  const opened = await WorkbookInWorker.open(joined.page, new Uint8Array(bytes), file);
  if (!opened.ok) throw new Error(opened.anomaly.code);
  return opened.workbook;
}

export async function sessionOn(
  bytes: Uint8Array,
  file: string,
  hold: (bytes: Uint8Array, file: string) => Promise<PageWorkbook> = heldIn,
  more: Partial<Environment> = {},
): Promise<HeldSession> {
  const held = await hold(bytes, file);
  const shown: [string, string | null][] = [];
  const settings = new Map<string, string | boolean>();
  let focused = 0;
  let corrected: (cells: string) => void = () => undefined;
  const view: SheetView = {
    selected: () => ({ sheet: held.open.cells.sheets[0]!.name, cell: "A1" }),
    show: (sheet, cell) => void shown.push([sheet, cell]),
    watchSelection: () => undefined,
    watchCorrections: (onChange) => void (corrected = onChange),
  };
  const session = new Session({
    port: portOf(held, view),
    settings: {
      get: (key) => settings.get(key),
      save: (key, value) => Promise.resolve(settings.set(key, value).size > 0),
    },
    scheduler: { clock: () => performance.now(), pause: () => new Promise((resolve) => setImmediate(resolve)) },
    readOnly: false,
    now: () => "2014-11-25 14:03:00",
    after: () => () => undefined,
    openFile: openWorkbookFile,
    communesOfFrance: () => Promise.reject(new Error("No list of communes is asked for.")),
    loadPdfs: () => Promise.reject(new Error("No PDF is asked for.")),
    download: null,
    example: null,
    isInView: () => true,
    showPane: () => Promise.resolve(),
    loadWithWorkbook: null,
    lacksFunctions: false,
    focusSheet: () => void focused++,
    openHelp: () => undefined,
    versions: () => [],
    copy: () => Promise.resolve(true),
    ...more,
  });
  await session.start();
  return { held, session, shown, focused: () => focused, corrected: (cells = "") => corrected(cells) };
}

/** Chooses the campaign, and reads. */
export async function readIt({ session }: HeldSession, campaign = 2014): Promise<void> {
  session.dispatch({ type: "campaign-chosen", campaign });
  await session.run.read();
}

/** Asks for the documents and confirms, what is to be corrected accepted where there is any. */
export async function generateIt({ session }: HeldSession): Promise<void> {
  session.dispatch({ type: "step-opened", step: "documents" });
  session.dispatch({ type: "accepted", acceptance: "given" });
  session.run.askGeneration();
  await session.run.generate();
}

export async function savedBytes(held: PageWorkbook): Promise<Uint8Array> {
  const saved = await held.bytes();
  if (!saved.ok) throw new Error(saved.anomaly.code);
  return saved.bytes;
}
