import type { Cell, SheetCells } from "../../cells";
import { fold } from "../../cells";
import { takeYears } from "../../tariff";

/** What is written around a table: titles above it and the sheet's name. */
export interface Context {
  readonly titles: readonly { readonly text: string; readonly row: number; readonly column: number }[];
  /** The titles or the sheet's name speak of pupils, and nothing of equipment. */
  readonly pupils: boolean;
  /** The latest year that the titles or the sheet's name give, or null. */
  readonly year: number | null;
}

const pupils = /\b(effectifs?|eleves?|enfants?|inscrits?|scolarises?)\b/;
/** « Postes élèves » speaks of machines. */
const equipment = /\b(materiels?|equipements?|postes?|pc|machines?|ordinateurs?|tablettes?)\b/;

/** How many rows above a header may be its titles. */
const reach = 8;

/** Text cells above a header row and the sheet's name, and what they say. */
export function contextOf(sheet: SheetCells, headerTop: number, left: number, right: number): Context {
  const titles: { text: string; row: number; column: number }[] = [];
  for (let row = Math.max(0, headerTop - reach); row < headerTop; row += 1) {
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    for (let column = 0; column < Math.min(cells.length, right + 1); column += 1) {
      const cell = cells[column];
      if (typeof cell === "string" && cell.trim() !== "" && (column >= left || row < headerTop - 1))
        titles.push({ text: cell, row, column });
    }
  }
  const texts = [...titles.map((title) => title.text), sheet.name].map(fold);
  const nearest = [...titles].reverse().map((title) => fold(title.text));
  return {
    titles,
    pupils: [...texts, fold(sheet.file)].some((text) => pupils.test(text) && !equipment.test(text)),
    year: yearOf([fold(sheet.name), ...nearest]),
  };
}

/** The first year found among folded texts; a span such as 2014-2015 counts for its first year, when its 1 November falls. */
function yearOf(texts: readonly string[]): number | null {
  for (const text of texts) {
    const { years } = takeYears(text);
    if (years.length > 0 && !/\b(mise a jour|maj|version|imprime|edite|edition|deliberation|convention)\b/.test(text))
      return years[0]!;
  }
  return null;
}
