import { isBlankRow } from "../../cells";
import type { Cell } from "../../cells";
import { anomalyOfSheet } from "../anomalies";
import { columnOf } from "../table";
import { Locator } from "./locate";
import { nameOf } from "./name-column";
import type { TableReading } from "./reading-table";
import { textOf } from "./row-kind";
import { totalKind } from "./total-label";
import { Leavers } from "./leavers";
import { setAsideRows } from "./rows";

/**
 * A list of pupils by name (ONDE, Base élèves) is counted only: a row is a pupil of its school, unless it left by the
 * snapshot. Nothing but the columns of the commune, of the school and of leaving is read, so that no name is kept.
 * (decisions §4 and §8)
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
  const locator = new Locator(reading, "none");
  const aside = setAsideRows(reading);
  const leavers = new Leavers(reading);
  let left = 0;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    if (isBlankRow(cells, table.left, table.right)) continue;
    if (aside.has(row)) {
      log.exclude(row, "set-aside");
      continue;
    }
    if (nameOf(cells[school.index] ?? null) === null && isTotal(cells)) {
      log.exclude(row, "total");
      continue;
    }
    listed += 1;
    if (leavers.hasLeft(row)) {
      left += 1;
      log.exclude(row, "withdrawn");
      continue;
    }
    const place = locator.place(row);
    if (place === null || log.isError(row)) continue;
    const pupils = reading.school(place.commune, place.school, place.row, place.column);
    reading.count(pupils, "PORTAIL", "maintenance", 1, row, place.column);
    pupils.headcount ??= { row, column: place.column, failed: false };
    log.bill(row);
  }
  reading.anomalies.push(anomalyOfSheet("info", "pupil-list", table.sheet, { count: listed }));
  if (left > 0) reading.anomalies.push(anomalyOfSheet("info", "pupils-who-left", table.sheet, { count: left }));
}

/** « Total : 25 élèves » below the list. */
function isTotal(cells: readonly Cell[]): boolean {
  return cells.some((cell) => {
    const text = textOf(cell);
    return text !== null && totalKind(text) !== null;
  });
}
