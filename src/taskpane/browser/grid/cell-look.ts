import { cellAt, CellError, holds, remembered, type CellBlock, type SheetCells } from "../../../cells";
import type { BarsLook, CellLook, EdgeLook, SheetLook } from "../../../workbook/files";
import { noResult, type CellTexts } from "./cell-text";
import type { SheetLayout } from "./sheet-layout";

/** The marks of cells, besides the formats of the file. */
export interface CellMarks {
  /** Returns the classes of the marks of a cell. */
  readonly classesOf: (row: number, column: number) => string;
  /** Returns the text of the marks of a cell; empty without marks. */
  readonly textOf: (row: number, column: number) => string;
}

/** A sheet with everything that drawing its cells requires. */
export interface DrawnSheet {
  readonly sheet: SheetCells;
  readonly look: SheetLook | null;
  readonly layout: SheetLayout;
  readonly texts: CellTexts;
  readonly rules: StyleRules;
  readonly marks: CellMarks;
}

/** The cells that an element represents, and the part of them that it shows. */
export interface DrawnCell {
  readonly block: CellBlock;
  /** The row of the element, which is not that of the first merged cell when that cell is out of view. */
  readonly row: number;
  readonly column: number;
  /** Whether another element of the same merged cells shows its text. */
  readonly isBlank: boolean;
  /** Whether the same merged cells continue in the row below, as another element. */
  readonly goesOn: boolean;
  /** Width in pixels of the cell and of the blank ones that its text may overflow into; 0 when there are none. */
  readonly room: number;
}

/** Returns the classes of the element of a cell, which shows `text`. */
export function classesOf(drawn: DrawnSheet, place: DrawnCell, text: string): string {
  const { sheet, look, rules } = drawn;
  const { top, left } = place.block;
  const own = look?.look(top, left) ?? null;
  const value = cellAt(sheet, top, left);
  const names = [
    own !== null && rules.classOfLook(own),
    rules.classOf(edges(drawn, place, own)),
    typeof value === "number" && rules.classOf(barBehind(drawn, top, left, value)),
    typeof value === "number" && "number",
    typeof value === "boolean" && "centred",
    (value instanceof CellError || text === noResult) && "error",
    (sheet.hiddenRows.has(place.row) || sheet.hiddenColumns.has(place.column)) && "masked",
    isHeading(sheet, top, left) && "heading",
    !place.isBlank && drawn.marks.classesOf(top, left),
  ];
  return names.filter(Boolean).join(" ");
}

function edges({ look, layout }: DrawnSheet, { block, row, column, goesOn }: DrawnCell, own: CellLook | null): string {
  if (goesOn) return "border-bottom: 0";
  if (look === null) return "";
  const { bottom, right } = block;
  const nextRow = layout.rows.shownFrom(bottom + 1, 1) ?? -1;
  const nextColumn = layout.columns.shownFrom(right + 1, 1) ?? -1;
  const below = look.look(bottom, column)?.edges.bottom ?? look.look(nextRow, column)?.edges.top;
  const beside = look.look(row, right)?.edges.right ?? look.look(row, nextColumn)?.edges.left;
  return edgesOf(below, beside, !look.hasGridlines || own?.fill != null);
}

/** Returns the declarations of the bar behind the number of a cell; empty without a bar. */
export function barBehind(
  { sheet, look }: Pick<DrawnSheet, "sheet" | "look">,
  row: number,
  column: number,
  value: number,
): string {
  const bars = look?.bars.find(({ block }) => holds(block, row, column));
  if (bars === undefined) return "";
  const { top, bottom, left, right } = bars.block;
  let highest = 0;
  for (let r = top; r <= bottom; r++)
    for (let c = left; c <= right; c++) {
      const other = cellAt(sheet, r, c);
      if (typeof other === "number") highest = Math.max(highest, other);
    }
  return barOf(bars, value, highest);
}

/** Returns whether a cell is a title of an Excel table, whose look comes from the table and not from the cell. */
function isHeading({ tables }: SheetCells, row: number, column: number): boolean {
  return tables.some(({ block }) => block.top === row && block.left <= column && column <= block.right);
}

/** The font size that corresponds to the page's own size. */
const baseSize = 11;
const horizontal: Readonly<Record<string, string>> = {
  left: "left",
  right: "right",
  center: "center",
  centerContinuous: "center",
  justify: "left",
  distributed: "center",
};
const vertical: Readonly<Record<string, string>> = {
  top: "top",
  center: "middle",
  justify: "top",
  distributed: "middle",
};

/** On a dark screen, lightness is inverted and each colour keeps its hue; `l` is the lightness in the file. */
const paperAtNight = "calc(0.92 - 0.7 * l)";
const inkAtNight = "calc(1.05 - 0.6 * l)";

/** Returns a colour of a file as the screen has it, light or dark. */
function onScreen(colour: string, lightness: string): string {
  return `light-dark(#${colour}, oklch(from #${colour} ${lightness} c h))`;
}

/** Returns whether a colour is nearer to black than to white, to the eye. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** The CSS of the line styles of a file, as the page draws them. */
const lines: Readonly<Record<string, string>> = {
  hair: "1px dotted",
  dotted: "1px dotted",
  thin: "1px solid",
  dashed: "1px dashed",
  dashDot: "1px dashed",
  dashDotDot: "1px dashed",
  medium: "2px solid",
  mediumDashed: "2px dashed",
  mediumDashDot: "2px dashed",
  mediumDashDotDot: "2px dashed",
  slantDashDot: "2px dashed",
  thick: "3px solid",
  double: "3px double",
};

/** Returns the declarations of the look of a cell: font, colours, alignment. */
export function declarationsOf(look: CellLook): string {
  const { bold, italic, underline, strike, size, colour, fill, align, wrap, indent } = look;
  const decorations = [underline && "underline", strike && "line-through"].filter(Boolean);
  const aligned = horizontal[align ?? ""];
  // White text on a dark colour is readable on a dark screen unchanged.
  const isAsIs = fill !== null && isDark(fill);
  return declared({
    "font-weight": bold && "700",
    "font-style": italic && "italic",
    "text-decoration": decorations.length > 0 && decorations.join(" "),
    "font-size": size !== baseSize && `${(size / baseSize).toFixed(3)}em`,
    color: colour !== null && (isAsIs ? `#${colour}` : onScreen(colour, inkAtNight)),
    "background-color": fill !== null && (isAsIs ? `#${fill}` : onScreen(fill, paperAtNight)),
    "text-align": aligned !== undefined && aligned,
    "vertical-align": vertical[look.vertical ?? ""] ?? false,
    "white-space": wrap && "pre-wrap",
    [align === "right" ? "padding-right" : "padding-left"]: indent > 0 && `${(indent * 0.65 + 0.25).toFixed(2)}em`,
  });
}

/**
 * Returns the declarations of the lines at the bottom and the right of a cell: its own, else those of the next cells on
 * that side. Over a colour, or in a sheet that hides the grid, the lines of the grid are not drawn.
 */
export function edgesOf(below: EdgeLook | undefined, right: EdgeLook | undefined, hidesGrid: boolean): string {
  return declared({
    "border-bottom": lineOf(below) ?? (hidesGrid && "0"),
    "border-right": lineOf(right) ?? (hidesGrid && "0"),
  });
}

/** Returns the CSS of a border of a file, from a table of line styles; null without a border. */
export function lineOf(edge: EdgeLook | undefined, drawn = lines): string | null {
  return edge === undefined
    ? null
    : `${drawn[edge.line] ?? "1px solid"} ${onScreen(edge.colour ?? "000000", inkAtNight)}`;
}

/** Returns the declarations of the bar behind a number, of which the highest fills its cell. */
export function barOf({ colour }: BarsLook, value: number, highest: number): string {
  const part = highest > 0 ? Math.round((Math.max(0, value) / highest) * 100) : 0;
  return part === 0
    ? ""
    : `background-image: linear-gradient(to right, ${onScreen(colour, paperAtNight)} ${part}%, transparent ${part}%)`;
}

function declared(values: Readonly<Record<string, string | false>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === false ? [] : [`${name}: ${value}`]))
    .join("; ");
}

/**
 * A style sheet with one class for each distinct look, added when it is first needed. The page's policy forbids styles
 * in elements.
 */
export class StyleRules {
  private readonly sheet = new CSSStyleSheet();
  private readonly classes = new Map<string, string>();
  private readonly looks = new WeakMap<CellLook, string>();
  private readonly named = new Map<string, CSSStyleRule>();

  /** `scope`: the selector inside which the classes apply. */
  constructor(private readonly scope: string) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  /** Removes its classes, whose names another style sheet may use. */
  stop(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.sheet);
  }

  /** Returns the class of some declarations, made the first time; empty without declarations. */
  classOf(declarations: string): string {
    if (declarations === "") return "";
    return remembered(this.classes, declarations, () => {
      const name = `look-${this.classes.size}`;
      this.add(name, declarations);
      return name;
    });
  }

  /** Returns the class of the look of a cell. */
  classOfLook(look: CellLook): string {
    const name = this.looks.get(look) ?? this.classOf(declarationsOf(look));
    this.looks.set(look, name);
    return name;
  }

  /** Replaces the declarations of a class. */
  set(name: string, declarations: string): void {
    const rule = remembered(this.named, name, () => this.add(name, ""));
    if (rule.style.cssText !== declarations) rule.style.cssText = declarations;
  }

  private add(name: string, declarations: string): CSSStyleRule {
    const { sheet, scope } = this;
    const at = sheet.insertRule(`${scope} .${name} { ${declarations} }`, sheet.cssRules.length);
    return sheet.cssRules[at] as CSSStyleRule;
  }
}
