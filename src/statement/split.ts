import { Decimal } from "decimal.js";
import type { Nature, Payer } from "../tariff";
import type { Line, Split } from "./types";

const zero = new Decimal(0);

/** The sum of amounts in euros, exact; 0 where there is none. */
export function sum(amounts: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/** Amounts in euros gathered by nature and payer, one by one. */
export class SplitSums {
  private readonly sums: Record<Nature, Record<Payer, Decimal>> = {
    installation: { cagb: zero, commune: zero },
    maintenance: { cagb: zero, commune: zero },
  };

  add(nature: Nature, payer: Payer, amount: Decimal): void {
    this.sums[nature][payer] = this.sums[nature][payer].plus(amount);
  }

  /** What was gathered so far; not to be added to afterwards. */
  result(): Split {
    return this.sums;
  }
}

export function splitOf(lines: Iterable<Line>): Split {
  const sums = new SplitSums();
  for (const line of lines) sums.add(line.nature, line.payer, line.amount);
  return sums.result();
}

/** One payer's part, installation and maintenance together, in euros. */
export function partOf(split: Split, payer: Payer): Decimal {
  return split.installation[payer].plus(split.maintenance[payer]);
}

export function totalOf(split: Split): Decimal {
  return partOf(split, "cagb").plus(partOf(split, "commune"));
}
