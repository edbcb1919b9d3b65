import type { Table } from "../table";
import { acrossTable } from "./across-table";
import type { Recognising, Sited } from "./recognising";
import { belowLabels } from "./label-columns";
import { above, freeRegions } from "./free-regions";
import { meet } from "./region";
import type { Region } from "./region";
import { extentOf } from "./row-tables";

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
