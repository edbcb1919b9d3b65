import { colourOf } from "../colours";
import type { XmlScanner } from "../xml-scanner";

type Side = "top" | "bottom" | "left" | "right";

/** A border of a cell: its line style, as named in files, and its colour, RRGGBB. */
export interface EdgeLook {
  readonly line: string;
  readonly colour: string | null;
}

/** The look of a cell. Null means the default of the program that shows it. */
export interface CellLook {
  /** The en-US number format; an empty text when unknown. */
  readonly format: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Font size in points. */
  readonly size: number;
  /** Font colour, RRGGBB. */
  readonly colour: string | null;
  /** Fill colour, RRGGBB. */
  readonly fill: string | null;
  readonly align: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  readonly indent: number;
  readonly edges: Readonly<Partial<Record<Side, EdgeLook>>>;
}

type Font = Pick<CellLook, "bold" | "italic" | "underline" | "strike" | "size" | "colour">;
type Alignment = Pick<CellLook, "align" | "vertical" | "wrap" | "indent">;

const plainFont: Font = { bold: false, italic: false, underline: false, strike: false, size: 11, colour: null };
const plainAlignment: Alignment = { align: null, vertical: null, wrap: false, indent: 0 };

/** Reads the look of each cell format of a style sheet, by index. */
export function readCellLooks(scanner: XmlScanner, theme: readonly string[]): CellLook[] {
  return new LookReader(scanner, theme).read();
}

class LookReader {
  private readonly codes = new Map<number, string>();
  private readonly fonts: Font[] = [];
  private readonly fills: (string | null)[] = [];
  private readonly edges: CellLook["edges"][] = [];
  private readonly looks: CellLook[] = [];

  constructor(
    private readonly scanner: XmlScanner,
    private readonly theme: readonly string[],
  ) {}

  read(): CellLook[] {
    const { scanner } = this;
    let list = "";
    while (scanner.nextOpen(0)) {
      if (scanner.depth === 2) list = scanner.name;
      else if (scanner.depth === 3) this.take(list);
    }
    return this.looks;
  }

  private take(list: string): void {
    if (list === "numFmts") this.codes.set(this.number("numFmtId"), this.scanner.attribute("formatCode") ?? "General");
    else if (list === "fonts") this.fonts.push(this.font());
    else if (list === "fills") this.fills.push(this.fill());
    else if (list === "borders") this.edges.push(this.border());
    else if (list === "cellXfs") this.looks.push(this.look());
  }

  private number(name: string): number {
    return Number(this.scanner.attribute(name) ?? 0);
  }

  private isSet(name = "val"): boolean {
    return !/^(?:0|false|none)$/.test(this.scanner.attribute(name) ?? "1");
  }

  private font(): Font {
    const font = { ...plainFont };
    this.inside((name) => {
      if (name === "b") font.bold = this.isSet();
      else if (name === "i") font.italic = this.isSet();
      else if (name === "u") font.underline = this.isSet();
      else if (name === "strike") font.strike = this.isSet();
      else if (name === "sz") font.size = this.number("val") || plainFont.size;
      else if (name === "color") font.colour = colourOf(this.scanner, this.theme);
    });
    return font;
  }

  /** Returns the colour of a fill, RRGGBB; for a pattern, the colour that covers most of it. */
  private fill(): string | null {
    let pattern = "";
    let front: string | null = null;
    let back: string | null = null;
    this.inside((name) => {
      if (name === "patternFill") pattern = this.scanner.attribute("patternType") ?? "none";
      else if (name === "fgColor") front = colourOf(this.scanner, this.theme);
      else if (name === "bgColor") back = colourOf(this.scanner, this.theme);
    });
    if (pattern === "solid") return front;
    return pattern === "none" || pattern === "" || pattern === "gray125" ? null : back;
  }

  private border(): CellLook["edges"] {
    const edges: Partial<Record<Side, EdgeLook>> = {};
    let side: Side | null = null;
    let line = "none";
    this.inside((name) => {
      if (name === "color") {
        if (side !== null && line !== "none") edges[side] = { line, colour: colourOf(this.scanner, this.theme) };
        return;
      }
      side = name === "start" ? "left" : name === "end" ? "right" : isSide(name) ? name : null;
      line = this.scanner.attribute("style") ?? "none";
      if (side !== null && line !== "none") edges[side] = { line, colour: null };
    });
    return edges;
  }

  private look(): CellLook {
    const format = this.number("numFmtId");
    const font = this.fonts[this.number("fontId")] ?? plainFont;
    const fill = this.fills[this.number("fillId")] ?? null;
    const edges = this.edges[this.number("borderId")] ?? {};
    let alignment = plainAlignment;
    this.inside((name) => {
      if (name !== "alignment") return;
      alignment = {
        align: this.scanner.attribute("horizontal"),
        vertical: this.scanner.attribute("vertical"),
        wrap: this.scanner.attribute("wrapText") !== null && this.isSet("wrapText"),
        indent: this.number("indent"),
      };
    });
    return { format: this.codes.get(format) ?? builtInFormat(format), ...font, fill, edges, ...alignment };
  }

  /** Calls `take` for each element within the current one. */
  private inside(take: (name: string) => void): void {
    const { depth } = this.scanner;
    while (this.scanner.nextOpen(depth)) take(this.scanner.name);
  }
}

function isSide(name: string): name is Side {
  return name === "top" || name === "bottom" || name === "left" || name === "right";
}

const dayMonthYear = "dd/mm/yyyy";
const accounts = (sign: string, decimals: string) =>
  `_-* #,##0${decimals}\\ ${sign}_-;\\-* #,##0${decimals}\\ ${sign}_-;_-* "-"\\ ${sign}_-;_-@_-`;

/** The built-in formats, given by number in a file, as a French spreadsheet shows them: some depend on the country. */
const formats: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '#,##0\\ "€"',
  6: '#,##0\\ "€"',
  7: '#,##0.00\\ "€"',
  8: '#,##0.00\\ "€"',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: dayMonthYear,
  15: "dd-mmm-yy",
  16: "dd-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "hh:mm",
  21: "hh:mm:ss",
  22: `${dayMonthYear} hh:mm`,
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  41: accounts("", ""),
  42: accounts('"€"', ""),
  43: accounts("", ".00"),
  44: accounts('"€"', ".00"),
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Returns a built-in number format. (ECMA-376-1, 18.8.30) */
function builtInFormat(number: number): string {
  return formats[number] ?? "General";
}
