import { HostError, type Wire } from "../../host-object";
import { meets, type Area, type Areas } from "../state/area";
import { bordered, type Line, type Side } from "../state/style";
import { colorOf, defineClass, numberOf, oneOf } from "./define";
import { ofAreas } from "./guards";
import { common } from "./styles-of-areas";

type Edge = { readonly areas: Areas; readonly index: string };

/** The cells of each edge, and the side of them that it is. */
const edges: Readonly<Record<string, { readonly side: Side; readonly cells: (area: Area) => Area }>> = {
  EdgeTop: { side: "top", cells: (area) => ({ ...area, bottom: area.top }) },
  EdgeBottom: { side: "bottom", cells: (area) => ({ ...area, top: area.bottom }) },
  EdgeLeft: { side: "left", cells: (area) => ({ ...area, right: area.left }) },
  EdgeRight: { side: "right", cells: (area) => ({ ...area, left: area.right }) },
  InsideHorizontal: { side: "bottom", cells: (area) => ({ ...area, bottom: area.bottom - 1 }) },
  InsideVertical: { side: "right", cells: (area) => ({ ...area, right: area.right - 1 }) },
};
const edgeNames = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

export const rangeBorders = defineClass<Areas>("RangeBorderCollection", {
  ...ofAreas,
  get: { count: () => edgeNames.length, tintAndShade: () => 0 },
  items: (areas) => edgeNames.map((index) => rangeBorder({ areas, index })),
  item: (areas, key) => borderAt(areas, key),
  call: {
    getItem: (areas, key) => borderAt(areas, key as Wire),
    getItemAt: (areas, place) => borderAt(areas, edgeNames[numberOf(place, "index")] ?? ""),
  },
});

function borderAt(areas: Areas, key: Wire): ReturnType<typeof rangeBorder> {
  if (!edgeNames.includes(key as string)) throw new HostError("InvalidArgument", `${String(key)} is no border.`);
  return rangeBorder({ areas, index: key as string });
}

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;
const thin: Line = { style: "Continuous", weight: "Thin", color: null };

const rangeBorder = defineClass<Edge>("RangeBorder", {
  present: ({ areas }) => ofAreas.present(areas),
  writable: ({ areas }) => ofAreas.writable(areas),
  id: ({ index }) => index,
  get: {
    sideIndex: ({ index }) => index,
    style: (edge) => lineOf(edge, (line) => line?.style ?? "None"),
    weight: (edge) => lineOf(edge, (line) => line?.weight ?? "Thin"),
    color: (edge) => lineOf(edge, (line) => `#${line?.color ?? "000000"}`),
    tintAndShade: () => 0,
  },
  set: {
    style: (edge, value) => {
      const style = oneOf(value, lineStyles, "style");
      setLine(edge, (line) => restyledLine(line ?? thin, style));
    },
    weight: (edge, value) => {
      const weight = oneOf(value, weights, "weight");
      setLine(edge, (line) => ({ ...(line ?? thin), weight }));
    },
    color: (edge, value) => {
      const color = colorOf(value);
      setLine(edge, (line) => ({ ...(line ?? thin), color }));
    },
  },
});

/** A double line has the weight of a thick one; a single one drawn in its place is thin. */
function restyledLine(line: Line, style: string): Line | null {
  if (style === "None") return null;
  if (style === "Double") return { ...line, style, weight: "Thick" };
  return { ...line, style, weight: line.style === "Double" ? "Thin" : line.weight };
}

/** Diagonals are not drawn here: they are never there. */
function cellsOf({ areas, index }: Edge): Areas {
  const edge = edges[index];
  return edge === undefined
    ? []
    : areas.map(edge.cells).filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
}

function lineOf(edge: Edge, read: (line: Line | undefined) => string): string | null {
  const side = edges[edge.index]?.side;
  if (side === undefined || cellsOf(edge).length === 0) return read(undefined);
  return common(cellsOf(edge), (style) => read(style.borders[side]));
}

function setLine(edge: Edge, change: (line: Line | undefined) => Line | null): void {
  const side = edges[edge.index]?.side;
  if (side === undefined) throw new HostError("NotImplemented", "The host draws no diagonal.");
  for (const area of cellsOf(edge)) {
    if (area.sheet.book.mergesLoseLooks && area.sheet.merges.some((block) => meets(block, area))) continue;
    area.sheet.grid.restyle(area, (style) => bordered(style, side, change(style.borders[side])));
  }
}
