import type { Cell } from "../../cells";
import { isShownAsDate } from "../../cells";
import { isAccepted } from "./accepted";
import { readQuantity } from "./quantity";
import type { ReadQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";
import { isUnitOf } from "./units";
import { isWithoutResult } from "./without-result";

const badCodes = {
  negative: "quantity-negative",
  fractional: "quantity-fractional",
  text: "quantity-text",
  "too-large": "quantity-too-large",
  error: "quantity-error",
} as const;

/** Serials of days that an inventory may date, in either system; what is below, shown as a date, is a number. (decisions §4) */
const days = { from1900: 36526, from1904: 36526 - 1462, to: 73050 };
/** More in one cell is a slip of the keyboard until the user says otherwise. */
const plausible = { pupils: 1500, units: 300 };

/** A cell's quantity as decisions §4 reads it, under a prestation; null with its error told. A blank is 0. */
export function quantityIn(reading: TableReading, code: string | null, row: number, column: number): number | null {
  const cell = reading.cell(row, column);
  const read = readQuantity(cell);
  if (reading.shared.isShared(row, column)) {
    tellShared(reading, row, column);
    return null;
  }
  switch (read.kind) {
    case "blank":
      return 0;
    case "value":
      return valueIn(reading, read, cell, code, row, column);
    case "mark":
      if (reading.isPerSchool(code) && (!read.isLetter || reading.answersYes(column))) return read.value;
      reading.report("error", read.isLetter ? "quantity-letter-o" : "quantity-mark", row, column, {
        value: shownCell(cell),
      });
      return null;
    case "bad":
      if (read.reason === "text" && reading.namesPrestations(column)) tellLabels(reading, row, column);
      else if (isWithoutResult(cell)) reading.report("error", "formula-without-result", row, column);
      else reading.report("error", badCodes[read.reason], row, column, { value: shownCell(cell) });
      return null;
  }
}

function valueIn(
  reading: TableReading,
  read: Extract<ReadQuantity, { kind: "value" }>,
  cell: Cell,
  code: string | null,
  row: number,
  column: number,
): number | null {
  const { table } = reading;
  const value = shownCell(cell);
  const counted = { value, quantity: read.value };
  const told = code === null ? "" : reading.prestationName(code);
  if (isShownAsDate(table.sheet, row, column)) {
    const first = table.date1904 ? days.from1904 : days.from1900;
    if (read.value >= first && read.value <= days.to) {
      reading.report("error", "quantity-is-date", row, column, { value });
      return null;
    }
    reading.report("warning", "quantity-shown-as-date", row, column, counted);
  }
  const priced = reading.tools.grid.rows.find((candidate) => candidate.code === code);
  if (read.unit !== null && priced !== undefined && !isUnitOf(read.unit, priced)) {
    reading.report("error", "quantity-other-unit", row, column, { value, prestation: told });
    return null;
  }
  const most = code === "PORTAIL" ? plausible.pupils : plausible.units;
  if (read.value > most && !reading.isRecap && !isAccepted(reading, "implausible-quantity", row, column)) {
    reading.report("error", "implausible-quantity", row, column, { ...counted, prestation: told, most });
    return null;
  }
  if (read.warned) reading.report("warning", "quantity-with-text", row, column, counted);
  return read.value;
}

/** A column of kinds of machines under a heading of quantities: one cause, told once where it is headed. */
function tellLabels(reading: TableReading, row: number, column: number): void {
  reading.log.fail(row);
  const heading = reading.table.columns.find(({ index }) => index === column)!;
  if (reading.labelsTold.has(column)) return;
  reading.labelsTold.add(column);
  reading.report("error", "column-of-labels", heading.headerRow, column, {
    header: heading.header,
    word: heading.header,
    value: shownCell(reading.cell(row, column)),
  });
}

/** One number for several schools or prestations: nobody knows which has how many. Told once, where it is written. */
function tellShared(reading: TableReading, row: number, column: number): void {
  const { top, left } = reading.shared.anchorOf(row, column)!;
  if (top === row && left === column)
    reading.report("error", "merged-quantity", row, column, { value: shownCell(reading.cell(row, column)) });
  else reading.log.fail(row);
}

/** A dash where pupils are counted is no pupil, to be looked at. */
export function warnOfSign(reading: TableReading, row: number, column: number): void {
  const value = shownCell(reading.cell(row, column));
  if (value !== "0") reading.report("warning", "quantity-with-text", row, column, { value, quantity: 0 });
}

/** What is shown of an equipment that has no tariff, as written, or null where there is none: nothing of it is billed anyway. */
export function untariffedIn(cell: Cell): string | null {
  const read = readQuantity(cell);
  if (read.kind === "blank" || ("value" in read && read.value === 0)) return null;
  return read.kind === "value" ? String(read.value) : shownCell(cell);
}
