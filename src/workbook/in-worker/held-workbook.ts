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
import type { Change, Generation, GoesOn, LastDone, Saved } from "../in-page/page-workbook";
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
 * saved. The bytes of the file itself are never changed. One thing at a time is asked of it: the page waits for each answer.
 */
export class HeldWorkbook {
  private before: Before | null = null;
  /** What was done to the user's sheets since the last generation. */
  private past = new Past();
  /** Documents put into a file of which only values are taken: it has no place for them before it is saved. */
  private models: readonly SheetModel[] = [];
  /** The file that such a file and these documents would be; null where it has none. */
  private written: Uint8Array | null = null;
  private known: { readonly of: OpenWorkbook; readonly looks: WorkbookLooks } | null = null;

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

  private async take(step: Step): Promise<Change> {
    const edited = await step.act(this.current);
    if (!edited.ok) return edited;
    this.before?.since.push(step);
    this.past.add(step.done, this.current);
    this.replace(edited.workbook, step.done);
    return { ok: true };
  }

  /** Takes back the last thing done to the user's sheets. */
  async takeBack(): Promise<Change> {
    const { last } = this.past;
    if (last === null) throw new Error("There is nothing to take back.");
    const opened = await this.past.reopen(this.current.cells.file);
    if (!opened.ok) return opened;
    this.past.drop();
    this.before?.since.pop();
    this.replace(opened.workbook, last);
    return { ok: true };
  }

  /** A value has the look of its cell. */
  private replace(workbook: OpenWorkbook, { kind }: OwnStep): void {
    if (kind === "cell" && this.known?.of === this.current) this.known = { of: workbook, looks: this.known.looks };
    this.current = workbook;
  }

  /** Puts documents in the workbook, in the place of those that it has. */
  async generate(models: readonly SheetModel[], goesOn: GoesOn): Promise<Generation> {
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
    this.current = before.source.kind === "values" ? withDocuments(before, opened.workbook) : opened.workbook;
    return { ok: true };
  }

  /** Takes the last generation back; what was done to the user's sheets since stays, or else nothing is taken back. */
  async undo(): Promise<Change> {
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
    this.current = undone;
    return { ok: true };
  }

  /** Returns the bytes to save; a file of which only values are taken becomes an .xlsx. */
  async bytes(): Promise<Saved> {
    const { source } = this.current;
    return source.kind === "package" ? { ok: true, bytes: source.bytes } : writeInto(this.current, this.models);
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
