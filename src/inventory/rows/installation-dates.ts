import { toSerial, type Cell } from "../../cells";
import type { Campaign } from "../../tariff";
import type { Column, Role } from "../column";
import { readDate, shownCell } from "../texts/values";

type InstalledRole = Extract<Role, { kind: "installed-on" }>;

/** A column that dates what was installed of one prestation. */
export type InstalledOn = Column & { readonly role: InstalledRole };

/** Returns a year of installation as a day in or out of the campaign's window, a full date as itself, NaN for « 2013-2014 ». */
export function entryOfYear(cell: Cell, { year, snapshot, windowStart }: Campaign, date1904: boolean): number {
  const text = shownCell(cell);
  if (!/^(?:19|20)\d\d$/.test(text)) return readDate(cell, date1904);
  if (Number(text) === year) return toSerial(snapshot);
  return Number(text) < year ? toSerial(windowStart) : toSerial(snapshot) + 1;
}

/** Returns whether a column dates what was installed. */
export function datesInstalled(column: Column): column is InstalledOn {
  return column.role.kind === "installed-on";
}
