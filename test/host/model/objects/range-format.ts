import { HostError } from "../../host-object";
import type { Areas } from "../state/area";
import { standardHeight, standardWidth } from "../state/sheet";
import { restyled } from "../state/style";
import { booleanOf, defineClass, numberOf, oneOf } from "./define";
import { ofAreas } from "./guards";
import { rangeBorders } from "./range-borders";
import { rangeFill, rangeFont } from "./range-font";
import { columnWidths, rowHeights, setColumnWidth, setRowHeight, sizeOf } from "./range-sizes";
import { common, restyle } from "./styles-of-areas";

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

export const rangeFormat = defineClass<Areas>("RangeFormat", {
  ...ofAreas,
  get: {
    horizontalAlignment: (areas) => common(areas, (style) => style.horizontal),
    verticalAlignment: (areas) => common(areas, (style) => style.vertical),
    wrapText: (areas) => common(areas, (style) => style.wrap),
    indentLevel: (areas) => common(areas, (style) => style.indent),
    rowHeight: (areas) => sizeOf(areas, rowHeights),
    columnWidth: (areas) => sizeOf(areas, columnWidths),
    useStandardHeight: (areas) => isSize(sizeOf(areas, rowHeights), standardHeight),
    useStandardWidth: (areas) => isSize(sizeOf(areas, columnWidths), standardWidth),
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

/** Null where sizes differ. */
function isSize(size: number | null, standard: number): boolean | null {
  return size === null ? null : size === standard;
}

/** An indent holds only beside an alignment to a side. */
function setHorizontal(areas: Areas, horizontal: string): void {
  restyle(areas, indentable.includes(horizontal) ? { horizontal } : { horizontal, indent: 0 });
}

function setIndent(areas: Areas, indent: number): void {
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
