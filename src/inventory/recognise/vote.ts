import type { SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { pupilPart } from "../../tariff";
import { readDate } from "../read/date";
import { readQuantity } from "../read/quantity";
import type { ReadLabel } from "./header-cells";

/** How many body rows are looked at to know what a column holds. */
const sample = 200;

/** The share of a column's text cells, from 0 to 1, that satisfy a test; 0 where it has none. */
function share(
  sheet: SheetCells,
  column: number,
  top: number,
  bottom: number,
  test: (text: string) => boolean,
): number {
  let texts = 0;
  let passed = 0;
  for (let row = top; row <= Math.min(bottom, top + sample); row += 1) {
    const cell = sheet.rows[row]?.[column];
    if (typeof cell !== "string" || cell.trim() === "") continue;
    texts += 1;
    if (test(cell)) passed += 1;
  }
  return texts === 0 ? 0 : passed / texts;
}

/** The share of a column's texts that name a prestation or an equipment. */
export function labelShare(
  sheet: SheetCells,
  column: number,
  top: number,
  bottom: number,
  readLabel: ReadLabel,
): number {
  return share(sheet, column, top, bottom, (text) => readLabel(text).label.kind !== "none");
}

/** The share of a column's texts that say installation or maintenance, and nothing else. */
export function natureShare(
  sheet: SheetCells,
  column: number,
  top: number,
  bottom: number,
  readLabel: ReadLabel,
): number {
  return share(sheet, column, top, bottom, (text) => {
    const { label, nature, complete } = readLabel(text);
    return label.kind === "none" && complete && nature !== null;
  });
}

/** The share of a column's texts that name a commune of the directory, member or not. */
export function communeShare(
  sheet: SheetCells,
  column: number,
  top: number,
  bottom: number,
  directory: CommuneDirectory,
): number {
  return share(sheet, column, top, bottom, (text) => directory.find(text).kind !== "unknown");
}

/** The share of a column's texts that are a level of schools: maternelle, élémentaire, primaire. */
export function levelShare(sheet: SheetCells, column: number, top: number, bottom: number): number {
  return share(sheet, column, top, bottom, (text) => pupilPart(text) !== null || /^primaires?$/i.test(text.trim()));
}

/** True where the column holds at least one number in the body. */
export function holdsNumbers(sheet: SheetCells, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row += 1) if (typeof sheet.rows[row]?.[column] === "number") return true;
  return false;
}

/** True where the column holds anything in the body. */
export function holdsAnything(sheet: SheetCells, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (cell !== null && cell !== "") return true;
  }
  return false;
}

/** The share of a column's cells that are names of people rather than quantities: letters, and no digit. */
export function nameShare(sheet: SheetCells, column: number, top: number, bottom: number): number {
  let cells = 0;
  let names = 0;
  for (let row = top; row <= Math.min(bottom, top + sample); row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (cell === null || cell === "") continue;
    cells += 1;
    if (typeof cell === "string" && readQuantity(cell).kind === "bad" && /^[^\d?]{4,}$/.test(cell.trim())) names += 1;
  }
  return cells < 2 ? 0 : names / cells;
}

/** The share of a column's filled cells that are readable dates. */
export function dateShare(sheet: SheetCells, column: number, top: number, bottom: number): number {
  let cells = 0;
  let dates = 0;
  for (let row = top; row <= bottom && cells < sample; row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (cell === null || cell === "") continue;
    cells += 1;
    if (readDate(cell, false) > 0) dates += 1;
  }
  return cells === 0 ? 0 : dates / cells;
}

/** True where the column holds texts in the body, and no number. */
export function holdsTexts(sheet: SheetCells, column: number, top: number, bottom: number): boolean {
  return holdsAnything(sheet, column, top, bottom) && !holdsNumbers(sheet, column, top, bottom);
}
