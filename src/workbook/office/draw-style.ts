import type { CellStyle } from "../../documents";
import type { LinkedStyle } from "./style-areas";

const black = "000000";

const alignments = { left: "Left", center: "Center", right: "Right" } as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const edges = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
const lines = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  double: { style: "Double" },
} as const;

/** Dresses areas; the workbook's own font stays where the style says nothing of it. */
export function drawStyle({ format }: Excel.RangeAreas, style: LinkedStyle): void {
  drawFont(format.font, style);
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.align !== undefined) format.horizontalAlignment = alignments[style.align];
  if (style.vertical !== undefined) format.verticalAlignment = verticals[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  for (const [side, line] of Object.entries(style.borders ?? {}) as [keyof typeof edges, keyof typeof lines][]) {
    const border = format.borders.getItem(edges[side]);
    const drawn = lines[line];
    border.style = drawn.style;
    if ("weight" in drawn) border.weight = drawn.weight;
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
