import { cellName, commentAt, fillAt, fontColourAt, isStruck, widthOf, type SheetCells } from "../../src/cells";

/** How the cells of a sheet are marked, and what their comments say, by their names; places up to `AZ100`. */
export function marksOf(sheet: SheetCells) {
  const [height, width] = [Math.max(sheet.rows.length, 100), Math.max(widthOf(sheet.rows), 52)];
  const places = Array.from({ length: height * width }, (_, at) => [Math.floor(at / width), at % width] as const);
  const named = (told: typeof fillAt) =>
    Object.fromEntries(
      places.flatMap(([row, column]) => {
        const found = told(sheet, row, column);
        return found === null ? [] : [[cellName(row, column), found]];
      }),
    );
  return {
    fills: named(fillAt),
    fonts: named(fontColourAt),
    struck: places.filter((place) => isStruck(sheet, ...place)).map((place) => cellName(...place)),
    comments: named(commentAt),
  };
}
