import { addTo, remembered, type Steps } from "../../cells";
import { hairColor, type CellStyle, type SheetModel } from "../../documents";
import { blockName } from "../addresses";

/** A model and the zero-based row of its first row on the staging sheet. */
export interface Placed {
  readonly model: SheetModel;
  readonly top: number;
}

/** A style and its cells, as comma-separated address lists short enough for `getRanges`. */
interface StyleAreas {
  readonly style: LinkedStyle;
  readonly addresses: readonly string[];
}

/** Excel formats a linked cell as a link: properties that the style leaves undefined have to be set for it. */
type LinkedStyle = CellStyle & { readonly linked?: true };

/** Excel cuts an address at 8,192 characters. */
const longestAddress = 8000;

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

/** A style and the areas of its cells, during grouping. */
interface StyleGroup {
  readonly style: LinkedStyle;
  readonly areas: Area[];
}

/** Groups the cells of all sheets by style, to format them in few operations. Pauses after each document and style. */
export function* styleAreas(placed: readonly Placed[]): Steps<StyleAreas[]> {
  const groups = new Map<string, StyleGroup>();
  for (const { model, top } of placed) {
    model.rows.forEach(({ cells }, row) => groupRow(groups, cells, top + row));
    yield;
  }
  const found: StyleAreas[] = [];
  for (const { style, areas } of groups.values()) {
    found.push({ style, addresses: joinAddresses(areas.map(blockName)) });
    yield;
  }
  return found;
}

/** Adds the cells of a row to the groups of their styles; adjacent cells of one style make one area. */
function groupRow(groups: Map<string, StyleGroup>, cells: readonly StyledCell[], row: number): void {
  for (let column = 0; column < cells.length;) {
    const cell = cells[column];
    const print = printOfCell(cell);
    let end = column + 1;
    while (end < cells.length && print !== null && printOfCell(cells[end]) === print) end++;
    if (print !== null) {
      const group = remembered(groups, print, () => ({ style: styleOf(cell!), areas: [] }));
      addArea(group, { left: column, right: end - 1, top: row, bottom: row });
    }
    column = end;
  }
}

/** Returns the rows of each height, in points. */
export function heightAreas(placed: readonly Placed[]): { readonly height: number; readonly addresses: string[] }[] {
  const byHeight = new Map<number, string[]>();
  for (const { model, top } of placed)
    model.rows.forEach(({ height }, row) => {
      if (height !== undefined) addTo(byHeight, height, `${top + row + 1}:${top + row + 1}`);
    });
  return [...byHeight].map(([height, rows]) => ({ height, addresses: joinAddresses(rows) }));
}

type StyledCell = SheetModel["rows"][number]["cells"][number];

function styleOf({ style, link }: NonNullable<StyledCell>): LinkedStyle {
  return link === undefined ? style! : { ...style, linked: true };
}

const noStyle: CellStyle = {};

/** Returns a text that identifies the style of a cell; null for a cell without a style. */
function printOfCell(cell: StyledCell | undefined): string | null {
  if (cell == null) return null;
  if (cell.link !== undefined) return `${printOf(cell.style ?? noStyle)} linked`;
  return cell.style === undefined ? null : printOf(cell.style);
}

const prints = new WeakMap<CellStyle, string>();

/** Returns a text equal for styles that look alike, without the number format, which is written with the values. */
function printOf(style: CellStyle): string {
  let print = prints.get(style);
  if (print === undefined) {
    const { borders, ...rest } = style;
    const shown = Object.entries(rest).filter(([name]) => name !== "numberFormat");
    print = JSON.stringify([shown.sort(), Object.entries(borders ?? {}).sort()]);
    prints.set(style, print);
  }
  return print;
}

/**
 * Adds an area to a group, merged with the one above it when they align. With a border above or below, areas are one
 * row high, so that the edge of an area is that of each row; with a border at the left or right, they are one cell
 * wide.
 */
function addArea({ style, areas }: StyleGroup, area: Area): void {
  const { top, bottom, left, right } = style.borders ?? {};
  if (left !== undefined || right !== undefined) {
    for (let column = area.left; column <= area.right; column++) areas.push({ ...area, left: column, right: column });
    return;
  }
  const above = areas.at(-1);
  const follows =
    above !== undefined && above.left === area.left && above.right === area.right && above.bottom === area.top - 1;
  if (follows && top === undefined && bottom === undefined) above.bottom = area.bottom;
  else areas.push(area);
}

/** Joins addresses into lists, each as long as Excel accepts. */
function joinAddresses(names: readonly string[]): string[] {
  const addresses: string[] = [];
  let address = "";
  for (const name of names)
    if (address === "") address = name;
    else if (address.length + 1 + name.length > longestAddress) {
      addresses.push(address);
      address = name;
    } else address += `,${name}`;
  return address === "" ? addresses : [...addresses, address];
}

const black = "000000";

const alignments = { left: "Left", center: "Center", right: "Right" } as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const edges = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
const lineStyles = {
  hair: { style: "Continuous", weight: "Hairline", color: `#${hairColor}` },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  double: { style: "Double" },
} as const;

/** Formats areas; properties that the style leaves undefined keep the workbook's defaults. */
export function drawStyle({ format }: Excel.RangeAreas, style: LinkedStyle): void {
  drawFont(format.font, style);
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.align !== undefined) format.horizontalAlignment = alignments[style.align];
  if (style.vertical !== undefined) format.verticalAlignment = verticals[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  for (const [side, line] of Object.entries(style.borders ?? {}) as [keyof typeof edges, keyof typeof lineStyles][]) {
    const border = format.borders.getItem(edges[side]);
    const drawn = lineStyles[line];
    border.style = drawn.style;
    if ("weight" in drawn) border.weight = drawn.weight;
    if ("color" in drawn) border.color = drawn.color;
  }
}

function drawFont(font: Excel.RangeFont, style: LinkedStyle): void {
  const { bold, italic, underline, size, color } = style.linked === true ? plainLink(style) : style;
  if (bold !== undefined) font.bold = bold;
  if (italic !== undefined) font.italic = italic;
  if (underline !== undefined) font.underline = underline ? "Single" : "None";
  if (size !== undefined) font.size = size;
  if (color !== undefined) font.color = `#${color}`;
}

function plainLink(style: CellStyle): CellStyle {
  return { color: black, underline: false, ...style };
}
