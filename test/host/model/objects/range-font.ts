import { HostError } from "../../host-object";
import type { Area, Areas } from "../state/area";
import { booleanOf, colorOf, defineClass, numberOf, oneOf, textOf } from "./define";
import { ofAreas } from "./guards";
import { common, restyle } from "./styles-of-areas";

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

export const rangeFont = defineClass<Areas>("RangeFont", {
  ...ofAreas,
  get: {
    bold: (areas) => common(areas, (style) => style.bold),
    italic: (areas) => common(areas, (style) => style.italic),
    underline: (areas) => common(areas, (style) => style.underline),
    size: (areas) => common(areas, (style) => style.size ?? bookOf(areas).baseFont.size),
    name: (areas) => common(areas, (style) => style.fontName ?? bookOf(areas).baseFont.name),
    color: (areas) => common(areas, (style) => `#${style.color ?? "000000"}`),
    strikethrough: (areas) => common(areas, (style) => style.strikethrough),
    subscript: () => false,
    superscript: () => false,
    tintAndShade: () => 0,
  },
  set: {
    bold: (areas, value) => restyle(areas, { bold: booleanOf(value, "bold") }),
    italic: (areas, value) => restyle(areas, { italic: booleanOf(value, "italic") }),
    underline: (areas, value) => restyle(areas, { underline: oneOf(value, underlines, "underline") }),
    strikethrough: (areas, value) => restyle(areas, { strikethrough: booleanOf(value, "strikethrough") }),
    size: (areas, value) => restyle(areas, { size: sizeFrom(numberOf(value, "size")) }),
    name: (areas, value) => restyle(areas, { fontName: nameFrom(textOf(value, "name")) }),
    color: (areas, value) => restyle(areas, { color: colorOf(value) }),
  },
});

function sizeFrom(size: number): number {
  if (size < 1 || size > 409) throw new HostError("InvalidArgument", "A font is 1 to 409 points high.");
  return size;
}

function nameFrom(name: string): string {
  if (name === "" || name.length > 31) throw new HostError("InvalidArgument", "A font's name is 1 to 31 characters.");
  return name;
}

function bookOf(areas: Areas): Area["sheet"]["book"] {
  return areas[0]!.sheet.book;
}

export const rangeFill = defineClass<Areas>("RangeFill", {
  ...ofAreas,
  get: {
    color: (areas) => common(areas, (style) => `#${style.fill ?? "FFFFFF"}`),
    pattern: (areas) => common(areas, (style) => (style.fill === null ? "None" : "Solid")),
    tintAndShade: () => 0,
  },
  set: { color: (areas, value) => restyle(areas, { fill: colorOf(value) }) },
  call: { clear: (areas) => restyle(areas, { fill: null }) },
  writes: ["clear"],
});
