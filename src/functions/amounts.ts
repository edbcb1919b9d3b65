import { CellError } from "../cells";
import type { Cell } from "../cells";
import { parseQuantity } from "../inventory";
import { rangeOf } from "./excel-values";
import { Refusal, refusalOfError, shown } from "./refusal";
import { unitPrice } from "./unit-price";
import type { PriceArguments, UnitPrice } from "./unit-price";

/**
 * INSTALL and MAINT: quantity × unit price, in euros, in the shape of the range of quantities. In a range, a blank gives 0
 * and a bad cell its own refusal; alone, both refuse. Quantities are read as in an inventory (decisions §4), but for those
 * that are taken there with a warning, which a function cannot give. No cap of one a school. (decisions §6)
 */
export function amounts(
  quantity: unknown,
  given: PriceArguments,
): readonly (readonly (number | Refusal)[])[] | Refusal {
  const price = unitPrice(given);
  if (price instanceof Refusal) return price;
  const rows = rangeOf(quantity);
  const isAlone = rows.length === 1 && rows[0]!.length === 1;
  if (!isAlone) return rows.map((row) => row.map((cell) => amountOf(cell, price) ?? 0));
  const amount = amountOf(rows[0]![0]!, price) ?? new Refusal("#VALUE!", "function-blank-quantity");
  return amount instanceof Refusal ? amount : [[amount]];
}

/** Null for a blank. Cents and quantities are whole numbers, and their product is exact: only the last division rounds. */
function amountOf(cell: Cell, { row, cents }: UnitPrice): number | null | Refusal {
  if (cell instanceof CellError) return refusalOfError(cell);
  const read = parseQuantity(cell);
  if (read.kind === "blank") return null;
  const isPlain = (read.kind === "value" && !read.warned) || (read.kind === "mark" && row.unit === "école");
  return isPlain
    ? (read.value * cents) / 100
    : new Refusal("#VALUE!", "function-bad-quantity", { value: shown(cell ?? "") });
}
