import { shaded } from "./shades";
import type { XmlScanner } from "./xml-scanner";

/** The indexed colours, from 0: the eight basic ones twice, then the palette of Excel 97. */
const first = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];
const ofExcel97 =
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333";
const standardPalette: readonly string[] = [...first, ...first, ...ofExcel97.split(" ")];

/** The order in which cells number theme colours; the theme itself lists each dark colour before its light one. */
const themeOrder = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
/** The colours of a file without a theme, in the same order. */
export const officeTheme: readonly string[] =
  "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** Reads the colours of a theme, in the order of their numbers in cells; missing ones are those of the Office theme. */
export function readTheme(scanner: XmlScanner): string[] {
  const found = new Map<string, string>();
  let slot = "";
  while (scanner.nextOpen(0)) {
    if (scanner.depth === 4) slot = scanner.name;
    else if (scanner.depth === 5 && !found.has(slot)) {
      const colour = scanner.attribute("lastClr") ?? scanner.attribute("val") ?? "";
      if (isColour(colour)) found.set(slot, colour.toUpperCase());
    }
  }
  return themeOrder.map((name, number) => found.get(name) ?? officeTheme[number]!);
}

/** A colour as written in a part: RGB, or a theme or palette number. */
export interface WrittenColour {
  readonly rgb: string | null;
  readonly theme: number;
  readonly indexed: number;
  readonly tint: number;
}

/** Returns the colour on the current element, which may be that of a font, a fill or a border. */
export function readColour(scanner: XmlScanner): WrittenColour {
  const number = (name: string) => Number(scanner.attribute(name) ?? NaN);
  return {
    rgb: scanner.attribute("rgb"),
    theme: number("theme"),
    indexed: number("indexed"),
    tint: Number(scanner.attribute("tint") ?? 0),
  };
}

/** Returns a written colour as RRGGBB; null when it is automatic or invalid. */
export function resolved(
  { rgb, theme: themed, indexed, tint }: WrittenColour,
  theme: readonly string[],
  palette: readonly string[] = standardPalette,
): string | null {
  const known = rgb !== null ? rgb.slice(-6).toUpperCase() : (theme[themed] ?? palette[indexed]);
  return known === undefined || !isColour(known) ? null : shaded(known, tint);
}

/** Returns the colour on the current element as RRGGBB; null when it is automatic or invalid. */
export function colourOf(scanner: XmlScanner, theme: readonly string[]): string | null {
  return resolved(readColour(scanner), theme);
}

function isColour(text: string): boolean {
  return /^[0-9a-f]{6}$/i.test(text);
}
