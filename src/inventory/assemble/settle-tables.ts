import type { TableReading } from "../read/reading-table";
import type { Table } from "../table";
import { settleRecaps } from "./commune-recaps";
import { settleKinds } from "./kinds";
import { joinLevels, nameKinds } from "./levels";
import { settleOtherYearColumns } from "./other-year-columns";
import { settleRivals } from "./rivals";
import { leaveOut, refuse } from "./set-apart";
import type { Version } from "./versions";

/**
 * Puts tables beside each other, in place: versions of one register, tables of what is not in service, years, recaps by
 * commune, tables that show the same schools. Each ends in one kind, billed or not. (decisions §4)
 */
export function settleTables(
  readings: readonly TableReading[],
  tables: readonly Table[],
  versions: ReadonlyMap<Table, Version>,
): void {
  const recaps: TableReading[] = [];
  const details: TableReading[] = [];
  readings.forEach((reading, at) => {
    const version = versions.get(tables[at]!)!;
    if (version.kind === "ambiguous") refuse(reading, version.anomaly);
    else if (version.kind === "other-year") leaveOut(reading, "other-year", "other-year", version.anomaly);
    else if (version.kind === "duplicate") leaveOut(reading, "repeats", "duplicate-source", version.anomaly);
    // A table read as if its communes were schools is another one than was recognised.
    (reading.table === tables[at] ? details : recaps).push(reading);
  });
  nameKinds(readings);
  settleKinds(readings);
  settleOtherYearColumns(readings);
  joinLevels(details);
  settleRivals(details);
  settleRecaps(recaps, details);
}
