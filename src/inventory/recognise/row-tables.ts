import type { Table } from "../table";
import { headerBlock } from "./header-block";
import type { HeaderReader } from "./header-cells";
import { headersOn } from "./header-parts";
import type { Recognising, Sited } from "./recognising";
import { meet } from "./region";
import type { Region, Span } from "./region";
import { rowTable } from "./row-table";

/** Every table of a sheet that stands under a header row, above, below and beside each other. */
export function rowTables(sited: Sited, tools: Recognising): Table[] {
  const { sheet } = sited;
  const reader: HeaderReader = {
    readLabel: tools.readLabel,
    isCommune: (text) => tools.directory.find(text).kind !== "unknown",
  };
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const found: Table[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1)
    for (const span of freeSpans(row, width, found))
      for (const part of headersOn(sheet, row, span, reader)) {
        const region = { ...freeAround(row, part, found, sheet.rows.length), left: span.left, right: part.until };
        const header = headerBlock(sheet, row, part, region, reader);
        if (found.some((table) => meet(extentOf(table), header))) continue;
        const table = rowTable(sited, header, region, found.map(extentOf), tools);
        if (table !== null) found.push(table);
      }
  return found;
}

/** Where a table stands, header and body. */
export function extentOf({ headerTop, bodyBottom, left, right }: Table): Region {
  return { top: headerTop, bottom: bodyBottom, left, right };
}

/** The columns of a row that no table found above covers. */
function freeSpans(row: number, width: number, found: readonly Table[]): Span[] {
  const spans: Span[] = [];
  let left = 0;
  const covering = found.filter((table) => table.bodyBottom >= row).sort((a, b) => a.left - b.left);
  for (const table of covering) {
    if (table.left > left) spans.push({ left, right: table.left - 1 });
    left = Math.max(left, table.right + 1);
  }
  if (left < width) spans.push({ left, right: width - 1 });
  return spans;
}

/** The rows that a header and its body may have: below the tables above it. */
function freeAround(row: number, part: Span, found: readonly Table[], height: number): { top: number; bottom: number } {
  let top = 0;
  for (const table of found)
    if (table.bodyBottom < row && table.left <= part.right && part.left <= table.right)
      top = Math.max(top, table.bodyBottom + 1);
  return { top, bottom: height - 1 };
}
