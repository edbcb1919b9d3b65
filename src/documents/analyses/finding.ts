import { Decimal } from "decimal.js";
import { sum } from "../../statement";
import type { Commune } from "../../tariff";

/** A commune, and what its schools change of the titre. */
interface MovedCommune {
  readonly commune: Commune;
  readonly total: { readonly difference: Decimal };
}

/**
 * What a chart of a change is to be read for: « Besançon porte 61 % de la hausse », « des hausses » where others go the other way.
 * `isTrial`: of a tariff that is only tried.
 */
export function findingOf(communes: readonly MovedCommune[], difference: Decimal, isTrial = false): string {
  if (difference.isZero()) return isTrial ? "Le titre ne changerait pas" : "Le titre ne change pas";
  const way = difference.comparedTo(0);
  const moved = communes.filter(({ total }) => total.difference.comparedTo(0) === way);
  const [most] = [...moved].sort((a, b) => b.total.difference.abs().comparedTo(a.total.difference.abs()));
  const change = way > 0 ? "hausse" : "baisse";
  // What moves the titre is in some commune.
  if (most === undefined) return `Le titre est en ${change}`;
  const bears = isTrial ? "porterait" : "porte";
  const others = communes.some(({ total }) => total.difference.comparedTo(0) === -way);
  if (moved.length === 1 && !others) return `${most.commune.name} ${bears} toute la ${change}`;
  const part = most.total.difference.div(sum(moved.map(({ total }) => total.difference)));
  const share = part.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0);
  return `${most.commune.name} ${bears} ${share}\u00a0% ${others ? `des ${change}s` : `de la ${change}`}`;
}
