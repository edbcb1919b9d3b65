import { empty, over, type PageCell } from "./cells";
import type { CellStyle } from "./model";
import type { Page } from "./page";

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

/** Writes boxes side by side, as high as the one that says most; they stay on one page. */
export function writeBoxes(
  page: Page,
  boxes: readonly Box[],
  { line = "thin", keep = false }: BoxesOptions = {},
): void {
  const height = Math.max(...boxes.map(({ lines }) => lines.length));
  for (let row = 0; row < height; row += 1) {
    const cells: PageCell[] = [];
    for (const { from, to, lines } of boxes) {
      const { text, style } = lines[row] ?? { text: "", style: {} };
      const edges: Side[] = [
        ...(row === 0 ? ["top" as const] : []),
        ...(row === height - 1 ? ["bottom" as const] : []),
      ];
      for (let column = from + 1; column <= to; column += 1) {
        const own = [...edges, ...sides(column, from, to)];
        // A cell without a look is no cell.
        if (own.length > 0) cells[column] = empty(framed(plain, own, line));
      }
      cells[from] = over(to - from + 1, text, framed(style, [...edges, ...sides(from, from, to)], line));
    }
    page.add(cells, keep || row < height - 1);
  }
}

function sides(column: number, from: number, to: number): Side[] {
  return [...(column === from ? ["left" as const] : []), ...(column === to ? ["right" as const] : [])];
}

const framedStyles = new WeakMap<CellStyle, Map<string, CellStyle>>();
const plain: CellStyle = {};

/** One object for the cells that look alike, so that a door draws it once. */
function framed(style: CellStyle, edges: readonly Side[], line: "thin" | "medium"): CellStyle {
  const base = Object.keys(style).length === 0 ? plain : style;
  let known = framedStyles.get(base);
  if (known === undefined) framedStyles.set(base, (known = new Map()));
  const key = [line, ...edges].join();
  let result = known.get(key);
  if (result === undefined)
    known.set(key, (result = { ...base, borders: Object.fromEntries(edges.map((edge) => [edge, line])) }));
  return result;
}
