import { anomalyOfSheet } from "../anomalies";
import { columnOf } from "../table";
import { Locator } from "./locate";
import type { TableReading } from "./reading-table";
import { isBlankRow } from "./rows";

/**
 * A list of pupils by name (ONDE, Base élèves) is counted only: a row is a pupil of its school. Nothing but the columns of
 * the commune and the school is read, so that no name is kept. (decisions §8)
 */
export function readPupilList(reading: TableReading): void {
  const { table, log } = reading;
  const school = columnOf(table, "school");
  let listed = 0;
  if (school === null) {
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1)
      if (!isBlankRow(table.sheet.rows[row] ?? [], table.left, table.right)) {
        log.fail(row);
        listed += 1;
      }
    reading.anomalies.push(anomalyOfSheet("error", "pupil-list-without-school", table.sheet, { count: listed }));
    return;
  }
  reading.showsHeadcounts = true;
  const locator = new Locator(reading, false, false);
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    if (isBlankRow(table.sheet.rows[row] ?? [], table.left, table.right)) continue;
    listed += 1;
    const place = locator.place(row);
    if (place === null) continue;
    const pupils = reading.school(place.commune, place.school, place.row, place.column);
    reading.count(pupils, "PORTAIL", "maintenance", 1, row, place.column);
    pupils.headcount ??= { row, column: place.column, failed: false };
    log.bill(row);
  }
  reading.anomalies.push(anomalyOfSheet("info", "pupil-list", table.sheet, { count: listed }));
}
