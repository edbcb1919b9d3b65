import type { Cell, SheetCells } from "../../cells";
import { fold } from "../../cells";
import type { Region } from "./region";
import { structuralRole } from "./roles";

/** A text above a table, where it stands. */
export interface Title {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What is written around a table: titles above it and the sheet's name. */
export interface Context {
  readonly titles: readonly Title[];
  /** The table's own title, else any title, or the sheet's name speak of pupils, and nothing of equipment. */
  readonly pupils: boolean;
}

const pupils = /\b(effectifs?|eleves?|enfants?|inscrits?|scolarises?)\b/;
/** « Postes élèves » speaks of machines. */
const equipment = /\b(materiels?|equipements?|postes?|pc|machines?|ordinateurs?|tablettes?)\b/;

/** How many rows above a header may be its titles. */
const reach = 8;

/** Text cells above a header and the sheet's name, and what they say; what stands in another table is no title. */
export function contextOf(sheet: SheetCells, header: Region, others: readonly Region[]): Context {
  const titles = titlesOf(sheet, header, others);
  const nearest = [...titles].reverse();
  const own = nearest.filter(({ column }) => column >= header.left).map(({ text }) => fold(text));
  const settling = own.find((text) => pupils.test(text) || equipment.test(text));
  const around = settling === undefined ? titles.map(({ text }) => fold(text)) : [settling];
  return {
    titles,
    pupils: [...around, fold(sheet.name)].some((text) => pupils.test(text) && !equipment.test(text)),
  };
}

function titlesOf(sheet: SheetCells, header: Region, others: readonly Region[]): Title[] {
  const titles: Title[] = [];
  for (let row = Math.max(0, header.top - reach); row < header.top; row += 1) {
    const cells: readonly Cell[] = (sheet.rows[row] ?? []).slice(0, header.right + 1);
    const texts = cells
      .map((text, column) => ({ text, row, column }))
      .filter((title): title is Title => typeof title.text === "string" && title.text.trim() !== "")
      .filter(({ column }) => column >= header.left || row < header.top - 1)
      .filter(({ column }) => !others.some((other) => holds(other, row, column)));
    titles.push(...withNames(texts));
  }
  return titles;
}

/** « Commune : » or « École » in one cell and its name in the next are one title. */
function withNames(texts: readonly Title[]): Title[] {
  const titles: Title[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const [title, next] = [texts[at]!, texts[at + 1]];
    const asks = /:\s*$/.test(title.text) || (texts.length === 2 && at === 0 && isPlace(title.text));
    if (!asks || next === undefined) titles.push(title);
    else {
      titles.push({ ...next, text: `${title.text.replace(/\s*:?\s*$/, "")} : ${next.text.trim()}` });
      at += 1;
    }
  }
  return titles;
}

function isPlace(text: string): boolean {
  const role = structuralRole(text)?.role;
  return role === "commune" || role === "school";
}

function holds({ top, bottom, left, right }: Region, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}
