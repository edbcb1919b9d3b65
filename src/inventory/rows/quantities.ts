import { Decimal } from "decimal.js";
import { isBlank, isFilteredOut, isShownAsDate, placeKey, type Cell, type CellBlock } from "../../cells";
import { isWithoutResult } from "../anomalies";
import { isAccepted } from "../choices";
import type { Table } from "../table";
import { isUnitOf, parseQuantity, shownCell, type ParsedQuantity } from "../words/values";
import type { TableReading } from "./table-reader";

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
export function readQuantityCell(
  reading: TableReading,
  code: string | null,
  row: number,
  column: number,
): number | null {
  const cell = reading.cell(row, column);
  const read = parseQuantity(cell);
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
  read: Extract<ParsedQuantity, { kind: "value" }>,
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
  const read = parseQuantity(cell);
  if (read.kind === "blank" || ("value" in read && read.value === 0)) return null;
  return read.kind === "value" ? String(read.value) : shownCell(cell);
}

/** Roles whose cells count. */
const counting: ReadonlySet<string> = new Set(["count", "part"]);
/** Roles whose cells say what a row is of. */
const naming: ReadonlySet<string> = new Set(["school", "label", "entity", "location"]);

/**
 * Quantities written once, in cells merged over several schools, prestations or columns. A merge over rows of which one only
 * names something is one cell like another; one that holds nothing, or zero, shares nothing.
 */
export class SharedCells {
  private readonly anchors = new Map<number, CellBlock>();

  constructor(table: Table) {
    const counts = table.columns.filter((column) => counting.has(column.role.kind)).map((column) => column.index);
    const names = table.columns.filter((column) => naming.has(column.role.kind)).map((column) => column.index);
    for (const block of table.sheet.merges) {
      const columns = counts.filter((column) => block.left <= column && column <= block.right);
      if (columns.length === 0 || block.bottom < table.bodyTop || block.top > table.bodyBottom) continue;
      const read = parseQuantity(table.sheet.rows[block.top]?.[block.left] ?? null);
      if (read.kind === "blank" || ("value" in read && read.value === 0)) continue;
      const rows: number[] = [];
      for (let row = block.top; row <= block.bottom; row += 1)
        if (names.some((column) => !isBlank(table.sheet.rows[row]?.[column] ?? null))) rows.push(row);
      if (rows.length < 2 && columns.length < 2) continue;
      for (let row = block.top; row <= block.bottom; row += 1)
        for (const column of columns) this.anchors.set(placeKey(row, column), block);
    }
  }

  /** True where the quantity of a cell is one for several. */
  isShared(row: number, column: number): boolean {
    return this.anchors.size > 0 && this.anchors.has(placeKey(row, column));
  }

  /** The merged cells that a cell is of, where their quantity is shared; else null. */
  anchorOf(row: number, column: number): CellBlock | null {
    return this.anchors.get(placeKey(row, column)) ?? null;
  }
}

/** The sums of some rows of a column: of every number typed, of those that a SUM sees (text is not one), of those in sight. */
interface Sums {
  readonly all: Decimal;
  readonly numeric: Decimal;
  /** What a SUBTOTAL gives of a filtered list. */
  readonly visible: Decimal;
}

export function sumOf(reading: TableReading, rows: readonly number[], column: number): Sums {
  const { sheet, columns } = reading.table;
  const marked = columns.some(
    ({ index, role }) => index === column && role.kind === "count" && reading.isPerSchool(role.code),
  );
  let all = new Decimal(0);
  let numeric = new Decimal(0);
  let visible = new Decimal(0);
  for (const row of rows) {
    const cell = reading.cell(row, column);
    if (typeof cell === "number") {
      all = all.plus(cell);
      numeric = numeric.plus(cell);
      if (!isFilteredOut(sheet, row)) visible = visible.plus(cell);
      continue;
    }
    const read = parseQuantity(cell);
    if (read.kind === "value" || (marked && read.kind === "mark")) all = all.plus(read.value);
  }
  return { all, numeric, visible };
}

/** Which of a row's cells are the sum of some rows above it. */
export function sumsAmong(
  reading: TableReading,
  row: number,
  rows: readonly number[],
  columns: readonly number[],
): number[] {
  return columns.filter((column) => {
    const shown = reading.cell(row, column);
    if (typeof shown !== "number") return false;
    const { all, numeric, visible } = sumOf(reading, rows, column);
    return all.equals(shown) || numeric.equals(shown) || (reading.table.sheet.filtered && visible.equals(shown));
  });
}
