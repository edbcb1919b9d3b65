import type { SheetCells } from "../../cells";
import { headerText } from "./header-cells";
import type { Region } from "./region";

/** The header texts over one column, top level first, with the row of the lowest. */
export interface ColumnTexts {
  readonly column: number;
  readonly texts: readonly string[];
  readonly lowestRow: number;
}

/** « En » over « service »: one heading, cut where the column was too narrow. */
const unfinished = /(?:^|\s)(?:en|dans|de|du|des|d[’']|au|aux|à|le|la|les|et|par|dont|hors)$|-$/i;

/**
 * The header texts over each column. A group name reaches over its merged cells; unmerged, it reaches to the next name of
 * its level, as people write it.
 */
export function headerTexts(sheet: SheetCells, block: Region): ColumnTexts[] {
  const levels: (string | null)[][] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const own: (string | null)[] = [];
    for (let column = block.left; column <= block.right; column += 1)
      own.push(headerText(sheet.rows[row]?.[column] ?? null));
    levels.push(row < block.bottom ? spread(sheet, row, block, own) : own);
  }
  const columns: ColumnTexts[] = [];
  for (let column = block.left; column <= block.right; column += 1) {
    const texts: string[] = [];
    let lowestRow = block.bottom;
    levels.forEach((level, depth) => {
      const text = level[column - block.left] ?? null;
      if (text === null) return;
      const above = texts[texts.length - 1];
      if (above !== undefined && unfinished.test(above)) texts[texts.length - 1] = `${above} ${text}`;
      else if (above !== text) texts.push(text);
      if (headerText(sheet.rows[block.top + depth]?.[column] ?? null) !== null) lowestRow = block.top + depth;
    });
    columns.push({ column, texts, lowestRow });
  }
  return columns;
}

/** One upper level, its names spread over the columns that they head. */
function spread(sheet: SheetCells, row: number, block: Region, own: readonly (string | null)[]): (string | null)[] {
  const result = [...own];
  const merges = sheet.merges.filter((merge) => merge.top <= row && merge.bottom >= row);
  own.forEach((text, offset) => {
    if (text === null) return;
    const column = block.left + offset;
    const merge = merges.find((candidate) => candidate.left <= column && candidate.right >= column);
    if (merge !== undefined) {
      for (let at = column; at <= Math.min(merge.right, block.right); at += 1) result[at - block.left] = text;
      return;
    }
    for (let at = offset + 1; at < own.length && own[at] === null; at += 1) {
      const below = headerText(sheet.rows[row + 1]?.[block.left + at] ?? null);
      const inMerge = merges.some(
        (candidate) => candidate.left <= block.left + at && candidate.right >= block.left + at,
      );
      if (below === null || inMerge) break;
      // A name with nothing under it heads its own column only: the names beside are not its parts.
      if (headerText(sheet.rows[row + 1]?.[column] ?? null) === null) break;
      result[at] = text;
    }
  });
  return result;
}
