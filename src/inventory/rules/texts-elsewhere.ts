import type { Cell, SheetCells } from "../../cells";
import type { Line } from "../facts";
import type { Reading } from "../reading";
import { correctsNumber, datesNumbers } from "../texts/corrections";
import { beginsLater, eventsIn } from "../texts/free-text";
import type { FreeText } from "./sheet-lines";
import type { NamedLines } from "./lines-named";

/** The longest sentence read, in characters. */
const longest = 500;

/** Returns the texts about schools in sheets without a table: closed, left, corrected. (decisions §4, Free text) */
export function textsElsewhere(
  reading: Reading,
  all: NamedLines,
  shown: { has(sheet: SheetCells): boolean },
): FreeText[] {
  return reading.sheets
    .filter(({ sheet }) => !shown.has(sheet))
    .flatMap(({ sheet }) =>
      sheet.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column): FreeText[] => {
          if (typeof cell !== "string" || cell.length > longest) return [];
          const from = kindOf(cell, reading);
          if (from === null) return [];
          const lines = linesNamed(cell, cells, all);
          const each = reading.tables.find(({ table }) => table === lines[0]?.table);
          if (each === undefined) return [];
          const text = cell.trim();
          const facts = lines.flatMap((line) => line.facts);
          return [{ text, from, sheet, place: { row, column }, each, header: "", isOut: false, lines, facts }];
        }),
      ),
    );
}

/** Returns the kind of a text about a school; null when it does not matter. */
function kindOf(text: string, { context }: Reading): FreeText["from"] | null {
  if (eventsIn(text).ofSchool.size > 0) return "note";
  if (beginsLater(text, context.campaign)) return "opening";
  return correctsNumber(text) || datesNumbers(text, context.campaign.year) ? "correction" : null;
}

function linesNamed(text: string, cells: readonly Cell[], all: NamedLines): readonly Line[] {
  const row = cells.filter((cell) => typeof cell === "string").join(" ; ");
  return all.in(text) ?? all.in(row) ?? [];
}
