import type { Cell } from "../../cells";
import type { SheetModel } from "../../documents";
import { anomaly, unexpected, type Anomaly } from "../../messages";
import type { CellEdit, SheetLook, WorkbookLooks } from "../files";
import type { UserSheet } from "../opened-workbook";
import { ReceivedWorkbook, unpackLook, type ShownWorkbook } from "./handed-workbook";
import {
  InTurn,
  nextFrame,
  type Answer,
  type Change,
  type FileOpened,
  type FromPage,
  type FromWorker,
  type Generation,
  type GoesOn,
  type HandedWorkbook,
  type LastDone,
  type Line,
  type Looked,
  type OwnStep,
  type PageWorkbook,
  type Question,
  type Refused,
  type Saved,
  type SavedFile,
  type Stage,
  type UserStep,
} from "./page-workbook";
import { SavedStates, UserSteps } from "./steps";

/** The question being answered. */
interface Asked {
  readonly answered: (answer: Answer) => void;
  readonly goesOn?: GoesOn;
  readonly onRows?: ((done: number, total: number) => void) | undefined;
  /** True when the looks of sheets do not change. */
  readonly keepsLooks?: boolean;
  /** Called once the workbook has changed. */
  readonly onDone?: () => void;
  /** The move among the states of the workbook; forward when absent. */
  readonly leads?: "back" | "elsewhere";
}

type Opened = { readonly ok: true; readonly workbook: WorkbookInWorker } | Refused;

/** A workbook whose file a worker reads and writes: the page has its cells, and asks the worker for everything else. */
export class WorkbookInWorker implements PageWorkbook {
  private shown: ShownWorkbook | null = null;
  fingerprint = "";
  private received = new ReceivedWorkbook();
  private asked: Asked | null = null;
  private whyStopped: Refused | null = null;
  /** A worker answers one question at a time. */
  private readonly queue = new InTurn();
  /** The look of each sheet, and the state of the workbook for which it was asked. */
  private readonly known = new Map<string, { look: SheetLook | null; state: number }>();
  private state = 0;
  private handed: Omit<HandedWorkbook, "head"> = {
    ...{ canUndo: false, last: null, undone: null },
    tabColours: new Map(),
  };
  private states = new SavedStates();
  private readonly taken = new UserSteps();
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly line: Line,
    file: string,
  ) {
    line.onmessage = ({ data }) => void this.receive(data as FromWorker);
    line.onerror = (event) => {
      event.preventDefault();
      // Only the failure to load the worker's script has no message.
      const { message } = event as Partial<ErrorEvent>;
      this.stop(
        message === undefined ? anomaly("error", "pane-file-not-loaded", { file }, { file }) : unexpected(message),
      );
    };
    // A message that cannot be read leaves its question unanswered.
    line.onmessageerror = () => this.stop(unexpected("messageerror"));
  }

  /** Opens a file, whose bytes are transferred to the worker; `onRows` receives the rows received and their total. */
  static async open(
    line: Line,
    bytes: Uint8Array<ArrayBuffer>,
    file: string,
    onRows?: Asked["onRows"],
  ): Promise<Opened> {
    const workbook = new WorkbookInWorker(line, file);
    const question = { kind: "open", bytes, file } as const;
    const outcome = await workbook.ask<FileOpened | Refused>(question, { onRows }, [bytes.buffer]);
    if (!outcome.ok) return outcome;
    workbook.states = new SavedStates();
    workbook.fingerprint = outcome.fingerprint;
    return { ok: true, workbook };
  }

  get open(): ShownWorkbook {
    if (this.shown === null) throw new Error("No workbook is open.");
    return this.shown;
  }

  /** A look that is not known yet is requested; until it arrives, the sheet keeps its former look. */
  get looks(): WorkbookLooks {
    return { sheet: (name) => this.lookOf(name), tabColours: this.handed.tabColours };
  }

  private lookOf(name: string): SheetLook | null {
    const known = this.known.get(name);
    if (known?.state === this.state) return known.look;
    const asked = { look: known?.look ?? null, state: this.state };
    this.known.set(name, asked);
    void this.ask<Looked | Refused>({ kind: "look", sheet: name }).then((answer) => {
      if (!answer.ok) return;
      asked.look = answer.look === null ? null : unpackLook(answer.look);
      this.notify();
    });
    return asked.look;
  }

  get canUndo(): boolean {
    return this.handed.canUndo;
  }

  get last(): LastDone | null {
    return this.handed.last;
  }

  get undone(): OwnStep | null {
    return this.handed.undone;
  }

  get stopped(): Anomaly | null {
    return this.whyStopped?.anomaly ?? null;
  }

  get hasUnsaved(): boolean {
    return !this.states.isSaved;
  }

  get steps(): readonly UserStep[] {
    return this.taken.current;
  }

  get saves(): readonly SavedFile[] {
    return this.states.files;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  edit(edits: readonly CellEdit[]): Promise<Change> {
    return this.take({ kind: "edit", edits });
  }

  addSheet(name: string, rows: readonly (readonly Cell[])[], widths: readonly number[]): Promise<Change> {
    return this.take({ kind: "add-sheet", name, rows, widths });
  }

  putSheets(sheets: readonly UserSheet[]): Promise<Change> {
    return this.take({ kind: "put-sheets", sheets });
  }

  async resume(steps: readonly UserStep[], journal: SheetModel | null = null): Promise<Change | Generation> {
    const restored = journal === null ? null : await this.generate([journal], undefined, true);
    if (restored?.ok === false) return restored;
    for (const step of steps) {
      const taken = await this.take(step);
      if (!taken.ok) return taken;
    }
    return { ok: true };
  }

  private take(step: UserStep): Promise<Change> {
    return this.ask<Change>(step, { keepsLooks: step.kind === "edit", onDone: () => this.taken.add(step) });
  }

  async generate(
    models: readonly SheetModel[],
    goesOn: GoesOn = () => Promise.resolve(true),
    isForGood = false,
  ): Promise<Generation> {
    for (const model of models) {
      this.send({ kind: "model", model: withoutProvenance(model) });
      await nextFrame();
    }
    return this.ask<Generation>({ kind: "generate", count: models.length, isForGood }, { goesOn });
  }

  undo(): Promise<Change> {
    return this.ask<Change>({ kind: "undo" }, { leads: "elsewhere" });
  }

  takeBack(): Promise<Change> {
    return this.ask<Change>(
      { kind: "take-back" },
      { keepsLooks: this.last?.kind === "cells", leads: "back", onDone: () => this.taken.takeBack() },
    );
  }

  redo(): Promise<Change> {
    const keepsLooks = this.undone?.kind === "cells";
    return this.ask<Change>({ kind: "redo" }, { keepsLooks, onDone: () => this.taken.redo() });
  }

  async bytes(): Promise<Saved> {
    const saved = await this.ask<Saved>({ kind: "bytes" });
    if (saved.ok) this.states.give({ fingerprint: saved.fingerprint, steps: this.taken.current.length });
    return saved;
  }

  saved(): void {
    this.states.save();
    this.notify();
  }

  /** Asks a question once those before it are answered. */
  private async ask<Outcome>(
    question: Question,
    watch: Omit<Asked, "answered"> = {},
    transfer: Transferable[] = [],
  ): Promise<Outcome> {
    const { outcome } = await this.queue.do(
      () =>
        new Promise<Answer>((answered) => {
          this.asked = { ...watch, answered };
          if (this.whyStopped === null) this.send(question, transfer);
          else this.answer({ kind: "answer", outcome: this.whyStopped, workbook: null });
        }),
    );
    return outcome as Outcome;
  }

  private send(message: FromPage, transfer: Transferable[] = []): void {
    this.line.postMessage(message, transfer);
  }

  private async receive(message: FromWorker): Promise<void> {
    switch (message.kind) {
      case "rows": {
        const done = this.received.take(message.piece);
        this.asked?.onRows?.(done, message.piece.total);
        return;
      }
      case "stage":
        return this.send({ kind: "goes-on", yes: await this.mayGoOn(message.next) });
      case "answer":
        this.answer(message);
    }
  }

  /** Resolves to whether the caller lets the generation go on, as the worker awaits; false when its callback throws. */
  private async mayGoOn(next: Stage): Promise<boolean> {
    try {
      return (await this.asked?.goesOn?.(next)) === true;
    } catch {
      return false;
    }
  }

  private answer(answer: Answer): void {
    const { asked, received } = this;
    this.asked = null;
    this.received = new ReceivedWorkbook();
    if (answer.workbook !== null) {
      const { head, ...handed } = answer.workbook;
      this.shown = received.complete(this.shown, head);
      this.handed = handed;
      this.states[asked?.leads ?? "forth"]();
      asked?.onDone?.();
      // Changing a value does not change the look of its cell.
      if (asked?.keepsLooks !== true) this.state++;
    }
    asked?.answered(answer);
    if (answer.workbook !== null) this.notify();
  }

  /** Records that the worker stopped, answers the pending question in its place, and informs subscribers. */
  private stop(anomaly: Anomaly): void {
    this.whyStopped = { ok: false, anomaly };
    this.answer({ kind: "answer", outcome: this.whyStopped, workbook: null });
    if (this.shown !== null) this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Returns a model without its provenance, which is not written and is much larger than the rest. */
function withoutProvenance({ provenance: _, ...model }: SheetModel): SheetModel {
  return model;
}
