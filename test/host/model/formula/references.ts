import { columnName, quoteSheetName, type CellBlock } from "../../../../src/cells";
import { blockName, lastColumn, lastRow, parseBlock } from "../state/area";

/** A reference as a formula writes it. */
interface Reference {
  /** Name of its sheet, unquoted, or null for the formula's own. */
  readonly sheet: string | null;
  /** `$A$1:B2`, `A:A`, `#REF!`. */
  readonly cells: string;
}

const letter = String.raw`[\p{L}_\\]`;
const following = String.raw`[\p{L}\p{N}_.\\?]`;
const sheetName = String.raw`(?:'(?:[^']|'')+'|(?:${letter}|\[)(?:${following}|[\[\]])*|#REF)!`;
const cells = String.raw`(?:\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}|#REF!)`;
/** Texts first, so that nothing in them is taken for a reference; then references; then names, functions and numbers. */
const tokens = new RegExp(
  String.raw`("(?:[^"]|"")*")|(${sheetName})?(${cells})(?!${following}|\(|!)|(${letter}${following}*!?(?:\()?)|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`,
  "gu",
);

/** The formula with each of its references replaced by what `change` makes of it; null leaves one as it is. */
export function mapReferences(formula: string, change: (reference: Reference, raw: string) => string | null): string {
  return formula.replace(tokens, (raw: string, _text, prefix: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return raw;
    return change({ sheet: prefix === undefined ? null : unquote(prefix), cells }, raw) ?? raw;
  });
}

/** The formula with its names replaced: identifiers that are neither functions, nor constants, nor sheets. */
export function mapWords(formula: string, change: (word: string) => string | null): string {
  return formula.replace(tokens, (raw: string, _text, _prefix, cells: string | undefined, word: string | undefined) =>
    cells !== undefined || word === undefined || /[(!]$|^(TRUE|FALSE)$/i.test(word) ? raw : (change(word) ?? raw),
  );
}

/** True where a formula uses names of the workbook. */
export function usesNames(formula: string): boolean {
  let found = false;
  mapWords(formula, () => {
    found = true;
    return null;
  });
  return found;
}

function unquote(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A sheet name as Excel shows it in a formula: quoted only where it has to be. */
export function sheetPrefix(name: string): string {
  const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*|TRUE|FALSE)$/i.test(name);
  return `${bare ? name : quoteSheetName(name)}!`;
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** As Excel keeps it: its sheets by the names they bear, quoted only where needed; cells in capitals. */
export function normalised(formula: string, nameOf: (sheet: string) => string | null): string {
  return mapReferences(formula, ({ sheet, cells }) => {
    if (sheet === null) return cells.toUpperCase();
    const name = nameOf(sheet);
    return name === null ? null : sheetPrefix(name) + cells.toUpperCase();
  });
}

/** After a sheet took another name. */
export function renamed(formula: string, from: string, to: string): string {
  return mapReferences(formula, ({ sheet, cells }) =>
    sheet !== null && sameName(sheet, from) ? sheetPrefix(to) + cells : null,
  );
}

/** After a sheet was deleted: what pointed at it points nowhere. */
export function orphaned(formula: string, removed: string): string {
  return mapReferences(formula, ({ sheet, cells }) =>
    sheet !== null && sameName(sheet, removed) ? `#REF!${cells === "#REF!" ? "" : cells}` : null,
  );
}

/** As copied so many rows down and columns right: what is not held by `$` follows. */
export function shifted(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  return mapReferences(formula, ({ sheet, cells }) => {
    if (cells === "#REF!") return null;
    const moved = cells.split(":").map((end) => shiftedEnd(end, down, right));
    const text = moved.includes(null) ? "#REF!" : moved.join(":");
    return sheet === null ? text : sheetPrefix(sheet) + text;
  });
}

function shiftedEnd(end: string, down: number, right: number): string | null {
  const [, first = "", letters = "", second = "", digits = ""] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(end) ?? [];
  const rowHeld = second === "$" || (letters === "" && first === "$");
  const column = letters === "" ? "" : shiftedColumn(letters, first === "$" ? 0 : right);
  const row = Number(digits) - 1 + (rowHeld ? 0 : down);
  if (column === null || (digits !== "" && (row < 0 || row > lastRow))) return null;
  return `${first}${column}${second}${digits === "" ? "" : row + 1}`;
}

function shiftedColumn(letters: string, right: number): string | null {
  const column = parseBlock(`${letters}1`)!.left + right;
  return column < 0 || column > lastColumn ? null : columnName(column);
}

/** Sheets that a formula names. */
export function sheetsOf(formula: string): string[] {
  const sheets: string[] = [];
  mapReferences(formula, ({ sheet }) => {
    if (sheet !== null) sheets.push(sheet);
    return null;
  });
  return sheets;
}

/** The blocks that a formula points at, each with its sheet as written. */
export function blocksOf(formula: string): { readonly sheet: string | null; readonly block: CellBlock }[] {
  const blocks: { sheet: string | null; block: CellBlock }[] = [];
  mapReferences(formula, ({ sheet, cells }) => {
    const block = parseBlock(cells);
    if (block !== null) blocks.push({ sheet, block });
    return null;
  });
  return blocks;
}

/** `'Fiche X'!$A$1:$B$2`, as names and charts keep a place. */
export function absolute(sheet: string, block: CellBlock): string {
  return sheetPrefix(sheet) + blockName(block).replace(/[A-Z]+|\d+/g, "$$$&");
}
