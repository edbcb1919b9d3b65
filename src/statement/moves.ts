import type { Commune } from "../tariff";
import type { Change } from "./change";

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
