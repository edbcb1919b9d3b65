import type { CellBlock } from "../../../../src/cells";
import { HostError } from "../../host-object";
import { sheetPrefix } from "../formula/references";
import { blockName, lastColumn, lastRow, parseBlock, wholeSheet, type Area } from "../state/area";
import type { HostBook } from "../state/book";
import type { HostSheet } from "../state/sheet";
import { stateOf, type Argument } from "./define";

/** Longest list of addresses that Excel takes. */
const longestAddress = 8_192;

export function areaOf(sheet: HostSheet, block: CellBlock): Area {
  const { top, left, bottom, right } = block;
  return { sheet, top, left, bottom, right };
}

/** `Parc!A1:B2`, as Excel tells the address of a range. */
export function addressOf(area: Area): string {
  return sheetPrefix(area.sheet.name) + blockName(area);
}

/** The area that a text names on a sheet: an address, with another sheet's name or without, or a defined name. */
function findArea(sheet: HostSheet, text: string): Area | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim());
  if (match !== null) {
    const other = sheet.book.findSheet(match[1]?.replaceAll("''", "'") ?? match[2]!);
    return other === null ? null : findArea(other, match[3]!);
  }
  const block = parseBlock(text.trim());
  if (block !== null) return areaOf(sheet, block);
  const name = sheet.book.findName(text.trim(), sheet);
  return name === null ? null : areaOfFormula(sheet.book, name.formula);
}

/** The area that a formula is, where it is nothing else: `'Titre'!$E$40`. */
export function areaOfFormula(book: HostBook, formula: string): Area | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(formula);
  if (match === null) return null;
  const sheet = book.findSheet(match[1]?.replaceAll("''", "'") ?? match[2]!);
  const block = parseBlock(match[3]!);
  return sheet === null || block === null ? null : areaOf(sheet, block);
}

/** A range given as an object or as an address; the whole sheet where nothing is given. */
export function areaFrom(sheet: HostSheet, argument: Argument): Area {
  const range = stateOf<Area>(argument, "Range");
  if (range !== undefined) return range;
  if (argument === null || argument === undefined) return areaOf(sheet, wholeSheet);
  const found = typeof argument === "string" ? findArea(sheet, argument) : null;
  if (found === null)
    throw new HostError("InvalidArgument", `${JSON.stringify(argument)} is no range of « ${sheet.name} ».`);
  return found;
}

/** Several ranges given as an object or as a list of addresses. */
export function areasFrom(sheet: HostSheet, argument: Argument): readonly Area[] {
  const areas = stateOf<readonly Area[]>(argument, "RangeAreas");
  if (areas !== undefined) return areas;
  if (typeof argument !== "string") return [areaFrom(sheet, argument)];
  if (argument.length > longestAddress) throw new HostError("InvalidArgument", "The list of addresses is too long.");
  const { takesOwnSeparatorAlone, culture } = sheet.book;
  const separator = takesOwnSeparatorAlone ? (culture.decimal === "," ? ";" : ",") : /[,;]/;
  return argument.split(separator).map((address) => areaFrom(sheet, address));
}

/** The area moved and resized; Excel has no cell beyond its last row and column. */
export function movedArea(area: Area, change: Partial<CellBlock>): Area {
  const moved = { ...areaOf(area.sheet, area), ...change };
  const isInside =
    moved.top >= 0 &&
    moved.left >= 0 &&
    moved.bottom <= lastRow &&
    moved.right <= lastColumn &&
    moved.bottom >= moved.top &&
    moved.right >= moved.left;
  if (!isInside) throw new HostError("InvalidArgument", "The range would be outside of the sheet.");
  return moved;
}
