import type { CellStyle, Sheet } from "hucre/xlsx";
import type { CellLook, EdgeLook } from "./cell-looks";
import type { SheetLook } from "./sheet-look";

const noEdges: CellLook["edges"] = {};
const sides = ["top", "bottom", "left", "right"] as const;

/** Returns what is known of how a sheet looks that was read for its values: the looks of its cells, where its format has any. */
export function lookOfValues(sheet: Sheet): SheetLook {
  const looks = new Map<CellStyle, CellLook>();
  const lookOf = (style: CellStyle): CellLook => {
    let look = looks.get(style);
    if (look === undefined) looks.set(style, (look = lookOfStyle(style)));
    return look;
  };
  return {
    look: (row, column) => {
      const style = sheet.cells?.get(`${row},${column}`)?.style;
      return style === undefined ? null : lookOf(style);
    },
    ...{ widths: new Map(), heights: new Map(), links: new Map(), defaultWidth: null, defaultHeight: 15 },
    ...{ frozen: { rows: 0, columns: 0 }, hasGridlines: true, hasConditions: false, bars: [], drawings: [] },
  };
}

function lookOfStyle({ font, fill, border, alignment, numFmt }: CellStyle): CellLook {
  const isFilled = fill !== undefined && fill.type === "pattern" && fill.pattern === "solid";
  return {
    format: numFmt ?? "",
    bold: font?.bold === true,
    italic: font?.italic === true,
    underline: font?.underline !== undefined && font.underline !== false,
    strike: font?.strikethrough === true,
    size: font?.size ?? 11,
    colour: colourOf(font?.color),
    fill: isFilled ? colourOf(fill.fgColor) : null,
    align: alignment?.horizontal ?? null,
    vertical: alignment?.vertical ?? null,
    wrap: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    edges: border === undefined ? noEdges : edgesOf(border),
  };
}

function edgesOf(border: NonNullable<CellStyle["border"]>): CellLook["edges"] {
  const edges: Partial<Record<(typeof sides)[number], EdgeLook>> = {};
  for (const side of sides) {
    const line = border[side];
    if (line !== undefined) edges[side] = { line: line.style, colour: colourOf(line.color) };
  }
  return edges;
}

function colourOf(colour: { readonly rgb?: string } | undefined): string | null {
  const rgb = colour?.rgb?.slice(-6).toUpperCase();
  return rgb !== undefined && /^[0-9A-F]{6}$/.test(rgb) ? rgb : null;
}
