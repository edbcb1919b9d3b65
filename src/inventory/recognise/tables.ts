import { fold } from "../../cells";
import type { Cell, SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import type { MappingCorrection } from "../../options";
import type { Campaign, CommuneDirectory, Grid } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Column, Table } from "../table";
import { columnOf } from "../table";
import type { Layout, SheetRef } from "../types";
import { findAcross } from "./across";
import { readColumn } from "./columns";
import { contextOf } from "./context";
import type { Context } from "./context";
import { correct } from "./corrections";
import { anchors } from "./header-cells";
import type { HeaderReader } from "./header-cells";
import type { HeaderBlock, Region } from "./header-rows";
import { findHeader, isHeaderRow } from "./header-rows";
import { headerTexts } from "./header-texts";
import { chooseByContent, namesInside } from "./content";
import { structuralRole } from "./roles";
import { settleColumns } from "./settle";
import { sheetCommune } from "./sheet-commune";
import { communeShare, holdsNumbers } from "./vote";
import { readQuantity } from "../read/quantity";

/** What recognising needs besides the sheet. */
export interface Recognising {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly directory: CommuneDirectory;
  readonly readLabel: HeaderReader["readLabel"];
  readonly corrections: readonly MappingCorrection[];
}

/** Roles that make a table one of ours; a list of schools alone bills nothing. */
const billable: ReadonlySet<string> = new Set(["count", "part", "label", "untariffed", "refused"]);

/** Every table of a sheet that holds an inventory or headcounts, from top to bottom and left to right. */
export function findTables(sheet: SheetCells, ref: SheetRef, date1904: boolean, tools: Recognising): Table[] {
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const whole: Region = { top: 0, bottom: sheet.rows.length - 1, left: 0, right: width - 1 };
  const found: Table[] = [];
  const search = (region: Region): void => {
    if (region.top > region.bottom || region.left > region.right) return;
    const table = rowTable(sheet, ref, date1904, region, tools) ?? acrossTable(sheet, ref, date1904, region, tools);
    if (table === null || found.some((known) => overlaps(known, table))) return;
    found.push(table);
    const beside = { ...region, top: Math.max(region.top, table.headerTop - 3), lastHeader: table.bodyBottom };
    search({ ...beside, left: table.right + 1 });
    search({ ...beside, right: table.left - 1 });
    search(below(table, region, found));
  };
  search(whole);
  return found
    .filter((table) => table.columns.some((column) => billable.has(column.role.kind)) || table.layout === "pupil-list")
    .sort((a, b) => a.headerTop - b.headerTop || a.left - b.left);
}

function overlaps(a: Table, b: Table): boolean {
  return a.headerTop <= b.bodyBottom && b.headerTop <= a.bodyBottom && a.left <= b.right && b.left <= a.right;
}

/** What lies under a table, as wide as the tables beside it that reach further down leave it. */
function below(table: Table, region: Region, found: readonly Table[]): Region {
  let { left, right } = region;
  for (const other of found) {
    if (other === table || other.bodyBottom <= table.bodyBottom || other.headerTop > table.bodyBottom) continue;
    if (other.left > table.right) right = Math.min(right, other.left - 1);
    if (other.right < table.left) left = Math.max(left, other.right + 1);
  }
  return { ...region, top: table.bodyBottom + 1, left, right };
}

/** The last row of a body: before the next header in the same columns, else the last non-blank one. */
function bodyEnd(
  sheet: SheetCells,
  block: HeaderBlock,
  region: Region,
  anchorColumns: readonly number[],
  reader: HeaderReader,
): number {
  let last = block.bottom;
  for (let row = block.bottom + 1; row <= region.bottom; row += 1) {
    const cells = sheet.rows[row];
    if (cells === undefined) continue;
    // Rows repeat by the thousand; a header is only looked for where the anchors are blank or are header words.
    const blank = anchorColumns.every((column) => (cells[column] ?? null) === null);
    if (blank || anchorColumns.some((column) => isAnchorWord(cells[column] ?? null)))
      if (isHeaderRow(cells, block.left, block.right, reader)) return last;
    for (let column = block.left; column <= block.right; column += 1) {
      const cell = cells[column] ?? null;
      if (cell !== null && cell !== "") {
        last = row;
        break;
      }
    }
  }
  return last;
}

function isAnchorWord(cell: Cell): boolean {
  const role = typeof cell === "string" ? structuralRole(cell)?.role : undefined;
  return role !== undefined && anchors.has(role);
}

function rowTable(
  sheet: SheetCells,
  ref: SheetRef,
  date1904: boolean,
  region: Region,
  tools: Recognising,
): Table | null {
  const reader = {
    readLabel: tools.readLabel,
    isCommune: (text: string) => tools.directory.find(text).kind !== "unknown",
  };
  const header = findHeader(sheet, region, reader);
  if (header === null) return null;
  const block = withUntitledCommune(sheet, header, region, tools);
  const context = contextOf(sheet, block.top, block.left, block.right);
  const read = headerTexts(sheet, block)
    .map((texts) => readColumn(texts, tools.readLabel, context.pupils))
    .map((column) => correct(column, sheet, tools.corrections, tools.grid));
  const anchorColumns = read
    .filter((column) => ["commune", "school", "entity", "location"].includes(column.role.kind))
    .map((column) => column.index);
  const bodyTop = block.bottom + 1;
  const bodyBottom = bodyEnd(sheet, block, region, anchorColumns.length > 0 ? anchorColumns : [block.left], reader);
  const chosen = chooseByContent(read, {
    sheet,
    bodyTop,
    bodyBottom,
    readLabel: tools.readLabel,
    directory: tools.directory,
    pupils: context.pupils,
  });
  if (!namesSchools(sheet, chosen, bodyTop, bodyBottom)) return null;
  const listed = chosen.filter((column) => column.role.kind === "pupil");
  const pupilList = listed.length >= 2 || listed.some((column) => column.rank === namesInside);
  const labelled = columnOf({ columns: chosen }, "label") !== null;
  const { columns, anomalies } = pupilList
    ? { columns: chosen, anomalies: [] }
    : settleColumns(chosen, { sheet, bodyTop, bodyBottom, campaign: tools.campaign, labelled });
  const layout = pupilList ? "pupil-list" : layoutOf(columns, labelled);
  if (layout === "school-rows" || layout === "headcounts")
    anomalies.push(...unknownColumns(sheet, columns, bodyTop, bodyBottom));
  const located = columns.some(
    (column) => column.role.kind === "commune" || column.role.kind === "entity" || column.role.kind === "insee",
  );
  const inLocation = columnOf({ columns }, "location") !== null;
  return {
    sheet,
    ref,
    date1904,
    layout,
    left: block.left,
    right: Math.max(block.right, ...columns.map((column) => column.index)),
    headerTop: block.top,
    headerBottom: block.bottom,
    bodyTop,
    bodyBottom,
    columns,
    sheetCommune: located || inLocation ? null : sheetCommune(sheet, context, tools.directory),
    year: context.year,
    anomalies,
    score: scoreOf(columns),
  };
}

/** The header with a column of communes to its left, where that one has no title. */
function withUntitledCommune(sheet: SheetCells, block: HeaderBlock, region: Region, tools: Recognising): HeaderBlock {
  const left = block.left - 1;
  if (left < region.left) return block;
  const share = communeShare(sheet, left, block.bottom + 1, region.bottom, tools.directory);
  return share >= 0.5 ? { ...block, left } : block;
}

/** False where the school's column holds numbers only: « Groupe scolaire » then heads quantities, and schools stand across. */
function namesSchools(sheet: SheetCells, columns: readonly Column[], top: number, bottom: number): boolean {
  const school = columnOf({ columns }, "school");
  if (school === null) return true;
  let numbers = 0;
  for (let row = top; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[school.index];
    if (typeof cell === "string" && cell.trim() !== "" && readQuantity(cell).kind === "bad") return true;
    if (typeof cell === "number") numbers += 1;
  }
  return numbers === 0;
}

function acrossTable(
  sheet: SheetCells,
  ref: SheetRef,
  date1904: boolean,
  region: Region,
  tools: Recognising,
): Table | null {
  const found = findAcross(sheet, region, tools.readLabel, tools.directory);
  if (found === null) return null;
  const context: Context = contextOf(sheet, found.headerTop, found.left, found.right);
  const corrected = found.columns.map((column) => correct(column, sheet, tools.corrections, tools.grid));
  const { columns, anomalies } = settleColumns(corrected, {
    sheet,
    bodyTop: found.bodyTop,
    bodyBottom: found.bodyBottom,
    campaign: tools.campaign,
    labelled: true,
  });
  const named = columns.some((column) => column.school !== null && column.school.commune !== null);
  return {
    sheet,
    ref,
    date1904,
    layout: "schools-across",
    left: found.left,
    right: found.right,
    headerTop: found.headerTop,
    headerBottom: found.bodyTop - 1,
    bodyTop: found.bodyTop,
    bodyBottom: found.bodyBottom,
    columns,
    sheetCommune: named ? null : sheetCommune(sheet, context, tools.directory),
    year: context.year,
    anomalies,
    score: scoreOf(columns),
  };
}

function layoutOf(columns: readonly Column[], labelled: boolean): Layout {
  if (labelled) return columns.some((column) => column.role.kind === "count") ? "item-rows" : "machine-rows";
  const equipment = columns.some(
    (column) =>
      (column.role.kind === "count" && column.role.code !== "PORTAIL") ||
      column.role.kind === "untariffed" ||
      column.role.kind === "refused",
  );
  return equipment ? "school-rows" : "headcounts";
}

/** Numbers under a header that is not understood are told, so that nothing is lost in silence. */
function unknownColumns(sheet: SheetCells, columns: readonly Column[], top: number, bottom: number): Anomaly[] {
  return columns
    .filter((column) => column.role.kind === "other" && column.words === "" && column.texts.length > 0)
    .filter((column) => !/eleve|effectif/i.test(fold(column.header)) && holdsNumbers(sheet, column.index, top, bottom))
    .map((column) =>
      anomalyAt("warning", "unknown-column", sheet, column.headerRow, column.index, { header: column.header }),
    );
}

function scoreOf(columns: readonly Column[]): number {
  const used = columns.filter((column) => column.role.kind !== "other" && column.role.kind !== "ignored");
  if (used.length === 0) return 0;
  return Math.round((used.reduce((sum, column) => sum + column.score, 0) / used.length) * 100) / 100;
}
