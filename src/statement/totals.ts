import { Decimal } from "decimal.js";
import type { School } from "../inventory";
import type { Commune, Grid, Nature, Payer } from "../tariff";
import { compareCommunes, natures, payers } from "./order";
import {
  countedUnits,
  type CommuneTotal,
  type Line,
  type PrestationTotal,
  type Reconciliation,
  type SchoolTotal,
  type Split,
} from "./statement";

/** One commune after the other, each with the schools it hosts or shares, in reading order. */
export function totalByCommune(lines: readonly Line[], schools: readonly School[]): CommuneTotal[] {
  const found = new Map<string, { commune: Commune; schools: Map<School, Line[]> }>();
  const linesOf = (commune: Commune, school: School) => {
    let entry = found.get(commune.insee);
    if (entry === undefined) found.set(commune.insee, (entry = { commune, schools: new Map() }));
    let own = entry.schools.get(school);
    if (own === undefined) entry.schools.set(school, (own = []));
    return own;
  };
  for (const school of schools) linesOf(school.commune, school);
  for (const line of lines) linesOf(line.commune, line.school).push(line);
  const rank = new Map(schools.map((school, index) => [school.key, index]));
  return [...found.values()]
    .sort((a, b) => compareCommunes(a.commune, b.commune))
    .map(({ commune, schools: own }) => {
      const totals = [...own]
        .sort(([a], [b]) => (rank.get(a.key) ?? 0) - (rank.get(b.key) ?? 0))
        .map(([school, its]): SchoolTotal => ({ school, split: splitOf(its), lines: its }));
      const split = addSplits(totals.map((total) => total.split));
      return { commune, split, due: partOf(split, "commune"), cagb: partOf(split, "cagb"), schools: totals };
    });
}

/**
 * In the grid's order, prestations with a line only. Where no key splits a school, amounts are the units counted times
 * the price, not the sum of lines: it is one of the ways in which the titre is found again.
 */
export function totalByPrestation(lines: readonly Line[], grid: Grid): PrestationTotal[] {
  return grid.rows.flatMap((tariff) => {
    const own = lines.filter((line) => line.tariff.code === tariff.code);
    if (own.length === 0) return [];
    const split = mapSplit((nature, payer) => {
      const its = own.filter((line) => line.nature === nature && line.payer === payer);
      const units = its.reduce((count, line) => count + (line.share === null ? line.quantity : 0), 0);
      const shared = sum(its.filter((line) => line.share !== null).map((line) => line.amount));
      return shared.plus(new Decimal(units).times(tariff.prices[nature][payer] ?? 0));
    });
    return [
      {
        tariff,
        split,
        units: { installation: unitsOf(own, "installation"), maintenance: unitsOf(own, "maintenance") },
      },
    ];
  });
}

/** Units of one nature; those that both payers bear a part of are counted once. */
function unitsOf(lines: readonly Line[], nature: Nature): number {
  const counts = payers.map((payer) =>
    lines.reduce((n, line) => n + (line.nature === nature && line.payer === payer ? countedUnits(line) : 0), 0),
  );
  return Math.max(...counts);
}

function addSplits(splits: readonly Split[]): Split {
  return mapSplit((nature, payer) => sum(splits.map((split) => split[nature][payer])));
}

function mapSplit(amount: (nature: Nature, payer: "cagb" | "commune") => Decimal): Split {
  const [installation, maintenance] = natures.map((nature) => ({
    cagb: amount(nature, "cagb"),
    commune: amount(nature, "commune"),
  }));
  return { installation: installation!, maintenance: maintenance! };
}

const zero = new Decimal(0);

/** The sum of amounts in euros, exact; 0 where there is none. */
export function sum(amounts: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/** Amounts in euros gathered by nature and payer, one by one. */
class SplitSums {
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

/** The titre found again five ways; each difference must be 0.00. */
export function reconcile(
  total: Decimal,
  lines: readonly Line[],
  byCommune: readonly CommuneTotal[],
  byPrestation: readonly PrestationTotal[],
): Reconciliation[] {
  const schools = byCommune.flatMap((commune) => commune.schools);
  const ways: [Reconciliation["by"], Decimal][] = [
    ["lines", sum(lines.map((line) => line.amount))],
    ["schools", sum(schools.map((school) => totalOf(school.split)))],
    ["communes", sum(byCommune.map((commune) => commune.due.plus(commune.cagb)))],
    ["prestations", sum(byPrestation.map((prestation) => totalOf(prestation.split)))],
    ["payers", sum(payers.flatMap((payer) => natures.map((nature) => partLine(lines, nature, payer))))],
  ];
  return ways.map(([by, found]) => ({ by, total: found, difference: found.minus(total) }));
}

function partLine(lines: readonly Line[], nature: Line["nature"], payer: Line["payer"]): Decimal {
  return sum(lines.filter((line) => line.nature === nature && line.payer === payer).map((line) => line.amount));
}
