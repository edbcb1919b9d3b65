import { shownBy, shownByBuiltIn, type Shown } from "../cell-content";
import { ownFill, ownFontColour, type CellMarks } from "../gathered-facts";
import { readColour, resolved, type WrittenColour } from "./colours";
import { checkAttributes, names, nextOf, openRoot } from "./known-markup";
import { strikes } from "./part-cells";
import { XmlScanner } from "./xml-scanner";

/** What a cell format reveals about its cells: how their numbers are shown, and their marks. */
export interface CellFormat extends CellMarks {
  readonly shown: Shown;
}

/** The element and attribute names of style sheets (ECMA-376, part 1, 18.8). */
const inStyles = names("numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst");
const inLists = new Map([
  ["numFmts", names("numFmt")],
  ["fonts", names("font")],
  ["fills", names("fill")],
  ["cellXfs", names("xf")],
  ["colors", names("indexedColors mruColors")],
]);
const inFont = names("name charset family b i strike outline shadow condense extend color sz u vertAlign scheme");
const inFill = names("patternFill gradientFill");
const inPattern = names("fgColor bgColor");
const ofColours = names("rgbColor color");
const ofCode = names("numFmtId formatCode");
const ofFormat = names(
  "numFmtId fontId fillId borderId xfId quotePrefix pivotButton applyNumberFormat applyFont applyFill applyBorder " +
    "applyAlignment applyProtection",
);

interface Font {
  isStruck: boolean;
  colour: WrittenColour | null;
}

/** Reads the cell formats of a style sheet, by index; null for one without effect. Throws if the part is malformed. */
export function readCellFormats(bytes: Uint8Array, part: string, theme: readonly string[]): (CellFormat | null)[] {
  return new FormatReader(new XmlScanner(bytes, part)).read(theme);
}

class FormatReader {
  private readonly codes = new Map<number, Shown>();
  private readonly fonts: Font[] = [];
  private readonly fills: (WrittenColour | null)[] = [];
  private readonly formats: { readonly format: number; readonly font: number; readonly fill: number }[] = [];
  /** The workbook's own indexed colours, which replace the standard ones. */
  private readonly palette: string[] = [];

  constructor(private readonly scanner: XmlScanner) {}

  read(theme: readonly string[]): (CellFormat | null)[] {
    const { scanner, palette } = this;
    const root = openRoot(scanner, "styleSheet");
    while (nextOf(scanner, root, inStyles)) {
      const list = scanner.name;
      const known = inLists.get(list);
      if (known === undefined) scanner.skipElement();
      else while (nextOf(scanner, root + 1, known)) this.take(list);
    }
    scanner.next();
    // The palette comes last in the part, so colours are only resolved here.
    const rgb = (colour: WrittenColour | null | undefined): string | null =>
      colour == null ? null : resolved(colour, theme, palette.length === 0 ? undefined : palette);
    const fonts = this.fonts.map(({ isStruck, colour }) => ({ isStruck, font: ownFontColour(rgb(colour)) }));
    const fills = this.fills.map((colour) => ownFill(rgb(colour)));
    return this.formats.map(({ format, font, fill }) => {
      const shown = this.codes.get(format) ?? shownByBuiltIn(format);
      const found = { shown, ...(fonts[font] ?? { isStruck: false, font: null }), fill: fills[fill] ?? null };
      return shown === null && !found.isStruck && found.font === null && found.fill === null ? null : found;
    });
  }

  private take(list: string): void {
    const { scanner } = this;
    if (list === "fonts") this.fonts.push(this.font());
    else if (list === "fills") this.fills.push(this.fill());
    else if (list === "colors") this.takeColours();
    else {
      if (list === "numFmts") this.takeCode();
      else this.takeFormat();
      scanner.skipElement();
    }
  }

  private takeCode(): void {
    const { scanner } = this;
    checkAttributes(scanner, ofCode);
    this.codes.set(this.number("numFmtId"), shownBy(scanner.attribute("formatCode") ?? ""));
  }

  private takeFormat(): void {
    checkAttributes(this.scanner, ofFormat);
    this.formats.push({ format: this.number("numFmtId"), font: this.number("fontId"), fill: this.number("fillId") });
  }

  private takeColours(): void {
    const { scanner, palette } = this;
    const { depth } = scanner;
    while (nextOf(scanner, depth, ofColours))
      if (scanner.name === "rgbColor") palette.push((scanner.attribute("rgb") ?? "").slice(-6).toUpperCase());
  }

  private number(name: string): number {
    const number = Number(this.scanner.attribute(name) ?? 0);
    if (Number.isNaN(number)) throw this.scanner.fault();
    return number;
  }

  private font(): Font {
    const { scanner } = this;
    const { depth } = scanner;
    const font: Font = { isStruck: false, colour: null };
    while (nextOf(scanner, depth, inFont))
      if (scanner.name === "strike") font.isStruck = strikes(scanner);
      else if (scanner.name === "color") font.colour = readColour(scanner);
    return font;
  }

  /**
   * Returns the colour of a fill. A file writes a solid fill as a pattern in its foreground colour; other patterns show
   * their background colour between their lines.
   */
  private fill(): WrittenColour | null {
    const { scanner } = this;
    const { depth } = scanner;
    let pattern = "none";
    const colours = new Map<string, WrittenColour>();
    while (nextOf(scanner, depth, inFill))
      if (scanner.name === "gradientFill") scanner.skipElement();
      else {
        pattern = scanner.attribute("patternType") ?? "none";
        while (nextOf(scanner, depth + 1, inPattern)) colours.set(scanner.name, readColour(scanner));
      }
    return (pattern === "none" ? null : colours.get(pattern === "solid" ? "fgColor" : "bgColor")) ?? null;
  }
}
