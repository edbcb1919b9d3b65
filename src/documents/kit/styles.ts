import type { CellStyle } from "./model";

/** `1 011,05 €` in a French Excel, with two decimals. A part of a format, without that of zero. */
const amountFormat = '#,##0.00\\ "€"';
/** The minus sign, as wide as a plus; not a hyphen. */
const minus = '"−"';
/** Returns the format of a number that may be nothing, in a table: a dash, and it stays a number. */
const orDash = (format: string) => `${format};${minus}${format};"–"`;
export const moneyFormat = orDash(amountFormat);
/** The same with zero shown, for an amount due or a gap: `0,00 €`. */
export const exactFormat = `${amountFormat};${minus}${amountFormat}`;
/** The same with its sign, for a difference: `+36,86 €`; a dash for no change. */
export const differenceFormat = `+${amountFormat};${minus}${amountFormat};"–"`;
/** Returns the sign of what rises, or falls, before an amount that is never negative. */
const signFormat = (sign: "+" | "-") => (sign === "-" ? minus : sign);
/** Returns the format of what rises, or falls, by an amount that is never negative; a dash for nothing. */
export const oneWayFormat = (sign: "+" | "-") => `${signFormat(sign)}${amountFormat};;"–"`;
/** A share, to a tenth of a percent: `37,2 %`. */
export const shareFormat = "0.0\\ %";
/** The same for a change, with its sign: `+4,2 %`; a dash for no change. */
export const changeShareFormat = `+0.0\\ %;${minus}0.0\\ %;"–"`;
/** Along the axis of a chart: whole numbers, zero among them. */
export const axisFormat = "#,##0";
export const countFormat = orDash("#,##0");
/** Imported text, which stays text whatever it begins with. */
export const textFormat = "@";
export const dateFormat = "dd/mm/yyyy";
export const timeFormat = "dd/mm/yyyy hh:mm";

const black = "000000";
const grey = "595959";
/** In black: a link is underlined, and prints well. */
const link = black;
/** The colour of issued documents: dark enough to stand out in black and white. */
const issued = "1F3864";
/** The colour of lines between rows, which only guide the eye; other lines are black. */
export const hairColor = "A6A6A6";
/** Greys that differ on a black and white printer. */
const fills = { header: "D9D9D9", group: "EDEDED" } as const;

/** The colours of both parts of a titre in charts: they differ without colours. */
export const chartColors = { cagb: "404040", commune: "A6A6A6" } as const;
/** The colours of labels on these parts. */
export const chartLabels = { cagb: "FFFFFF", commune: "000000" } as const;
/** Bars behind black numbers: light enough to read them, with a border for poor copies. */
export const barColors = { fill: "BFBFBF", line: "7F7F7F" } as const;

/** The fill of documents that are not to be issued: grey instead of blue. */
export const heldFill = "DDDDDD";

const header = {
  bold: true,
  fill: fills.header,
  wrap: true,
  vertical: "center",
  borders: { top: "thin", bottom: "thin" },
} as const;

/** The styles of cells by their function in a document; the functions that make cells add number formats. */
export const styles = {
  title: { bold: true, size: 16, color: black },
  largeTitle: { bold: true, size: 20, color: black },
  subtitle: { color: grey },
  section: { bold: true, size: 12, color: black, borders: { bottom: "thin" } },
  label: { color: grey, vertical: "top" },
  value: { vertical: "top" },
  strong: { bold: true },
  key: { bold: true, size: 12, borders: { top: "thin", bottom: "thin" } },
  note: { italic: true, color: grey },
  small: { size: 9 },
  smallGrey: { size: 9, color: grey },
  smallStrong: { size: 9, bold: true },
  /** The amount due by a commune, and the text about it. */
  due: { align: "left", bold: true, size: 13, color: "FFFFFF", fill: issued, vertical: "center", indent: 1 },
  dueAmount: { bold: true, size: 22, color: "FFFFFF", fill: issued, vertical: "center", indent: 1 },
  dueNote: { align: "left", color: "FFFFFF", fill: issued, vertical: "center", indent: 1 },
  /** Over the columns of a part whose own title is the first one. */
  columnTitle: { size: 9, color: grey, align: "right", borders: { bottom: "thin" } },
  columnTitleBeside: { size: 9, color: grey, align: "left", indent: 1, borders: { bottom: "thin" } },
  partSubtotal: { italic: true, borders: { bottom: "hair" } },
  partTotal: { bold: true, size: 12, fill: fills.group, borders: { top: "thin", bottom: "medium" } },
  borneTotal: { bold: true, fill: fills.group, borders: { top: "thin", bottom: "thin" } },
  /** The reason why a paper is not to be issued, and its status word in large type. */
  heldNote: { align: "left", bold: true, fill: heldFill, vertical: "center", indent: 1 },
  heldWord: { align: "right", bold: true, size: 20, color: "262626", fill: heldFill, vertical: "center", indent: 1 },
  /** Who acts, step by step. */
  step: { bold: true, size: 9, color: "FFFFFF", fill: issued, vertical: "center" },
  /** The number of a paper, at the end of the line that names whom it is for. */
  numberedRight: { bold: true, size: 12, align: "right" },
  /** A figure that a box is read for. */
  figure: { bold: true, size: 12 },
  /** A text on the right of a row whose first text is on the left. */
  smallRight: { size: 9, align: "right" },
  smallRightGrey: { size: 9, color: grey, align: "right" },
  smallRightStrong: { size: 9, bold: true, align: "right" },
  framedText: { bold: true, vertical: "center" },
  back: { color: link, underline: true },
  header,
  headerNumber: { ...header, align: "right" },
  /** Over texts that come on the right of numbers. */
  headerBeside: { ...header, align: "left", indent: 1 },
  group: { bold: true, fill: fills.group, borders: { top: "hair", bottom: "hair" } },
  line: { vertical: "top", borders: { bottom: "hair" } },
  wrapped: { vertical: "top", wrap: true, borders: { bottom: "hair" } },
  smallLine: { size: 10, vertical: "top", borders: { bottom: "hair" } },
  boldLine: { bold: true, vertical: "top", borders: { bottom: "hair" } },
  code: { size: 9, vertical: "top", borders: { bottom: "hair" } },
  indented: { align: "left", vertical: "top", wrap: true, indent: 1, borders: { bottom: "hair" } },
  indentedSmall: { size: 10, align: "left", vertical: "top", wrap: true, indent: 1, borders: { bottom: "hair" } },
  sourceLink: {
    align: "left",
    vertical: "top",
    size: 10,
    color: link,
    underline: true,
    wrap: true,
    indent: 1,
    borders: { bottom: "hair" },
  },
  lineLink: { vertical: "top", color: link, underline: true, borders: { bottom: "hair" } },
  subtotal: { bold: true, borders: { top: "thin", bottom: "hair" } },
  basesTotal: { italic: true, borders: { top: "thin", bottom: "hair" } },
  total: { bold: true, borders: { top: "medium", bottom: "thin" } },
  grandTotal: { bold: true, size: 12, fill: fills.group, borders: { top: "medium", bottom: "medium" } },
} as const satisfies Record<string, CellStyle>;

/** The header and the footer of each page; the status is in the centre of the header. */
export const pageTextStyles = {
  plain: { size: 7.5, color: grey },
  status: { bold: true, size: 9 },
  /** Pale enough to read the text over it, and dark enough to show on a poor copy. */
  across: { size: 60, color: "E6E6E6" },
} as const satisfies Record<string, CellStyle>;

/** Makes something of a style, once: one object for all the cells that share it, so that a port draws it once. */
export function onceByStyle<T>(make: (style: CellStyle) => T): (style: CellStyle) => T {
  const made = new WeakMap<CellStyle, T>();
  return (style) => {
    let known = made.get(style);
    if (known === undefined) made.set(style, (known = make(style)));
    return known;
  };
}

/** Makes a look out of any other. */
export function variant(change: CellStyle): (style: CellStyle) => CellStyle {
  return onceByStyle((style) => ({ ...style, ...change }));
}

/** The same in bold, for what a row is read for. */
export const bold = variant({ bold: true });

/** The same in grey, for information. */
export const greyed = variant({ color: grey });

/** The same for a text on the right of an amount, which does not touch it. */
export const beside = variant({ indent: 1, align: "left" });

/** The same in the middle of a row that is higher than its line. */
export const centered = variant({ vertical: "center" });

/** Points that a text under the thick line of a total has more than its own. */
export const underTotal = 2;
