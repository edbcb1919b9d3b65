import type { CellBlock } from "../../cells";
import type { SheetModel } from "../../documents";
import {
  addUserSheet,
  editCells,
  lookOfValues,
  openWorkbookFile,
  putUserSheets,
  readLooks,
  writeInto,
  type CellEdit,
  type Edited,
  type OpenWorkbook,
  type WorkbookLooks,
  type OpenResult,
} from "../files";
import type { UserSheet } from "../opened-workbook";
import type { Change, Generation, GoesOn, LastDone, OwnStep, Saved } from "../in-page/page-workbook";

/** Something done to the user's sheets, which can be done again on another state of the workbook. */
interface Step {
  readonly done: OwnStep;
  readonly act: (open: OpenWorkbook) => Promise<Edited>;
}

/** A workbook as it is since its last generation. */
interface State {
  readonly open: OpenWorkbook;
  /** Documents put into a file of which only values are taken: it has no place for them before it is saved. */
  readonly models: readonly SheetModel[];
  /** The file that such a file and these documents would be; null where it has none. */
  readonly written: Uint8Array | null;
  /** What was done to the user's sheets. */
  readonly past: Past;
}

/** What an undo goes back to: the workbook before the last generation, and what was done since. */
interface Before extends State {
  readonly since: Step[];
}

/** The user stopped it. */
const stopped = { ok: false, anomaly: null } as const;

/**
 * A workbook opened from a file, as it is now: what was corrected, chosen and generated in it is here, and in the file only once it is
 * saved. The bytes of the file itself are never changed. One thing at a time is asked of it: the page waits for each answer.
 */
export class HeldWorkbook {
  private now: State;
  private before: Before | null = null;
  /** What was taken back, the last of it last. */
  private taken: Step[] = [];
  private known: { readonly of: OpenWorkbook; readonly looks: WorkbookLooks } | null = null;

  constructor(open: OpenWorkbook) {
    this.now = { open, models: [], written: null, past: new Past() };
  }

  get open(): OpenWorkbook {
    return this.now.open;
  }

  /** How its sheets look. */
  get looks(): WorkbookLooks {
    const { open } = this;
    if (this.known?.of !== open) this.known = { of: open, looks: this.readLooks() };
    return this.known.looks;
  }

  private readLooks(): WorkbookLooks {
    const { written } = this.now;
    const { source, generatedSheets } = this.open;
    if (source.kind === "package") return readLooks(source.bytes);
    const own = new Map(source.sheets.map((sheet) => [sheet.name, lookOfValues(sheet)]));
    if (written === null) return { tabColours: new Map(), sheet: (name) => own.get(name) ?? null };
    const { sheet, tabColours } = readLooks(written);
    const documents = new Set(generatedSheets.map(({ name }) => name));
    return { tabColours, sheet: (name) => (documents.has(name) ? sheet(name) : (own.get(name) ?? null)) };
  }

  get canUndo(): boolean {
    return this.before !== null;
  }

  /** The generation comes once nothing done since is left. */
  get last(): LastDone | null {
    return this.now.past.last ?? (this.before?.since.length === 0 ? { kind: "generation" } : null);
  }

  /** Puts values in cells of the user's sheets. */
  edit(edits: readonly CellEdit[]): Promise<Change> {
    const done = { kind: "cells", sheet: edits[0]?.sheet ?? "", block: blockAround(edits) } as const;
    return this.start({ done, act: (open) => editCells(open, edits) });
  }

  /** Adds a sheet of the user's own. */
  addSheet(
    name: string,
    rows: Parameters<typeof addUserSheet>[2],
    widths: Parameters<typeof addUserSheet>[3],
  ): Promise<Change> {
    return this.start({ done: { kind: "sheet", sheet: name }, act: (open) => addUserSheet(open, name, rows, widths) });
  }

  /** Puts sheets of the user's own, in the place of what those of their names hold. */
  putSheets(sheets: readonly UserSheet[]): Promise<Change> {
    const done = { kind: "sheets", sheets: sheets.map(({ name }) => name).join(", ") } as const;
    return this.start({ done, act: (open) => putUserSheets(open, sheets) });
  }

  /** Does something new: what was taken back is not done again after it. */
  private async start(step: Step): Promise<Change> {
    const taken = await this.take(step);
    if (taken.ok) this.taken = [];
    return taken;
  }

  private async take(step: Step): Promise<Change> {
    const edited = await step.act(this.open);
    if (!edited.ok) return edited;
    this.before?.since.push(step);
    this.now.past.add(step, this.open);
    this.replace(edited.workbook, step.done);
    return { ok: true };
  }

  /** Takes back the last thing done to the user's sheets. */
  async takeBack(): Promise<Change> {
    const { past, open } = this.now;
    if (past.last === null) throw new Error("There is nothing to take back.");
    const opened = await past.reopen(open.cells.file);
    if (!opened.ok) return opened;
    const step = past.drop();
    this.taken.push(step);
    this.before?.since.pop();
    this.replace(opened.workbook, step.done);
    return { ok: true };
  }

  get undone(): OwnStep | null {
    return this.taken.at(-1)?.done ?? null;
  }

  /** Does again what was taken back last. */
  async redo(): Promise<Change> {
    const step = this.taken.at(-1);
    if (step === undefined) throw new Error("There is nothing to do again.");
    const done = await this.take(step);
    if (done.ok) this.taken.pop();
    return done;
  }

  /**
   * Puts the workbook of a step of the user in place, with the looks known so far if the step wrote cells: a value has
   * the look of its cell.
   */
  private replace(open: OpenWorkbook, { kind }: OwnStep): void {
    if (kind === "cells" && this.known?.of === this.open) this.known = { of: open, looks: this.known.looks };
    this.now = { ...this.now, open };
  }

  /** Puts documents in the workbook, in the place of those that it has. */
  async generate(models: readonly SheetModel[], goesOn: GoesOn): Promise<Generation> {
    const { open } = this;
    const written = await writeInto(open, models);
    if (!written.ok) return written;
    if (!(await goesOn("check"))) return stopped;
    const opened = await openWorkbookFile(written.bytes, open.cells.file);
    if (!opened.ok) return opened;
    if (!(await goesOn("publish"))) return stopped;
    this.before = { ...this.now, since: [] };
    this.taken = [];
    this.now =
      open.source.kind === "values"
        ? { open: withDocuments(open, opened.workbook), models, written: written.bytes, past: new Past() }
        : { open: opened.workbook, models: [], written: null, past: new Past() };
    return { ok: true };
  }

  /** Takes the last generation back; what was done to the user's sheets since stays, or else nothing is taken back. */
  async undo(): Promise<Change> {
    if (this.before === null) throw new Error("There is no generation to undo.");
    const { since, ...before } = this.before;
    let { open } = before;
    const again: [Step, OpenWorkbook][] = [];
    for (const step of since) {
      const edited = await step.act(open);
      if (!edited.ok) return edited;
      again.push([step, open]);
      open = edited.workbook;
    }
    for (const step of again) before.past.add(...step);
    this.before = null;
    this.taken = [];
    this.now = { ...before, open };
    return { ok: true };
  }

  /** Returns the bytes to save; a file of which only values are taken becomes an .xlsx. */
  async bytes(): Promise<Saved> {
    const { source } = this.open;
    return source.kind === "package" ? { ok: true, bytes: source.bytes } : writeInto(this.open, this.now.models);
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

/** Returns the block from the first of some cells to the last. */
function blockAround(edits: readonly CellEdit[]): CellBlock {
  const ends = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of edits) {
    ends.top = Math.min(ends.top, row);
    ends.left = Math.min(ends.left, column);
    ends.bottom = Math.max(ends.bottom, row);
    ends.right = Math.max(ends.right, column);
  }
  return ends;
}

/** A step, and the file before it: its bytes, which are less than what is read of them; what was read where only values are taken. */
interface PastStep {
  readonly step: Step;
  readonly before: Uint8Array | OpenWorkbook;
  /** Bytes that it takes, about. */
  readonly size: number;
}

/** Bytes that are kept at most: a long inventory has fewer steps than a short one, and each has the last. */
const mostBytes = 64 * 1024 * 1024;
/** Bytes of a value, read and as it is written. */
const valueBytes = 16;

/** What was done to the user's sheets, one step after the other, each with the file before it; the first ones are forgotten where room is short. */
class Past {
  private readonly steps: PastStep[] = [];

  get last(): OwnStep | null {
    return this.steps.at(-1)?.step.done ?? null;
  }

  add(step: Step, open: OpenWorkbook): void {
    const { source } = open;
    this.steps.push(
      source.kind === "package"
        ? { step, before: source.bytes, size: source.bytes.length }
        : { step, before: open, size: valueBytes * countValues(open) },
    );
    const size = () => this.steps.reduce((sum, { size }) => sum + size, 0);
    while (this.steps.length > 1 && size() > mostBytes) this.steps.shift();
  }

  /** Opens the file as it was before the last step, which stays. Throws when there is none. */
  async reopen(file: string): Promise<OpenResult> {
    const { before } = this.steps.at(-1)!;
    return before instanceof Uint8Array ? openWorkbookFile(before, file) : { ok: true, workbook: before };
  }

  /** Forgets the last step, and returns it. */
  drop(): Step {
    return this.steps.pop()!.step;
  }
}

function countValues({ cells }: OpenWorkbook): number {
  return cells.sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0);
}
