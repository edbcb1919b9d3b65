import { cellAt, fillAt, fontColourAt, isBlank, type SheetCells } from "../../cells";
import type { Fact, Line } from "../facts";
import { placeIn, type CellPlace } from "../table";
import type { TableReading } from "../table-reading";
import { colourNamed, isLegend, saidOfColour } from "../texts/colours";
import { mayExclude } from "../texts/dues";
import { shownCell } from "../texts/values";

/** A legend may be in the cell to the right of its colour. */
const besideColour = 1;

/** A line with marked cells, and its facts concerned: the marked numbers, or all of them. */
export interface MarkedLine {
  readonly line: Line;
  readonly facts: readonly Fact[];
}

/**
 * Returns the lines with the colour that a text names, or else with its own colour; only the coloured numbers, when
 * nothing else is coloured.
 */
export function colouredLike(
  text: string,
  { row, column }: CellPlace,
  sheet: SheetCells,
  tables: readonly TableReading[],
): MarkedLine[] {
  const named = colourNamed(text);
  if (named !== null) {
    const lines = linesWith(tables, named);
    return lines.length > 0 ? lines : linesWith(tables, () => true);
  }
  const own = new Set([column, column - besideColour].flatMap((at) => coloursAt(sheet, row, at)));
  return own.size === 0 ? [] : linesWith(tables, (colour) => own.has(colour));
}

/** In characters; a longer text is a sentence, not what a colour stands for. */
const longestKey = 60;

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
  const said = saidOfColour(text);
  if (text.length > longestKey || !mayExclude(said)) return [];
  const named = isLegend(text) ? colourNamed(text) : null;
  const own = new Set(coloursAt(sheet, row, column));
  const found = linesWith(tables, named ?? ((colour) => own.has(colour)));
  const all = tables.reduce((sum, each) => sum + each.lines.length, 0);
  return found.length * 2 > all ? [] : found;
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
  const all = tables.reduce((sum, each) => sum + each.lines.length, 0);
  const marked = linesWith(tables, () => true).map(({ line }) => line);
  if (marked.length === 0 || marked.length * 3 > all) return [];
  const isOfRow = lines.length === 1 && placeIn(lines[0]!.table, lines[0]!.row, 0).row === row;
  if (isOfRow) return [...new Set([...lines, ...marked])];
  return lines.length === all ? marked : [];
}

function coloursAt(sheet: SheetCells, row: number, column: number): string[] {
  return [fillAt(sheet, row, column), fontColourAt(sheet, row, column)].filter((colour) => colour !== null);
}

/** Returns the lines of some tables with a filled cell whose colour passes a test. */
function linesWith(tables: readonly TableReading[], test: (colour: string) => boolean): MarkedLine[] {
  return tables.flatMap(({ table, lines }) => {
    const { sheet } = table.on;
    if (sheet.facts?.fills?.isEmpty !== false && sheet.facts?.fonts?.isEmpty !== false) return [];
    return lines.flatMap((line): MarkedLine[] => {
      const marked = new Set<number>();
      for (let column = table.left; column <= table.right; column += 1) {
        const at = placeIn(table, line.row, column);
        if (isBlank(cellAt(sheet, at.row, at.column))) continue;
        if (coloursAt(sheet, at.row, at.column).some(test)) marked.add(column);
      }
      const facts = line.facts.filter(({ column }) => marked.has(column));
      return marked.size === 0 ? [] : [{ line, facts: facts.length === marked.size ? facts : line.facts }];
    });
  });
}

/** A mark before a note, which a name, a heading or a number of the table may have too. */
const footnoteMark = /^(?:[†‡§★☆¤¹²³*]+|\([\d*]\))/;

/**
 * Returns the lines whose school name has the mark of a note, « † », and the numbers that have it, « 9 * », themselves
 * or in their headings. Null when the note has no mark, or is entirely understood.
 */
export function markedBy(
  note: string,
  tables: readonly TableReading[],
): readonly [readonly Line[], readonly Fact[]] | null {
  const [mark] = footnoteMark.exec(note.trim()) ?? [];
  if (mark === undefined || !mayExclude(note.trim().slice(mark.length))) return null;
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
