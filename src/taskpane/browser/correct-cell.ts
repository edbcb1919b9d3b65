import type { SheetCells } from "../../cells";
import { browserMessage, message, pageWords, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import type { Place } from "./grid/places";
import { readTyped } from "./grid/typed-value";

/** A cell of the user's own, and what was typed there. */
interface Correction {
  readonly sheet: SheetCells;
  readonly place: Place;
  readonly text: string;
}

/** Puts in a cell what was typed there. Returns why it is refused, as it is told; null once it is done. */
export async function correctCell(
  held: PageWorkbook,
  session: Session,
  { sheet, place, text }: Correction,
  language: Language,
): Promise<string | null> {
  if (held.stopped !== null) return browserMessage("browser-stopped-cell", {}, language);
  // The workbook is being read, or written: it stays what it was till then.
  if (session.state.work.kind !== "none") return browserMessage("browser-busy", {}, language);
  const read = readTyped(text, sheet, place.row, place.column, held.open.cells.date1904);
  if (read === "formula") return browserMessage("browser-no-formula", {}, language);
  const edited = await held.edit([{ sheet: sheet.name, ...place, value: read.value }]);
  if (edited.ok) return null;
  return "why" in edited
    ? browserMessage(`browser-refused-${edited.why}`, {}, language)
    : message(edited.anomaly.code, edited.anomaly.params, language, pageWords);
}
