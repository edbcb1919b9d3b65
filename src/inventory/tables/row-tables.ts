import type { SheetCells, Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { kinshipOf } from "../../tariff";
import { correct } from "../choices";
import {
  columnOf,
  meet,
  scoreOf,
  type Column,
  type Recognising,
  type Region,
  type Sited,
  type Span,
  type Table,
} from "../table";
import type { Layout } from "../types";
import { parseQuantity } from "../words/values";
import { chooseByContent, namesInside } from "./column-choice";
import { headedSchools } from "./column-contents";
import { headerTexts, readColumn } from "./column-headings";
import { communeShare, isRegister } from "./column-statistics";
import { headersOn, itemHeadersOn, unnamedHeadersOn } from "./header-parts";
import { headerBlock, headerReader, type HeaderReader } from "./header-rows";
import { settleColumns } from "./resolve-columns";
import { bodyEnd, overPageBreaks, withoutAfterword } from "./table-body";
import { listsMachines, subjectReader, underSubject } from "./table-kinds";
import { contextOf, sheetCommune, sheetSchool } from "./table-titles";

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

/** The table under a header, inside a region and beside other tables, understood; null where it names no schools. */
export function* rowTable(
  sited: Sited,
  header: Region,
  region: Region,
  others: readonly Region[],
  reader: HeaderReader,
  tools: Recognising,
  namesIn: number | null = null,
): Steps<Table | null> {
  const { sheet } = sited;
  const block = withUntitledCommune(sheet, header, region, tools);
  const context = contextOf(sheet, block, others);
  const headers = headerTexts(sheet, block);
  const own = headers.map((texts) => readColumn(texts, tools.readLabel, context.pupils));
  const around = [...context.titles.map(({ text }) => text).reverse(), sheet.name];
  const subject = underSubject(headers, own, around, tools.readLabel, context.pupils);
  const readLabel = subjectReader(tools.readLabel, subject?.text ?? null);
  const read = (subject?.columns ?? own)
    .map((column): Column => (column.index === namesIn ? { ...column, role: { kind: "commune" }, rank: 2 } : column))
    .map((column) => correct(column, sheet, tools.corrections, tools.words, tools.grid));
  const names = read
    .filter((column) => ["commune", "school", "entity", "location"].includes(column.role.kind))
    .map((column) => column.index);
  const bodyTop = block.bottom + 1;
  const { asides, ...end } = yield* overPageBreaks(sheet, block, context.titles, region.bottom, (again) =>
    bodyEnd(sheet, again, names, region.bottom, reader),
  );
  const bodyBottom = withoutAfterword({ sheet, columns: read, span: block, top: bodyTop, ...end, ...tools });
  yield;
  const machines = listsMachines(subject, read, tools.readLabel);
  const chosen = chooseByContent(read, {
    sheet,
    bodyTop,
    bodyBottom,
    asides,
    ...tools,
    readLabel,
    pupils: context.pupils,
    machines,
  });
  if (!namesSchools(sheet, chosen, bodyTop, bodyBottom, tools.readLabel)) return null;
  yield;
  const listed = chosen.filter((column) => column.role.kind === "pupil");
  const pupilList = listed.length >= 2 || listed.some((column) => column.rank === namesInside);
  const labelled = columnOf({ columns: chosen }, "label") !== null || machines;
  const { columns, anomalies }: { columns: readonly Column[]; anomalies: Anomaly[] } = pupilList
    ? { columns: chosen, anomalies: [] }
    : settleColumns(headedSchools(chosen, sheet, bodyTop, bodyBottom, tools.directory), {
        sheet,
        bodyTop,
        bodyBottom,
        asides,
        ...tools,
        labelled,
      });
  const layout = pupilList ? "pupil-list" : layoutOf(columns, labelled, context.pupils);
  const located = columns.some(
    (column) => column.role.kind === "commune" || column.role.kind === "entity" || column.role.kind === "insee",
  );
  const inLocation = columnOf({ columns }, "location") !== null;
  const named = located || inLocation || columnOf({ columns }, "school") !== null;
  return {
    ...sited,
    layout,
    kind: layout === "headcounts" || layout === "pupil-list" ? "headcounts" : "inventory",
    kindWords: "",
    left: block.left,
    right: Math.max(block.right, ...columns.map((column) => column.index)),
    headerTop: block.top,
    headerBottom: block.bottom,
    bodyTop,
    bodyBottom,
    asides,
    columns,
    sheetCommune: located || inLocation ? null : sheetCommune(sheet, context, tools.directory),
    subject: subject?.text ?? null,
    sheetSchool: named ? null : sheetSchool(sheet, context, block.top, block.left),
    year: null,
    anomalies,
    score: scoreOf(columns),
  };
}

/** With so many more names than numbers, a column is one of names. */
const enough = 20;

/** The header with a column of communes to its left, where that one has no title. */
function withUntitledCommune(sheet: SheetCells, block: Region, region: Region, tools: Recognising): Region {
  const left = block.left - 1;
  if (left < region.left) return block;
  const share = communeShare(sheet, left, block.bottom + 1, region.bottom, tools.directory);
  return share >= 0.5 ? { ...block, left } : block;
}

/** False where the school's column holds numbers above all: « Groupe scolaire » then heads quantities, and schools stand across. */
function namesSchools(
  sheet: SheetCells,
  columns: readonly Column[],
  top: number,
  bottom: number,
  readLabel: Recognising["readLabel"],
): boolean {
  const school = columnOf({ columns }, "school");
  if (school === null) return true;
  // « En service », « Qté totale » under the school's name.
  const saysNature = (text: string): boolean => {
    const { label, complete, nature } = readLabel(text);
    const isTotal = label.kind === "ambiguous" && label.words === "total";
    return isTotal || (label.kind === "none" && complete && nature !== null);
  };
  let numbers = 0;
  let natures = 0;
  let names = 0;
  for (let row = top; row <= bottom && names - numbers < enough; row += 1) {
    const cell = sheet.rows[row]?.[school.index];
    if (typeof cell === "number") numbers += 1;
    else if (typeof cell === "string" && cell.trim() !== "" && parseQuantity(cell).kind === "bad") {
      if (saysNature(cell)) natures += 1;
      else names += 1;
    }
  }
  return names === 0 ? numbers + natures === 0 : names >= numbers;
}

function layoutOf(columns: readonly Column[], labelled: boolean, pupils: boolean): Layout {
  if (labelled) {
    const counted = columns.some(isQuantity) || (columns.some(isUnclear) && !isRegister(columns));
    return counted ? "item-rows" : "machine-rows";
  }
  const equipment = columns.some(
    (column) =>
      (column.role.kind === "count" && column.role.code !== "PORTAIL") ||
      column.role.kind === "untariffed" ||
      column.role.kind === "installed-on" ||
      (column.role.kind === "refused" && !pupils && kinshipOf(column.header) !== "pupils"),
  );
  return equipment ? "school-rows" : "headcounts";
}

/** A quantity, or what is refused for want of knowing which one it is: its rows are not one machine each. */
function isQuantity({ role }: Column): boolean {
  return role.kind === "count" || (role.kind === "refused" && (role.why === "ambiguous" || role.why === "twice"));
}

function isUnclear({ role }: Column): boolean {
  return role.kind === "refused" && role.why === "unclear";
}

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
