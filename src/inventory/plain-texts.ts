import { plainLetters, rowsBetweenPauses, type Cell, type SheetCells, type Steps, type WorkbookCells } from "../cells";
import type { Anomaly } from "../messages";
import { anomalyAt } from "./anomalies";

/** The longest word kept whole, in characters; longer ones are split. */
const longestWord = 500;
const isOdd = /[^\n -~\u00a0-\u00ac\u00ae-\u017f\u2013-\u2026€]|\s{3}/;
const manySpaces = /\s{3,}/g;
const words = /\S+/g;

/** Workbooks with plain texts, and the anomalies found in their texts. */
interface PlainWorkbooks {
  readonly workbooks: readonly WorkbookCells[];
  readonly anomalies: readonly Anomaly[];
}

/**
 * Returns the workbooks with their texts as people see them, invisible characters removed; warns of words that mix
 * alphabets.
 */
export function* withPlainTexts(workbooks: readonly WorkbookCells[]): Steps<PlainWorkbooks> {
  const anomalies: Anomaly[] = [];
  const plain: WorkbookCells[] = [];
  for (const workbook of workbooks) {
    const sheets: SheetCells[] = [];
    for (const sheet of workbook.sheets) sheets.push(yield* plainSheet(sheet, anomalies));
    const isChanged = sheets.some((sheet, index) => sheet !== workbook.sheets[index]);
    plain.push(isChanged ? { ...workbook, sheets } : workbook);
  }
  return { workbooks: plain, anomalies };
}

function* plainSheet(sheet: SheetCells, anomalies: Anomaly[]): Steps<SheetCells> {
  const isReported = sheet.visibility === "visible" && sheet.generatedKey === null;
  const rows: (readonly Cell[])[] = [];
  let isChanged = false;
  for (const [row, cells] of sheet.rows.entries()) {
    if (row % rowsBetweenPauses === 0) yield;
    let changed: Cell[] | null = null;
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== "string" || isPlain(cell)) continue;
      const { text, mixed } = plainText(cell);
      if (isReported && mixed.length > 0)
        anomalies.push(anomalyAt("warning", "mixed-alphabets", sheet, row, column, { value: cell, word: mixed[0]! }));
      if (text === cell) continue;
      changed ??= [...cells];
      changed[column] = text === "" ? null : text;
    }
    isChanged ||= changed !== null;
    rows.push(changed ?? cells);
  }
  const comments = plainComments(sheet);
  if (!isChanged && comments === sheet.facts?.comments) return sheet;
  return {
    ...sheet,
    rows,
    ...(sheet.facts !== undefined && { facts: { ...sheet.facts, ...(comments && { comments }) } }),
  };
}

function plainComments({ facts }: SheetCells): ReadonlyMap<number, string> | undefined {
  const comments = facts?.comments;
  if (comments === undefined || [...comments.values()].every(isPlain)) return comments;
  return new Map([...comments].map(([place, text]) => [place, plainText(text).text]));
}

/** Returns whether a text needs no change: it has no invisible or unusual character, and no word can be too long. */
function isPlain(text: string): boolean {
  return text.length <= longestWord && !isOdd.test(text);
}

function plainText(written: string): { readonly text: string; readonly mixed: readonly string[] } {
  const { text, mixed } = plainLetters(written);
  const short = text.replace(manySpaces, (spaces) => (spaces.includes("\n") ? "\n" : "  "));
  const cut = short.replace(words, (word) => (word.length > longestWord ? inPieces(word) : word));
  return { text: cut, mixed };
}

function inPieces(word: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += longestWord) pieces.push(word.slice(at, at + longestWord));
  return pieces.join(" ");
}
