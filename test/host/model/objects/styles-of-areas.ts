import type { Wire } from "../../host-object";
import { isEntireColumn, isEntireRow, type Areas } from "../state/area";
import { restyler, type Style } from "../state/style";

/** What all cells say; null where they differ. Whole rows and columns are asked about where they are in use. */
export function common<T extends Wire>(areas: Areas, read: (style: Style) => T): T | null {
  let found: T | undefined;
  for (const area of areas) {
    const { grid } = area.sheet;
    const [columns, rows] = [isEntireColumn(area), isEntireRow(area)];
    const used = columns || rows ? grid.used(true) : null;
    const bottom = columns ? Math.max(area.top, used?.bottom ?? 0) : area.bottom;
    const right = rows ? Math.max(area.left, used?.right ?? 0) : area.right;
    for (let row = area.top; row <= bottom; row++)
      for (let column = area.left; column <= right; column++) {
        const value = read(grid.style(row, column));
        if (found === undefined) found = value;
        else if (found !== value) return null;
      }
  }
  return found ?? null;
}

export function restyle(areas: Areas, patch: Partial<Style>): void {
  const change = restyler(patch);
  for (const area of areas) area.sheet.grid.restyle(area, change);
}
