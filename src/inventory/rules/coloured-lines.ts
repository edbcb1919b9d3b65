import { cellAt, fillAt, fontColourAt, isBlank, isStruck, type SheetCells } from "../../cells";
import type { Line } from "../facts";
import { placeIn, type CellPlace } from "../table";
import type { TableReading } from "../table-reading";
import { colourNamed } from "../texts/colours";

/** A legend may stand in the cell right of its colour. */
const besideColour = 1;

/**
 * Returns the lines of a sheet that a text at a place says something of by a colour: the one that it names, or its own. Those of any
 * colour where none has the one that it names.
 */
export function colouredLike(
  text: string,
  { row, column }: CellPlace,
  sheet: SheetCells,
  tables: readonly TableReading[],
): Line[] {
  const { fills, fonts, struck } = sheet.facts ?? {};
  if (/\bbarre/i.test(text) && struck?.isEmpty === false)
    return linesWith(tables, (at) => isStruck(sheet, at.row, at.column));
  if (fills?.isEmpty !== false && fonts?.isEmpty !== false) return [];
  const coloursAt = (at: CellPlace): string[] =>
    [fillAt(sheet, at.row, at.column), fontColourAt(sheet, at.row, at.column)].filter((colour) => colour !== null);
  const named = colourNamed(text);
  if (named !== null) {
    const lines = linesWith(tables, (at) => coloursAt(at).some(named));
    return lines.length > 0 ? lines : linesWith(tables, (at) => coloursAt(at).length > 0);
  }
  const own = new Set([coloursAt({ row, column }), coloursAt({ row, column: column - besideColour })].flat());
  return own.size === 0 ? [] : linesWith(tables, (at) => coloursAt(at).some((colour) => own.has(colour)));
}

/** Returns the lines of some tables of which a cell that shows something passes a test. */
function linesWith(tables: readonly TableReading[], test: (at: CellPlace) => boolean): Line[] {
  return tables.flatMap(({ table, lines }) =>
    lines.filter(({ row }) => {
      for (let column = table.left; column <= table.right; column += 1) {
        const at = placeIn(table, row, column);
        if (!isBlank(cellAt(table.on.sheet, at.row, at.column)) && test(at)) return true;
      }
      return false;
    }),
  );
}
