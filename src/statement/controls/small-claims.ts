import { Decimal } from "decimal.js";
import { compareDates } from "../../cells";
import type { CivilDate } from "../../cells";
import type { CommuneTotal } from "../types";

/** From this day the State's threshold is 15 €; 5 € before, since 1 July 2003. (CGCT, D1611-1) */
const raised: CivilDate = { year: 2017, month: 4, day: 10 };

/** Below this amount no claim is issued to a debtor, in euros. (CGCT, L1611-5 and D1611-1) */
export function smallClaimThreshold(day: CivilDate): Decimal {
  return new Decimal(compareDates(day, raised) < 0 ? 5 : 15);
}

/** Communes whose share is too small to be claimed: something is due, and less than the threshold. */
export function smallClaims(communes: readonly CommuneTotal[], day: CivilDate): CommuneTotal[] {
  const threshold = smallClaimThreshold(day);
  return communes.filter(({ due }) => due.greaterThan(0) && due.lessThan(threshold));
}
