import { as15Digits } from "../../cells";

const day = 86_400_000;
/** Day 0 of the 1900 system as it counts from 1 March 1900 on, and of the 1904 system. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/**
 * Returns the Excel serial of a moment that was made from one (midnight UTC when there is no time), in the date system of
 * its workbook: days, and the time of day as a fraction. Before 1 March 1900 the 1900 system is one day late, because
 * it counts a 29 February 1900 that never was.
 */
export function serialOf(date: Date, date1904: boolean): number {
  const days = (date.getTime() - (date1904 ? epoch1904 : epoch1900)) / day;
  return as15Digits(date1904 || days >= 61 ? days : days - 1);
}

/** Returns the day of a serial of the 1900 system, as hucre writes one. */
export function dayOfSerial(serial: number): Date {
  return new Date(epoch1900 + Math.round(serial * day));
}

/** Returns the number of a day of an .ods, where 1 is 31 December 1899 and no day was made up. */
export function serialOfOds(date: Date): number {
  return as15Digits((date.getTime() - epoch1900) / day);
}
