import type { Table } from "../table";
import type { Region } from "./region";
import { extentOf } from "./row-tables";

/** How many rows above a table something beside it may begin. */
export const above = 3;

/** What tables leave of a sheet: the rows between them, and what stands left and right of them. */
export function freeRegions(rows: readonly (readonly unknown[])[], others: readonly Table[]): Region[] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const whole: Region = { top: 0, bottom: rows.length - 1, left: 0, right: width - 1 };
  const regions: Region[] = [];
  let top = 0;
  for (const band of bandsOf(others)) {
    regions.push({ ...whole, top, bottom: band.top - 1 });
    const beside = { ...whole, top: Math.max(top, band.top - above), bottom: band.bottom };
    regions.push({ ...beside, left: band.right + 1 }, { ...beside, right: band.left - 1 });
    top = band.bottom + 1;
  }
  return [...regions, { ...whole, top }];
}

/** Tables that have rows in common, as one. */
function bandsOf(tables: readonly Table[]): Region[] {
  const bands: Region[] = [];
  for (const extent of tables.map(extentOf).sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last === undefined || extent.top > last.bottom) bands.push(extent);
    else
      bands[bands.length - 1] = {
        top: last.top,
        bottom: Math.max(last.bottom, extent.bottom),
        left: Math.min(last.left, extent.left),
        right: Math.max(last.right, extent.right),
      };
  }
  return bands;
}
