import { cellName, columnName, parseCellName } from "../cells";
import type { SheetCells, WorkbookCells } from "../cells";
import type { Anomaly } from "../messages";
import type { Options } from "../options";
import { optionsSheetName } from "../options";
import { createDirectory, createLabelReader, tarifsName } from "../tariff";
import type { Campaign, Grid } from "../tariff";
import { fold } from "../cells";
import { anomalyOfSheet } from "./anomalies";
import { assemble } from "./assemble/assemble";
import { isByCommune, settleRecaps, withCommunesAsSchools } from "./assemble/commune-recaps";
import { settleRivals } from "./assemble/rivals";
import { versionsOf } from "./assemble/versions";
import type { Version } from "./assemble/versions";
import { readItemRows } from "./read/item-rows";
import { readMachineRows } from "./read/machine-rows";
import { readPupilList } from "./read/pupil-list";
import { TableReading } from "./read/reading-table";
import type { ReadingTools } from "./read/reading-table";
import { readSchoolRows } from "./read/school-rows";
import { correctedRole } from "./recognise/corrections";
import type { Recognising } from "./recognise/tables";
import { findTables } from "./recognise/tables";
import { columnOf } from "./table";
import type { Table } from "./table";
import type { Mapping, Reading, SheetRef, SheetRows } from "./types";

/** What is read: all the workbooks together, for one campaign, with one grid and the options in force. */
export interface ReadingRequest {
  readonly workbooks: readonly WorkbookCells[];
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
}

/** Recognises every inventory and headcount of the workbooks' visible sheets: what `readInventory` would read, to be shown. */
export function recogniseInventory(request: ReadingRequest): Mapping[] {
  return findAll(request).tables.map(mappingOf);
}

/**
 * Reads the inventory of the workbooks: schools, what is billable of each prestation, what became of each row, how the tables
 * were understood, and everything to tell the user. Never throws, whatever the cells. (decisions §2 and §4)
 */
export function readInventory(request: ReadingRequest): Reading {
  const { tables, anomalies } = findAll(request);
  const { campaign, grid, options } = request;
  const tools: ReadingTools = {
    campaign,
    grid,
    directory: createDirectory(campaign.snapshot),
    readLabel: createLabelReader(grid),
    options,
    inventoryNumbers: new Set(),
    serialNumbers: new Set(),
  };
  const versions = versionsOf(tables, campaign.year);
  const readings = tables.map((table) => {
    const version = versions.get(table)!;
    // What another version of a register lists is no duplicate: its numbers are its own.
    const own = { ...tools, inventoryNumbers: new Set<string>(), serialNumbers: new Set<string>() };
    const reading = new TableReading(
      isByCommune(table) ? withCommunesAsSchools(table) : table,
      version.kind === "read" ? tools : own,
    );
    readTable(reading);
    if (version.kind !== "read") setApart(reading, version.kind, version.anomaly);
    else reading.anomalies.push(...table.anomalies);
    return reading;
  });
  const recaps = readings.filter(({ table }) => !tables.includes(table));
  const details = readings.filter((reading) => !recaps.includes(reading));
  settleRivals(details);
  settleRecaps(recaps, details);
  warnOfYear(readings);
  const assembled = assemble(readings, tools);
  return {
    schools: assembled.schools,
    quantities: assembled.quantities,
    rows: rowsBySheet(readings),
    mappings: tables.map(mappingOf),
    anomalies: [...anomalies, ...readings.flatMap((reading) => reading.anomalies), ...assembled.anomalies],
  };
}

function readTable(reading: TableReading): void {
  switch (reading.table.layout) {
    case "school-rows":
    case "headcounts":
      return readSchoolRows(reading);
    case "item-rows":
    case "schools-across":
      return readItemRows(reading);
    case "machine-rows":
      return readMachineRows(reading);
    case "pupil-list":
      return readPupilList(reading);
  }
}

function setApart(reading: TableReading, kind: Exclude<Version["kind"], "read">, anomaly: Anomaly): void {
  reading.schools.clear();
  reading.anomalies.length = 0;
  reading.showsHeadcounts = false;
  reading.showsPacks = false;
  if (kind === "ambiguous") {
    reading.log.failAll();
    reading.refused.add("equipment");
  } else reading.log.excludeAll(kind === "duplicate" ? "duplicate-source" : kind);
  reading.anomalies.push(anomaly);
}

/** A table whose title gives another year than the campaign's, and that is billed all the same, is told. */
function warnOfYear(readings: readonly TableReading[]): void {
  for (const { table, tools, schools, anomalies } of readings) {
    const billed = [...schools.values()].some((school) => school.counts.size > 0);
    if (table.year === null || table.year === tools.campaign.year || !billed || table.layout === "machine-rows")
      continue;
    anomalies.push(
      anomalyOfSheet("warning", "title-other-year", table.sheet, { year: table.year, campaign: tools.campaign.year }),
    );
  }
}

interface Found {
  readonly tables: Table[];
  readonly anomalies: Anomaly[];
}

function findAll(request: ReadingRequest): Found {
  const tools: Recognising = {
    campaign: request.campaign,
    grid: request.grid,
    directory: createDirectory(request.campaign.snapshot),
    readLabel: createLabelReader(request.grid),
    corrections: request.options.mappings,
  };
  const tables: Table[] = [];
  const anomalies: Anomaly[] = [];
  const first = request.workbooks[0]?.file;
  request.workbooks.forEach((workbook, at) => {
    for (const sheet of workbook.sheets) {
      if (sheet.generatedKey !== null || isOurs(sheet)) continue;
      const ref: SheetRef = {
        file: sheet.file,
        otherFile: at === 0 || sheet.file === first ? null : sheet.file,
        name: sheet.name,
      };
      const found = findTables(sheet, ref, workbook.date1904, tools);
      if (found.length === 0) continue;
      if (sheet.visibility !== "visible") {
        anomalies.push(anomalyOfSheet("warning", "hidden-sheet", sheet));
        continue;
      }
      tables.push(...found);
      if (hides(sheet, found))
        anomalies.push(anomalyOfSheet("info", sheet.filtered ? "filtered-rows" : "hidden-parts", sheet));
    }
  });
  anomalies.push(...misplacedCorrections(tables, request));
  return { tables, anomalies };
}

/** Corrections that say nothing, or point at no header: told, since they are not applied. */
function misplacedCorrections(tables: readonly Table[], { options, grid }: ReadingRequest): Anomaly[] {
  return options.mappings.flatMap((correction): Anomaly[] => {
    const at = `${correction.sheet}!${correction.cell}`;
    const place = { severity: "error", file: correction.file, sheet: correction.sheet, cell: correction.cell } as const;
    if (correctedRole(correction.as, grid) === null)
      return [{ ...place, code: "unknown-role", params: { as: correction.as, at } }];
    const cell = parseCellName(correction.cell);
    const pointed = tables.some(
      (table) =>
        table.sheet.name === correction.sheet &&
        (correction.file === null || correction.file === table.sheet.file) &&
        table.columns.some((column) => column.index === cell?.column && column.headerRow === cell.row),
    );
    return pointed ? [] : [{ ...place, code: "correction-without-column", params: { at } }];
  });
}

/** The user's options and own grid are no inventories. */
function isOurs(sheet: SheetCells): boolean {
  const name = fold(sheet.name);
  return name === fold(optionsSheetName) || name === fold(tarifsName);
}

function hides(sheet: SheetCells, tables: readonly Table[]): boolean {
  return tables.some((table) => {
    for (const row of sheet.hiddenRows) if (row >= table.headerTop && row <= table.bodyBottom) return true;
    for (const column of sheet.hiddenColumns) if (column >= table.left && column <= table.right) return true;
    return false;
  });
}

function rowsBySheet(readings: readonly TableReading[]): SheetRows[] {
  const bySheet = new Map<SheetCells, SheetRows>();
  for (const { table, log } of readings) {
    const counts = log.counts();
    const known = bySheet.get(table.sheet);
    if (known === undefined) {
      bySheet.set(table.sheet, { sheet: table.ref, ...counts });
      continue;
    }
    const reasons = { ...known.reasons };
    for (const [reason, count] of Object.entries(counts.reasons) as [keyof typeof reasons, number][])
      reasons[reason] = (reasons[reason] ?? 0) + count;
    bySheet.set(table.sheet, {
      sheet: known.sheet,
      read: known.read + counts.read,
      billed: known.billed + counts.billed,
      excluded: known.excluded + counts.excluded,
      error: known.error + counts.error,
      reasons,
    });
  }
  return [...bySheet.values()];
}

function mappingOf(table: Table): Mapping {
  const { columns } = table;
  const kinds = ["commune", "entity", "location", "insee"] as const;
  const communeColumn = kinds.map((kind) => columnOf(table, kind)).find((column) => column !== null);
  const from =
    communeColumn === undefined
      ? (table.sheetCommune?.from ?? "columns")
      : `${communeColumn.role.kind} ${columnName(communeColumn.index)}`;
  return {
    sheet: table.ref,
    layout: table.layout,
    range: `${cellName(table.headerTop, table.left)}:${cellName(table.bodyBottom, table.right)}`,
    communeFrom: from,
    score: table.score,
    columns: columns
      .filter((column) => column.texts.length > 0 || column.role.kind !== "other")
      .map((column) => ({
        column: column.index,
        cell: cellName(column.headerRow, column.index),
        header: column.header,
        role: roleName(column.role),
        nature: column.nature,
        words: column.words,
        score: column.score,
      })),
  };
}

function roleName(role: Table["columns"][number]["role"]): string {
  switch (role.kind) {
    case "count":
      return role.code ?? "quantity";
    case "part":
      return `headcount-part ${role.part}`;
    case "other":
      return "ignored";
    default:
      return role.kind;
  }
}
