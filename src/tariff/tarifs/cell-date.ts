import { civilDate, fromSerial, parseIsoDate } from "../../cells";
import type { Cell, CivilDate } from "../../cells";

/** Serials of 1 January 2000 and 31 December 2099 in the 1900 system: beyond, a number is no date. (decisions §4) */
const firstSerial = 36526;
const lastSerial = 73050;
const shift1904 = 1462;

/** The day in a cell: an Excel date, `01/11/2014` or `2014-11-01`; null for anything else. */
export function dateOfCell(cell: Cell, date1904: boolean): CivilDate | null {
  if (typeof cell === "number") {
    const serial = Math.floor(cell) + (date1904 ? shift1904 : 0);
    return serial >= firstSerial && serial <= lastSerial ? fromSerial(serial) : null;
  }
  if (typeof cell !== "string") return null;
  const written = cell.trim();
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written);
  return french === null ? parseIsoDate(written) : civilDate(Number(french[3]), Number(french[2]), Number(french[1]));
}
