import { shownBy, shownByBuiltIn, type Shown } from "../cell-content";
import { ownFill, ownFontColour, type CellMarks } from "../gathered-facts";
import { readColour, resolved, type WrittenColour } from "./colours";
import { checkAttributes, names, nextOf, openRoot } from "./known-markup";
import { strikes } from "./part-cells";
import { XmlScanner } from "./xml-scanner";

/** What a cell format says of the cells that have it: how their numbers are shown, how they are marked. */
export interface CellFormat extends CellMarks {
  readonly shown: Shown;
}

/** What may stand in style sheets (ECMA-376, part 1, 18.8). */
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

/**
 * Reads what each cell format of a style sheet, by its number, says of cells; null for one that says nothing. Throws when the part
 * is malformed.
 */
export function readCellFormats(bytes: Uint8Array, part: string, theme: readonly string[]): (CellFormat | null)[] {
  return new FormatReader(new XmlScanner(bytes, part)).read(theme);
}

class FormatReader {
  private readonly codes = new Map<number, Shown>();
  private readonly fonts: Font[] = [];
  private readonly fills: (WrittenColour | null)[] = [];
  private readonly formats: { readonly format: number; readonly font: number; readonly fill: number }[] = [];
  /** Colours of the workbook's own, in place of those that are the same everywhere. */
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
    // The palette stands last in the part.
    const rgb = (colour: WrittenColour | null | undefined): string | null =>
      colour == null ? null : resolved(colour, theme, palette.length === 0 ? undefined : palette);
    const fonts = this.fonts.map(({ isStruck, colour }) => ({ isStruck, font: ownFontColour(rgb(colour)) }));
    const fills = this.fills.map((colour) => ownFill(rgb(colour)));
    return this.formats.map(({ format, font, fill }) => {
      const shown = this.codes.get(format) ?? shownByBuiltIn(format);
      const said = { shown, ...(fonts[font] ?? { isStruck: false, font: null }), fill: fills[fill] ?? null };
      return shown === null && !said.isStruck && said.font === null && said.fill === null ? null : said;
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

  /** A file writes a plain fill as the lines of a pattern that are all one: its front colour; a pattern has it between its lines. */
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
