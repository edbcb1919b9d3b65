import type { Cell } from "../../cells";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";

const badCodes = {
  negative: "quantity-negative",
  fractional: "quantity-fractional",
  text: "quantity-text",
  "too-large": "quantity-too-large",
  error: "quantity-error",
} as const;

/** A cell's quantity as decisions §4 reads it, under a prestation; null with its error told. A blank is 0. */
export function quantityIn(
  reading: TableReading,
  cell: Cell,
  code: string | null,
  row: number,
  column: number,
): number | null {
  const read = readQuantity(cell);
  const value = shownCell(cell);
  switch (read.kind) {
    case "blank":
      return 0;
    case "value":
      if (read.warned) reading.report("warning", "quantity-with-text", row, column, { value, quantity: read.value });
      return read.value;
    case "mark":
      if (reading.isPerSchool(code)) return read.value;
      reading.report("error", "quantity-mark", row, column, { value });
      return null;
    case "bad":
      reading.report("error", badCodes[read.reason], row, column, { value });
      return null;
  }
}

/** What is shown of an equipment that has no tariff, as written, or null where there is none: nothing of it is billed anyway. */
export function untariffedIn(cell: Cell): string | null {
  const read = readQuantity(cell);
  if (read.kind === "blank" || ("value" in read && read.value === 0)) return null;
  return read.kind === "value" ? String(read.value) : shownCell(cell);
}
