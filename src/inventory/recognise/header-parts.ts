import type { Cell, SheetCells } from "../../cells";
import { fold, isBlank } from "../../cells";
import { anchors, headerText, headerWord } from "./header-cells";
import type { HeaderWord, ReadLabel } from "./header-cells";
import type { HeaderReader } from "./header-reader";
import { isHeaderRow, isItemHeader } from "./header-row";
import { stripsOf } from "./header-strips";
import { holdsOtherLabels } from "./label-strip";
import type { Span } from "./region";

/** How far below a title a header of its own may stand. */
const reach = 6;

/** Columns of a row, and how far they may go on: up to what stands next. */
export interface Part extends Span {
  readonly until: number;
  /** Its column of communes and schools, where the heading does not say so. */
  readonly names?: number;
}

/** A strip of a row, and what its cells say as headers; null where a figure or a commune says that it is none. */
interface Strip extends Part {
  readonly words: readonly HeaderWord[] | null;
}

/**
 * The headers that stand on one row, each the columns of one table: tables beside each other are parted by a blank column,
 * beyond which names of schools or communes come again, or something stands that is no part of the table.
 */
export function headersOn(sheet: SheetCells, row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  if (!reader.holdsAnchor(cells, span.left, span.right)) return [];
  return partsOf(sheet, row, span, reader).filter((part) => isHeaderRow(cells, part.left, part.right, reader));
}

function partsOf(sheet: SheetCells, row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const spans = stripsOf(sheet, row, span).flatMap((strip) => whereItRepeats(cells, strip, reader.readLabel));
  const strips = spans.map((strip, at): Strip => ({
    ...strip,
    until: (spans[at + 1]?.left ?? span.right + 1) - 1,
    words: wordsOf(cells, strip, reader),
  }));
  const parts: { left: number; right: number; until: number }[] = [];
  let part: { left: number; right: number; until: number } | null = null;
  let seen = new Set<string>();
  for (const strip of strips) {
    const { words } = strip;
    const apart = words === null || standsAlone(sheet, row, strip, strips, reader);
    const named = words === null ? [] : anchorsOf(words);
    if (part === null || apart || named.some((anchor) => seen.has(anchor))) {
      parts.push((part = { left: strip.left, right: strip.right, until: strip.until }));
      seen = new Set();
    } else Object.assign(part, { right: strip.right, until: strip.until });
    for (const anchor of named) seen.add(anchor);
    if (apart) part = null;
  }
  return parts;
}

/** The headers on one row that name no school, of prestations and what is said of them: those of one school's sheet. */
export function itemHeadersOn(sheet: SheetCells, row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  if (!reader.holdsLabel(cells, span.left, span.right)) return [];
  const strips = stripsOf(sheet, row, span);
  return strips
    .filter((strip) => {
      const words = wordsOf(cells, strip, reader);
      return words !== null && isItemHeader(words);
    })
    .map((strip) => ({ ...strip, until: (strips[strips.indexOf(strip) + 1]?.left ?? span.right + 1) - 1 }));
}

/** True where a row heads communes beside anything else, in some columns: a table of contacts, say. */
export function headsCommunes(sheet: SheetCells, row: number, span: Span, reader: HeaderReader): boolean {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  if (!reader.holdsAnchor(cells, span.left, span.right)) return false;
  const words = wordsOf(cells, span, reader);
  return words !== null && words.length >= 2 && words.some(({ role, rank }) => role === "commune" && rank === 0);
}

/** What a strip's cells say; null where one of them is no header's. */
function wordsOf(cells: readonly Cell[], strip: Span, { readLabel, isCommune }: HeaderReader): HeaderWord[] | null {
  const words: HeaderWord[] = [];
  for (let column = strip.left; column <= strip.right; column += 1) {
    const cell = cells[column] ?? null;
    const text = headerText(cell);
    if (text === null && typeof cell === "number") return null;
    if (text === null) continue;
    if (isCommune(text)) return null;
    words.push(headerWord(text, readLabel));
  }
  return words;
}

/** Columns of names, by role; pupils' by what they say, since a list has several. */
function anchorsOf(words: readonly HeaderWord[]): string[] {
  return words.flatMap(({ role, text }) =>
    role === null || !anchors.has(role) ? [] : role === "pupil" ? [fold(text)] : [role],
  );
}

/** Tables beside each other without a blank column: headings of communes or schools come again, or the first two headings do. */
function whereItRepeats(cells: readonly Cell[], strip: Span, readLabel: ReadLabel): Span[] {
  const textAt = (column: number): string => fold(headerText(cells[column] ?? null) ?? "");
  const roleAt = (column: number): string | null => {
    const text = headerText(cells[column] ?? null);
    const role = text === null ? null : headerWord(text, readLabel).role;
    return role === "commune" || role === "school" ? role : null;
  };
  const [first, second] = [textAt(strip.left), textAt(strip.left + 1)];
  const isHeading = [first, second].some((text) => anchors.has(headerWord(text!, readLabel).role ?? "ignored"));
  const seen = new Map<string, string>();
  for (let column = strip.left; column <= strip.right; column += 1) {
    const role = roleAt(column);
    const isStart = column > strip.left + 1 && textAt(column) === first && textAt(column + 1) === second;
    const known = role === null ? undefined : seen.get(role);
    const next = roleAt(column + 1);
    const isNamed =
      known !== undefined && (textAt(column) === known || (next !== null && next !== role && seen.has(next)));
    if ((isStart && isHeading && first !== "" && second !== "") || isNamed)
      return [
        { left: strip.left, right: column - 1 },
        ...whereItRepeats(cells, { left: column, right: strip.right }, readLabel),
      ];
    if (role !== null && known === undefined) seen.set(role, textAt(column));
  }
  return [strip];
}

/** True where a strip that heads no names is no part of the table beside it: another's title, or prestations of its own. */
function standsAlone(
  sheet: SheetCells,
  row: number,
  strip: Strip,
  strips: readonly Strip[],
  reader: HeaderReader,
): boolean {
  if (strips.length === 1 || anchorsOf(strip.words!).length > 0) return false;
  if (isTitleOfAnother(sheet, row, strip, reader)) return true;
  const others = strips.filter((other) => other !== strip).flatMap((other) => other.words ?? []);
  return isComplete(others) && holdsOtherLabels(sheet, row, strip, reader.readLabel);
}

/** True where, under a strip, a header of its own stands before any figure. */
function isTitleOfAnother(sheet: SheetCells, row: number, strip: Strip, reader: HeaderReader): boolean {
  const free = { left: strip.left, right: strip.until };
  for (let below = row + 1; below <= row + reach && below < sheet.rows.length; below += 1) {
    const cells: readonly Cell[] = sheet.rows[below] ?? [];
    if (
      reader.holdsAnchor(cells, free.left, free.right) &&
      stripsOf(sheet, below, free).some(({ left, right }) => isHeaderRow(cells, left, right, reader))
    )
      return true;
    for (let column = free.left; column <= Math.min(free.right, cells.length - 1); column += 1) {
      const cell = cells[column] ?? null;
      if (!isBlank(cell) && headerText(cell) === null) return false;
    }
  }
  return false;
}

/** True where headings say whose equipment is counted, and which: what stands beside need not complete them. */
function isComplete(words: readonly HeaderWord[]): boolean {
  if (anchorsOf(words).length === 0) return false;
  return words.some(({ role, reading: { label } }) =>
    role === null
      ? label.kind === "untariffed" || (label.kind === "prestation" && label.code !== "PORTAIL")
      : role === "label",
  );
}
