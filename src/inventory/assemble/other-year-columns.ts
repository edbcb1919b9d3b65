import { parseCellName } from "../../cells";
import { anomalyAt } from "../anomalies";
import { columnYear } from "../recognise/years";
import type { TableReading } from "../read/reading-table";
import type { Column } from "../table";
import { rowsCounted } from "./facets";
import { isBilledKind } from "./set-apart";

/** A column that is dated of another year, taken out: what it counted of each school, and its rows. */
interface Removed {
  readonly reading: TableReading;
  readonly column: Column;
  readonly facet: "equipment" | "headcount";
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlySet<number>;
}

/**
 * Columns that are dated only of another year, and that no column of their own table replaces, are never billed: where other
 * tables show the same of the same schools they are left out, else it is an error. (decisions §4)
 */
export function settleOtherYearColumns(readings: readonly TableReading[]): void {
  const live = readings.filter(({ kind }) => isBilledKind(kind));
  // All are taken out before any is weighed, so that none stands in for another.
  const removed = live.flatMap((reading) => otherYearColumns(reading).map((column) => remove(reading, column)));
  for (const one of removed) {
    const { reading, column, counted, rows } = one;
    const { table, tools } = reading;
    const shown = [...counted].filter(([school, keys]) => live.some((other) => showsAll(other, school, keys))).length;
    const isShown = shown * 2 > counted.size || counted.size === 0;
    const params = { header: column.header, year: columnYear(column)!, campaign: tools.campaign.year };
    if (isShown) excludeRows(one);
    else {
      for (const row of rows) reading.log.fail(row);
      reading.refused.add(one.facet);
    }
    reading.columnsOut.set(column.index, isShown ? "other-year" : "refused");
    const [severity, code] = isShown
      ? (["info", "other-year-column"] as const)
      : (["error", "only-other-year"] as const);
    reading.anomalies.push(anomalyAt(severity, code, table.sheet, column.headerRow, column.index, params));
  }
}

/** The columns that count something of another year; the user's own choice of a column clears its years. */
function otherYearColumns({ table, tools }: TableReading): Column[] {
  if (table.layout === "machine-rows" || table.layout === "pupil-list" || table.isChosen === true) return [];
  return table.columns.filter(
    (column) =>
      (column.role.kind === "count" || column.role.kind === "part") &&
      columnYear(column) !== null &&
      columnYear(column) !== tools.campaign.year,
  );
}

/** Takes a column's cells out of what a table counts, and what was said of them. */
function remove(reading: TableReading, column: Column): Removed {
  const counted = new Map<string, Set<string>>();
  const rows = new Set<number>();
  for (const school of reading.schools.values()) {
    const keys = new Set<string>();
    for (const [key, count] of school.counts) {
      const own = count.cells.filter((cells) => cells.column === column.index);
      if (own.length === 0) continue;
      keys.add(key);
      for (const cells of own) for (const row of cells.rows) rows.add(row);
      // Nothing else counts the same thing in this table, or it would have been weighed against this column.
      school.counts.delete(key);
    }
    if (school.headcount?.column === column.index) {
      rows.add(school.headcount.row);
      keys.add("PORTAIL|maintenance");
      school.headcount = null;
    }
    if (keys.size > 0) counted.set(school.key, keys);
  }
  for (const row of forget(reading, column)) rows.add(row);
  const isPupils = column.role.kind === "part" || (column.role.kind === "count" && column.role.code === "PORTAIL");
  if (isPupils) reading.showsHeadcounts = [...reading.schools.values()].some(({ headcount }) => headcount !== null);
  return { reading, column, facet: isPupils ? "headcount" : "equipment", counted, rows };
}

/** Takes back what was said of the cells of a column: the rows of those cells. */
function forget({ anomalies, table }: TableReading, column: Column): number[] {
  const rows: number[] = [];
  for (let at = anomalies.length - 1; at >= 0; at -= 1) {
    const cell = parseCellName(anomalies[at]!.cell ?? "");
    if (cell?.column !== column.index || cell.row < table.bodyTop) continue;
    rows.push(cell.row);
    anomalies.splice(at, 1);
  }
  return rows;
}

function showsAll({ schools }: TableReading, school: string, keys: ReadonlySet<string>): boolean {
  const shown = schools.get(school);
  return (
    shown !== undefined &&
    [...keys].every((key) => shown.counts.has(key) || (key.startsWith("PORTAIL") && shown.headcount !== null))
  );
}

/** A row of which something else is billed, or in error, stays so. */
function excludeRows({ reading, rows }: Removed): void {
  const { anomalies, log } = reading;
  const kept = rowsCounted(reading);
  const failed = new Set<number>();
  for (const { severity, cell } of anomalies)
    if (severity === "error" && cell !== null) failed.add(parseCellName(cell)!.row);
  for (const row of rows) if (!failed.has(row)) log.settle(row, kept.has(row) ? null : "other-year");
}
