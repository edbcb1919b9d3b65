import { isBlank, toSerial } from "../../cells";
import { leftOut, refusedAs, type Column } from "../column";
import { readDate } from "../texts/values";
import type { TableBody } from "./column-contents";
import { cellsDown } from "./column-statistics";

/**
 * Leaves out a column of years that all precede the last campaign, since they change nothing; the user is asked about
 * others. (decisions §4)
 */
export function oldYears(column: Column, body: TableBody): Column {
  if (column.role.kind !== "refused" || column.role.why !== "years") return column;
  const { lastYear } = body.contents.of(column.index);
  return lastYear < body.campaign.year - 1 ? leftOut(column, "year") : column;
}

/** Leaves out a column of ends that all follow the day of count: « Fin de location ». */
export function laterEnds(column: Column, body: TableBody): Column {
  const { role, index } = column;
  if (role.kind !== "refused" || role.why !== "exit-date") return column;
  const last = toSerial(body.campaign.snapshot);
  const ends = cellsDown(body, index).filter((cell) => !isBlank(cell));
  return ends.length > 0 && ends.every((cell) => readDate(cell, body.date1904) > last)
    ? { ...column, role: { kind: "ignored", why: "other-date" } }
    : column;
}

/** Refuses a year that dates no prestation, of its heading nor of its rows. */
export const datedOfNothing = (column: Column): Column =>
  column.role.kind === "installed-on" && column.role.code === null ? refusedAs(column, "years") : column;
