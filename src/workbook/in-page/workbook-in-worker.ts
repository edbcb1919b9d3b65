import type { Cell } from "../../cells";
import type { SheetModel } from "../../documents";
import { anomaly, unexpected, type Anomaly } from "../../messages";
import type { CellEdit, SheetLook, WorkbookLooks } from "../files";
import { ReceivedWorkbook, unpackLook } from "./handed-workbook";
import { InTurn } from "./in-turn";
import {
  nextFrame,
  type Change,
  type Generation,
  type GoesOn,
  type LastDone,
  type PageWorkbook,
  type Saved,
  type ShownWorkbook,
  type Stage,
} from "./page-workbook";
import { SavedSteps } from "./saved-steps";
import type { Answer, FromPage, FromWorker, Line, Looked, Question } from "./wire";

interface Asked {
  readonly answered: (answer: Answer) => void;
  readonly goesOn: GoesOn;
  readonly onRows: (done: number, total: number) => void;
  /** Sheets look as before once it is done. */
  readonly keepsLooks?: boolean;
  /** Where it leads among the states of the workbook. */
  readonly leads: "forth" | "back" | "elsewhere";
}

type Opened =
  { readonly ok: true; readonly workbook: WorkbookInWorker } | { readonly ok: false; readonly anomaly: Anomaly };

/** A workbook whose file is read and written by a worker: the page has its cells, and asks for the rest. */
export class WorkbookInWorker implements PageWorkbook {
  private shown: ShownWorkbook | null = null;
  private received = new ReceivedWorkbook();
  private asked: Asked | null = null;
  private whyStopped: Anomaly | null = null;
  /** A worker is asked one thing at a time. */
  private readonly queue = new InTurn();
  /** Looks of sheets, and in which state of the workbook they were asked for. */
  private readonly known = new Map<string, { look: SheetLook | null; state: number }>();
  private state = 0;
  private tabColours: WorkbookLooks["tabColours"] = new Map();
  private isUndoable = false;
  private lastDone: LastDone | null = null;
  private steps = new SavedSteps();
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly line: Line,
    file: string,
  ) {
    line.onmessage = ({ data }) => void this.receive(data as FromWorker);
    line.onerror = (event) => {
      event.preventDefault();
      // The worker's own script is not there: that error alone has no message.
      const { message } = event as Partial<ErrorEvent>;
      this.stop(
        message === undefined ? anomaly("error", "pane-file-not-loaded", { file }, { file }) : unexpected(message),
      );
    };
    // What it says cannot be read: what was asked would be waited for.
    line.onmessageerror = () => this.stop(unexpected("messageerror"));
  }

  /** Opens a file, whose bytes go to the worker; `onRows` learns how many rows came of how many. */
  static async open(
    line: Line,
    bytes: Uint8Array<ArrayBuffer>,
    file: string,
    onRows: (done: number, total: number) => void = () => undefined,
  ): Promise<Opened> {
    const workbook = new WorkbookInWorker(line, file);
    const outcome = await workbook.ask<Change>({ kind: "open", bytes, file }, { onRows }, [bytes.buffer]);
    if (outcome.ok) {
      workbook.steps = new SavedSteps();
      return { ok: true, workbook };
    }
    return outcome as Extract<Opened, { ok: false }>;
  }

  get open(): ShownWorkbook {
    if (this.shown === null) throw new Error("No workbook is open.");
    return this.shown;
  }

  /** A look that is not there yet is asked for; until it comes, the sheet has the one that it had. */
  get looks(): WorkbookLooks {
    return { sheet: (name) => this.lookOf(name), tabColours: this.tabColours };
  }

  private lookOf(name: string): SheetLook | null {
    const known = this.known.get(name);
    if (known?.state === this.state) return known.look;
    const asked = { look: known?.look ?? null, state: this.state };
    this.known.set(name, asked);
    void this.ask<Looked | Extract<Change, { ok: false }>>({ kind: "look", sheet: name }).then((answer) => {
      if (!answer.ok) return;
      asked.look = answer.look === null ? null : unpackLook(answer.look);
      this.tell();
    });
    return asked.look;
  }

  get canUndo(): boolean {
    return this.isUndoable;
  }

  get last(): LastDone | null {
    return this.lastDone;
  }

  get stopped(): Anomaly | null {
    return this.whyStopped;
  }

  get hasUnsaved(): boolean {
    return !this.steps.isSaved;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  edit(edits: readonly CellEdit[]): Promise<Change> {
    return this.ask<Change>({ kind: "edit", edits }, { keepsLooks: true });
  }

  addSheet(name: string, rows: readonly (readonly Cell[])[], widths: readonly number[]): Promise<Change> {
    return this.ask<Change>({ kind: "add-sheet", name, rows, widths });
  }

  async generate(models: readonly SheetModel[], goesOn: GoesOn = () => Promise.resolve(true)): Promise<Generation> {
    for (const model of models) {
      this.send({ kind: "model", model: withoutProvenance(model) });
      await nextFrame();
    }
    return this.ask<Generation>({ kind: "generate", count: models.length }, { goesOn });
  }

  undo(): Promise<Change> {
    return this.ask<Change>({ kind: "undo" }, { leads: "elsewhere" });
  }

  takeBack(): Promise<Change> {
    return this.ask<Change>({ kind: "take-back" }, { keepsLooks: this.lastDone?.kind === "cell", leads: "back" });
  }

  async bytes(): Promise<Saved> {
    const saved = await this.ask<Saved>({ kind: "bytes" });
    this.steps.give();
    return saved;
  }

  saved(): void {
    this.steps.save();
    this.tell();
  }

  /** Asks a thing, once what was asked before is answered. */
  private async ask<Outcome>(
    question: Question,
    watch: Partial<Asked> = {},
    transfer: Transferable[] = [],
  ): Promise<Outcome> {
    const { outcome } = await this.queue.do(
      () =>
        new Promise<Answer>((answered) => {
          const usual = { goesOn: () => Promise.resolve(true), onRows: () => undefined, leads: "forth" } as const;
          this.asked = { ...usual, ...watch, answered };
          if (this.whyStopped === null) this.send(question, transfer);
          else this.answerInItsPlace(this.whyStopped);
        }),
    );
    return outcome as Outcome;
  }

  private send(message: FromPage, transfer: Transferable[] = []): void {
    this.line.postMessage(message, transfer);
  }

  private async receive(told: FromWorker): Promise<void> {
    switch (told.kind) {
      case "rows":
        this.asked?.onRows(this.received.take(told.piece), told.piece.total);
        return;
      case "stage":
        return this.send({ kind: "goes-on", yes: await this.mayGoOn(told.next) });
      case "answer":
        this.answer(told);
    }
  }

  /** A bug of whoever is told stops the generation: the worker waits for this. */
  private async mayGoOn(next: Stage): Promise<boolean> {
    try {
      return (await this.asked?.goesOn(next)) === true;
    } catch {
      return false;
    }
  }

  private answer(answer: Answer): void {
    const { asked, received } = this;
    this.asked = null;
    this.received = new ReceivedWorkbook();
    if (answer.head !== null) {
      this.shown = received.complete(this.shown, answer.head);
      this.isUndoable = answer.canUndo;
      this.lastDone = answer.last;
      this.tabColours = answer.tabColours;
      this.steps[asked?.leads ?? "forth"]();
      // A value has the look of its cell.
      if (asked?.keepsLooks !== true) this.state++;
    }
    asked?.answered(answer);
    if (answer.head !== null) this.tell();
  }

  /** The worker stopped: what was asked is answered, and it is told, were nothing asked. */
  private stop(anomaly: Anomaly): void {
    this.whyStopped = anomaly;
    this.answerInItsPlace(anomaly);
    if (this.shown !== null) this.tell();
  }

  /** Answers in the place of a worker that stopped: the workbook stays as the page knows it. */
  private answerInItsPlace(anomaly: Anomaly): void {
    this.answer({
      kind: "answer",
      outcome: { ok: false, anomaly },
      head: null,
      canUndo: this.isUndoable,
      last: this.lastDone,
      tabColours: this.tabColours,
    });
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** What a document was made from is not written, and is much more than what it says. */
function withoutProvenance(model: SheetModel): SheetModel {
  const rest = { ...model };
  delete (rest as { provenance?: unknown }).provenance;
  return rest;
}
