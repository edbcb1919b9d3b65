import { cellAt, fillAt, fontColourAt, isBlank, type SheetCells } from "../../cells";
import type { Fact, Line } from "../facts";
import { placeIn, type CellPlace } from "../table";
import type { TableReading } from "../table-reading";
import { colourNamed, isLegend, longestKey, meaningOfColour } from "../texts/colours";
import { doubtsNumber, footnoteMark } from "../texts/corrections";
import { mayExclude } from "../texts/dues";
import { speaksOfEvents } from "../texts/free-text";
import { commonReader } from "../texts/read-text";
import { shownCell } from "../texts/values";

/** A line with marked cells, and its facts concerned: the marked numbers, or all of them. */
export interface MarkedLine {
  readonly line: Line;
  readonly facts: readonly Fact[];
}

/**
 * Returns the lines with the colour that a text names, or else with its own colour or that of the cell left of it; only
 * the coloured numbers, when nothing else is coloured.
 */
export function colouredLike(
  text: string,
  { row, column }: CellPlace,
  sheet: SheetCells,
  tables: readonly TableReading[],
): MarkedLine[] {
  // Beside a table, the swatch of a legend says nothing of the row that it faces.
  const isSwatch = (at: SheetCells, cell: CellPlace): boolean =>
    at === sheet && cell.row === row && cell.column === column - 1;
  const named = colourNamed(text);
  const own = [...coloursAt(sheet, row, column), ...coloursAt(sheet, row, column - 1)];
  const lines = linesWith(tables, named ?? ((colour) => own.includes(colour)), isSwatch);
  return named === null || lines.length > 0 ? lines : linesWith(tables, () => true, isSwatch);
}

/**
 * Returns whether a text that is not all read is about something else than an owner or a state, « câblage refait », « à
 * relire avec Mme Stock »; « Axians » and « état incertain » are not.
 */
function isOfAnother(meaning: string): boolean {
  if (speaksOfEvents(meaning) || doubtsNumber(meaning)) return false;
  const { unread, meanings } = commonReader.read(meaning, "remark");
  if (meanings.length === 0) return unread.some((word) => !/^\p{Lu}/u.test(word));
  return unread.length > 0 && meanings.some((each) => each.is !== "concept" || each.concept !== "state");
}

/**
 * Returns the lines of the colour that a short text explains by words that are not all read, « Axians », « En rouge :
 * Axians »; empty when it has no colour, when it is understood, or when that colour is usual in the tables.
 */
export function unreadColour(
  text: string,
  { row, column }: CellPlace,
  sheet: SheetCells,
  tables: readonly TableReading[],
): readonly MarkedLine[] {
  const meaning = meaningOfColour(text);
  if (text.length > longestKey || !mayExclude(meaning) || isOfAnother(meaning)) return [];
  const named = isLegend(text) ? colourNamed(text) : null;
  const own = coloursAt(sheet, row, column);
  if (named === null && own.length === 0) return [];
  const found = linesWith(tables, named ?? ((colour) => own.includes(colour)));
  return found.length * 2 > linesIn(tables) ? [] : found;
}

/**
 * Returns the lines that a text right of a blank cell may be the legend of, since no file gives the colour of a blank
 * cell: the few lines that have a colour, with the line of its own row if it has one. Empty when the text names others, or
 * when most lines have a colour.
 */
export function legendOf(
  { row, column }: CellPlace,
  lines: readonly Line[],
  sheet: SheetCells,
  tables: readonly TableReading[],
): readonly Line[] {
  if (column === 0 || !isBlank(cellAt(sheet, row, column - 1))) return [];
  const all = linesIn(tables);
  const marked = linesWith(tables, () => true).map(({ line }) => line);
  if (marked.length === 0 || marked.length * 3 > all) return [];
  const isOfRow = lines.every((line) => placeIn(line.table, line.row, 0).row === row);
  if (isOfRow) return [...new Set([...lines, ...marked])];
  return lines.length === all ? marked : [];
}

function linesIn(tables: readonly TableReading[]): number {
  return tables.reduce((sum, { lines }) => sum + lines.length, 0);
}

function coloursAt(sheet: SheetCells, row: number, column: number): string[] {
  return [fillAt(sheet, row, column), fontColourAt(sheet, row, column)].filter((colour) => colour !== null);
}

/** Returns the lines of some tables with a filled cell whose colour passes a test, except the swatch of a legend. */
function linesWith(
  tables: readonly TableReading[],
  test: (colour: string) => boolean,
  isSwatch: (sheet: SheetCells, place: CellPlace) => boolean = () => false,
): MarkedLine[] {
  return tables.flatMap(({ table, lines }) => {
    const { sheet } = table.on;
    // Most sheets have no colour, however many their lines.
    if (sheet.facts?.fills?.isEmpty !== false && sheet.facts?.fonts?.isEmpty !== false) return [];
    return lines.flatMap((line): MarkedLine[] => {
      const marked = new Set<number>();
      for (let column = table.left; column <= table.right; column += 1) {
        const at = placeIn(table, line.row, column);
        if (isBlank(cellAt(sheet, at.row, at.column)) || isSwatch(sheet, at)) continue;
        if (coloursAt(sheet, at.row, at.column).some(test)) marked.add(column);
      }
      const facts = line.facts.filter(({ column }) => marked.has(column));
      return marked.size === 0 ? [] : [{ line, facts: facts.length === marked.size ? facts : line.facts }];
    });
  });
}

/**
 * Returns the lines whose school name has the mark of a note, « † », and the numbers that have it, « 9 * », themselves
 * or in their headings. Null when the note has no mark, or is entirely understood.
 */
export function markedBy(
  note: string,
  tables: readonly TableReading[],
): readonly [readonly Line[], readonly Fact[]] | null {
  const mark = footnoteMark.exec(note)?.[0];
  if (mark === undefined || !mayExclude(note.slice(mark.length))) return null;
  const sign = mark.replace("(*)", "*");
  const named = tables.flatMap(({ lines }) => lines.filter(({ who }) => who.name.includes(sign)));
  const own = tables.flatMap(({ table, lines, reader }) => {
    const headed = new Set(table.columns.filter(({ header }) => header.includes(sign)).map(({ index }) => index));
    const isOwn = ({ line, column }: Fact): boolean =>
      headed.has(column) || shownCell(reader.cell(line.row, column)).includes(sign);
    return lines.flatMap(({ facts }) => facts.filter(isOwn));
  });
  return [named, own];
}

/** Returns the facts whose cell is in brackets, of a legend about brackets; undefined when it is about none, or there is none. */
export function bracketed(legend: string, tables: readonly TableReading[]): readonly Fact[] | undefined {
  if (!/parenth[eè]ses/i.test(legend)) return undefined;
  const found = tables.flatMap(({ reader, lines }) =>
    lines.flatMap(({ row, facts }) =>
      facts.filter(({ column }) => inBrackets.test(shownCell(reader.cell(row, column)))),
    ),
  );
  return found.length > 0 ? found : undefined;
}

const inBrackets = /\(.*\)/;
