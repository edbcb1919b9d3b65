import { frenchDate, parseIsoDate } from "../cells";

/** « 25/11/2014 à 14:03 » for `2014-11-25 14:03`; as written where it is written otherwise. */
export function frenchWhen(when: string): string {
  const [day = "", time = ""] = when.split(" ");
  const date = parseIsoDate(day);
  return date === null || time === "" ? when : `${frenchDate(date)} à ${time.slice(0, 5)}`;
}
