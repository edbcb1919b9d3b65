import type { Steps } from "../../cells";
import { unexpected, type Anomaly, type MessageCode } from "../../messages";
import type { Outcome, ReadingKind, Watch, WorkbookPort } from "../../workbook";
import { nothingKept, type KeptAnalyses } from "../analyses/kept";
import { reduce, type PaneEvent } from "../state/reduce";
import { initialState, type PaneState, type Notice } from "../state/state";
import { runInSlices, saveView, type Environment } from "./environment";
import type { OtherWorkbook, Snapshot } from "./snapshot";

/** What operations share: the state, the last reading of the workbook, and the rule of one operation at a time. */
export class SessionContext {
  readonly store = new Store();
  /** The snapshot of the preview; null without one. */
  snapshot: Snapshot | null = null;
  /** The snapshot of the documents in place, when this pane generated them; null otherwise. */
  written: Snapshot | null = null;
  /** Workbooks of the disk read beside the one that is open; a new list at each change. */
  others: readonly OtherWorkbook[] = [];
  /** Workbooks of the disk compared with or corrected, and grids tried; a new value at each change. */
  kept: KeptAnalyses = nothingKept;
  /** The cell that the pane went to last. */
  lastTarget: { readonly sheet: string; readonly cell: string } | null = null;
  /** Undoes the last writing of the sheets of a convention; null when there was none. */
  takeBackSheets: (() => Promise<Outcome>) | null = null;
  /** How workbooks are read: once the user has asked Excel to calculate, the pane asks for it whenever needed. */
  reading: ReadingKind = "whole";
  /** Addresses of the cells changed since the last reading, by anyone; a new list at each change. */
  changes: readonly string[] = [];
  /** Forgets the changes that are about to be read. */
  forgetChange: () => void = () => undefined;
  /** How long the last reading took, in milliseconds. */
  lastReading = 0;
  /** Resolves once selections are followed, or cannot be; null before it is asked. */
  selectionWatch: Promise<void> | null = null;
  /** Resolves once the effects asked for are reckoned, one after the other. */
  estimates: Promise<void> = Promise.resolve();
  /** Resolves once the options of another workbook that were asked for are taken, one after the other. */
  taken: Promise<void> = Promise.resolve();
  private cancelled = false;
  private isTidy = false;

  constructor(readonly environment: Environment) {}

  get state(): PaneState {
    return this.store.state;
  }

  get isCancelled(): boolean {
    return this.cancelled;
  }

  dispatch(event: PaneEvent): void {
    this.store.dispatch(event);
  }

  /** Returns whether an operation is in progress; if so, tells the user to wait. */
  isBusy(): boolean {
    if (this.state.work.kind === "none") return false;
    this.say("pane-busy");
    return true;
  }

  /** Waits for the state to change. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.store.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  /** Begins an operation, which is not cancelled yet. */
  begin(work: Extract<PaneEvent, { type: "work-started" }>["work"]): void {
    this.cancelled = false;
    this.dispatch({ type: "work-started", work });
  }

  /** Ends an operation with an anomaly, and shows it. */
  endWith(anomaly: Anomaly): void {
    this.dispatch({ type: "work-ended" });
    this.dispatch({ type: "troubled", anomaly });
  }

  cancel(): void {
    this.cancelled = true;
    this.dispatch({ type: "cancel-asked" });
  }

  /** Returns how the port reports an operation, and learns that it is cancelled. */
  watch(): Watch {
    return {
      onProgress: (progress) => this.dispatch({ type: "work-went-on", work: { kind: "generating", progress } }),
      isCancelled: () => this.cancelled,
      now: this.environment.now,
    };
  }

  /**
   * Runs a computation in slices of a frame; null when it was cancelled between two slices (by the user, unless
   * `isStopped` is given).
   */
  compute<T>(steps: Steps<T>, isStopped = () => this.cancelled): Promise<T | null> {
    return runInSlices(steps, this.environment.scheduler, isStopped);
  }

  /** Asks something of Excel. Resolves to null when it refuses, which is reported. */
  async ask<Given extends { readonly ok: true }>(
    act: (port: WorkbookPort) => Promise<Given | { readonly ok: false; readonly anomaly: Anomaly }>,
  ): Promise<Given | null> {
    const outcome = await act(this.environment.port).catch(
      (fault: unknown) => ({ ok: false, anomaly: unexpected(fault) }) as const,
    );
    if (outcome.ok) return outcome;
    this.dispatch({ type: "troubled", anomaly: outcome.anomaly });
    return null;
  }

  /** Shows a notice in place of the current one. */
  say(code: MessageCode, params: Notice["params"] = {}): void {
    this.dispatch({ type: "notice-given", notice: { code, params } });
  }

  /** Repairs what an interrupted generation left; when Excel refuses now, it is tried again before the next reading. */
  async tidyUp(): Promise<void> {
    if (this.isTidy || this.environment.readOnly) return;
    try {
      const tidying = await this.environment.port.tidyUp({ now: this.environment.now });
      this.isTidy = tidying.ok && tidying.elsewhere === undefined;
      if (tidying.ok && tidying.restored) this.say("pane-restored");
      if (tidying.ok && tidying.elsewhere !== undefined) this.say("pane-work-elsewhere", { ...tidying.elsewhere });
    } catch {
      this.isTidy = false;
    }
  }

  /**
   * Saves the screen of the pane in the document when something was just written to it: saved alone, it would make
   * Excel ask to save a workbook that the user only looked at.
   */
  keepView(): void {
    const { step, campaign, source } = this.state;
    if (!this.environment.readOnly && source.kind === "read") saveView(this.environment.settings, { step, campaign });
  }

  /** Makes the next reading repair the workbook first: an interrupted generation may have left staging sheets. */
  markUntidy(): void {
    this.isTidy = false;
  }
}

/** The one state of the pane, shared by its screens and by the ribbon. */
export class Store {
  private current: PaneState = initialState;
  private readonly listeners = new Set<() => void>();

  get state(): PaneState {
    return this.current;
  }

  dispatch(event: PaneEvent): void {
    const next = reduce(this.current, event);
    if (next === this.current) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }

  /** Gives the function that stops listening. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
