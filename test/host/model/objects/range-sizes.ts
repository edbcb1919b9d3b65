import { HostError } from "../../host-object";
import { lastColumn, lastRow, type Area, type Areas } from "../state/area";
import { standardHeight, standardWidth } from "../state/sheet";
import { wholePixels } from "../state/widths";

/** The size that all rows or columns have; null where they differ. */
export function sizeOf(areas: Areas, read: (area: Area) => Iterable<number>): number | null {
  const sizes = new Set(areas.flatMap((area) => [...read(area)]));
  return sizes.size === 1 ? [...sizes][0]! : null;
}

export function* rowHeights({ sheet, top, bottom }: Area): Generator<number> {
  if (bottom === lastRow && sheet.rowHeights.size === 0 && sheet.hiddenRows.size === 0) return yield standardHeight;
  for (let row = top; row <= bottom; row++) yield sheet.heightOf(row);
}

export function* columnWidths({ sheet, left, right }: Area): Generator<number> {
  if (right === lastColumn && sheet.columnWidths.size === 0 && sheet.hiddenColumns.size === 0)
    return yield standardWidth;
  for (let column = left; column <= right; column++) yield sheet.widthOf(column);
}

/** Points; null takes the size back to the standard one. */
export function setRowHeight(areas: Areas, height: number | null): void {
  if (height !== null && (height < 0 || height > 409.5))
    throw new HostError("InvalidArgument", "A row is 0 to 409 points high.");
  for (const { sheet, top, bottom } of areas)
    if (height === null && bottom - top > sheet.rowHeights.size) {
      const usual = sheet.book.standardHeightIsOff ? standardHeight + 0.25 : null;
      for (const row of [...sheet.rowHeights.keys()])
        if (row >= top && row <= bottom) setOrDelete(sheet.rowHeights, row, usual);
    } else for (let row = top; row <= bottom; row++) setOrDelete(sheet.rowHeights, row, height);
}

export function setColumnWidth(areas: Areas, width: number | null): void {
  if (width !== null && (width < 0 || width > 255 * 5.25 + 4))
    throw new HostError("InvalidArgument", "A column is 0 to 255 characters wide.");
  for (const { sheet, left, right } of areas)
    for (let column = left; column <= right; column++) {
      // A column of no width is hidden, and another width shows it.
      if (width === 0) sheet.hiddenColumns.add(column);
      else sheet.hiddenColumns.delete(column);
      setOrDelete(sheet.columnWidths, column, width === null ? null : wholePixels(width));
    }
}

function setOrDelete(sizes: Map<number, number>, place: number, size: number | null): void {
  if (size === null) sizes.delete(place);
  else sizes.set(place, size);
}
