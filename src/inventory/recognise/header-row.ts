import type { Cell } from "../../cells";
import { fold } from "../../cells";
import type { HeaderWord } from "./header-cells";
import { anchors, headerText, headerWord } from "./header-cells";
import { longest } from "./header-reader";
import type { HeaderReader } from "./header-reader";
import { structuralRole } from "./roles";
import type { StructuralRole } from "./roles";

function isHeaderLike(cell: Cell): cell is string | number {
  const text = headerText(cell);
  return text !== null && text.length <= longest;
}

/** A cross stands for one of what is named beside it or above: it heads nothing. */
const mark = /^[x✓✔☑☒]$/i;

/** A full date is a value, not a header, however well it is understood. */
const fullDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/;

/** From this share of its texts understood, a row may be a header: a row of data understands few of its own. */
const understood = 0.4;

/**
 * True where the row holds at least two different header words, one of which only a list of schools has, no commune's name,
 * and no number but years.
 */
export function isHeaderRow(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let texts = 0;
  let known = 0;
  let anchored = false;
  let pupils = 0;
  const seen = new Set<string>();
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (cell === null) continue;
    if (typeof cell === "number" && headerText(cell) === null) return false;
    const text = headerText(cell);
    if (text === null) continue;
    texts += 1;
    if (text.length > longest || fullDate.test(text)) continue;
    if (reader.isCommune(text)) return false;
    const word = headerWord(text, reader.readLabel);
    if (word.recognised || word.role !== null) known += 1;
    if (!word.recognised) continue;
    if (word.role === "pupil") pupils += 1;
    seen.add(word.role === "pupil" ? text : (word.role ?? text.toLowerCase()));
    if (word.role !== null && anchors.has(word.role)) anchored = true;
  }
  if (namesOne(cells.slice(left, right + 1), reader)) return false;
  return anchored && seen.size >= 2 && (pupils === 0 || pupils >= 2 || seen.size > 2) && known >= texts * understood;
}

/** « École : » or « École » and a school in the next cell: what one sheet is about, not a header whose titles end with a colon. */
function namesOne(cells: readonly Cell[], { readLabel }: HeaderReader): boolean {
  const texts = cells.map(headerText).filter((text) => text !== null);
  const isTold = (text: string | undefined): boolean =>
    text !== undefined && !text.endsWith(":") && (texts.length < 3 || !headerWord(text, readLabel).recognised);
  const asks = (text: string): boolean => {
    const { role } = headerWord(text, readLabel);
    return text.endsWith(":") && role !== null && anchors.has(role);
  };
  if (texts.some((text, at) => asks(text) && isTold(texts[at + 1]))) return true;
  return (
    texts.length === 2 && structuralRole(texts[1]!) === null && /^(ecole|groupe scolaire) \S/.test(fold(texts[1]!))
  );
}

/** Words that, beside a prestation, say that rows count it or date it. */
const ofItems: ReadonlySet<StructuralRole> = new Set([
  "nature",
  "quantity",
  "date-in",
  "date-out",
  "status",
  "inventory-number",
  "serial-number",
]);

/** True where the row heads prestations and what is said of them, and no school: a header on the sheet of one school. */
export function isItemHeader(words: readonly HeaderWord[]): boolean {
  const counts = words.filter(({ role, reading }) =>
    role === null ? reading.label.kind === "none" && reading.complete && reading.nature !== null : ofItems.has(role),
  );
  const labels = words.filter(({ role }) => role === "label");
  return labels.length === 1 && counts.length > 0 && (labels.length + counts.length) * 2 >= words.length;
}

/** A row above or below the anchors' row that belongs to the header: words of ours only, no figure, no anchor of its own. */
export function isHeaderLevel(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let recognised = 0;
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (cell === null || (typeof cell === "string" && cell.trim() === "")) continue;
    if (!isHeaderLike(cell) || mark.test(headerText(cell)!)) return false;
    const word = headerWord(headerText(cell)!, reader.readLabel);
    if (word.role !== null && anchors.has(word.role)) return false;
    if (word.recognised || word.why === "money") recognised += 1;
    else if (word.reading.label.kind === "none" && /\d|:/.test(word.text)) return false;
  }
  return recognised > 0;
}
