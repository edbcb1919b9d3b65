import type { Steps } from "../../cells";
import type { Table } from "../table";
import { headerBlock } from "./header-block";
import { headerReader } from "./header-reader";
import { headersOn, itemHeadersOn } from "./header-parts";
import type { Recognising, Sited } from "./recognising";
import { meet } from "./region";
import type { Region, Span } from "./region";
import { rowTable } from "./row-table";
import { unnamedHeadersOn } from "./unnamed-header";

/** The tables found, and every one of the sheet that stands under a header row, above, below and beside each other. */
export function* rowTables(sited: Sited, others: readonly Table[], tools: Recognising): Steps<Table[]> {
  const found = [...others];
  yield* search(sited, tools, headersOn, found);
  yield* search(sited, tools, unnamedHeadersOn, found);
  return found;
}

/**
 * Tables of items that name no school, the whole sheet being one school's; where the sheet says a commune and no school, and
 * holds nothing else, they are found too, so that it is told.
 */
export function* itemTables(sited: Sited, others: readonly Table[], tools: Recognising): Steps<Table[]> {
  const found = [...others];
  yield* search(sited, tools, itemHeadersOn, found);
  return found
    .slice(others.length)
    .filter(
      ({ sheetSchool, sheetCommune }) =>
        sheetSchool !== null || (others.length === 0 && (sheetCommune?.commune ?? null) !== null),
    );
}

/** Adds to the tables found those whose headers stand in what these leave free. */
function* search(sited: Sited, tools: Recognising, headers: typeof headersOn, found: Table[]): Steps<void> {
  const { sheet } = sited;
  const reader = headerReader(tools);
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let row = 0; row < sheet.rows.length; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    for (const span of freeSpans(row, width, found))
      for (const part of headers(sheet, row, span, reader)) {
        const region = { ...freeAround(row, part, found, sheet.rows.length), left: span.left, right: part.until };
        const header = headerBlock(sheet, row, part, region, reader);
        if (found.some((table) => meet(extentOf(table), header))) continue;
        const names = part.names ?? null;
        const table = yield* rowTable(sited, header, region, found.map(extentOf), reader, tools, names);
        if (table !== null && !found.some((other) => meet(extentOf(other), extentOf(table)))) found.push(table);
      }
  }
}

/** A few milliseconds of looking for headers. */
const rowsBetweenPauses = 2048;

/** Where a table stands, header and body. */
export function extentOf({ headerTop, bodyBottom, left, right }: Table): Region {
  return { top: headerTop, bottom: bodyBottom, left, right };
}

/** The columns of a row that no table covers. */
function freeSpans(row: number, width: number, found: readonly Table[]): Span[] {
  const spans: Span[] = [];
  let left = 0;
  for (const table of coveringRow(row, found)) {
    if (table.left > left) spans.push({ left, right: table.left - 1 });
    left = Math.max(left, table.right + 1);
  }
  if (left < width) spans.push({ left, right: width - 1 });
  return spans;
}

function coveringRow(row: number, found: readonly Table[]): readonly Table[] {
  const covering = found.filter((table) => table.headerTop <= row && row <= table.bodyBottom);
  return covering.length > 1 ? covering.sort((a, b) => a.left - b.left) : covering;
}

/** The rows that a header and its body may have: below the tables above it. */
function freeAround(row: number, part: Span, found: readonly Table[], height: number): { top: number; bottom: number } {
  let top = 0;
  for (const table of found)
    if (table.bodyBottom < row && table.left <= part.right && part.left <= table.right)
      top = Math.max(top, table.bodyBottom + 1);
  return { top, bottom: height - 1 };
}
