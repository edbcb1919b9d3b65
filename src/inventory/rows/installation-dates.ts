import { toSerial, type Cell } from "../../cells";
import type { Campaign } from "../../tariff";
import type { Column, Role } from "../column";
import { readDate, shownCell } from "../texts/values";

type InstalledRole = Extract<Role, { kind: "installed-on" }>;

/** A column of dates of installation. */
export type InstalledOn = Column & { readonly role: InstalledRole };

/**
 * Returns a year of installation as the serial of a day inside or outside the campaign, a full date as its serial, NaN
 * for « 2013-2014 ».
 */
export function entryOfYear(cell: Cell, { year, snapshot, windowStart }: Campaign, date1904: boolean): number {
  const text = shownCell(cell);
  if (!/^(?:19|20)\d\d$/.test(text)) return readDate(cell, date1904);
  if (Number(text) === year) return toSerial(snapshot);
  return Number(text) < year ? toSerial(windowStart) : toSerial(snapshot) + 1;
}

/** Returns whether a column holds dates of installation. */
export function datesInstalled(column: Column): column is InstalledOn {
  return column.role.kind === "installed-on";
}
