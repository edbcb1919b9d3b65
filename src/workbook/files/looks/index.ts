import type { CellStyle, Sheet } from "hucre/xlsx";
import { remembered } from "../../../cells";
import { officeTheme, readTheme } from "../colours";
import { FileFault } from "../opened-file";
import { Package } from "../package";
import { WorkbookPart } from "../workbook-part";
import { XmlScanner } from "../xml-scanner";
import { readCellLooks, type CellLook, type EdgeLook } from "./cell-looks";
import { readDrawings, readSheetLook, readTabColour, type PrintNames, type SheetLook } from "./sheet-look";

export type { CellLook, EdgeLook } from "./cell-looks";
export type { PrintedSheet } from "./printed-sheet";
export type { BarsLook, DrawingLook, SheetLook } from "./sheet-look";

/** The looks of the sheets of a package, each read on demand. */
export interface WorkbookLooks {
  /** Returns the look of a sheet; null when it cannot be read, in which case its cells are shown all the same. */
  readonly sheet: (name: string) => SheetLook | null;
  /** Tab colours, RRGGBB, by sheet name. */
  readonly tabColours: ReadonlyMap<string, string>;
}

/** The looks of a file that has none or whose looks cannot be read. */
const noLooks: WorkbookLooks = { sheet: () => null, tabColours: new Map() };

/** Reads the looks of an .xlsx or .xlsm, which are not needed to read its contents. */
export function readLooks(bytes: Uint8Array): WorkbookLooks {
  return orElse<WorkbookLooks>(() => {
    const reader = new LooksReader(bytes);
    const known = new Map<string, SheetLook | null>();
    return {
      tabColours: orElse(() => reader.tabColours(), new Map()),
      sheet: (name) => remembered(known, name, () => orElse(() => reader.sheet(name), null)),
    };
  }, noLooks);
}

/**
 * Returns the result of `read`, or `otherwise` when a part is damaged: a file is opened for its contents, so a damaged
 * look does not matter.
 */
function orElse<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileFault) return otherwise;
    throw error;
  }
}

class LooksReader {
  private readonly pack: Package;
  private readonly theme: readonly string[];
  private readonly looks: readonly CellLook[];
  private readonly parts: ReadonlyMap<string, string>;
  private readonly printNames: ReadonlyMap<string, PrintNames>;

  constructor(bytes: Uint8Array) {
    this.pack = Package.open(bytes);
    const path = this.pack.relationships("").find(({ kind }) => kind === "officeDocument")?.target ?? "";
    const workbook = new WorkbookPart(this.pack, path);
    const sheets = workbook.sheets();
    this.parts = new Map(sheets.flatMap((sheet) => (sheet.path === null ? [] : [[sheet.name, sheet.path]])));
    const addresses = new Map(workbook.definedNames().map((one) => [`${one.sheet}\n${one.name}`, one.formula]));
    const addressOf = (place: number, name: string) => addresses.get(`${place}\n_xlnm.Print_${name}`) ?? null;
    this.printNames = new Map(
      sheets.map(({ name }, place) => [name, { area: addressOf(place, "Area"), titles: addressOf(place, "Titles") }]),
    );
    const theme = this.scannerOf(workbook.linkedPart("theme"));
    this.theme = theme === null ? officeTheme : readTheme(theme);
    const styles = this.scannerOf(workbook.linkedPart("styles"));
    this.looks = styles === null ? [] : readCellLooks(styles, this.theme);
  }

  private scannerOf(path: string | null): XmlScanner | null {
    return path === null || !this.pack.has(path) ? null : new XmlScanner(this.pack.read(path), path);
  }

  tabColours(): Map<string, string> {
    const colours = new Map<string, string>();
    for (const [name, path] of this.parts) {
      const colour = readTabColour(this.pack.read(path), path, this.theme);
      if (colour !== null) colours.set(name, colour);
    }
    return colours;
  }

  sheet(name: string): SheetLook | null {
    const path = this.parts.get(name);
    if (path === undefined) return null;
    const drawings = this.pack
      .relationships(path)
      .filter(({ kind, external, target }) => kind === "drawing" && !external && this.pack.has(target))
      .flatMap(({ target }) => readDrawings(this.pack.read(target), target));
    return readSheetLook(this.pack.read(path), path, this.looks, this.theme, drawings, this.printNames.get(name)!);
  }
}

const noEdges: CellLook["edges"] = {};
const sides = ["top", "bottom", "left", "right"] as const;

/** Returns the look of a sheet that was read for its values: only cell looks, where its format has any. */
export function lookOfValues(sheet: Sheet): SheetLook {
  const looks = new Map<CellStyle, CellLook>();
  return {
    look: (row, column) => {
      const style = sheet.cells?.get(`${row},${column}`)?.style;
      return style === undefined ? null : remembered(looks, style, () => lookOfStyle(style));
    },
    ...{ widths: new Map(), heights: new Map(), links: new Map(), defaultWidth: null, defaultHeight: 15 },
    ...{
      frozen: { rows: 0, columns: 0 },
      hasGridlines: true,
      hasConditions: false,
      bars: [],
      drawings: [],
      printed: null,
    },
  };
}

function lookOfStyle({ font, fill, border, alignment, numFmt }: CellStyle): CellLook {
  const isFilled = fill !== undefined && fill.type === "pattern" && fill.pattern === "solid";
  return {
    format: numFmt ?? "",
    bold: font?.bold === true,
    italic: font?.italic === true,
    underline: font?.underline !== undefined && font.underline !== false,
    strike: font?.strikethrough === true,
    size: font?.size ?? 11,
    colour: rgbOf(font?.color),
    fill: isFilled ? rgbOf(fill.fgColor) : null,
    align: alignment?.horizontal ?? null,
    vertical: alignment?.vertical ?? null,
    wrap: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    edges: border === undefined ? noEdges : edgesOf(border),
  };
}

function edgesOf(border: NonNullable<CellStyle["border"]>): CellLook["edges"] {
  const edges: Partial<Record<(typeof sides)[number], EdgeLook>> = {};
  for (const side of sides) {
    const line = border[side];
    if (line !== undefined) edges[side] = { line: line.style, colour: rgbOf(line.color) };
  }
  return edges;
}

function rgbOf(colour: { readonly rgb?: string } | undefined): string | null {
  const rgb = colour?.rgb?.slice(-6).toUpperCase();
  return rgb !== undefined && /^[0-9A-F]{6}$/.test(rgb) ? rgb : null;
}
