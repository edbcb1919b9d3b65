import type { CellStyle as FileStyle } from "hucre/xlsx";
import { resolved } from "../../../../src/workbook/files/colours";
import { plain, restyled, type Line, type Style } from "../state/style";

type Color = NonNullable<NonNullable<FileStyle["font"]>["color"]>;
type BorderSide = NonNullable<NonNullable<FileStyle["border"]>["top"]>;

const lines: Readonly<Record<BorderSide["style"], readonly [string, string]>> = {
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  hair: ["Continuous", "Hairline"],
  double: ["Double", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  dashDot: ["DashDot", "Thin"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  mediumDashDot: ["DashDot", "Medium"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
};

const underlines = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
} as const;
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** Base font of the workbook: a cell drawn in it says nothing of its own. */
interface BaseFont {
  readonly name: string;
  readonly size: number;
}

/** Styles of a file are few: each is read once. */
export function styleReader(base: BaseFont, theme: readonly string[]): (style: FileStyle) => Style {
  const done = new Map<FileStyle, Style>();
  return (style) => {
    let result = done.get(style);
    if (result === undefined) done.set(style, (result = readStyle(style, base, theme)));
    return result;
  };
}

function readStyle(
  { font, fill, border, alignment, numFmt }: FileStyle,
  base: BaseFont,
  theme: readonly string[],
): Style {
  const { underline, name, size, color } = font ?? {};
  const rgbOf = (given: Color | undefined) => colourOf(given, theme);
  return restyled(plain, {
    bold: font?.bold === true,
    italic: font?.italic === true,
    underline: typeof underline === "string" ? underlines[underline] : underline === true ? "Single" : "None",
    strikethrough: font?.strikethrough === true,
    fontName: name === undefined || name === base.name ? null : name,
    size: size === undefined || size === base.size ? null : size,
    // The text of the theme is what is automatic.
    color: color?.theme === 1 && !color.tint ? null : rgbOf(color),
    fill: fill?.type !== "pattern" ? null : rgbOf(fill.pattern === "solid" ? fill.fgColor : fill.bgColor),
    numberFormat: numFmt ?? "General",
    horizontal:
      alignment?.horizontal === "centerContinuous"
        ? "CenterAcrossSelection"
        : capital(alignment?.horizontal ?? "general"),
    vertical: capital(alignment?.vertical ?? "bottom"),
    wrap: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    borders: {
      ...(border?.top && { top: lineOf(border.top, theme) }),
      ...(border?.bottom && { bottom: lineOf(border.bottom, theme) }),
      ...(border?.left && { left: lineOf(border.left, theme) }),
      ...(border?.right && { right: lineOf(border.right, theme) }),
    },
  });
}

function lineOf(side: BorderSide, theme: readonly string[]): Line {
  const [style, weight] = lines[side.style];
  return { style, weight, color: colourOf(side.color, theme) };
}

function colourOf(given: Color | undefined, theme: readonly string[]): string | null {
  if (given === undefined) return null;
  const { rgb = null, theme: themed = NaN, indexed = NaN, tint = 0 } = given;
  return resolved({ rgb, theme: themed, indexed, tint }, theme);
}
