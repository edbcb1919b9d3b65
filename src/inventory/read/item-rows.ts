import type { Cell } from "../../cells";
import { CellError } from "../../cells";
import type { Campaign, LabelReading, Nature } from "../../tariff";
import { toSerial } from "../../cells";
import { natureOf, wordsOf } from "../../tariff";
import { countedNature } from "../recognise/settle";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { CountedSchool } from "./counted";
import { blankDate, readDate } from "./date";
import { Labels } from "./labels";
import { Locator } from "./locate";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { RowSorter } from "./rows";
import { quantityIn } from "./school-rows";
import { checkTotals } from "./totals";

/** One row an item with its quantity, its nature in the row, in the column or by its date; schools may stand across. */
export function readItemRows(reading: TableReading): void {
  const { table } = reading;
  const counts = table.columns.filter((column) => column.role.kind === "count");
  const label = columnOf(table, "label")!;
  const nature = columnOf(table, "nature");
  const dateIn = columnOf(table, "date-in");
  const across = counts.some((column) => column.school !== null);
  const locator = new Locator(reading, true, true);
  const columns = counts.map((column) => column.index);
  const sorter = new RowSorter(reading, locator, [...columns, label.index]);
  const labels = new Labels(reading, label.index);
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    if (sorter.sort(row) !== "detail") continue;
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    const quantified = counts.some((column) => readQuantity(cells[column.index] ?? null).kind !== "blank");
    const read = labels.read(row, quantified);
    if (read === null) {
      if (!reading.log.isError(row)) reading.log.exclude(row, "title");
      continue;
    }
    if (across) readAcross(reading, locator, counts, read, row);
    else readItem(reading, locator, counts, read, row, nature, dateIn);
  }
  labels.finish();
  checkTotals(reading, locator, sorter.totals, sorter.details, columns);
}

type Named = Extract<LabelReading["label"], { kind: "prestation" } | { kind: "untariffed" }>;

/** What one row of one school came to. */
interface Outcome {
  billed: boolean;
  untariffed: boolean;
  capped: boolean;
}

function close(reading: TableReading, row: number, outcome: Outcome): void {
  if (outcome.billed) reading.log.bill(row);
  else reading.log.exclude(row, outcome.untariffed ? "untariffed" : outcome.capped ? "capped" : "zero");
}

function readAcross(
  reading: TableReading,
  locator: Locator,
  counts: readonly Column[],
  label: Named,
  row: number,
): void {
  const outcome: Outcome = { billed: false, untariffed: false, capped: false };
  for (const column of counts) {
    if (column.school === null) continue;
    const commune =
      column.school.commune === null ? locator.commune(row)?.commune : communeAcross(reading, locator, column);
    if (commune === null || commune === undefined) {
      reading.log.fail(row);
      continue;
    }
    const school = reading.school(commune, column.school.name, column.school.row, column.school.column);
    countCell(reading, school, label, column, countedNature(codeOf(label), column.nature), row, outcome);
  }
  close(reading, row, outcome);
}

const toldAcross = new WeakMap<TableReading, Set<number>>();

/** The commune over a school's column, its error told once on its header. */
function communeAcross(reading: TableReading, locator: Locator, column: Column) {
  const text = column.school!.commune!;
  const match = reading.tools.directory.find(text);
  if (match.kind === "found") return match.commune;
  const told = toldAcross.get(reading) ?? new Set<number>();
  toldAcross.set(reading, told);
  if (!told.has(column.school!.column)) {
    told.add(column.school!.column);
    locator.settle(match, text, column.school!.row, column.school!.column);
  }
  return null;
}

function codeOf(label: Named): string | null {
  return label.kind === "prestation" ? label.code : null;
}

function readItem(
  reading: TableReading,
  locator: Locator,
  counts: readonly Column[],
  label: Named,
  row: number,
  natureColumn: Column | null,
  dateIn: Column | null,
): void {
  const place = locator.place(row);
  if (place === null) return;
  const school = reading.school(place.commune, place.school, place.row, place.column);
  const outcome: Outcome = { billed: false, untariffed: false, capped: false };
  const rowNature = natureColumn === null ? undefined : natureIn(reading, row, natureColumn);
  if (rowNature === null) {
    school.equipped ||= codeOf(label) !== "PORTAIL";
    return;
  }
  for (const column of counts) {
    const nature = rowNature ?? countedNature(codeOf(label), column.nature);
    if (dateIn !== null && !dateAllows(reading, row, dateIn, nature, rowNature !== undefined)) continue;
    countCell(reading, school, label, column, nature, row, outcome);
  }
  if (!reading.log.isError(row)) closeDated(reading, row, outcome, dateIn);
}

function closeDated(reading: TableReading, row: number, outcome: Outcome, dateIn: Column | null): void {
  const date =
    dateIn === null
      ? blankDate
      : readDate(reading.table.sheet.rows[row]?.[dateIn.index] ?? null, reading.table.date1904);
  if (!outcome.billed && !outcome.untariffed && date > snapshotSerial(reading.tools.campaign))
    reading.log.exclude(row, "after-snapshot");
  else close(reading, row, outcome);
}

function snapshotSerial(campaign: Campaign): number {
  return toSerial(campaign.snapshot);
}

/** The nature a row writes; null with its error told. */
function natureIn(reading: TableReading, row: number, column: Column): Nature | null {
  const cell = reading.table.sheet.rows[row]?.[column.index] ?? null;
  const text = typeof cell === "string" ? cell.trim() : "";
  const nature = text === "" ? null : natureOf(wordsOf(text).words);
  if (nature === "installation" || nature === "maintenance") return nature;
  const value = cell instanceof CellError ? cell.code : cell === null ? "" : String(cell);
  reading.report("error", value === "" ? "missing-nature" : "unknown-nature", row, column.index, { value });
  return null;
}

/** A date beside an item: an installation outside the window is not billed, with a warning; after the snapshot nothing is. */
function dateAllows(reading: TableReading, row: number, column: Column, nature: Nature, written: boolean): boolean {
  const { campaign } = reading.tools;
  const cell = reading.table.sheet.rows[row]?.[column.index] ?? null;
  const date = readDate(cell, reading.table.date1904);
  if (date === blankDate) return true;
  if (Number.isNaN(date)) {
    reading.report("error", "unreadable-date", row, column.index, {
      value: cell instanceof CellError ? cell.code : String(cell),
    });
    return false;
  }
  if (date > snapshotSerial(campaign)) {
    reading.report("warning", "after-snapshot", row, column.index, { campaign: campaign.year });
    return false;
  }
  if (nature === "installation" && written && date <= toSerial(campaign.windowStart)) {
    reading.report("warning", "installed-outside-window", row, column.index, {
      campaign: campaign.year,
      before: campaign.year - 1,
    });
    return false;
  }
  return true;
}

function countCell(
  reading: TableReading,
  school: CountedSchool,
  label: Named,
  column: Column,
  nature: Nature,
  row: number,
  outcome: Outcome,
): void {
  const cell = reading.table.sheet.rows[row]?.[column.index] ?? null;
  const code = codeOf(label);
  if (code === "PORTAIL" && nature === "maintenance") {
    reading.showsHeadcounts = true;
    if (readQuantity(cell).kind === "blank") {
      reading.report("error", "missing-headcount", row, column.index, { school: school.name });
      school.headcount = { row, column: column.index, failed: true };
      return;
    }
  }
  const quantity = quantityIn(reading, cell, code, row, column.index);
  if (code === "PORTAIL" && nature === "maintenance")
    school.headcount = { row, column: column.index, failed: quantity === null };
  if (quantity === null) {
    school.equipped ||= code !== "PORTAIL";
    return;
  }
  if (quantity === 0) return;
  if (code === null) {
    reading.report("warning", "untariffed", row, column.index, { label: label.words, quantity });
    outcome.untariffed = true;
    return;
  }
  const counted = reading.count(school, code, nature, quantity, row, column.index);
  if (counted.repeated)
    reading.report("warning", "item-twice", row, column.index, { school: school.name, label: label.words });
  if (counted.billed) outcome.billed = true;
  else if (counted.capped) outcome.capped = true;
  else outcome.untariffed = true;
}
