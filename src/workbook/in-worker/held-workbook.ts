import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
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
import type { Change, Generation, GoesOn, LastDone, OwnStep, Saved, UserStep } from "../in-page/page-workbook";

/** Returns the SHA-256 of a file, in hexadecimal. */
export function fingerprintOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** A change to the user's sheets, which can be done again on another state of the workbook. */
interface Step {
  readonly done: OwnStep;
  readonly act: (open: OpenWorkbook) => Promise<Edited>;
}

/** The state of a workbook since its last generation. */
interface State {
  readonly open: OpenWorkbook;
  /** The documents of a file of which only the values are read: it has no place for them until it is saved. */
  readonly models: readonly SheetModel[];
  /** The bytes of the file that such values and documents would make; null in other cases. */
  readonly written: Uint8Array | null;
  /** The changes to the user's sheets. */
  readonly past: Past;
}

/** The state to which an undo returns: the workbook before the last generation, and the changes made since. */
interface Before extends State {
  readonly since: Step[];
}

/** The result of a generation that the user cancelled. */
const stopped = { ok: false, anomaly: null } as const;

/**
 * The present state of a workbook opened from a file: corrections, choices and documents are in it, and reach the file
 * only when it is saved. The bytes of the opened file never change. The caller waits for each answer before the next
 * call.
 */
export class HeldWorkbook {
  private now: State;
  private before: Before | null = null;
  /** The undone changes, the latest last. */
  private taken: Step[] = [];
  private known: { readonly of: OpenWorkbook; readonly looks: WorkbookLooks } | null = null;

  constructor(open: OpenWorkbook) {
    this.now = { open, models: [], written: null, past: new Past() };
  }

  get open(): OpenWorkbook {
    return this.now.open;
  }

  /** The looks of its sheets. */
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

  /** The generation itself comes last, once no later change is left. */
  get last(): LastDone | null {
    return this.now.past.last ?? (this.before?.since.length === 0 ? { kind: "generation" } : null);
  }

  /** Makes a new change to the user's sheets, after which undone changes cannot be done again. */
  async make(asked: UserStep): Promise<Change> {
    const taken = await this.take(stepOf(asked));
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

  /** Undoes the last change to the user's sheets; throws when there is none. */
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

  /** Does again the change undone last; throws when there is none. */
  async redo(): Promise<Change> {
    const step = this.taken.at(-1);
    if (step === undefined) throw new Error("There is nothing to do again.");
    const done = await this.take(step);
    if (done.ok) this.taken.pop();
    return done;
  }

  /**
   * Replaces the workbook after a change of the user, and keeps the known looks if the change only wrote cells: a value
   * does not change the look of its cell.
   */
  private replace(open: OpenWorkbook, { kind }: OwnStep): void {
    if (kind === "cells" && this.known?.of === this.open) this.known = { of: open, looks: this.known.looks };
    this.now = { ...this.now, open };
  }

  /** Writes documents into the workbook, in the place of its former ones; `isForGood`: without a way to undo it. */
  async generate(models: readonly SheetModel[], goesOn: GoesOn, isForGood = false): Promise<Generation> {
    const { open } = this;
    const written = await writeInto(open, models);
    if (!written.ok) return written;
    if (!(await goesOn("check"))) return stopped;
    const opened = await openWorkbookFile(written.bytes, open.cells.file);
    if (!opened.ok) return opened;
    if (!(await goesOn("publish"))) return stopped;
    this.before = isForGood ? null : { ...this.now, since: [] };
    this.taken = [];
    this.now =
      open.source.kind === "values"
        ? { open: withDocuments(open, opened.workbook), models, written: written.bytes, past: new Past() }
        : { open: opened.workbook, models: [], written: null, past: new Past() };
    return { ok: true };
  }

  /**
   * Undoes the last generation and makes the later changes to the user's sheets again; undoes nothing when one of these
   * fails. Throws when there is no generation to undo.
   */
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

  /** Returns the bytes to save; a file of which only the values are read becomes an .xlsx. */
  async bytes(): Promise<Saved> {
    const { source } = this.open;
    const written = source.kind === "package" ? source : await writeInto(this.open, this.now.models);
    if ("ok" in written && !written.ok) return written;
    return { ok: true, bytes: written.bytes, fingerprint: fingerprintOf(written.bytes) };
  }
}

/**
 * Returns a file of values with the documents just written from it. Its own sheets are kept as first read: the new
 * file, made of their values alone, lacks the rest, such as formulas without a result.
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

function stepOf(asked: UserStep): Step {
  switch (asked.kind) {
    case "edit": {
      const { edits } = asked;
      const done = { kind: "cells", sheet: edits[0]?.sheet ?? "", block: blockAround(edits) } as const;
      return { done, act: (open) => editCells(open, edits) };
    }
    case "add-sheet": {
      const { name, rows, widths } = asked;
      return { done: { kind: "sheet", sheet: name }, act: (open) => addUserSheet(open, name, rows, widths) };
    }
    case "put-sheets": {
      const { sheets } = asked;
      const done = { kind: "sheets", sheets: sheets.map(({ name }) => name).join(", ") } as const;
      return { done, act: (open) => putUserSheets(open, sheets) };
    }
  }
}

/** Returns the block that encloses some cells. */
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

/** A change and the file before it: its bytes, smaller than what is read, or the workbook when only values are read. */
interface PastStep {
  readonly step: Step;
  readonly before: Uint8Array | OpenWorkbook;
  /** Approximate size in bytes. */
  readonly size: number;
}

/** The maximum total size in bytes: a long inventory keeps fewer changes than a short one, and always the last. */
const mostBytes = 64 * 1024 * 1024;
/** The approximate size in bytes of a value, as read and as written. */
const valueBytes = 16;

/** The changes to the user's sheets, each with the file before it; the oldest are dropped when room is short. */
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

  /** Opens the file as it was before the last change, which stays recorded. Throws when there is none. */
  async reopen(file: string): Promise<OpenResult> {
    const { before } = this.steps.at(-1)!;
    return before instanceof Uint8Array ? openWorkbookFile(before, file) : { ok: true, workbook: before };
  }

  /** Removes the last change and returns it. */
  drop(): Step {
    return this.steps.pop()!.step;
  }
}

function countValues({ cells }: OpenWorkbook): number {
  return cells.sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0);
}
