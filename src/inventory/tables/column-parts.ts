import type { Cell } from "../../cells";
import { codeNamed } from "../../tariff";
import { countedNature, countsEquipment, isCorrected, leftOut, type Column } from "../column";
import type { ColumnReason } from "../types";
import { addsUp, saysTotal } from "./column-conflicts";
import type { TableBody } from "./column-contents";
import { spanOf } from "./column-years";
import { areApart } from "../texts/installed-span";
import { isNothing, numberShown, parseQuantity } from "../texts/values";

/** Leaves out the columns whose sum is beside them: « Postes › Salle 1 | Salle 2 | Total ». (decisions §4, Proof) */
export function leaveOutParts(columns: readonly Column[], body: TableBody): Column[] {
  const parts = new Set<Column>();
  columns.forEach((whole, at) => {
    if (!countsEquipment(whole.role) || isCorrected(whole) || parts.has(whole)) return;
    for (const beside of [columns.slice(0, at).reverse(), columns.slice(at + 1)]) {
      const other = beside.findIndex((column) => !mayBePart(column, whole, body));
      const may = beside.slice(0, other < 0 ? beside.length : other);
      for (let count = may.length; count >= fewest; count -= 1) {
        const some = may.slice(0, count);
        // « installés nov. » cannot be the sum of the installations of other months.
        if (areApart([whole, ...some].map((column) => spanOf(column, body.campaign.snapshot)))) continue;
        if (addsUp(whole, some, body, saysTotal(whole) ? 0 : fewest)) return some.forEach((part) => parts.add(part));
      }
    }
  });
  columns.forEach((column, at) => {
    const wholes = columns.filter((whole, of) => of === at - 1 || headsPartOf(column, whole));
    if (wholes.some((whole) => isPartByName(column, whole, body))) parts.add(column);
  });
  return columns.map((column) => (parts.has(column) ? leftOut(column, "part") : column));
}

const saysPart = /\bdont\b/i;

/** Returns whether a heading is that of another column, then « dont »: « Postes (dont direction) » and « Postes ». */
export const headsPartOf = ({ header }: Column, whole: Column): boolean =>
  header.split(/\s*\(?\bdont\b/i)[0] === whole.header && header !== whole.header;

/**
 * Returns whether a column is a declared part of another, never greater: « Postes (dont direction) » of « Postes ».
 * (decisions §4, Natures)
 */
function isPartByName(column: Column, whole: Column, { sheet, bodyTop, bottom, readLabel }: TableBody): boolean {
  const { role, nature, header } = column;
  if (isCorrected(column) || isCorrected(whole) || !countsEquipment(whole.role)) return false;
  if (!saysPart.test(header) || saysPart.test(whole.header)) return false;
  const isOpen = countsEquipment(role) || role.kind === "refused" || role.kind === "other";
  const code = countsEquipment(role) ? role.code : codeNamed(readLabel(header).item);
  if (!isOpen || code !== whole.role.code) return false;
  if (countedNature(code, nature) !== countedNature(code, whole.nature)) return false;
  return sheet.rows.slice(bodyTop, bottom + 1).every((cells) => {
    const [part, all] = [column, whole].map(({ index }) => countIn(cells[index] ?? null));
    return part !== null && all !== null && part! <= all!;
  });
}

/** Returns the number that a cell shows, 0 when it shows nothing; null when its text is not read. */
const countIn = (cell: Cell): number | null => (isNothing(parseQuantity(cell)) ? 0 : numberShown(cell));

/** The fewest parts of a convincing sum. */
const fewest = 2;

/** Reasons for a column that may count some units of a prestation. */
const ofSome: ReadonlySet<ColumnReason | null> = new Set<ColumnReason | null>([null, "unknown", "part"]);

/**
 * Returns whether a column may be a part of another: it counts the same, or has the prestation in its heading among
 * unknown words.
 */
function mayBePart(column: Column, whole: Column, { readLabel }: TableBody): boolean {
  const { role, nature, texts } = column;
  if (isCorrected(column) || !countsEquipment(whole.role)) return false;
  const { code } = whole.role;
  if (countedNature(code, nature) !== countedNature(code, whole.nature)) return false;
  if (countsEquipment(role)) return role.code === code;
  const isOpen = role.kind === "refused" || (role.kind === "other" && ofSome.has(role.why));
  return isOpen && texts.some((text) => codeNamed(readLabel(text).item) === code);
}
