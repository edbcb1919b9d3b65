import type { Table } from "../table";
import { acrossTable } from "./across-table";
import type { Recognising, Sited } from "./recognising";
import { belowLabels } from "./label-columns";
import { meet } from "./region";
import type { Region } from "./region";
import { extentOf } from "./row-tables";

/** How many rows above a table something beside it may begin. */
const above = 3;

/** Every table of a sheet with prestations down and schools across, where no other table stands. */
export function acrossTables(sited: Sited, others: readonly Table[], tools: Recognising): Table[] {
  const found: Table[] = [];
  const search = (region: Region): void => {
    if (region.left > region.right) return;
    const known = [...others, ...found].map(extentOf);
    const table = firstTable(sited, region, known, tools);
    if (table === null || known.some((extent) => meet(extent, extentOf(table)))) return;
    found.push(table);
    const beside = { ...region, top: Math.max(region.top, table.headerTop - above) };
    search({ ...beside, left: table.right + 1 });
    search({ ...beside, right: table.left - 1 });
    search({ ...region, top: table.bodyBottom + 1 });
  };
  for (const region of freeRegions(sited.sheet.rows, others)) search(region);
  return found;
}

/** A tariff, or what is left of a table above, hides no table below it. */
function firstTable(sited: Sited, region: Region, known: readonly Region[], tools: Recognising): Table | null {
  for (let top: number | null = region.top; top !== null && top <= region.bottom;) {
    const rest = { ...region, top };
    const table = acrossTable(sited, rest, known, tools);
    if (table !== null) return table;
    top = belowLabels(sited.sheet, rest, tools.readLabel);
  }
  return null;
}

/** What tables leave of a sheet: the rows between them, and what stands left and right of them. */
function freeRegions(rows: readonly (readonly unknown[])[], others: readonly Table[]): Region[] {
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
