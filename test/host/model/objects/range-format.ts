import { HostError, type Wire } from "../../host-object";
import { isEntireColumn, isEntireRow, lastColumn, lastRow, type Area } from "../state/area";
import { bordered, plain, restyled, restyler, type Line, type Side, type Style } from "../state/style";
import { standardHeight, standardWidth } from "../state/sheet";
import { wholePixels } from "../state/widths";
import { booleanOf, colorOf, defineClass, numberOf, oneOf, textOf } from "./define";

/** The cells that a format is of: those of a range, or of several. */
export type Areas = readonly Area[];

export const presentAreas = (areas: Areas): void => {
  if (areas.some(({ sheet }) => sheet.isDeleted))
    throw new HostError("ItemNotFound", "The sheet is not there any more.");
};
export const writableAreas = (areas: Areas): void => {
  for (const { sheet } of areas)
    if (sheet.isProtected) throw new HostError("AccessDenied", `« ${sheet.name} » is protected.`);
};

/** What all cells say; null where they differ. Whole rows and columns are asked about where they are in use. */
function common<T extends Wire>(areas: Areas, read: (style: Style) => T): T | null {
  let found: T | undefined;
  for (const area of areas) {
    const { grid } = area.sheet;
    const used = grid.used(true);
    const bottom = isEntireColumn(area) ? Math.max(area.top, used?.bottom ?? 0) : area.bottom;
    const right = isEntireRow(area) ? Math.max(area.left, used?.right ?? 0) : area.right;
    for (let row = area.top; row <= bottom; row++)
      for (let column = area.left; column <= right; column++) {
        const value = read(grid.style(row, column));
        if (found === undefined) found = value;
        else if (found !== value) return null;
      }
  }
  return found ?? null;
}

export function restyle(areas: Areas, patch: Partial<Style>): void {
  const change = restyler(patch);
  for (const area of areas) area.sheet.grid.restyle(area, change);
}

const horizontals = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const indentable = ["Left", "Right", "Distributed"];

function sizeOf(areas: Areas, read: (area: Area) => Iterable<number>): number | null {
  const sizes = new Set(areas.flatMap((area) => [...read(area)]));
  return sizes.size === 1 ? [...sizes][0]! : null;
}

function* rowHeights({ sheet, top, bottom }: Area): Generator<number> {
  if (bottom === lastRow && sheet.rowHeights.size === 0 && sheet.hiddenRows.size === 0) return yield standardHeight;
  for (let row = top; row <= bottom; row++) yield sheet.heightOf(row);
}

function* columnWidths({ sheet, left, right }: Area): Generator<number> {
  if (right === lastColumn && sheet.columnWidths.size === 0 && sheet.hiddenColumns.size === 0)
    return yield standardWidth;
  for (let column = left; column <= right; column++) yield sheet.widthOf(column);
}

/** Points; null takes the size back to the standard one. */
export function setRowHeight(areas: Areas, height: number | null): void {
  if (height !== null && (height < 0 || height > 409.5))
    throw new HostError("InvalidArgument", "A row is 0 to 409 points high.");
  for (const { sheet, top, bottom } of areas)
    if (height === null && bottom - top > sheet.rowHeights.size) {
      for (const row of [...sheet.rowHeights.keys()]) if (row >= top && row <= bottom) sheet.rowHeights.delete(row);
    } else for (let row = top; row <= bottom; row++) setOrDelete(sheet.rowHeights, row, height);
}

export function setColumnWidth(areas: Areas, width: number | null): void {
  if (width !== null && (width < 0 || width > 255 * 5.25 + 4))
    throw new HostError("InvalidArgument", "A column is 0 to 255 characters wide.");
  for (const { sheet, left, right } of areas)
    for (let column = left; column <= right; column++)
      setOrDelete(sheet.columnWidths, column, width === null ? null : wholePixels(width));
}

function setOrDelete(sizes: Map<number, number>, place: number, size: number | null): void {
  if (size === null) sizes.delete(place);
  else sizes.set(place, size);
}

const guards = { present: presentAreas, writable: writableAreas };

export const rangeFormat = defineClass<Areas>("RangeFormat", {
  ...guards,
  get: {
    horizontalAlignment: (areas) => common(areas, (style) => style.horizontal),
    verticalAlignment: (areas) => common(areas, (style) => style.vertical),
    wrapText: (areas) => common(areas, (style) => style.wrap),
    indentLevel: (areas) => common(areas, (style) => style.indent),
    rowHeight: (areas) => sizeOf(areas, rowHeights),
    columnWidth: (areas) => sizeOf(areas, columnWidths),
    useStandardHeight: (areas) => sizeOf(areas, rowHeights) === standardHeight,
    useStandardWidth: (areas) => sizeOf(areas, columnWidths) === standardWidth,
    shrinkToFit: () => false,
    textOrientation: () => 0,
    readingOrder: () => "Context",
    autoIndent: () => false,
  },
  set: {
    horizontalAlignment: (areas, value) => setHorizontal(areas, oneOf(value, horizontals, "horizontalAlignment")),
    verticalAlignment: (areas, value) => restyle(areas, { vertical: oneOf(value, verticals, "verticalAlignment") }),
    wrapText: (areas, value) => restyle(areas, { wrap: booleanOf(value, "wrapText") }),
    indentLevel: (areas, value) => setIndent(areas, numberOf(value, "indentLevel")),
    rowHeight: (areas, value) => setRowHeight(areas, numberOf(value, "rowHeight")),
    columnWidth: (areas, value) => setColumnWidth(areas, numberOf(value, "columnWidth")),
    useStandardHeight: (areas, value) =>
      booleanOf(value, "useStandardHeight") ? setRowHeight(areas, null) : undefined,
    useStandardWidth: (areas, value) =>
      booleanOf(value, "useStandardWidth") ? setColumnWidth(areas, null) : undefined,
  },
  navigate: {
    font: (areas) => rangeFont(areas),
    fill: (areas) => rangeFill(areas),
    borders: (areas) => rangeBorders(areas),
  },
  call: { autofitRows: (areas) => setRowHeight(areas, null) },
  writes: ["autofitRows"],
});

/** An indent holds only beside an alignment to a side. */
export function setHorizontal(areas: Areas, horizontal: string): void {
  restyle(areas, indentable.includes(horizontal) ? { horizontal } : { horizontal, indent: 0 });
}

export function setIndent(areas: Areas, indent: number): void {
  if (!Number.isInteger(indent) || indent < 0 || indent > 250)
    throw new HostError("InvalidArgument", "An indent is 0 to 250.");
  for (const area of areas)
    area.sheet.grid.restyle(area, (style) =>
      restyled(
        style,
        indent > 0 && !indentable.includes(style.horizontal) ? { indent, horizontal: "Left" } : { indent },
      ),
    );
}

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const rangeFont = defineClass<Areas>("RangeFont", {
  ...guards,
  get: {
    bold: (areas) => common(areas, (style) => style.bold),
    italic: (areas) => common(areas, (style) => style.italic),
    underline: (areas) => common(areas, (style) => style.underline),
    size: (areas) => common(areas, (style) => style.size ?? bookOf(areas).baseFont.size),
    name: (areas) => common(areas, (style) => style.fontName ?? bookOf(areas).baseFont.name),
    color: (areas) => common(areas, (style) => `#${style.color ?? "000000"}`),
    strikethrough: () => false,
    subscript: () => false,
    superscript: () => false,
    tintAndShade: () => 0,
  },
  set: {
    bold: (areas, value) => restyle(areas, { bold: booleanOf(value, "bold") }),
    italic: (areas, value) => restyle(areas, { italic: booleanOf(value, "italic") }),
    underline: (areas, value) => restyle(areas, { underline: oneOf(value, underlines, "underline") }),
    size: (areas, value) => restyle(areas, { size: sizeFrom(numberOf(value, "size")) }),
    name: (areas, value) => restyle(areas, { fontName: textOf(value, "name") }),
    color: (areas, value) => restyle(areas, { color: colorOf(value) }),
  },
});

function sizeFrom(size: number): number {
  if (size < 1 || size > 409) throw new HostError("InvalidArgument", "A font is 1 to 409 points high.");
  return size;
}

function bookOf(areas: Areas): Area["sheet"]["book"] {
  return areas[0]!.sheet.book;
}

const rangeFill = defineClass<Areas>("RangeFill", {
  ...guards,
  get: {
    color: (areas) => common(areas, (style) => `#${style.fill ?? "FFFFFF"}`),
    pattern: (areas) => common(areas, (style) => (style.fill === null ? "None" : "Solid")),
    tintAndShade: () => 0,
  },
  set: { color: (areas, value) => restyle(areas, { fill: colorOf(value) }) },
  call: { clear: (areas) => restyle(areas, { fill: null }) },
  writes: ["clear"],
});

type Edge = { readonly areas: Areas; readonly index: string };

/** The cells of each edge, and the side of them that it is. */
const edges: Readonly<Record<string, { readonly side: Side; readonly cells: (area: Area) => Area }>> = {
  EdgeTop: { side: "top", cells: (area) => ({ ...area, bottom: area.top }) },
  EdgeBottom: { side: "bottom", cells: (area) => ({ ...area, top: area.bottom }) },
  EdgeLeft: { side: "left", cells: (area) => ({ ...area, right: area.left }) },
  EdgeRight: { side: "right", cells: (area) => ({ ...area, left: area.right }) },
  InsideHorizontal: { side: "bottom", cells: (area) => ({ ...area, bottom: area.bottom - 1 }) },
  InsideVertical: { side: "right", cells: (area) => ({ ...area, right: area.right - 1 }) },
};
const edgeNames = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

const rangeBorders = defineClass<Areas>("RangeBorderCollection", {
  ...guards,
  get: { count: () => edgeNames.length, tintAndShade: () => 0 },
  items: (areas) => edgeNames.map((index) => rangeBorder({ areas, index })),
  item: (areas, key) => borderAt(areas, key),
  call: {
    getItem: (areas, key) => borderAt(areas, key as Wire),
    getItemAt: (areas, place) => borderAt(areas, edgeNames[numberOf(place, "index")] ?? ""),
  },
});

function borderAt(areas: Areas, key: Wire): ReturnType<typeof rangeBorder> {
  if (!edgeNames.includes(key as string)) throw new HostError("InvalidArgument", `${String(key)} is no border.`);
  return rangeBorder({ areas, index: key as string });
}

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;
const thin: Line = { style: "Continuous", weight: "Thin", color: null };

const rangeBorder = defineClass<Edge>("RangeBorder", {
  present: ({ areas }) => presentAreas(areas),
  writable: ({ areas }) => writableAreas(areas),
  id: ({ index }) => index,
  get: {
    sideIndex: ({ index }) => index,
    style: (edge) => lineOf(edge, (line) => line?.style ?? "None"),
    weight: (edge) => lineOf(edge, (line) => line?.weight ?? "Thin"),
    color: (edge) => lineOf(edge, (line) => `#${line?.color ?? "000000"}`),
    tintAndShade: () => 0,
  },
  set: {
    style: (edge, value) => {
      const style = oneOf(value, lineStyles, "style");
      setLine(edge, (line) => restyledLine(line ?? thin, style));
    },
    weight: (edge, value) => {
      const weight = oneOf(value, weights, "weight");
      setLine(edge, (line) => ({ ...(line ?? thin), weight }));
    },
    color: (edge, value) => {
      const color = colorOf(value);
      setLine(edge, (line) => ({ ...(line ?? thin), color }));
    },
  },
});

/** A double line has the weight of a thick one; a single one drawn in its place is thin. */
export function restyledLine(line: Line, style: string): Line | null {
  if (style === "None") return null;
  if (style === "Double") return { ...line, style, weight: "Thick" };
  return { ...line, style, weight: line.style === "Double" ? "Thin" : line.weight };
}

/** Diagonals are not drawn here: they are never there. */
function cellsOf({ areas, index }: Edge): Areas {
  const edge = edges[index];
  return edge === undefined
    ? []
    : areas.map(edge.cells).filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
}

function lineOf(edge: Edge, read: (line: Line | undefined) => string): string | null {
  const side = edges[edge.index]?.side;
  if (side === undefined || cellsOf(edge).length === 0) return read(undefined);
  return common(cellsOf(edge), (style) => read(style.borders[side]));
}

function setLine(edge: Edge, change: (line: Line | undefined) => Line | null): void {
  const side = edges[edge.index]?.side;
  if (side === undefined) throw new HostError("NotImplemented", "The host draws no diagonal.");
  for (const area of cellsOf(edge))
    area.sheet.grid.restyle(area, (style) => bordered(style, side, change(style.borders[side])));
}

/** Everything that a format is, back to that of a new cell. */
export function clearFormats(areas: Areas): void {
  for (const area of areas) area.sheet.grid.restyle(area, () => plain);
}
