import { cellAt, cellName, lacksResult, type SheetCells } from "../../cells";
import { browserMessage, type BrowserCode } from "../../messages";
import { isOptionsSheet } from "../../options";
import { InTurn, type LastDone, type PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import type { Words } from "../texts/words";
import { readTyped, type CellTexts } from "./grid/cell-text";
import type { Place } from "./grid/sheet-layout";
import type { ChosenCell } from "./view";

/** Where somebody goes once what they typed is kept: to the cell below, nowhere, or they are already elsewhere. */
type Then = "below" | "here" | "gone";

/** What the editor works on. */
interface EditorContext {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly chosen: ChosenCell;
  readonly words: Words;
  readonly texts: CellTexts;
  /** Takes the keyboard back to the sheet: to the cell that is chosen, or to the one below. */
  readonly goBack: (to: "chosen" | "below") => void;
}

/** What is told under the field; some of it only asks to have the workbook read, and is past once it is. */
interface Told {
  readonly text: string;
  readonly isForReading: boolean;
}

const silence: Told = { text: "", isForReading: false };

/** What is typed in the chosen cell, what becomes of it, and what is told of that. */
export class CellEditor {
  private typed: string | null = null;
  /** What is typed and not kept yet, whatever was drawn since. */
  private pending: string | null = null;
  private said = silence;
  /** A correction is taken back once it is done. */
  private readonly turn = new InTurn();

  /** `onChange` is called each time that something else is to be shown. */
  constructor(
    private readonly on: EditorContext,
    private readonly onChange: () => void,
  ) {}

  /** What the field shows: what is typed, else what the cell holds. */
  get shown(): string {
    return this.typed ?? this.content;
  }

  /** What is told; of a document, that it is not corrected here. */
  get told(): string {
    const { text } = this.said;
    return text === "" && this.isReadOnly && this.sheet !== null ? this.say("browser-readonly") : text;
  }

  get isReadOnly(): boolean {
    return this.sheet?.generatedKey !== null;
  }

  private get sheet(): SheetCells | null {
    return this.on.chosen.sheet;
  }

  private get content(): string {
    const { chosen, texts } = this.on;
    return this.sheet === null ? "" : texts.typed(this.sheet, chosen.place.row, chosen.place.column);
  }

  type(text: string | null): void {
    this.pending = text;
    this.typed = text;
    this.onChange();
  }

  /** Tells nothing any more: somebody goes on with something else. */
  hush(): void {
    this.tell("");
  }

  /** Gives up what is typed. */
  forget(): void {
    this.type(null);
    this.hush();
  }

  /** Gives up what is typed, and goes back to the sheet. */
  leave(): void {
    this.forget();
    this.on.goBack("chosen");
  }

  /** Keeps what is typed. */
  async keep(then: Then): Promise<void> {
    const { pending: text, sheet } = this;
    if (sheet !== null && !this.isReadOnly && text !== null && text !== this.content)
      return this.correct(sheet, text, then);
    if (then === "below") this.leave();
    else this.type(null);
  }

  /** Leaves the chosen cell blank. */
  async clear(): Promise<void> {
    const { sheet } = this;
    const { row, column } = this.on.chosen.place;
    if (sheet === null || this.isReadOnly) return;
    const isBlank = cellAt(sheet, row, column) === null && !lacksResult(sheet, row, column);
    if (!isBlank) await this.correct(sheet, "", "here");
  }

  /** Takes back the last thing done; a generation, as the pane does, which asks first. */
  undo(): Promise<void> {
    return this.turn.do(() => this.takeBack());
  }

  /** Hushes what asked to have the workbook read, once it is being read. */
  readingBegan(): void {
    if (this.said.isForReading) this.hush();
  }

  private async correct(sheet: SheetCells, text: string, then: Then): Promise<void> {
    const { chosen } = this.on;
    const { place } = chosen;
    this.pending = null;
    const refusal = await this.turn.do(() => this.put(sheet, place, text));
    if (refusal !== null) {
      // What is wrong with what was typed, which stays in the field while one is in it.
      this.type(then === "gone" || text === "" ? null : text);
      return this.tell(refusal);
    }
    this.type(null);
    chosen.corrected();
    if (then === "below") this.on.goBack("below");
    // What a choice told before goes with it: told last, this stays.
    const cell = cellName(place.row, place.column);
    this.tellChange(this.say(text.trim() === "" ? "browser-cleared" : "browser-corrected", { cell }));
  }

  /** Puts in a cell what was typed there. Returns why it is refused, as it is told; null once it is done. */
  private async put(sheet: SheetCells, { row, column }: Place, text: string): Promise<string | null> {
    const { held, words } = this.on;
    const refusal = this.refusal();
    if (refusal !== null) return refusal;
    const read = readTyped(text, sheet, row, column, held.open.cells.date1904);
    if (read === "formula") return this.say("browser-no-formula");
    const edited = await held.edit([{ sheet: sheet.name, row, column, value: read.value }]);
    if (edited.ok) return null;
    return "why" in edited ? this.say(`browser-refused-${edited.why}`) : words.anomaly(edited.anomaly);
  }

  /** Returns why nothing can be done to the workbook now; null when something can. */
  private refusal(): string | null {
    const { held, session } = this.on;
    if (held.stopped !== null) return this.say("browser-stopped-cell");
    // The workbook is being read, or written: it stays what it was till then.
    return session.state.work.kind === "none" ? null : this.say("browser-busy");
  }

  private async takeBack(): Promise<void> {
    const { held, session, chosen, words } = this.on;
    const { last } = held;
    const refusal = this.refusal();
    if (refusal !== null) return this.tell(refusal);
    if (last === null) return this.tell(this.say("browser-nothing-to-undo"));
    if (last.kind === "generation") return session.run.askUndo();
    const from = "sheet" in last ? held.open.cells.sheets.find(({ name }) => name === last.sheet) : undefined;
    const undone = await held.takeBack();
    if ("anomaly" in undone) return this.tell(words.anomaly(undone.anomaly));
    if (!undone.ok) return;
    chosen.corrected();
    if (from !== undefined && isOptionsSheet(from)) await session.run.noteUndoneChoices();
    if (last.kind === "cell") chosen.show(last.sheet, { row: last.row, column: last.column }, true);
    this.tellChange(this.takenBack(last));
  }

  private takenBack(last: Exclude<LastDone, { readonly kind: "generation" }>): string {
    if (last.kind === "sheets") return this.say("browser-sheets-taken-back", { sheets: last.sheets });
    return last.kind === "sheet"
      ? this.say("browser-sheet-taken-back", { sheet: last.sheet })
      : this.say("browser-cell-taken-back", { cell: cellName(last.row, last.column) });
  }

  /** Says what changed, and how the pane comes to know of it. */
  private tellChange(change: string): void {
    const isRead = this.on.session.state.source.kind !== "unread";
    this.tell(`${change} ${this.say(isRead ? "browser-read-again" : "browser-read-first")}`, true);
  }

  private tell(text: string, isForReading = false): void {
    this.said = { text, isForReading };
    this.onChange();
  }

  private say(code: BrowserCode, params: Readonly<Record<string, string | number>> = {}): string {
    return browserMessage(code, params, this.on.words.speech);
  }
}
