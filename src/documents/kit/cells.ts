import type { Decimal } from "decimal.js";
import { cellName, fromSerial, quoteSheetName, toSerial, type CivilDate } from "../../cells";
import type { Commune } from "../../tariff";
import type { CellStyle, ModelCell } from "./model";
import {
  countFormat,
  dateFormat,
  differenceFormat,
  moneyFormat,
  oneWayFormat,
  shareFormat,
  styles,
  textFormat,
} from "./styles";

const plain: CellStyle = {};
const formattedStyles = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** A style with a number format: one object for all the cells that share it, so that a door draws it once. */
function formatted(style: CellStyle, numberFormat: string, align?: "left" | "right"): CellStyle {
  let known = formattedStyles.get(style);
  if (known === undefined) formattedStyles.set(style, (known = new Map()));
  const key = `${numberFormat}|${align ?? ""}`;
  let result = known.get(key);
  if (result === undefined)
    known.set(key, (result = { ...style, numberFormat, ...(align === undefined ? {} : { align }) }));
  return result;
}

/** A text of ours; a cell of Excel holds no empty one. */
export function text(value: string, style?: CellStyle): ModelCell {
  return style === undefined ? { value: value || null } : { value: value || null, style };
}

/** A text that comes from the user's workbooks, kept as text even where it begins with `=` or `+`. */
export function imported(value: string, style: CellStyle = plain): ModelCell {
  return { value: value || null, style: formatted(style, textFormat) };
}

export function count(value: number, style: CellStyle = plain, formula?: string): ModelCell {
  return withFormula({ value, style: formatted(style, countFormat, "right") }, formula);
}

/** Euros, as a number at last: with the formula that finds them again, this is its result. */
export function euros(amount: Decimal, style: CellStyle = plain, formula?: string): ModelCell {
  return withFormula({ value: amount.toNumber(), style: formatted(style, moneyFormat, "right") }, formula);
}

/** What an amount changed by, in euros, with its sign; to the cent, for what cancels out in binary is not quite zero. */
export function difference(amount: Decimal, style: CellStyle = plain, formula?: string): ModelCell {
  const rounded = formula === undefined ? undefined : `ROUND(${formula},2)`;
  return withFormula({ value: amount.toNumber(), style: formatted(style, differenceFormat, "right") }, rounded);
}

/** A rise or a fall in euros, never negative itself: its sign is shown. */
export function oneWay(amount: Decimal, sign: "+" | "-", style: CellStyle = plain, formula?: string): ModelCell {
  return withFormula({ value: amount.toNumber(), style: formatted(style, oneWayFormat(sign), "right") }, formula);
}

/** A part of a whole, between 0 and 1, shown in percent. */
export function share(part: Decimal, style: CellStyle = plain, formula?: string): ModelCell {
  return withFormula({ value: part.toNumber(), style: formatted(style, shareFormat, "right") }, formula);
}

export function date(day: CivilDate, style: CellStyle = plain): ModelCell {
  return { value: toSerial(day), style: formatted(style, dateFormat, "left") };
}

/** Nothing but borders and a background. */
export function empty(style: CellStyle): ModelCell {
  return { value: null, style };
}

/** A cell that leads to another one of the workbook. */
export function linkTo(label: string, sheet: string, cell: string, style: CellStyle, tip?: string): ModelCell {
  const link = tip === undefined ? { sheet, cell } : { sheet, cell, tip };
  return { ...imported(label, style), link };
}

function withFormula(cell: ModelCell, formula: string | undefined): ModelCell {
  return formula === undefined ? cell : { ...cell, formula };
}

/** A zero-based place of a named sheet, as a formula points at it. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** `'Fiche Chalezeule'!E40`. */
export function refer({ sheet, row, column }: Place): string {
  return `${quoteSheetName(sheet)}!${cellName(row, column)}`;
}

/** `SUM(E12:E18)`, down a column. */
export function sumDown(column: number, firstRow: number, lastRow: number): string {
  return `SUM(${cellName(firstRow, column)}:${cellName(lastRow, column)})`;
}

/** « 1er novembre 2014 ». */
export function longDate({ year, month, day }: CivilDate): string {
  return `${day === 1 ? "1er" : String(day)} ${months[month - 1]!} ${year}`;
}

export function dayAfter(day: CivilDate): CivilDate {
  return fromSerial(toSerial(day) + 1);
}

const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** A commune's name in a table, which leads to its fiche where there is one: `fiches` has their names by INSEE code. */
export function communeLink({ insee, name }: Commune, fiches: ReadonlyMap<string, string>): ModelCell {
  const fiche = fiches.get(insee);
  if (fiche === undefined) return imported(name, styles.line);
  return linkTo(name, fiche, "A1", styles.lineLink, `Ouvrir la fiche de ${name}`);
}

/** A cell of a workbook read. */
interface SourcePlace {
  readonly file: string | null;
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
}

/** A cell that leads to one of the inventory: in this workbook, or in a file kept beside it where it is among `otherFiles`. */
export function linkToSource(
  label: string,
  { file, sheet, cell }: SourcePlace,
  style: CellStyle,
  otherFiles: ReadonlySet<string>,
): ModelCell {
  const place = { sheet, cell, tip: `Aller à ${sheet}!${cell}` };
  const link = file !== null && otherFiles.has(file) ? { ...place, file } : place;
  return { ...imported(label, style), link };
}
