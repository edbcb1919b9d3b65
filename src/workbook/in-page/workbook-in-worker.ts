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
  type Stage,
} from "./page-workbook";

interface Asked {
  readonly answered: (answer: Answer) => void;
  readonly goesOn?: GoesOn;
  readonly onRows?: ((done: number, total: number) => void) | undefined;
  /** Sheets look as before once it is done. */
  readonly keepsLooks?: boolean;
  /** Where it leads among the states of the workbook: forth, unless it says otherwise. */
  readonly leads?: "back" | "elsewhere";
}

type Opened = { readonly ok: true; readonly workbook: WorkbookInWorker } | Refused;

/** A workbook whose file is read and written by a worker: the page has its cells, and asks for the rest. */
export class WorkbookInWorker implements PageWorkbook {
  private shown: ShownWorkbook | null = null;
  private received = new ReceivedWorkbook();
  private asked: Asked | null = null;
  private whyStopped: Refused | null = null;
  /** A worker is asked one thing at a time. */
  private readonly queue = new InTurn();
  /** Looks of sheets, and in which state of the workbook they were asked for. */
  private readonly known = new Map<string, { look: SheetLook | null; state: number }>();
  private state = 0;
  private handed: Omit<HandedWorkbook, "head"> = {
    ...{ canUndo: false, last: null, undone: null },
    tabColours: new Map(),
  };
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
    onRows?: Asked["onRows"],
  ): Promise<Opened> {
    const workbook = new WorkbookInWorker(line, file);
    const question = { kind: "open", bytes, file } as const;
    const outcome = await workbook.ask<{ readonly ok: true } | Refused>(question, { onRows }, [bytes.buffer]);
    if (!outcome.ok) return outcome;
    workbook.steps = new SavedSteps();
    return { ok: true, workbook };
  }

  get open(): ShownWorkbook {
    if (this.shown === null) throw new Error("No workbook is open.");
    return this.shown;
  }

  /** A look that is not there yet is asked for; until it comes, the sheet has the one that it had. */
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
      this.tell();
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

  putSheets(sheets: readonly UserSheet[]): Promise<Change> {
    return this.ask<Change>({ kind: "put-sheets", sheets });
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
    return this.ask<Change>({ kind: "take-back" }, { keepsLooks: this.last?.kind === "cells", leads: "back" });
  }

  redo(): Promise<Change> {
    return this.ask<Change>({ kind: "redo" }, { keepsLooks: this.undone?.kind === "cells" });
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

  private async receive(told: FromWorker): Promise<void> {
    switch (told.kind) {
      case "rows": {
        const done = this.received.take(told.piece);
        this.asked?.onRows?.(done, told.piece.total);
        return;
      }
      case "stage":
        return this.send({ kind: "goes-on", yes: await this.mayGoOn(told.next) });
      case "answer":
        this.answer(told);
    }
  }

  /**
   * Returns whether whoever is told lets the generation go on, which the worker waits for. A bug of theirs stops it.
   */
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
      this.steps[asked?.leads ?? "forth"]();
      // A value has the look of its cell.
      if (asked?.keepsLooks !== true) this.state++;
    }
    asked?.answered(answer);
    if (answer.workbook !== null) this.tell();
  }

  /** Notes that the worker stopped: what was asked is answered in its place, and it is told, were nothing asked. */
  private stop(anomaly: Anomaly): void {
    this.whyStopped = { ok: false, anomaly };
    this.answer({ kind: "answer", outcome: this.whyStopped, workbook: null });
    if (this.shown !== null) this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Returns a document without what it was made from, which is not written, and is much more than what it says. */
function withoutProvenance({ provenance: _, ...model }: SheetModel): SheetModel {
  return model;
}

/**
 * Which state of a workbook is in a file, by the steps that led to it: one that is gone back to is saved again where it was. A state is
 * never taken for one that is saved where that is not known.
 */
class SavedSteps {
  private count = 0;
  /** The states gone through, by their number; the last is the one that stands. */
  private path: number[] = [0];
  private saved: number | undefined = 0;
  private given: number | undefined;

  get isSaved(): boolean {
    return this.path.at(-1) === this.saved;
  }

  /** Notes that something was done. */
  forth(): void {
    this.path.push(++this.count);
  }

  /** Notes that the last thing done was taken back. */
  back(): void {
    this.path.pop();
    if (this.path.length === 0) this.forth();
  }

  /** Notes that something else was taken back, from under what was done since. */
  elsewhere(): void {
    this.path = [++this.count];
  }

  /** Notes that the state that stands is given, to be put in a file. */
  give(): void {
    this.given = this.path.at(-1);
  }

  /** Notes that what was given last is in a file. */
  save(): void {
    this.saved = this.given;
  }
}
