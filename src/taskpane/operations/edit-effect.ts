import { cellAt, frenchDate, fromSerial, isShownAsDate, parseCellName } from "../../cells";
import type { CellPlace } from "../../explain";
import { writtenIn } from "../../options";
import type { EditEffect } from "../state/edit-effect";
import type { Preview } from "../state/preview";
import { changedSince } from "./documents";
import type { Snapshot } from "./snapshot";

/**
 * Returns the effect of changed cells on the titre and on the points. `changes`: the addresses of these cells; cells
 * computed from them change too, but are not counted.
 */
export function editEffect(
  before: Snapshot,
  now: Snapshot,
  counts: { readonly before: Preview["counts"]; readonly now: Preview["counts"] },
  changes: readonly string[],
): EditEffect {
  const { first, count } = changedSince(before, now);
  const addresses = new Set(changes);
  const areCells = changes.every((address) => parseCellName(address) !== null);
  const place =
    count === 1 ? first[0] : addresses.size === 1 ? first.find(({ cell }) => addresses.has(cell)) : undefined;
  const counted = (severity: "error" | "warning") => ({ before: counts.before[severity], after: counts.now[severity] });
  return {
    cell: place === undefined ? null : { ...place, was: writtenAt(before, place), is: writtenAt(now, place) },
    count: areCells ? Math.min(addresses.size, count) : count,
    errors: counted("error"),
    warnings: counted("warning"),
    difference: now.billing.statement.total.minus(before.billing.statement.total),
  };
}

function writtenAt({ workbook, others }: Snapshot, { sheet: name, otherFile, cell }: CellPlace): string {
  const read = otherFile === null ? workbook : others.find(({ cells }) => cells.file === otherFile);
  const sheet = read?.cells.sheets.find((one) => one.name === name);
  const place = parseCellName(cell);
  if (read === undefined || sheet === undefined || place === null) return "";
  const { row, column } = place;
  const value = cellAt(sheet, row, column);
  const isDay = typeof value === "number" && isShownAsDate(sheet, row, column);
  return isDay ? frenchDate(fromSerial(value, read.cells.date1904)) : writtenIn(value);
}
