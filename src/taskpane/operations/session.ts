import type { Choice, Settings } from "../../options";
import { AnalysesOperations } from "../analyses/operations";
import type { ColumnPlace } from "../state/choices";
import { neighbour } from "../state/points";
import { previewOf, type PaneState, type Step } from "../state/state";
import { chooseCommune, excludeRow, reasonByDefault, saveSettings, takeBack } from "./choices";
import { SessionContext, type Store } from "./context";
import { checkDocuments } from "./documents";
import type { Environment } from "./environment";
import { explainSelection, Follower } from "./explain";
import { addWorkbook, removeWorkbook, type PickedFile } from "./files";
import { openOptionsSheet, seeOptions } from "./keep-choice";
import { goToAnomaly, insertTemplate, openDocument, openExample, openSheet, selectCell } from "./navigate";
import { communeDetail } from "./preview";
import { QuestionOperations } from "./questions";
import { builtInCampaigns, offerCampaigns, readWorkbook } from "./read";
import { isAutoOpened, readView, setAutoOpened } from "./saved-settings";
import { askGeneration, askUndo, generate, replaceEdits, undo } from "./write";

/**
 * What the user can do, from the pane or from the ribbon: one session for both. Each operation tells its course and its
 * end to the store; none throws.
 */
export class Session {
  readonly analyses: AnalysesOperations;
  readonly questions: QuestionOperations;
  private readonly follower: Follower;
  private readonly context: SessionContext;

  constructor(private readonly environment: Environment) {
    this.context = new SessionContext(environment);
    this.analyses = new AnalysesOperations(this.context);
    this.follower = new Follower(this.context);
    this.questions = new QuestionOperations(this.context);
  }

  get store(): Store {
    return this.context.store;
  }

  get state(): PaneState {
    return this.context.state;
  }

  /** The pane where it was left; then what an interrupted generation left aside is removed. */
  async start(): Promise<void> {
    const { settings, readOnly, port } = this.environment;
    const view = readView(settings);
    this.context.dispatch({
      type: "opened",
      readOnly,
      step: view?.step ?? "lecture",
      campaign: view?.campaign ?? null,
    });
    offerCampaigns(this.context, builtInCampaigns());
    await this.context.tidyUp();
    try {
      await port.watchChanges(() => {
        if (this.state.work.kind === "none") this.context.dispatch({ type: "source-changed" });
      });
    } catch {
      // Without these events the chip says less; « Générer » reads again in any case.
    }
    if (this.context.mayHoldDocuments) await checkDocuments(this.context);
  }

  chooseCampaign(campaign: number | null): void {
    this.context.dispatch({ type: "campaign-chosen", campaign });
  }

  openStep(step: Step): void {
    this.context.dispatch({ type: "step-opened", step });
  }

  read(): Promise<void> {
    return readWorkbook(this.context);
  }

  /** Reads a workbook of the disk together with the one that is open, until the pane closes. */
  addWorkbook(picked: PickedFile): Promise<void> {
    return addWorkbook(this.context, picked);
  }

  removeWorkbook(name: string): Promise<void> {
    return removeWorkbook(this.context, name);
  }

  /** Adds a sheet with the headings of an inventory, where none was found. */
  insertTemplate(): Promise<void> {
    const { source } = this.state;
    if (source.kind !== "refused" || source.missing === null) return Promise.resolve();
    return insertTemplate(this.context, source.missing.headings);
  }

  openExample(): Promise<void> {
    return openExample(this.context);
  }

  /** Stops a reading or a generation; what was begun is put back. */
  cancel(): void {
    this.context.cancel();
  }

  goTo(sheet: string, cell: string): Promise<void> {
    return selectCell(this.context, sheet, cell);
  }

  filterPoints(filter: PaneState["filter"]): void {
    this.context.dispatch({ type: "filtered", filter });
  }

  showMorePoints(): void {
    this.context.dispatch({ type: "more-points" });
  }

  /** Opens a point of the list, or closes the open one. */
  openPoint(point: number | null): void {
    this.context.dispatch({ type: "point-opened", point });
  }

  /** The next (+1) or previous (−1) point: opened in the list, its cell selected. False where there is none. */
  async moveToPoint(direction: 1 | -1): Promise<boolean> {
    const points = previewOf(this.state)?.points ?? [];
    const point = neighbour(points, this.state, direction);
    if (point === null) return false;
    this.context.dispatch({ type: "point-opened", point });
    await goToAnomaly(this.context, points[point]!);
    return true;
  }

  search(search: string): void {
    this.context.dispatch({ type: "searched", search });
  }

  /** A commune's schools and lines, by its INSEE code; null leaves them. */
  openCommune(insee: string | null): void {
    const { snapshot } = this.context;
    const detail = insee === null || snapshot === null ? null : communeDetail(snapshot.billing, insee);
    this.context.dispatch({ type: "commune-opened", detail });
  }

  /** Why the cell chosen in the workbook is what it is; then, as long as it is open, that of the next ones. */
  explainSelection(): Promise<void> {
    this.follower.start();
    return explainSelection(this.context);
  }

  /** Whether « Explication » goes on to each cell that is chosen. */
  followSelection(follows: boolean): void {
    this.context.dispatch({ type: "following", follows });
  }

  leaveExplanation(): void {
    this.context.dispatch({ type: "explanation-left" });
  }

  /** What the cell of a point means; with `alike`, every cell that says the same. */
  chooseCommune(point: number, commune: string, alike: boolean): Promise<void> {
    return chooseCommune(this.context, point, commune, alike);
  }

  setRowAside(point: number, reason: string): Promise<void> {
    return excludeRow(this.context, point, reason);
  }

  get reasonByDefault(): string {
    return reasonByDefault(this.context);
  }

  /** Shows a column at its step, to say what it holds; null leaves it. */
  openColumn(column: ColumnPlace | null): void {
    this.context.dispatch({ type: "column-opened", column });
  }

  /** What these choices were about is read again as before them. */
  takeBack(choices: readonly Choice[]): Promise<void> {
    return takeBack(this.context, choices);
  }

  async openSettings(): Promise<void> {
    this.context.dispatch({ type: "settings-opened" });
    if (this.state.options.kind !== "seen" || this.state.changed) await seeOptions(this.context);
  }

  leaveSettings(): void {
    this.context.dispatch({ type: "settings-left" });
  }

  saveSettings(settings: Settings): Promise<void> {
    return saveSettings(this.context, settings);
  }

  /** Whether the pane opens with this workbook. */
  get opensWithWorkbook(): boolean {
    return isAutoOpened(this.environment.settings);
  }

  /** Resolves to false where Excel refuses. */
  async openWithWorkbook(opens: boolean): Promise<boolean> {
    const isNew = opens !== this.opensWithWorkbook;
    const isSet = await setAutoOpened(this.environment.settings, opens);
    if (isNew && isSet) this.context.keepView();
    return isSet;
  }

  openOptionsSheet(): Promise<void> {
    return openOptionsSheet(this.context);
  }

  openDocument(key: string): Promise<void> {
    return openDocument(this.context, key);
  }

  openSheet(name: string): Promise<void> {
    return openSheet(this.context, name);
  }

  /** Whether documents are wanted without what is in error. */
  accept(accepted: boolean): void {
    this.context.dispatch({ type: "accepted", accepted });
  }

  askGeneration(): void {
    askGeneration(this.context);
  }

  generate(): Promise<void> {
    return generate(this.context);
  }

  /** Writes over the documents changed by hand that were shown. */
  replaceEdits(): Promise<void> {
    return replaceEdits(this.context);
  }

  askUndo(): void {
    askUndo(this.context);
  }

  undo(): Promise<void> {
    return undo(this.context);
  }

  leaveAsking(): void {
    this.context.dispatch({ type: "asking-left" });
  }

  /** Back to the plan from what a generation came to. */
  leaveEnding(): void {
    this.context.dispatch({ type: "ending-left" });
  }

  leaveTrouble(): void {
    this.context.dispatch({ type: "trouble-left" });
  }

  /** Copies what was met, with the versions and the hour, for whoever is called for help. */
  async copyDetail(lines: readonly string[]): Promise<void> {
    const text = [...this.environment.versions(), this.environment.now(), ...lines].join("\n");
    const isCopied = await this.environment.copy(text);
    const notice = isCopied
      ? ({ code: "pane-detail-copied", params: {} } as const)
      : ({ code: "pane-detail-not-copied", params: { detail: text } } as const);
    this.context.dispatch({ type: "noticed", notice });
  }

  showPane(): Promise<void> {
    return this.environment.showPane();
  }

  openHelp(): void {
    this.environment.openHelp();
  }
}
