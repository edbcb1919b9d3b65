import type { Decimal } from "decimal.js";
import { sourceName, toSerial, type CivilDate } from "../../cells";
import { firstSource, type Line } from "../../statement";
import type { Commune } from "../../tariff";
import { rounded, type FormulaSource } from "./formula";
import type { CellStyle, ModelCell } from "./model";
import {
  changeShareFormat,
  countFormat,
  dateFormat,
  differenceFormat,
  exactFormat,
  moneyFormat,
  oneWayFormat,
  shareFormat,
  styles,
  textFormat,
} from "./styles";
import { typeset } from "./texts";

/** A cell before its page is finished: its formula has no text yet. */
export interface PageCell extends Omit<ModelCell, "formula"> {
  readonly formula?: FormulaSource;
}

const plain: CellStyle = {};
const formattedStyles = new WeakMap<CellStyle, Map<string, CellStyle>>();

/**
 * A style with a number format, always aligned alike: one object for all the cells that share it, so that a door draws it
 * once.
 */
function formatted(style: CellStyle, numberFormat: string, align?: "left" | "right"): CellStyle {
  let known = formattedStyles.get(style);
  if (known === undefined) formattedStyles.set(style, (known = new Map()));
  let result = known.get(numberFormat);
  if (result === undefined)
    known.set(numberFormat, (result = { ...style, numberFormat, ...(align === undefined ? {} : { align }) }));
  return result;
}

/** A text of ours; a cell of Excel holds no empty one. */
export function text(value: string, style?: CellStyle): PageCell {
  const shown = typeset(value) || null;
  return style === undefined ? { value: shown } : { value: shown, style };
}

/** A text that comes from the user's workbooks, kept as text even where it begins with `=` or `+`. */
export function imported(value: string, style: CellStyle = plain): PageCell {
  return { value: value || null, style: formatted(style, textFormat) };
}

export function count(value: number, style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(value, formatted(style, countFormat, "right"), formula);
}

/** Euros, as a number at last: with the formula that finds them again, this is its result. */
export function euros(amount: Decimal, style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(amount.toNumber(), formatted(style, moneyFormat, "right"), formula);
}

/** The same where zero is told as an amount: what is due, or a gap that is to be nothing. */
export function exactEuros(amount: Decimal, style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(amount.toNumber(), formatted(style, exactFormat, "right"), formula);
}

/** What an amount changed by, in euros, with its sign; its formula is rounded to the cent. */
export function difference(amount: Decimal, style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(amount.toNumber(), formatted(style, differenceFormat, "right"), toCents(formula));
}

/** A rise or a fall in euros, never negative itself: its sign is shown. */
export function oneWay(amount: Decimal, sign: "+" | "-", style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(amount.toNumber(), formatted(style, oneWayFormat(sign), "right"), formula);
}

/** A part of a whole, between 0 and 1, shown in percent. */
export function share(part: Decimal, style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(part.toNumber(), formatted(style, shareFormat, "right"), formula);
}

/** What an amount changed by as a part of what it was, with its sign. */
export function changeShare(part: Decimal, style: CellStyle = plain, formula?: FormulaSource): PageCell {
  return numberCell(part.toNumber(), formatted(style, changeShareFormat, "right"), formula);
}

export function date(day: CivilDate, style: CellStyle = plain): PageCell {
  return { value: toSerial(day), style: formatted(style, dateFormat, "left") };
}

/** A text that goes over several columns, its own among them, cut into lines within its cell. */
export function over(columns: number, value: string, style: CellStyle): PageCell {
  return spanning({ value: typeset(value) || null, style: wrapped(style) }, columns);
}

/** Returns a cell that goes over several columns, its own among them; the same where it stands in one alone. */
export function spanning(cell: PageCell, columns: number): PageCell {
  return columns > 1 ? { ...cell, span: columns } : cell;
}

const wrappedStyles = new WeakMap<CellStyle, CellStyle>();

function wrapped(style: CellStyle): CellStyle {
  const known = wrappedStyles.get(style);
  if (known !== undefined) return known;
  const { vertical = "top", ...others } = style;
  // At the bottom is how a cell stands by itself: neither door writes it.
  const wraps = { ...others, ...(vertical !== "bottom" && { vertical }), wrap: true };
  wrappedStyles.set(style, wraps);
  return wraps;
}

const emptyCells = new WeakMap<CellStyle, PageCell>();

/** Nothing but borders and a background: one object for all the cells of a style. */
export function empty(style: CellStyle): PageCell {
  let known = emptyCells.get(style);
  if (known === undefined) emptyCells.set(style, (known = { value: null, style }));
  return known;
}

function numberCell(value: number, style: CellStyle, formula: FormulaSource | undefined): PageCell {
  return formula === undefined ? { value, style } : { value, style, formula };
}

function toCents(formula: FormulaSource | undefined): FormulaSource | undefined {
  if (typeof formula !== "function") return formula === undefined ? undefined : rounded(formula);
  return () => {
    const found = formula();
    return found === undefined ? undefined : rounded(found);
  };
}

/** A cell that leads to another one of the workbook. */
export function linkTo(label: string, sheet: string, cell: string, style: CellStyle, tip?: string): PageCell {
  const link = tip === undefined ? { sheet, cell } : { sheet, cell, tip };
  return { ...imported(label, style), link };
}

/** A commune's name in a table, which leads to its fiche where it has one. */
export function communeLink({ name }: Commune, fiche: string | undefined): PageCell {
  if (fiche === undefined) return imported(name, styles.line);
  return linkTo(name, fiche, "A1", styles.lineLink, `Ouvrir la fiche de ${name}`);
}

/** A cell of a workbook that was read. */
interface SourcePlace {
  readonly file: string | null;
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
}

/** A cell that leads to one of the inventory: in this workbook, or in a file kept beside it where it is among `externalFiles`. */
export function linkToSource(
  label: string,
  { file, sheet, cell }: SourcePlace,
  style: CellStyle,
  externalFiles: ReadonlySet<string>,
): PageCell {
  const place = { sheet, cell, tip: `Aller à ${sheet}!${cell}` };
  const link = file !== null && externalFiles.has(file) ? { ...place, file } : place;
  return { ...imported(label, style), link };
}

/** « Parc!E12 et 13 autres », which leads to the first cell that a line was counted from; null where it has none. */
export function sourceCell({ sources }: Line): PageCell | null {
  const source = firstSource(sources);
  if (source === null) return null;
  const { name: sheet, otherFile } = source.first.sheet;
  const others = source.count === 1 ? "" : source.count === 2 ? " et 1 autre" : ` et ${source.count - 1} autres`;
  const place = { sheet, cell: source.cell };
  return {
    ...imported(sourceName(sheet, source.cell, otherFile) + others, styles.sourceLink),
    link: otherFile === null ? place : { ...place, file: otherFile },
  };
}
