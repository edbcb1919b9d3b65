import {
  commentOn,
  compareBeside,
  compareWith,
  leaveAnalysis,
  rectifyIssued,
  simulateWith,
  tryPrice,
} from "../analyses/operations";
import type { PaneEvent } from "../state/reduce";
import type { PaneState } from "../state/state";
import {
  chooseCommune,
  declareChecked,
  excludeRow,
  openWithWorkbook,
  reasonByDefault,
  saveSettings,
  takeBack,
  noteUndoneChoices,
  openOptionsSheet,
  openSettings,
} from "./choices";
import { openConvention, takeBackConvention, workbooksRead, writeConvention } from "./convention";
import { SessionContext, type Store } from "./context";
import { checkDocuments } from "./documents";
import { countEarlierOptions, showOptionsOf, takeOption } from "./earlier-options";
import { opensWithWorkbook, readView, type Environment } from "./environment";
import { explainSelection } from "./explain";
import { listsGiven, makeList, pdfsOffered, savePdfs, writeAndSavePdfs, writesAtOnce } from "./downloads";
import { followChange } from "./follow-changes";
import { markAsIssued, askGeneration, askUndo, generate, replaceEdits, undo } from "./write";
import { insertTemplate, moveToPoint, openDocument, openExample, openPoint, openSheet, selectCell } from "./navigate";
import { answer, estimateAnswer, estimateTakingBack, chooseAgain, takeBackAnswer, walk } from "./questions";
import { builtInCampaigns, offerCampaigns } from "./campaigns";
import {
  addWorkbook,
  changeCampaign,
  keepBeside,
  openWorkbook,
  readWorkbook,
  recalculate,
  removeWorkbook,
} from "./read";
import { aboutCell, describeRow, sampleValues } from "./snapshot-cells";

/**
 * The operations that use Excel, files or the chain. None throws: each reports its progress and its end to the store.
 */
const operations = {
  read: (context: SessionContext) => readWorkbook(context),
  /** Stops a reading or a generation; what was begun is put back. */
  cancel: (context: SessionContext) => context.cancel(),
  recalculate,
  changeCampaign,
  addWorkbook,
  keepBeside,
  removeWorkbook,
  insertTemplate,
  openExample,
  selectCell,
  moveToPoint,
  openPoint,
  openDocument,
  openSheet,
  checkDocuments,
  explainSelection,
  walk,
  estimateAnswer,
  estimateTakingBack,
  answer,
  takeBackAnswer,
  chooseAgain,
  chooseCommune,
  declareChecked,
  excludeRow,
  takeBack,
  noteUndoneChoices,
  openSettings,
  saveSettings,
  openOptionsSheet,
  showOptionsOf,
  takeOption,
  openConvention,
  writeConvention,
  takeBackConvention,
  openWithWorkbook,
  askGeneration,
  generate: (context: SessionContext) => generate(context),
  replaceEdits,
  askUndo,
  undo,
  compareWith,
  compareBeside,
  commentOn,
  simulateWith,
  tryPrice,
  rectifyIssued,
  leaveAnalysis,
  savePdfs,
  writeAndSavePdfs,
  markAsIssued,
  copyDetail,
};

/** The queries of the last reading, or of the document's settings. */
const queries = {
  /** Returns what undoes the last edit of cells; null when another change came since, and in Excel, which undoes edits itself. */
  undoEdit: ({ environment }: SessionContext) => environment.undoEdit?.() ?? null,
  describeRow,
  aboutCell,
  sampleValues,
  reasonByDefault,
  opensWithWorkbook: ({ environment }: SessionContext) => opensWithWorkbook(environment),
  savesFiles,
  readingEmptiesUndo: ({ environment }: SessionContext) => environment.readingEmptiesUndo === true,
  offersExample: ({ environment }: SessionContext) => environment.example !== null,
  listsGiven,
  makeList,
  writesAtOnce,
  pdfsOffered,
  workbooksRead,
  countEarlierOptions,
  lacksFunctions: ({ environment }: SessionContext) => environment.lacksFunctions,
  ownVersion: ({ environment }: SessionContext) => environment.versions()[0],
};

/** Functions of a session, once they know which. */
type Bound<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (
    context: SessionContext,
    ...asked: infer Asked
  ) => infer R
    ? (...asked: Asked) => R
    : never;
};

/** The pane's state and what the user can do, from the pane or from the ribbon: one session for both. */
export class Session {
  readonly run: Bound<typeof operations>;
  readonly query: Bound<typeof queries>;
  private readonly context: SessionContext;

  constructor(readonly environment: Environment) {
    this.context = new SessionContext(environment);
    this.run = bind(operations, this.context);
    this.query = bind(queries, this.context);
  }

  get store(): Store {
    return this.context.store;
  }

  get state(): PaneState {
    return this.context.state;
  }

  /** Changes the pane alone. */
  dispatch(event: PaneEvent): void {
    this.context.dispatch(event);
  }

  /** Shows the screen at which the pane was left, then removes what an interrupted generation left. */
  async start(): Promise<void> {
    const { settings, readOnly } = this.environment;
    const view = readView(settings);
    this.dispatch({ type: "started", readOnly, step: view?.step ?? "lecture", campaign: view?.campaign ?? null });
    offerCampaigns(this.context, builtInCampaigns());
    // Excel loads the page, and leaves it to the page to be seen.
    if (opensWithWorkbook(this.environment) === true) void this.environment.showPane();
    await openWorkbook(this.context, () => this.prepare());
  }

  /** Puts the workbook in order, and starts to follow its changes. */
  private async prepare(): Promise<void> {
    await this.context.tidyUp();
    try {
      await this.environment.port.watchChanges((change) => followChange(this.context, change));
    } catch {
      // Without these events the chip is less precise; « Générer » reads again in any case.
    }
  }
}

function bind<Functions extends object>(functions: Functions, context: SessionContext): Bound<Functions> {
  const bound = Object.entries(functions).map(([name, one]: [string, (...asked: unknown[]) => unknown]) => [
    name,
    (...asked: unknown[]) => one(context, ...asked),
  ]);
  return Object.fromEntries(bound) as Bound<Functions>;
}

/** Returns whether this Excel lets a pane save a file. */
function savesFiles({ environment }: SessionContext): boolean {
  return environment.download !== null;
}

/** Copies an anomaly with versions and time, for support. */
async function copyDetail(context: SessionContext, lines: readonly string[]): Promise<void> {
  const { versions, now, copy } = context.environment;
  const text = [...versions(), now(), ...lines].join("\n");
  const notice = (await copy(text))
    ? ({ code: "pane-detail-copied", params: {} } as const)
    : ({ code: "pane-detail-not-copied", params: { detail: text } } as const);
  context.dispatch({ type: "notice-given", notice, besideTrouble: true });
}

// The heavy part of the pane, loaded after its first paint: the whole chain, and the port to the workbook.
export type { Environment } from "./environment";
export * as officePort from "../../workbook/office";
