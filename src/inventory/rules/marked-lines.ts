import { cellAt, fillAt, fontColourAt, isBlank, type SheetCells } from "../../cells";
import type { Fact, Line } from "../facts";
import { placeIn, type CellPlace } from "../table";
import type { TableReading } from "../table-reading";
import { colourNamed } from "../texts/colours";
import { readsWhole } from "../texts/free-text";
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
  const swatch = [column, column - besideColour];
  // Beside a table, the swatch of a legend says nothing of the row that it faces.
  const isSwatch = (at: SheetCells, cell: CellPlace): boolean =>
    at === sheet && cell.row === row && swatch.includes(cell.column);
  if (named !== null) {
    const lines = linesWith(tables, named, isSwatch);
    return lines.length > 0 ? lines : linesWith(tables, () => true, isSwatch);
  }
  const own = new Set(swatch.flatMap((at) => coloursAt(sheet, row, at)));
  return own.size === 0 ? [] : linesWith(tables, (colour) => own.has(colour), isSwatch);
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

/** Returns the lines of some tables with a filled cell whose colour passes a test, except the cells of a legend. */
function linesWith(
  tables: readonly TableReading[],
  test: (colour: string) => boolean,
  isOfLegend: (sheet: SheetCells, place: CellPlace) => boolean = () => false,
): MarkedLine[] {
  return tables.flatMap(({ table, lines }) => {
    const { sheet } = table.on;
    if (sheet.facts?.fills?.isEmpty !== false && sheet.facts?.fonts?.isEmpty !== false) return [];
    return lines.flatMap((line): MarkedLine[] => {
      const marked = new Set<number>();
      for (let column = table.left; column <= table.right; column += 1) {
        const at = placeIn(table, line.row, column);
        if (isBlank(cellAt(sheet, at.row, at.column)) || isOfLegend(sheet, at)) continue;
        if (coloursAt(sheet, at.row, at.column).some(test)) marked.add(column);
      }
      const facts = line.facts.filter(({ column }) => marked.has(column));
      return marked.size === 0 ? [] : [{ line, facts: facts.length === marked.size ? facts : line.facts }];
    });
  });
}

/** A mark before a note, which a name in the table may have too. */
const footnoteMark = /^(?:[†‡§★☆¤¹²³*]+|\(\d\))/;

/**
 * Returns the lines whose school name has the mark of a note, « † », and the facts under headings that have it. Null
 * when the note has no mark, or is entirely understood.
 */
export function markedBy(
  note: string,
  tables: readonly TableReading[],
): readonly [readonly Line[], readonly Fact[]] | null {
  const [mark] = footnoteMark.exec(note.trim()) ?? [];
  if (mark === undefined || readsWhole(note.trim().slice(mark.length))) return null;
  const named = tables.flatMap(({ lines }) => lines.filter(({ who }) => who.name.includes(mark)));
  const under = tables.flatMap(({ table, lines }) => {
    const headed = new Set(table.columns.filter(({ header }) => header.includes(mark)).map(({ index }) => index));
    return headed.size === 0 ? [] : lines.flatMap(({ facts }) => facts.filter(({ column }) => headed.has(column)));
  });
  return [named, under];
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
