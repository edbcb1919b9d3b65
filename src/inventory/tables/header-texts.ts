import { cellAt, type CellBlock, type SheetCells } from "../../cells";
import { headerText, headerWord } from "../texts/header-word";
import type { ReadLabel } from "../texts/label-reading";

/** The header texts of a column, top level first, with the row of the lowest. */
export interface ColumnTexts {
  readonly column: number;
  readonly texts: readonly string[];
  readonly lowestRow: number;
}

/** An unfinished text continues in the cell below: « En » above « service ». */
const unfinished = /(?:^|\s)(?:en|dans|de|du|des|d[’']|au|aux|à|le|la|les|et|par|dont|hors)$|-$/i;

/** Returns the header texts of each column; an upper text extends over its merged cells, or up to the next text. */
export function headerTexts(sheet: SheetCells, block: CellBlock, readLabel: ReadLabel): ColumnTexts[] {
  const levels: (string | null)[][] = [];
  const columnsOf = Array.from({ length: block.right - block.left + 1 }, (_, at) => block.left + at);
  for (let row = block.top; row <= block.bottom; row += 1) {
    const own = columnsOf.map((column) => headerText(cellAt(sheet, row, column)));
    levels.push(row < block.bottom ? spread(sheet, row, block, own, readLabel) : own);
  }
  return columnsOf.map((column): ColumnTexts => {
    const texts: string[] = [];
    let lowestRow = block.bottom;
    levels.forEach((level, depth) => {
      const text = level[column - block.left] ?? null;
      if (text === null) return;
      const above = texts[texts.length - 1];
      if (above !== undefined && unfinished.test(above)) texts[texts.length - 1] = `${above} ${text}`;
      else if (above !== text) texts.push(text);
      if (headerText(cellAt(sheet, block.top + depth, column)) !== null) lowestRow = block.top + depth;
    });
    return { column, texts, lowestRow };
  });
}

/** Returns the texts of an upper level, extended over the columns that they head. */
function spread(
  sheet: SheetCells,
  row: number,
  block: CellBlock,
  own: readonly (string | null)[],
  readLabel: ReadLabel,
): (string | null)[] {
  const result = [...own];
  const merges = sheet.merges.filter((merge) => merge.top <= row && merge.bottom >= row);
  const mergeAt = (column: number): CellBlock | undefined =>
    merges.find(({ left, right }) => left <= column && column <= right);
  const below = (column: number): string | null => headerText(cellAt(sheet, row + 1, column));
  const isHeaded = (column: number): boolean => below(column) !== null;
  const repeated = repeatedIn(own.map((_, offset) => below(block.left + offset)));
  own.forEach((group, offset) => {
    if (group === null) return;
    const column = block.left + offset;
    const merge = mergeAt(column);
    if (merge !== undefined) result.fill(group, offset, Math.min(merge.right, block.right) - block.left + 1);
    // A text with nothing below it heads its own column only.
    else if (isHeaded(column))
      for (let at = offset + 1; at < own.length && own[at] === null; at += 1) {
        if (!isHeaded(block.left + at) || mergeAt(block.left + at) !== undefined) break;
        const [before, text] = [below(block.left + at - 1)!, below(block.left + at)!];
        // « Qté | Montant » of each prestation, then « Suivi par ».
        if (repeated.has(before) && !repeated.has(text) && isApart(text, readLabel)) break;
        result[at] = group;
      }
  });
  return result;
}

function repeatedIn(texts: readonly (string | null)[]): ReadonlySet<string> {
  const found = texts.filter((text) => text !== null);
  return new Set(found.filter((text, at) => found.indexOf(text) !== at));
}

/** Returns whether a text heads a column of its own beside such groups, « Suivi par », « Salles », « Maintenance (€) ». */
function isApart(text: string, readLabel: ReadLabel): boolean {
  const { role, reading } = headerWord(text, readLabel);
  const { label, nature, years, standing } = reading;
  if (role !== null) return role === "ignored";
  return label.kind === "none" && nature === null && years.length === 0 && standing === null;
}
