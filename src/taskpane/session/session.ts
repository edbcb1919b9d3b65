import type { Choice, Settings } from "../../options";
import { addWorkbook, removeWorkbook } from "./add-workbook";
import type { PickedFile } from "./add-workbook";
import { AnalysesOperations } from "./analyses/operations";
import { isAutoOpened, setAutoOpened } from "./auto-open";
import { builtInCampaigns } from "./campaigns";
import type { ColumnPlace } from "./choice-types";
import { chooseCommune, reasonByDefault, saveSettings, setRowAside, takeBack } from "./choices";
import { communeDetail } from "./commune-detail";
import { Desk } from "./desk";
import { explainSelection } from "./explain";
import { Follower } from "./follow";
import { insertTemplate, openExample } from "./first-steps";
import { openOptionsSheet, seeOptions } from "./keep-choice";
import { lookAtDocuments } from "./look";
import { goToAnomaly, openDocument, openSheet, selectCell } from "./opener";
import { neighbour } from "./points";
import { QuestionOperations } from "./question-operations";
import { offerCampaigns, readWorkbook } from "./reader";
import { readView } from "./saved-view";
import { previewOf } from "./state";
import type { PaneState, Step } from "./state";
import type { Store } from "./store";
import type { Surroundings } from "./surroundings";
import { askGeneration, askUndo, generate, replaceEdits, undo } from "./writer";

/**
 * What the user can do, from the pane or from the ribbon: one session for both. Each operation tells its course and its
 * end to the store; none throws.
 */
export class Session {
  readonly analyses: AnalysesOperations;
  readonly questions: QuestionOperations;
  private readonly follower: Follower;
  private readonly desk: Desk;

  constructor(private readonly around: Surroundings) {
    this.desk = new Desk(around);
    this.analyses = new AnalysesOperations(this.desk);
    this.follower = new Follower(this.desk);
    this.questions = new QuestionOperations(this.desk);
  }

  get store(): Store {
    return this.desk.store;
  }

  get state(): PaneState {
    return this.desk.state;
  }

  /** The pane where it was left; then what an interrupted generation left aside is removed. */
  async start(): Promise<void> {
    const { settings, readOnly, door } = this.around;
    const view = readView(settings);
    this.desk.tell({
      type: "opened",
      readOnly,
      step: view?.step ?? "lecture",
      campaign: view?.campaign ?? null,
    });
    offerCampaigns(this.desk, builtInCampaigns());
    await this.desk.tidyUp();
    try {
      await door.watchChanges(() => {
        if (this.state.work.kind === "none") this.desk.tell({ type: "source-changed" });
      });
    } catch {
      // Without these events the chip says less; « Générer » reads again in any case.
    }
    if (this.desk.mayHoldDocuments) await lookAtDocuments(this.desk);
  }

  chooseCampaign(campaign: number | null): void {
    this.desk.tell({ type: "campaign-chosen", campaign });
  }

  openStep(step: Step): void {
    this.desk.tell({ type: "step-opened", step });
  }

  read(): Promise<void> {
    return readWorkbook(this.desk);
  }

  /** Reads a workbook of the disk together with the one that is open, until the pane closes. */
  addWorkbook(picked: PickedFile): Promise<void> {
    return addWorkbook(this.desk, picked);
  }

  removeWorkbook(name: string): Promise<void> {
    return removeWorkbook(this.desk, name);
  }

  /** Adds a sheet with the headings of an inventory, where none was found. */
  insertTemplate(): Promise<void> {
    const { source } = this.state;
    if (source.kind !== "refused" || source.missing === null) return Promise.resolve();
    return insertTemplate(this.desk, source.missing.headings);
  }

  openExample(): Promise<void> {
    return openExample(this.desk);
  }

  /** Stops a reading or a generation; what was begun is put back. */
  cancel(): void {
    this.desk.cancel();
  }

  goTo(sheet: string, cell: string): Promise<void> {
    return selectCell(this.desk, sheet, cell);
  }

  filterPoints(filter: PaneState["filter"]): void {
    this.desk.tell({ type: "filtered", filter });
  }

  showMorePoints(): void {
    this.desk.tell({ type: "more-points" });
  }

  /** Opens a point of the list, or closes the open one. */
  openPoint(point: number | null): void {
    this.desk.tell({ type: "point-opened", point });
  }

  /** The next (+1) or previous (−1) point: opened in the list, its cell selected. False where there is none. */
  async moveToPoint(direction: 1 | -1): Promise<boolean> {
    const points = previewOf(this.state)?.points ?? [];
    const point = neighbour(points, this.state, direction);
    if (point === null) return false;
    this.desk.tell({ type: "point-opened", point });
    await goToAnomaly(this.desk, points[point]!);
    return true;
  }

  search(search: string): void {
    this.desk.tell({ type: "searched", search });
  }

  /** A commune's schools and lines, by its INSEE code; null leaves them. */
  openCommune(insee: string | null): void {
    const { snapshot } = this.desk;
    const detail = insee === null || snapshot === null ? null : communeDetail(snapshot.billing, insee);
    this.desk.tell({ type: "commune-opened", detail });
  }

  /** Why the cell chosen in the workbook is what it is; then, as long as it is open, that of the next ones. */
  explainSelection(): Promise<void> {
    this.follower.start();
    return explainSelection(this.desk);
  }

  /** Whether « Explication » goes on to each cell that is chosen. */
  followSelection(follows: boolean): void {
    this.desk.tell({ type: "following", follows });
  }

  leaveExplanation(): void {
    this.desk.tell({ type: "explanation-left" });
  }

  /** What the cell of a point means; with `alike`, every cell that says the same. */
  chooseCommune(point: number, commune: string, alike: boolean): Promise<void> {
    return chooseCommune(this.desk, point, commune, alike);
  }

  setRowAside(point: number, reason: string): Promise<void> {
    return setRowAside(this.desk, point, reason);
  }

  get reasonByDefault(): string {
    return reasonByDefault(this.desk);
  }

  /** Shows a column at its step, to say what it holds; null leaves it. */
  openColumn(column: ColumnPlace | null): void {
    this.desk.tell({ type: "column-opened", column });
  }

  /** What these choices were about is read again as before them. */
  takeBack(choices: readonly Choice[]): Promise<void> {
    return takeBack(this.desk, choices);
  }

  async openSettings(): Promise<void> {
    this.desk.tell({ type: "settings-opened" });
    if (this.state.options.kind !== "seen" || this.state.changed) await seeOptions(this.desk);
  }

  leaveSettings(): void {
    this.desk.tell({ type: "settings-left" });
  }

  saveSettings(settings: Settings): Promise<void> {
    return saveSettings(this.desk, settings);
  }

  /** Whether the pane opens with this workbook. */
  get opensWithWorkbook(): boolean {
    return isAutoOpened(this.around.settings);
  }

  /** Resolves to false where Excel refuses. */
  async openWithWorkbook(opens: boolean): Promise<boolean> {
    const isNew = opens !== this.opensWithWorkbook;
    const isSet = await setAutoOpened(this.around.settings, opens);
    if (isNew && isSet) this.desk.keepView();
    return isSet;
  }

  openOptionsSheet(): Promise<void> {
    return openOptionsSheet(this.desk);
  }

  openDocument(key: string): Promise<void> {
    return openDocument(this.desk, key);
  }

  openSheet(name: string): Promise<void> {
    return openSheet(this.desk, name);
  }

  /** Whether documents are wanted without what is in error. */
  accept(accepted: boolean): void {
    this.desk.tell({ type: "accepted", accepted });
  }

  askGeneration(): void {
    askGeneration(this.desk);
  }

  generate(): Promise<void> {
    return generate(this.desk);
  }

  /** Writes over the documents changed by hand that were shown. */
  replaceEdits(): Promise<void> {
    return replaceEdits(this.desk);
  }

  askUndo(): void {
    askUndo(this.desk);
  }

  undo(): Promise<void> {
    return undo(this.desk);
  }

  leaveAsking(): void {
    this.desk.tell({ type: "asking-left" });
  }

  /** Back to the plan from what a generation came to. */
  leaveEnding(): void {
    this.desk.tell({ type: "ending-left" });
  }

  leaveTrouble(): void {
    this.desk.tell({ type: "trouble-left" });
  }

  /** Copies what was met, with the versions and the hour, for whoever is called for help. */
  async copyDetail(lines: readonly string[]): Promise<void> {
    const text = [...this.around.versions(), this.around.now(), ...lines].join("\n");
    const isCopied = await this.around.copy(text);
    const notice = isCopied
      ? ({ code: "pane-detail-copied", params: {} } as const)
      : ({ code: "pane-detail-not-copied", params: { detail: text } } as const);
    this.desk.tell({ type: "noticed", notice });
  }

  showPane(): Promise<void> {
    return this.around.showPane();
  }

  openHelp(): void {
    this.around.openHelp();
  }
}
