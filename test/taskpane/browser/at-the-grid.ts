import { browserMessage, pageWords, type BrowserCode } from "../../../src/messages";
import { CellEditor } from "../../../src/taskpane/browser/cell-editor";
import type { IsShown } from "../../../src/taskpane/browser/cells-to-edit";
import { createCellTexts } from "../../../src/taskpane/browser/grid/cell-text";
import { parseRange } from "../../../src/taskpane/browser/grid/selected-range";
import { ChosenCell } from "../../../src/taskpane/browser/view";
import { createWords } from "../../../src/taskpane/texts/words";
import { parseCellName } from "../../../src/cells";
import { smallWorkbook } from "../../cli/small-workbook";
import { sessionOn } from "../../workbook/in-page/held-session";

export const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
/** Amagney’s row is the second; its standard workstations are in D2. */
export const postes = "D2";

/** Who sits at the grid of the page, without a screen. */
export async function atTheGrid(bytes?: Uint8Array) {
  const page = await sessionOn(bytes ?? (await smallWorkbook()), "parc.xlsx");
  const { held, session } = page;
  const chosen = new ChosenCell(held);
  chosen.asView().watchCorrections(page.corrected);
  const went: string[] = [];
  const words = createWords("fr", "fr-FR", pageWords);
  const texts = createCellTexts("fr-FR", false, "Ligne");
  const goBack = (to: string) => void went.push(to);
  const hidden = new Set<number>();
  const isShown: IsShown = (along, at) => along === "columns" || !hidden.has(at);
  const editor = new CellEditor({ held, session, chosen, words, texts, isShown, goBack }, () => undefined);
  const choose = (cell: string, sheet = "Parc") => chosen.show(sheet, parseCellName(cell));
  choose(postes);
  const types = async (text: string) => {
    editor.type(text);
    await editor.keep("below");
  };
  /** Selects a block, as B2:C3. */
  const select = (range: string, sheet = "Parc") => chosen.showBlock(sheet, parseRange(range)!.block);
  /** What some rows of the sheet hold, up to their last cell that is filled. */
  const rows = (...at: readonly number[]) =>
    at.map((row) => {
      const cells = held.open.cells.sheets[0]!.rows[row] ?? [];
      return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
    });
  return { ...page, chosen, editor, went, choose, types, select, rows, hidden };
}
