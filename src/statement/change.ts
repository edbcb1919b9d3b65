import type { Decimal } from "decimal.js";
import type { Payer } from "../tariff";
import { sum } from "./split";
import type { Line } from "./types";

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
