import type { SheetCells } from "../../cells";
import { pupilPart } from "../../tariff";
import type { Table } from "../table";
import { acrossUnder, findAcross } from "./across";
import { understandRows } from "./across-rows";
import type { AcrossTable } from "./across";
import { contextOf } from "./context";
import { correct } from "./corrections";
import { doubtfulSchools } from "./doubtful-schools";
import type { Region } from "./region";
import { scoreOf } from "./recognising";
import type { Recognising, Sited } from "./recognising";
import { settleColumns } from "./settle";
import { sheetCommune } from "./sheet-commune";
import { TransposedHeaders } from "./transposed";

/** The first table of a region with prestations down and schools across, beside other tables, understood; null where there is none. */
export function acrossTable(sited: Sited, region: Region, others: readonly Region[], tools: Recognising): Table | null {
  const found = findAcross(sited.sheet, region, tools.readLabel, tools.directory);
  return found === null ? null : understood(sited, found, others, tools);
}

/** Every table of a sheet whose rows are headed « Commune », « École » and then by prestations, schools across. */
export function transposedTables(sited: Sited, tools: Recognising): Table[] {
  const { sheet } = sited;
  const headers = new TransposedHeaders(sheet, tools.readLabel);
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const found: Table[] = [];
  const search = (region: Region): void => {
    const header = region.left > region.right ? null : headers.first(region);
    if (header === null) return;
    const under = acrossUnder(sheet, header, region, tools.readLabel, tools.directory);
    if (under === null) return search({ ...region, top: header.bottom + 1 });
    const table = understood(sited, under, found.map(extentOf), tools);
    found.push(table);
    const beside = { ...region, top: table.headerTop, bottom: table.bodyBottom };
    search({ ...beside, left: table.right + 1 });
    search({ ...beside, right: table.left - 1 });
    search({ ...region, top: table.bodyBottom + 1 });
  };
  search({ top: 0, bottom: sheet.rows.length - 1, left: 0, right: width - 1 });
  return found;
}

function extentOf({ headerTop, bodyBottom, left, right }: Table): Region {
  return { top: headerTop, bottom: bodyBottom, left, right };
}

function understood(sited: Sited, found: AcrossTable, others: readonly Region[], tools: Recognising): Table {
  const { sheet } = sited;
  const { headerTop: top, left, right } = found;
  const context = contextOf(sheet, { top, bottom: found.bodyTop - 1, left, right }, others);
  const corrected = found.columns.map((column) => correct(column, sheet, tools.corrections, tools.words, tools.grid));
  const body = { sheet, bodyTop: found.bodyTop, bodyBottom: found.bodyBottom };
  const settled = settleColumns(corrected, { ...body, ...tools, labelled: true });
  const { columns, anomalies: doubts } = doubtfulSchools(settled.columns, body, tools.readLabel);
  const anomalies = [...settled.anomalies, ...doubts];
  const named = columns.some((column) => column.school !== null && column.school.commune !== null);
  const isHeadcounts = context.pupils && countsPupils(sheet, found, tools.readLabel);
  return {
    ...sited,
    layout: "schools-across",
    kind: isHeadcounts ? "headcounts" : "inventory",
    kindWords: "",
    left,
    right,
    headerTop: top,
    headerBottom: found.bodyTop - 1,
    bodyTop: found.bodyTop,
    bodyBottom: found.bodyBottom,
    columns,
    acrossRows: understandRows(sheet, { ...found, columns }, isHeadcounts, tools),
    sheetCommune: named ? null : sheetCommune(sheet, context, tools.directory),
    sheetSchool: null,
    year: null,
    anomalies,
    score: scoreOf(columns),
  };
}

/** True where the rows are levels and classes only: with « Effectifs » over them, they are parts of headcounts. */
function countsPupils(
  sheet: SheetCells,
  { labelColumn, bodyTop, bodyBottom }: AcrossTable,
  readLabel: Recognising["readLabel"],
): boolean {
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cell = sheet.rows[row]?.[labelColumn];
    if (typeof cell !== "string" || cell.trim() === "" || pupilPart(cell) !== null) continue;
    const { label } = readLabel(cell);
    if (label.kind === "none" || (label.kind === "ambiguous" && label.words === "total")) continue;
    if (label.kind !== "prestation" || label.code !== "PORTAIL") return false;
  }
  return true;
}
