import { cellName, type SheetCells } from "../../cells";
import { browserMessage, type BrowserCode } from "../../messages";
import { isOptionsSheet } from "../../options";
import type { CellEdit } from "../../workbook/files";
import { InTurn, type OwnStep, type PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import type { Words } from "../texts/words";
import { cleared, pasted, shownOf, type IsShown } from "./cells-to-edit";
import { fromTabbedText, toTabbedText } from "./clipboard-text";
import { readTyped, type CellTexts } from "./grid/cell-text";
import { rangeName, type Place } from "./grid/selected-range";
import type { ChosenCell } from "./view";

/** Where the focus goes once a text is written: to the cell below, to the same cell, or it has already moved. */
type Then = "below" | "here" | "gone";

/** The environment of the editor. */
interface EditorContext {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly chosen: ChosenCell;
  readonly words: Words;
  readonly texts: CellTexts;
  readonly isShown: IsShown;
  /** Takes the keyboard back to the sheet: to the cell that is chosen, or to the one below. */
  readonly goBack: (to: "chosen" | "below") => void;
}

/**
 * The message under the field: one that asks the user to read the workbook disappears once it is read, and a refusal
 * stays until the user does something else.
 */
interface EditMessage {
  readonly text: string;
  readonly kind: "notice" | "for-reading" | "refusal";
}

const silence: EditMessage = { text: "", kind: "notice" };

/** Text typed, pasted or cleared in the selected cells: its state, its writing, and the message about it. */
export class CellEditor {
  private typed: string | null = null;
  /** The text being typed, whatever was drawn since. */
  private pending: string | null = null;
  private current = silence;
  /** A correction is taken back once it is done. */
  private readonly turn = new InTurn();

  /** `onChange` is called each time the display must change. */
  constructor(
    private readonly on: EditorContext,
    private readonly onChange: () => void,
  ) {}

  /** The text being typed in the cell; null when none is. */
  get typing(): string | null {
    return this.typed;
  }

  /** The content of the field: the text being typed, or that of the cell. */
  get shown(): string {
    return this.typed ?? this.content;
  }

  /** The message under the field; on a document, a message that it cannot be corrected here. */
  get message(): string {
    const { text } = this.current;
    return text === "" && this.isReadOnly && this.sheet !== null ? this.t("browser-readonly") : text;
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

  /** Clears the message. */
  hush(): void {
    this.showMessage("");
  }

  /** Shows a notice about the sheet. */
  note(text: string): void {
    this.showMessage(text);
  }

  /** Shows a notice that the user did not ask the field for; returns false when a refusal is shown, which stays. */
  noteBeside(text: string): boolean {
    if (this.current.kind === "refusal") return false;
    this.showMessage(text);
    return true;
  }

  /** Abandons the text being typed. */
  forget(): void {
    this.type(null);
    this.hush();
  }

  /** Abandons the text being typed, and moves the focus to the sheet. */
  leave(): void {
    this.forget();
    this.on.goBack("chosen");
  }

  /** Writes the text being typed. */
  async keep(then: Then): Promise<void> {
    const { pending: text, sheet } = this;
    if (sheet !== null && !this.isReadOnly && text !== null && text !== this.content)
      return this.correct(sheet, text, then);
    if (then === "below") this.leave();
    else this.type(null);
  }

  /** Leaves the selected cells blank. */
  async clear(): Promise<void> {
    const { sheet } = this;
    const { chosen, isShown } = this.on;
    if (sheet === null || this.isReadOnly) return;
    const edits = cleared(sheet, chosen.range.block, isShown);
    if (edits.length > 0) await this.write(edits, rangeName(chosen.range), "browser-cleared");
  }

  /** Returns the text of the selected cells, and clears them when `cuts`; the cells of a document are only copied. */
  copy(cuts: boolean): string {
    const { sheet } = this;
    const { chosen, texts, isShown } = this.on;
    if (sheet === null) return "";
    const { rows, columns } = shownOf(sheet, chosen.range.block, isShown);
    const copied = rows.map((row) => columns.map((column) => texts.typed(sheet, row, column)));
    if (cuts && !this.isReadOnly) void this.clear();
    else this.showMessage(this.t("browser-copied", { cells: rangeName(chosen.range) }));
    return toTabbedText(copied);
  }

  /** Writes the text of the clipboard into the cells from the first selected one, entirely or not at all. */
  async paste(text: string): Promise<void> {
    const { sheet } = this;
    const { chosen, texts, isShown, held } = this.on;
    if (sheet === null || text === "") return;
    if (this.isReadOnly) return this.showMessage(this.t("browser-readonly"));
    const { date1904 } = held.open.cells;
    const into = chosen.range.block;
    const written = pasted(sheet, into, fromTabbedText(text), isShown, { typed: texts.typed, date1904 });
    if (typeof written === "string") return this.showMessage(this.t(written));
    const goTo = () => chosen.showBlock(sheet.name, written.block, true);
    if (written.edits.length === 0) return goTo();
    await this.write(written.edits, rangeName(written), "browser-pasted", goTo);
  }

  /** Takes back the last thing done; a generation, as the pane does, which asks first. */
  undo(): Promise<void> {
    return this.turn.do(() => this.takeBack());
  }

  /** Does again what was taken back last. */
  redo(): Promise<void> {
    return this.turn.do(() => this.doAgain());
  }

  /** Hushes what asked to have the workbook read, once it is being read. */
  readingBegan(): void {
    if (this.current.kind === "for-reading") this.hush();
  }

  private async correct(sheet: SheetCells, text: string, then: Then): Promise<void> {
    const { chosen } = this.on;
    const { place } = chosen;
    this.pending = null;
    const refusal = await this.turn.do(() => this.put(sheet, place, text));
    if (refusal !== null) {
      // A refused text stays in the field as long as the field has the focus.
      this.type(then === "gone" || text === "" ? null : text);
      return this.showMessage(refusal, "refusal");
    }
    this.type(null);
    const cell = cellName(place.row, place.column);
    chosen.corrected(cell);
    if (then === "below") this.on.goBack("below");
    // This message comes after that of a choice that was removed with the cell.
    this.showChange(this.t(text.trim() === "" ? "browser-cleared" : "browser-corrected", { cell }));
  }

  /** Writes cells, and reports the result; `then` runs first, once they are written. */
  private async write(
    edits: readonly CellEdit[],
    cells: string,
    code: "browser-cleared" | "browser-pasted",
    then?: () => void,
  ): Promise<void> {
    const refusal = await this.turn.do(() => this.edit(edits));
    this.type(null);
    if (refusal !== null) return this.showMessage(refusal, "refusal");
    this.on.chosen.corrected(cells);
    then?.();
    this.showChange(this.t(code, { cell: cells, cells }));
  }

  /** Writes a typed text into a cell. Returns the message of the refusal; null when it is written. */
  private async put(sheet: SheetCells, { row, column }: Place, text: string): Promise<string | null> {
    const refusal = this.refusal();
    if (refusal !== null) return refusal;
    const read = readTyped(text, sheet, row, column, this.on.held.open.cells.date1904);
    if (read === "formula") return this.t("browser-no-formula");
    return this.edit([{ sheet: sheet.name, row, column, value: read.value }]);
  }

  /** Writes cells; returns why they are refused, null once they are written. */
  private async edit(edits: readonly CellEdit[]): Promise<string | null> {
    const { held, words } = this.on;
    const refusal = this.refusal();
    if (refusal !== null) return refusal;
    const edited = await held.edit(edits);
    if (edited.ok) return null;
    return "why" in edited ? this.t(`browser-refused-${edited.why}`) : words.anomaly(edited.anomaly);
  }

  /** Returns why nothing can be done to the workbook now; null when something can. */
  private refusal(): string | null {
    const { held, session } = this.on;
    if (held.stopped !== null) return this.t("browser-stopped-cell");
    // The workbook is being read, or written: it stays what it was till then.
    return session.state.work.kind === "none" ? null : this.t("browser-busy");
  }

  private async takeBack(): Promise<void> {
    const { held, session } = this.on;
    const { last } = held;
    const refusal = this.refusal();
    if (refusal !== null) return this.showMessage(refusal);
    if (last === null) return this.showMessage(this.t("browser-nothing-to-undo"));
    if (last.kind === "generation") return session.run.askUndo();
    const undone = await this.step(last, () => held.takeBack());
    if (undone !== null) return this.showMessage(undone);
    this.showChange(this.takenBack(last));
  }

  private async doAgain(): Promise<void> {
    const { held } = this.on;
    const { undone } = held;
    const refusal = this.refusal();
    if (refusal !== null) return this.showMessage(refusal);
    if (undone === null) return this.showMessage(this.t("browser-nothing-to-redo"));
    const failure = await this.step(undone, () => held.redo());
    if (failure !== null) return this.showMessage(failure);
    this.showChange(this.t("browser-done-again", { place: placeOf(undone) }));
  }

  /** Goes back or forth by a step, and to its cells; returns why it is refused, null once it is done. */
  private async step(what: OwnStep, go: () => ReturnType<PageWorkbook["takeBack"]>): Promise<string | null> {
    const { held, session, chosen, words } = this.on;
    const from = "sheet" in what ? held.open.cells.sheets.find(({ name }) => name === what.sheet) : undefined;
    const gone = await go();
    if (!gone.ok) return "anomaly" in gone ? words.anomaly(gone.anomaly) : this.t(`browser-refused-${gone.why}`);
    chosen.corrected(what.kind === "cells" ? rangeName(what) : "");
    if (from !== undefined && isOptionsSheet(from)) await session.run.noteUndoneChoices();
    if (what.kind === "cells") chosen.showBlock(what.sheet, what.block, true);
    return null;
  }

  private takenBack(last: OwnStep): string {
    if (last.kind === "sheets") return this.t("browser-sheets-taken-back", { sheets: last.sheets });
    return last.kind === "sheet"
      ? this.t("browser-sheet-taken-back", { sheet: last.sheet })
      : this.t("browser-cell-taken-back", { cell: placeOf(last) });
  }

  /** Reports the change and, when nothing was read yet, how to have the pane read it. */
  private showChange(change: string): void {
    const isRead = this.on.session.state.source.kind !== "unread";
    this.showMessage(isRead ? change : `${change} ${this.t("browser-read-first")}`, "for-reading");
  }

  private showMessage(text: string, kind: EditMessage["kind"] = "notice"): void {
    this.current = { text, kind };
    this.onChange();
  }

  private t(code: BrowserCode, params: Readonly<Record<string, string | number>> = {}): string {
    return browserMessage(code, params, this.on.words.speech);
  }
}

/** Returns the place of a step for a message: cells or sheets. */
function placeOf(step: OwnStep): string {
  if (step.kind === "cells") return rangeName(step);
  return step.kind === "sheet" ? step.sheet : step.sheets;
}
