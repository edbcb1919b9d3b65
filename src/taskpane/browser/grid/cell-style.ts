import type { BarsLook, CellLook, EdgeLook } from "../../../workbook/files";

/** The size that a page's own size of text stands for. */
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

/** Lines of a file, as the page draws them. */
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

/** Returns the declarations of what a cell holds: its characters, its colours, where it stands. */
export function declarationsOf(look: CellLook): string {
  const { bold, italic, underline, strike, size, colour, fill, align, wrap, indent } = look;
  const decorations = [underline && "underline", strike && "line-through"].filter(Boolean);
  const aligned = horizontal[align ?? ""];
  return declared({
    "font-weight": bold && "700",
    "font-style": italic && "italic",
    "text-decoration": decorations.length > 0 && decorations.join(" "),
    "font-size": size !== baseSize && `${(size / baseSize).toFixed(3)}rem`,
    color: colour !== null && `#${colour}`,
    "background-color": fill !== null && `#${fill}`,
    "text-align": aligned !== undefined && aligned,
    "vertical-align": vertical[look.vertical ?? ""] ?? false,
    "white-space": wrap && "pre-wrap",
    [align === "right" ? "padding-right" : "padding-left"]: indent > 0 && `${(indent * 0.65 + 0.25).toFixed(2)}rem`,
  });
}

/**
 * Returns the declarations of the lines below a cell and at its right: its own, else those that the next cells have on that side. Over a
 * colour, or in a sheet that hides them, the lines of the grid are not seen.
 */
export function edgesOf(below: EdgeLook | undefined, right: EdgeLook | undefined, hidesGrid: boolean): string {
  return declared({
    "border-bottom": lineOf(below) ?? (hidesGrid && "0"),
    "border-right": lineOf(right) ?? (hidesGrid && "0"),
  });
}

function lineOf(edge: EdgeLook | undefined): string | null {
  return edge === undefined ? null : `${lines[edge.line] ?? "1px solid"} #${edge.colour ?? "000000"}`;
}

/** Returns the declarations of the bar behind a number, of which the highest fills its cell. */
export function barOf({ colour }: BarsLook, value: number, highest: number): string {
  const part = highest > 0 ? Math.round((Math.max(0, value) / highest) * 100) : 0;
  return part === 0 ? "" : `background-image: linear-gradient(to right, #${colour} ${part}%, transparent ${part}%)`;
}

function declared(values: Readonly<Record<string, string | false>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === false ? [] : [`${name}: ${value}`]))
    .join("; ");
}
