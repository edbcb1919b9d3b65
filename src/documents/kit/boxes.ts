import { empty, over, type PageCell } from "./cells";
import type { CellStyle } from "./model";
import type { Page } from "./page";
import { variant } from "./styles";

/** A line of a box. */
export interface BoxLine {
  readonly text: string;
  readonly style: CellStyle;
}

/** A frame over columns, both ends included, and what it says from its top. */
export interface Box {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly BoxLine[];
}

type Side = "top" | "bottom" | "left" | "right";

interface BoxesOptions {
  readonly line?: "thin" | "medium";
  /** Whether they never end a printed page. */
  readonly keep?: boolean;
}

/** Points left blank between a frame and what it says, above and below. */
const padding = 2;

/** Writes boxes side by side, as high as the one that says most, whose texts touch no frame; they stay on one page. */
export function writeBoxes(
  page: Page,
  boxes: readonly Box[],
  { line = "thin", keep = false }: BoxesOptions = {},
): void {
  const height = Math.max(...boxes.map(({ lines }) => lines.length));
  for (let row = 0; row < height; row += 1) {
    const cells: PageCell[] = [];
    for (const { from, to, lines } of boxes) {
      const { text, style } = lines[row] ?? { text: "", style: plain };
      const edges: Side[] = [
        ...(row === 0 ? ["top" as const] : []),
        ...(row === height - 1 ? ["bottom" as const] : []),
      ];
      for (let column = from + 1; column <= to; column += 1) {
        const own = [...edges, ...sides(column, from, to)];
        // A cell without a look is no cell.
        if (own.length > 0) cells[column] = empty(framed(plain, own, line));
      }
      const stood = height === 1 ? style : row === 0 ? bottomed(style) : topped(style);
      cells[from] = over(to - from + 1, text, framed(indented(stood), [...edges, ...sides(from, from, to)], line));
    }
    // Room left blank at the foot needs no more.
    const isLastSaid = row === height - 1 && boxes.some(({ lines }) => (lines[row]?.text ?? "") !== "");
    page.add(cells, keep || row < height - 1, (Number(row === 0) + Number(isLastSaid)) * padding);
  }
}

function sides(column: number, from: number, to: number): Side[] {
  return [...(column === from ? ["left" as const] : []), ...(column === to ? ["right" as const] : [])];
}

const framedStyles = new WeakMap<CellStyle, Map<string, CellStyle>>();
const plain: CellStyle = {};

const indented = variant({ indent: 1, align: "left" });
const topped = variant({ vertical: "top" });
const bottomed = variant({ vertical: "bottom" });

/** One object for the cells that look alike, so that a door draws it once. */
function framed(style: CellStyle, edges: readonly Side[], line: "thin" | "medium"): CellStyle {
  let known = framedStyles.get(style);
  if (known === undefined) framedStyles.set(style, (known = new Map()));
  const key = [line, ...edges].join();
  let result = known.get(key);
  if (result === undefined)
    known.set(key, (result = { ...style, borders: Object.fromEntries(edges.map((edge) => [edge, line])) }));
  return result;
}
