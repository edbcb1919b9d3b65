import type { SheetModel } from "../../documents";
import {
  addUserSheet,
  editCells,
  lookOfValues,
  openWorkbookFile,
  readLooks,
  writeInto,
  type CellEdit,
  type Edited,
  type OpenWorkbook,
  type WorkbookLooks,
} from "../files";
import { InTurn } from "../in-page/in-turn";
import type { Change, Generation, GoesOn, LastDone, PageWorkbook, Saved } from "../in-page/page-workbook";
import { SavedSteps } from "../in-page/saved-steps";
import { Past, type OwnStep } from "./past";

/** Something done to the user's sheets, which can be done again on another state of the workbook. */
interface Step {
  readonly done: OwnStep;
  readonly act: (open: OpenWorkbook) => Promise<Edited>;
}

/** What an undo goes back to: the workbook before the last generation, what could be taken back then, and what was done since. */
interface Before {
  readonly open: OpenWorkbook;
  readonly models: readonly SheetModel[];
  readonly written: Uint8Array | null;
  readonly past: Past;
  readonly since: Step[];
}

/** The user stopped it. */
const stopped = { ok: false, anomaly: null } as const;

/**
 * A workbook opened from a file, as it is now: what was corrected, chosen and generated in it is here, and in the file only once it is
 * saved. The bytes of the file itself are never changed.
 */
export class HeldWorkbook implements PageWorkbook {
  readonly stopped = null;
  private before: Before | null = null;
  /** What was done to the user's sheets since the last generation. */
  private past = new Past();
  /** Documents put into a file of which only values are taken: it has no place for them before it is saved. */
  private models: readonly SheetModel[] = [];
  /** The file that such a file and these documents would be; null where it has none. */
  private written: Uint8Array | null = null;
  private known: { readonly of: OpenWorkbook; readonly looks: WorkbookLooks } | null = null;
  private readonly steps = new SavedSteps();
  /** Each thing that is asked starts from what the one before left. */
  private readonly queue = new InTurn();
  private readonly listeners = new Set<() => void>();

  constructor(private current: OpenWorkbook) {}

  get open(): OpenWorkbook {
    return this.current;
  }

  /** How its sheets look. */
  get looks(): WorkbookLooks {
    const { current } = this;
    if (this.known?.of !== current) this.known = { of: current, looks: this.readLooks() };
    return this.known.looks;
  }

  private readLooks(): WorkbookLooks {
    const { source, ownSheets } = this.current;
    if (source.kind === "package") return readLooks(source.bytes);
    const own = new Map(source.sheets.map((sheet) => [sheet.name, lookOfValues(sheet)]));
    if (this.written === null) return { tabColours: new Map(), sheet: (name) => own.get(name) ?? null };
    const { sheet, tabColours } = readLooks(this.written);
    const documents = new Set(ownSheets.map(({ name }) => name));
    return { tabColours, sheet: (name) => (documents.has(name) ? sheet(name) : (own.get(name) ?? null)) };
  }

  get canUndo(): boolean {
    return this.before !== null;
  }

  /** The generation comes once nothing done since is left. */
  get last(): LastDone | null {
    if (this.past.last !== null) return this.past.last;
    return this.before !== null && this.before.since.length === 0 ? { kind: "generation" } : null;
  }

  /** Whether something was done that no file has yet. */
  get hasUnsaved(): boolean {
    return !this.steps.isSaved;
  }

  /** Calls at each change; returns the function that stops it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Puts values in cells of the user's sheets. */
  edit(edits: readonly CellEdit[]): Promise<Change> {
    const [{ sheet, row, column } = { sheet: "", row: 0, column: 0 }] = edits;
    return this.take({ done: { kind: "cell", sheet, row, column }, act: (open) => editCells(open, edits) });
  }

  /** Adds a sheet of the user's own. */
  addSheet(
    name: string,
    rows: Parameters<typeof addUserSheet>[2],
    widths: Parameters<typeof addUserSheet>[3],
  ): Promise<Change> {
    return this.take({ done: { kind: "sheet", sheet: name }, act: (open) => addUserSheet(open, name, rows, widths) });
  }

  private take(step: Step): Promise<Change> {
    return this.queue.do(async () => {
      const edited = await step.act(this.current);
      if (!edited.ok) return edited;
      this.before?.since.push(step);
      this.past.add(step.done, this.current);
      this.steps.forth();
      this.replace(edited.workbook, step.done);
      return { ok: true };
    });
  }

  /** Takes back the last thing done to the user's sheets. */
  takeBack(): Promise<Change> {
    return this.queue.do(async () => {
      const { last } = this.past;
      if (last === null) throw new Error("There is nothing to take back.");
      const opened = await this.past.reopen(this.current.cells.file);
      if (!opened.ok) return opened;
      this.past.drop();
      this.steps.back();
      this.before?.since.pop();
      this.replace(opened.workbook, last);
      return { ok: true };
    });
  }

  /** A value has the look of its cell. */
  private replace(workbook: OpenWorkbook, { kind }: OwnStep): void {
    if (kind === "cell" && this.known?.of === this.current) this.known = { of: workbook, looks: this.known.looks };
    this.become(workbook);
  }

  /** Puts documents in the workbook, in the place of those that it has. */
  generate(models: readonly SheetModel[], goesOn: GoesOn = () => Promise.resolve(true)): Promise<Generation> {
    return this.queue.do(() => this.write(models, goesOn));
  }

  private async write(models: readonly SheetModel[], goesOn: GoesOn): Promise<Generation> {
    const before = this.current;
    const written = await writeInto(before, models);
    if (!written.ok) return written;
    if (!(await goesOn("check"))) return stopped;
    const opened = await openWorkbookFile(written.bytes, before.cells.file);
    if (!opened.ok) return opened;
    if (!(await goesOn("publish"))) return stopped;
    this.before = { open: before, models: this.models, written: this.written, past: this.past, since: [] };
    this.past = new Past();
    this.models = before.source.kind === "values" ? models : [];
    this.written = before.source.kind === "values" ? written.bytes : null;
    this.steps.forth();
    this.become(before.source.kind === "values" ? withDocuments(before, opened.workbook) : opened.workbook);
    return { ok: true };
  }

  /** Takes the last generation back; what was done to the user's sheets since stays, or else nothing is taken back. */
  undo(): Promise<Change> {
    return this.queue.do(() => this.undoGeneration());
  }

  private async undoGeneration(): Promise<Change> {
    if (this.before === null) throw new Error("There is no generation to undo.");
    const { open, models, written, past, since } = this.before;
    let undone = open;
    const again: [OwnStep, OpenWorkbook][] = [];
    for (const { done, act } of since) {
      const edited = await act(undone);
      if (!edited.ok) return edited;
      again.push([done, undone]);
      undone = edited.workbook;
    }
    for (const [done, before] of again) past.add(done, before);
    this.before = null;
    this.past = past;
    this.models = models;
    this.written = written;
    this.steps.elsewhere();
    this.become(undone);
    return { ok: true };
  }

  /** Returns the bytes to save, once what was asked before is done; a file of which only values are taken becomes an .xlsx. */
  bytes(): Promise<Saved> {
    return this.queue.do(async () => {
      const { current } = this;
      this.steps.give();
      return current.source.kind === "package"
        ? { ok: true, bytes: current.source.bytes }
        : writeInto(current, this.models);
    });
  }

  /** Notes that the bytes that were given last are in a file: what was done since is not. */
  saved(): void {
    this.steps.save();
    this.become(this.current);
  }

  private become(workbook: OpenWorkbook): void {
    this.current = workbook;
    for (const listener of this.listeners) listener();
  }
}

/**
 * Returns a file of values with the documents that were just written from it. Its own sheets stay as they were read: what is known of them, a
 * formula without a result for one, is not in the values that a new file is made of.
 */
function withDocuments(before: OpenWorkbook, written: OpenWorkbook): OpenWorkbook {
  const own = before.cells.sheets.filter(({ generatedKey }) => generatedKey === null);
  const documents = written.cells.sheets.filter(({ generatedKey }) => generatedKey !== null);
  return {
    ...written,
    cells: { ...before.cells, sheets: [...own, ...documents] },
    anomalies: before.anomalies,
    userSheetNames: before.userSheetNames,
    format: before.format,
    source: before.source,
  };
}
