import type { Decimal } from "decimal.js";
import type { Commune, Payer } from "../../tariff";
import type { Line } from "../statement";
import { sumOfLines } from "../totals";

/** An amount in euros, before and after something changed. */
export interface Change {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly difference: Decimal;
}

export function changeOf(before: Decimal, after: Decimal): Change {
  return { before, after, difference: after.minus(before) };
}

/** Amounts before and after something changed, by payer and in all. */
export interface Changes {
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
}

/** Returns what two lists of lines come to. */
export function changesOf(before: readonly Line[], after: readonly Line[]): Changes {
  const part = (lines: readonly Line[], payer: Payer) => sumOfLines(lines.filter((line) => line.payer === payer));
  const change = (payer: Payer) => changeOf(part(before, payer), part(after, payer));
  const [cagb, commune] = [change("cagb"), change("commune")];
  return {
    byPayer: { cagb, commune },
    total: changeOf(cagb.before.plus(commune.before), cagb.after.plus(commune.after)),
  };
}

/** A commune whose part of the titre may change. */
export interface ChangedCommune {
  readonly commune: Commune;
  readonly byPayer: { readonly commune: Change };
}

/** Returns the communes whose part changes, those that change most first. */
export function mostChangedCommunes<T extends ChangedCommune>(communes: readonly T[]): T[] {
  const size = ({ byPayer }: T) => byPayer.commune.difference.abs();
  return communes.filter((one) => !size(one).isZero()).sort((a, b) => size(b).comparedTo(size(a)));
}

/** Counts the communes that owe the CAGB more, less, or as much. */
export function countDirections({ communes }: { readonly communes: readonly ChangedCommune[] }) {
  const count = (direction: number) =>
    communes.filter(({ byPayer }) => byPayer.commune.difference.comparedTo(0) === direction).length;
  return { more: count(1), less: count(-1), same: count(0) };
}
