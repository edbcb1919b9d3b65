import { holds, parseCellName, sheetEnd, type CellBlock } from "../cells";
import { blockOf } from "./addresses";

/** Cells that a formula reads, of a sheet; their own sheet is said by its name, in small letters. */
export interface Reference {
  readonly sheet: string;
  readonly block: CellBlock;
}

/** What a formula may lead to besides plain addresses. */
export interface FormulaWorld {
  /** The formula of a name, as it is seen from a sheet; null where no such name is known. */
  readonly nameOf: (name: string, sheet: string) => string | null;
  /** The cells of a native table, by its name; of the table that a cell stands in where the name is empty. */
  readonly tableOf: (name: string, place: FormulaPlace) => Reference | null;
}

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Parts of an en-US formula, the longest first: text; the sheet that an address is in, of another workbook where a bracket says so; a
 * range of cells, of rows or of columns; a cell; a name with the columns of a table in brackets; a name, which calls where a parenthesis
 * follows.
 */
const part =
  /"(?:[^"]|"")*"|(?<sheet>'(?:[^']|'')*'|\[\d+\](?:[\p{L}_\\][\p{L}\p{N}_.]*)?|[\p{L}_\\][\p{L}\p{N}_.]*(?::[\p{L}_\\][\p{L}\p{N}_.]*)?)!|(?<area>\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\p{N}_.(!])|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(!]))|(?<table>[\p{L}_\\][\p{L}\p{N}_.]*)?\[(?:[^[\]]|\[[^\]]*\])*\]|(?<name>[\p{L}_\\][\p{L}\p{N}_.]*)(?<call>\s*\()?|#[A-Z/0!?]+|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^]/giu;

/** Functions whose cells cannot be told from how they are called. */
const unknowable = /^(?:_xl\w+\.)*(?:INDIRECT|OFFSET|CELL|INFO|EVALUATE|GET\.\w+|LAMBDA|LET|GETPIVOTDATA|PY)$/i;

/** Asks for the name of the file and of the sheet, as titles do: no correction changes it. */
const ofFile = /\bCELL\(\s*"(?=filename")/gi;

/**
 * Returns the cells that a formula reads, whatever it does with them; null when that cannot be told: by a text, from one sheet to
 * another, through a name that is not known.
 */
export function referencesOf(
  formula: string,
  place: FormulaPlace,
  world: FormulaWorld,
  depth = 0,
): readonly Reference[] | null {
  // Names may lead to each other: no workbook needs as many steps. Nothing is written of what only Excel knows.
  if (depth > 20 || formula === "") return null;
  const found: Reference[] = [];
  let sheet: string | null = null;
  for (const { groups = {}, 0: whole } of formula.replace(ofFile, 'T("').matchAll(part)) {
    if (groups["sheet"] !== undefined) {
      sheet = sheetIn(groups["sheet"]);
      if (sheet === null) return null;
      continue;
    }
    const at: string = sheet ?? place.sheet;
    sheet = null;
    const more = referencesOfPart(groups, whole, { ...place, sheet: at }, world, depth);
    if (more === null) return null;
    found.push(...more);
  }
  return found;
}

function referencesOfPart(
  { area, name, call, table }: Readonly<Record<string, string | undefined>>,
  whole: string,
  place: FormulaPlace,
  world: FormulaWorld,
  depth: number,
): readonly Reference[] | null {
  // What stands elsewhere does not change with this workbook, whatever it is.
  if (place.sheet === elsewhere) return [];
  const block = area === undefined ? null : blockOfArea(area);
  // In a name, an address without its signs is another one from each cell.
  if (block !== null) return depth > 0 && !isPinned(area!) ? null : [{ sheet: place.sheet, block }];
  // From a cell that is computed, or to one: nobody can tell how far.
  if (whole === ":") return null;
  if (whole.endsWith("]")) {
    const cells = world.tableOf(table ?? "", place);
    return cells === null ? null : [cells];
  }
  if (name === undefined && area === undefined) return [];
  // `ABCD12`, `XFE1`: what is beyond the last cell is a name.
  const called = name ?? area!;
  const meant = world.nameOf(called, place.sheet);
  if (call !== undefined) return unknowable.test(called) || meant !== null ? null : [];
  if (/^(?:TRUE|FALSE)$/i.test(called)) return [];
  return meant === null ? null : referencesOf(meant, place, world, depth + 1);
}

/** A part of a formula that may be of a sum; a sign is anything else, by its text. */
export type FormulaPart =
  | { readonly kind: "number"; readonly value: string }
  | { readonly kind: "cells"; readonly reference: Reference }
  | { readonly kind: "call"; readonly name: string }
  | { readonly kind: "sign"; readonly text: string };

/** Returns the parts of a formula of a sheet, spaces apart, each address with its sheet. */
export function formulaParts(formula: string, own: string): FormulaPart[] {
  const found: FormulaPart[] = [];
  let sheet: string | null = own;
  for (const { groups = {}, 0: text } of formula.matchAll(part)) {
    const { area, name, call } = groups;
    const block = area === undefined ? null : blockOfArea(area);
    if (groups["sheet"] !== undefined) sheet = sheetIn(groups["sheet"]);
    else if (text.trim() !== "") {
      if (block !== null && sheet !== null && sheet !== elsewhere)
        found.push({ kind: "cells", reference: { sheet, block } });
      else if (name !== undefined && call !== undefined) found.push({ kind: "call", name: name.toUpperCase() });
      else if (/^\d/.test(text)) found.push({ kind: "number", value: text });
      else found.push({ kind: "sign", text });
      sheet = own;
    }
  }
  return found;
}

/** No sheet is called so: what stands in another workbook does not change with this one. */
const elsewhere = "";

/** Returns the name of a sheet before its « ! »; null for sheets from one to another. */
function sheetIn(written: string): string | null {
  const name = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  if (name.includes("[")) return elsewhere;
  return name.includes(":") ? null : name.toLowerCase();
}

/** Returns the cells of an address; null when a sheet has no such ones. */
function blockOfArea(area: string): CellBlock | null {
  const block = blockOf(area);
  if (block !== null) return isOnSheet(block) ? ordered(block) : null;
  const [from, to] = area.replaceAll("$", "").split(":") as [string, string | undefined];
  if (to === undefined) return null;
  if (/^\d+$/.test(from))
    return ordered({ top: Number(from) - 1, left: 0, bottom: Number(to) - 1, right: sheetEnd.column });
  const [left, right] = [from, to].map((letters) => parseCellName(`${letters}1`)?.column);
  return left === undefined || right === undefined ? null : ordered({ top: 0, left, bottom: sheetEnd.row, right });
}

function isOnSheet({ top, left, bottom, right }: CellBlock): boolean {
  return Math.max(top, bottom) <= sheetEnd.row && Math.max(left, right) <= sheetEnd.column;
}

/** Returns whether each end of an address stays where it is, from wherever it is read. */
function isPinned(area: string): boolean {
  return area.split(":").every((end) => /^(?:\$[A-Z]{1,3}\$\d+|\$[A-Z]{1,3}|\$\d+)$/i.test(end));
}

/** Returns a block with its corners in order: `B9:A1` is what `A1:B9` is. */
function ordered({ top, left, bottom, right }: CellBlock): CellBlock {
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** A formula of a workbook, and what it reads; null where that cannot be told. */
export interface KnownFormula extends FormulaPlace {
  readonly reads: readonly Reference[] | null;
}

/**
 * Returns the formulas that depend, directly or not, on cells that change; those of which nobody can tell are among them, and so is what
 * depends on these.
 */
export function dependentsOf<Formula extends KnownFormula>(
  formulas: readonly Formula[],
  changed: readonly FormulaPlace[],
): Formula[] {
  let left = formulas;
  const dependent: Formula[] = [];
  let news = changed;
  let isFirst = true;
  while (news.length > 0 || isFirst) {
    const bySheet = new Map<string, FormulaPlace[]>();
    for (const place of news) bySheet.set(place.sheet, [...(bySheet.get(place.sheet) ?? []), place]);
    const isTouched = ({ reads }: Formula) =>
      reads === null ||
      reads.some(
        ({ sheet, block }) => bySheet.get(sheet)?.some(({ row, column }) => holds(block, row, column)) === true,
      );
    const touched = left.filter(isTouched);
    const set = new Set(touched);
    left = left.filter((formula) => !set.has(formula));
    dependent.push(...touched);
    news = touched;
    isFirst = false;
  }
  return dependent;
}
