import { allocate } from "../money";
import type { Shares } from "./keys";
import type { Line } from "./types";

/**
 * A host commune's line, split between those that share the school: exact cents, the largest remainder, ties by INSEE
 * code, and the shares add up to the line (decisions §2).
 */
export function shareLine(line: Line, shares: Shares): Line[] {
  const weights = shares.parts.map(({ commune, weight }) => ({ key: commune.insee, weight }));
  const allocation = allocate(line.amount, weights);
  if ("refusal" in allocation) throw new Error(`A settled key cannot be refused: ${allocation.refusal}`);
  return shares.parts.map(({ commune, weight }, index) => ({
    ...line,
    commune,
    amount: allocation.shares[index]!.amount,
    share: { weight, total: shares.total, counted: false },
  }));
}

/** The same lines, the first of which stands for the units of them all, so that these are counted once. */
export function countOnce(shares: readonly Line[]): Line[] {
  return shares.map((line, index) =>
    line.share === null ? line : { ...line, share: { ...line.share, counted: index === 0 } },
  );
}
