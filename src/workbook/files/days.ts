import { as15Digits } from "../../cells";

const day = 86_400_000;
/** Day 0 of the 1900 system, as counted from 1 March 1900; below, that of the 1904 system. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/**
 * Returns the Excel serial, in days with fractions, of a date that was built from a serial (midnight UTC when it has no
 * time), in the date system of its workbook. Before 1 March 1900 the 1900 system is one day off, because it counts a
 * non-existent 29 February 1900.
 */
export function serialOf(date: Date, date1904: boolean): number {
  const days = (date.getTime() - (date1904 ? epoch1904 : epoch1900)) / day;
  return as15Digits(date1904 || days >= 61 ? days : days - 1);
}

/** Returns the date of a 1900-system serial, in the form that hucre writes. */
export function dayOfSerial(serial: number): Date {
  return new Date(epoch1900 + Math.round(serial * day));
}

/** Returns the serial of a date of an .ods, in which 1 is 31 December 1899 and there is no spurious day. */
export function serialOfOds(date: Date): number {
  return as15Digits((date.getTime() - epoch1900) / day);
}
