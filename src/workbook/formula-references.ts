import { holds, parseCellName, sheetEnd, type CellBlock } from "../cells";
import { blockOf } from "./addresses";

/** A cell range that a formula reads; `sheet` is in lower case. */
export interface Reference {
  readonly sheet: string;
  readonly block: CellBlock;
}

/** Resolves the references of a formula that are not plain addresses. */
export interface FormulaWorld {
  /** Returns the formula that a name stands for, as seen from a sheet; null when the name is unknown. */
  readonly nameOf: (name: string, sheet: string) => string | null;
  /** Returns the cells of a native table by name, or of the one around the formula for an empty name; else null. */
  readonly tableOf: (name: string, place: FormulaPlace) => Reference | null;
}

/** The cell of a formula, zero-based. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Matches the tokens of an en-US formula, the longest first: text; sheet name, with brackets when it is in another
 * workbook; range of cells, rows or columns, or one cell; table columns in brackets, after the name of their table;
 * name, followed by a parenthesis when it calls a function.
 */
const part =
  /"(?:[^"]|"")*"|(?<sheet>'(?:[^']|'')*'|\[\d+\](?:[\p{L}_\\][\p{L}\p{N}_.]*)?|[\p{L}_\\][\p{L}\p{N}_.]*(?::[\p{L}_\\][\p{L}\p{N}_.]*)?)!|(?<area>\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\p{N}_.(!])|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(!]))|(?<table>[\p{L}_\\][\p{L}\p{N}_.]*)?\[(?:[^[\]]|\[[^\]]*\])*\]|(?<name>[\p{L}_\\][\p{L}\p{N}_.]*)(?<call>\s*\()?|#[A-Z/0!?]+|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^]/giu;

/** Functions whose references cannot be known from their arguments. */
const unknowable = /^(?:_xl\w+\.)*(?:INDIRECT|OFFSET|CELL|INFO|EVALUATE|GET\.\w+|LAMBDA|LET|GETPIVOTDATA|PY)$/i;

/** A call that asks for the name of the file and sheet, as titles do: no correction of a cell changes its result. */
const ofFile = /\bCELL\(\s*"(?=filename")/gi;

/**
 * Returns the cell ranges that a formula reads; null when they cannot be known: built from a text (INDIRECT), across a
 * range of sheets, or through an unknown name. `depth` counts the names already followed.
 */
export function referencesOf(
  formula: string,
  place: FormulaPlace,
  world: FormulaWorld,
  depth = 0,
): readonly Reference[] | null {
  // Names may refer to each other in a circle; no real workbook needs more steps. An empty formula is one that only
  // Excel can read.
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
  // Correcting this workbook never changes cells of another one.
  if (place.sheet === elsewhere) return [];
  const block = area === undefined ? null : blockOfArea(area);
  // Within a name, a relative address designates other cells from each cell that uses it.
  if (block !== null) return depth > 0 && !isPinned(area!) ? null : [{ sheet: place.sheet, block }];
  // A range with a computed end (`A1:INDEX(…)`) has an unknown extent.
  if (whole === ":") return null;
  if (whole.endsWith("]")) {
    const cells = world.tableOf(table ?? "", place);
    return cells === null ? null : [cells];
  }
  if (name === undefined && area === undefined) return [];
  // Beyond the last cell of a sheet, an address is a name: `ABCD12`, `XFE1`.
  const called = name ?? area!;
  const meant = world.nameOf(called, place.sheet);
  if (call !== undefined) return unknowable.test(called) || meant !== null ? null : [];
  if (/^(?:TRUE|FALSE)$/i.test(called)) return [];
  return meant === null ? null : referencesOf(meant, place, world, depth + 1);
}

/** A token of a formula that may be a sum; `sign` covers every other token. */
export type FormulaPart =
  | { readonly kind: "number"; readonly value: string }
  | { readonly kind: "cells"; readonly reference: Reference }
  | { readonly kind: "call"; readonly name: string }
  | { readonly kind: "sign"; readonly text: string };

/** Returns the tokens of a formula without spaces, each address with its sheet; `own` is the sheet of the formula. */
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

/** The sheet name given to cells of another workbook: no sheet has an empty name. */
const elsewhere = "";

/** Returns the sheet name that precedes « ! », in lower case; null for a range of sheets. */
function sheetIn(written: string): string | null {
  const name = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  if (name.includes("[")) return elsewhere;
  return name.includes(":") ? null : name.toLowerCase();
}

/** Returns the range of an address; null when it lies beyond the limits of a sheet. */
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

/** Returns whether every end of an address is absolute. */
function isPinned(area: string): boolean {
  return area.split(":").every((end) => /^(?:\$[A-Z]{1,3}\$\d+|\$[A-Z]{1,3}|\$\d+)$/i.test(end));
}

/** Returns a range with its corners in order: `A1:B9` for `B9:A1`. */
function ordered({ top, left, bottom, right }: CellBlock): CellBlock {
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** A formula of a workbook and the cell ranges that it reads; null when they cannot be known. */
export interface KnownFormula extends FormulaPlace {
  readonly reads: readonly Reference[] | null;
}

/**
 * Returns the formulas that depend, directly or not, on the changed cells. A formula whose references are unknown
 * counts as dependent, and so do the formulas that depend on it.
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
