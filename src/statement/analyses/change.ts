import type { Decimal } from "decimal.js";
import type { Commune, Payer } from "../../tariff";
import type { Line } from "../statement";
import { sum } from "../totals";

/** An amount in euros, before and after something changed. */
export interface Change {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly difference: Decimal;
}

export function changeOf(before: Decimal, after: Decimal): Change {
  return { before, after, difference: after.minus(before) };
}

/** What one payer's lines come to, before and after. */
export function changesByPayer(before: readonly Line[], after: readonly Line[]): Record<Payer, Change> {
  const part = (lines: readonly Line[], payer: Payer) =>
    sum(lines.filter((line) => line.payer === payer).map((line) => line.amount));
  const change = (payer: Payer) => changeOf(part(before, payer), part(after, payer));
  return { cagb: change("cagb"), commune: change("commune") };
}

export function addChanges(changes: readonly Change[]): Change {
  return changeOf(sum(changes.map(({ before }) => before)), sum(changes.map(({ after }) => after)));
}

/** A commune whose part of the titre may change: what each mairie will look at. */
export interface MovedCommune {
  readonly commune: Commune;
  readonly byPayer: { readonly commune: Change };
}

/** Communes whose part changes, the most first. */
export function mostMoved<T extends MovedCommune>(communes: readonly T[]): T[] {
  const size = ({ byPayer }: T) => byPayer.commune.difference.abs();
  return communes.filter((one) => !size(one).isZero()).sort((a, b) => size(b).comparedTo(size(a)));
}

/** How many communes owe the CAGB more, less, or as much. */
export function countDirections({ communes }: { readonly communes: readonly MovedCommune[] }): {
  more: number;
  less: number;
  same: number;
} {
  const count = (direction: number) =>
    communes.filter(({ byPayer }) => byPayer.commune.difference.comparedTo(0) === direction).length;
  return { more: count(1), less: count(-1), same: count(0) };
}
