import type { Decimal } from "decimal.js";
import { sourceName, toSerial, type CivilDate } from "../../cells";
import { firstSource, type Line } from "../../statement";
import type { Commune } from "../../tariff";
import { toCents, type FormulaSource } from "./formula";
import type { CellStyle, ModelCell } from "./model";
import {
  changeShareFormat,
  countFormat,
  dateFormat,
  differenceFormat,
  exactFormat,
  moneyFormat,
  onceByStyle,
  oneWayFormat,
  shareFormat,
  styles,
  textFormat,
  variant,
} from "./styles";
import { typeset } from "./texts";

/** A cell before its page is finished: its formula has no text yet. */
export interface PageCell extends Omit<ModelCell, "formula"> {
  readonly formula?: FormulaSource;
}

const plain: CellStyle = {};

/** Returns the cell of a text of the program; null for an empty text, which Excel does not keep. */
export function text(value: string, style?: CellStyle): PageCell {
  const shown = typeset(value) || null;
  return style === undefined ? { value: shown } : { value: shown, style };
}

const asText = variant({ numberFormat: textFormat });

/** Returns the cell of a text from the user's workbooks, a text even when it begins with `=` or `+`. */
export function imported(value: string, style: CellStyle = plain): PageCell {
  return { value: value || null, style: asText(style) };
}

/** Makes the cells of numbers of a format; with the formula that finds a number again, it is its result. */
function numbersIn<T>(numberFormat: string, toNumber: (value: T) => number) {
  const look = variant({ numberFormat, align: "right" });
  return (value: T, style: CellStyle = plain, formula?: FormulaSource): PageCell => ({
    value: toNumber(value),
    style: look(style),
    ...(formula !== undefined && { formula }),
  });
}

const amountsIn = (numberFormat: string) => numbersIn(numberFormat, (amount: Decimal) => amount.toNumber());

export const count = numbersIn(countFormat, (value: number) => value);

/** Euros, as a number at last. */
export const euros = amountsIn(moneyFormat);

/** The same with zero written as an amount: an amount due, or a gap expected to be zero. */
export const exactEuros = amountsIn(exactFormat);

const differences = amountsIn(differenceFormat);

/** Returns the cell of what an amount changed by, in euros, with its sign; its formula is rounded to the cent. */
export function difference(amount: Decimal, style?: CellStyle, formula?: FormulaSource): PageCell {
  return differences(amount, style, formula && toCents(formula));
}

const oneWays = { "+": amountsIn(oneWayFormat("+")), "-": amountsIn(oneWayFormat("-")) };

/** Returns the cell of a rise or a fall in euros, never negative itself: its sign is shown. */
export function oneWay(amount: Decimal, sign: "+" | "-", style: CellStyle, formula: FormulaSource): PageCell {
  return oneWays[sign](amount, style, formula);
}

/** A part of a whole, between 0 and 1, shown in percent. */
export const share = amountsIn(shareFormat);

/** A change as a share of the former amount, with its sign. */
export const changeShare = amountsIn(changeShareFormat);

const asDate = variant({ numberFormat: dateFormat, align: "left" });

export function date(day: CivilDate, style: CellStyle): PageCell {
  return { value: toSerial(day), style: asDate(style) };
}

/** Returns the cell of a text that spans several columns, its own included, wrapped within its cell. */
export function over(columns: number, value: string, style: CellStyle): PageCell {
  return spanning({ value: typeset(value) || null, style: wrapped(style) }, columns);
}

/** Returns a cell that spans columns, its own included; the cell itself for a single column. */
export function spanning(cell: PageCell, columns: number): PageCell {
  return columns > 1 ? { ...cell, span: columns } : cell;
}

/** Returns the same style for a text that is cut into lines within its cell. */
export const wrapped = onceByStyle(({ vertical = "top", ...others }): CellStyle => {
  // Bottom is the default of cells: neither port writes it.
  return { ...others, ...(vertical !== "bottom" && { vertical }), wrap: true };
});

/** Nothing but borders and a background. */
export const empty = onceByStyle((style): PageCell => ({ value: null, style }));

/** Returns a cell that leads to another one of the workbook. */
export function linkTo(label: string, sheet: string, cell: string, style: CellStyle, tip?: string): PageCell {
  const link = tip === undefined ? { sheet, cell } : { sheet, cell, tip };
  return { ...imported(label, style), link };
}

/** Returns the cell of a commune's name in a table, which leads to its fiche when it has one. */
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

/**
 * Returns a cell with a link to a cell of the inventory, in this workbook or in a file beside it when it is one of
 * `externalFiles`.
 */
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

/** Returns the cell « Parc!E12 et 13 autres », linked to the first source of a line; null without a source. */
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
