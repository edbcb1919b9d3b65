import type { XmlScanner } from "../xml-scanner";
import { builtInFormat } from "./built-in-formats";
import { colourOf } from "./colours";

type Side = "top" | "bottom" | "left" | "right";

/** A line at the edge of a cell: its style, as files name it, and its colour, RRGGBB. */
export interface EdgeLook {
  readonly line: string;
  readonly colour: string | null;
}

/** How a cell looks. What is null is the host's own. */
export interface CellLook {
  /** A number format, en-US; an empty text where it is not known. */
  readonly format: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** Points. */
  readonly size: number;
  /** RRGGBB. */
  readonly colour: string | null;
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

/** Reads the look of each cell format of a style sheet, by its number. */
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
    switch (list) {
      case "numFmts":
        this.codes.set(this.number("numFmtId"), this.scanner.attribute("formatCode") ?? "General");
        break;
      case "fonts":
        this.fonts.push(this.font());
        break;
      case "fills":
        this.fills.push(this.fill());
        break;
      case "borders":
        this.edges.push(this.border());
        break;
      case "cellXfs":
        this.looks.push(this.look());
        break;
    }
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

  /** Patterns are taken for the colour that is the most of them. */
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

  /** Calls for each element in the one that is open. */
  private inside(take: (name: string) => void): void {
    const { depth } = this.scanner;
    while (this.scanner.nextOpen(depth)) take(this.scanner.name);
  }
}

function isSide(name: string): name is Side {
  return name === "top" || name === "bottom" || name === "left" || name === "right";
}
