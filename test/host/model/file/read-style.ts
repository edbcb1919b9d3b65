import type { CellStyle as FileStyle } from "hucre/xlsx";
import { plain, restyled, type Line, type Style } from "../state/style";

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
export function styleReader(base: BaseFont): (style: FileStyle) => Style {
  const done = new Map<FileStyle, Style>();
  return (style) => {
    let result = done.get(style);
    if (result === undefined) done.set(style, (result = readStyle(style, base)));
    return result;
  };
}

function readStyle({ font, fill, border, alignment, numFmt }: FileStyle, base: BaseFont): Style {
  const { underline, name, size, color } = font ?? {};
  return restyled(plain, {
    bold: font?.bold === true,
    italic: font?.italic === true,
    underline: typeof underline === "string" ? underlines[underline] : underline === true ? "Single" : "None",
    strikethrough: font?.strikethrough === true,
    fontName: name === undefined || name === base.name ? null : name,
    size: size === undefined || size === base.size ? null : size,
    color: rgbOf(color?.rgb),
    fill: fill?.type === "pattern" && fill.pattern !== "none" ? rgbOf(fill.fgColor?.rgb) : null,
    numberFormat: numFmt ?? "General",
    horizontal:
      alignment?.horizontal === "centerContinuous"
        ? "CenterAcrossSelection"
        : capital(alignment?.horizontal ?? "general"),
    vertical: capital(alignment?.vertical ?? "bottom"),
    wrap: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    borders: {
      ...(border?.top && { top: lineOf(border.top) }),
      ...(border?.bottom && { bottom: lineOf(border.bottom) }),
      ...(border?.left && { left: lineOf(border.left) }),
      ...(border?.right && { right: lineOf(border.right) }),
    },
  });
}

function lineOf(side: BorderSide): Line {
  const [style, weight] = lines[side.style];
  return { style, weight, color: rgbOf(side.color?.rgb) };
}

/** The last six digits: a file may put the opacity first. */
function rgbOf(rgb: string | undefined): string | null {
  return rgb === undefined ? null : rgb.slice(-6).toUpperCase();
}
