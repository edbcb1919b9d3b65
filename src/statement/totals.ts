import { Decimal } from "decimal.js";
import { addTo } from "../cells";
import type { School } from "../inventory";
import { natures, payers, type Commune, type Grid, type Nature, type Payer } from "../tariff";
import { compareCommunes } from "./order";
import {
  countedUnits,
  countsUnits,
  type CommuneTotal,
  type Line,
  type PrestationTotal,
  type Reconciliation,
  type SchoolTotal,
  type Split,
} from "./statement";

const zero = new Decimal(0);

/** Returns the exact sum of amounts in euros; 0 when there are none. */
export function sum(amounts: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

export function sumOfLines(lines: readonly Line[]): Decimal {
  return sum(lines.map(({ amount }) => amount));
}

/** Returns the sums of lines by nature and payer. */
export function splitOf(lines: Iterable<Line>): Split {
  const sums = mapSplit(() => zero);
  for (const { nature, payer, amount } of lines) sums[nature][payer] = sums[nature][payer].plus(amount);
  return sums;
}

/** Returns the part of a payer, installation and maintenance together. */
export function partOf(split: Split, payer: Payer): Decimal {
  return split.installation[payer].plus(split.maintenance[payer]);
}

export function totalOf(split: Split): Decimal {
  return partOf(split, "cagb").plus(partOf(split, "commune"));
}

function addSplits(splits: readonly Split[]): Split {
  return mapSplit((nature, payer) => sum(splits.map((split) => split[nature][payer])));
}

function mapSplit(amount: (nature: Nature, payer: Payer) => Decimal): Record<Nature, Record<Payer, Decimal>> {
  const of = (nature: Nature) => ({ cagb: amount(nature, "cagb"), commune: amount(nature, "commune") });
  return { installation: of("installation"), maintenance: of("maintenance") };
}

/** Returns the total of each commune, by name, with the schools that it hosts or shares in reading order. */
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
 * Returns the total of each prestation with a line, in the order of the grid. Without a sharing key, amounts are
 * counted units × price and not sums of lines, so that they reconcile the titre independently.
 */
export function totalByPrestation(lines: readonly Line[], grid: Grid): PrestationTotal[] {
  const byCode = new Map<string, Line[]>();
  for (const line of lines) addTo(byCode, line.tariff.code, line);
  return grid.rows.flatMap((tariff) => {
    const own = byCode.get(tariff.code);
    if (own === undefined) return [];
    const split = mapSplit((nature, payer) => {
      const its = own.filter((line) => line.nature === nature && line.payer === payer);
      const units = its.reduce((count, line) => count + (line.share === null ? line.quantity : 0), 0);
      const shared = sumOfLines(its.filter((line) => line.share !== null));
      return shared.plus(new Decimal(units).times(tariff.prices[nature][payer] ?? 0));
    });
    const units = { installation: unitsOf(own, "installation"), maintenance: unitsOf(own, "maintenance") };
    return [{ tariff, split, units }];
  });
}

/** Counts the units of a nature; those that both payers pay for count once. */
function unitsOf(lines: readonly Line[], nature: Nature): number {
  const own = lines.filter((line) => line.nature === nature && countsUnits(line));
  return own.reduce((units, line) => units + countedUnits(line), 0);
}

/** Computes the titre in five other ways; each difference must be 0.00. */
export function reconcile(
  total: Decimal,
  lines: readonly Line[],
  byCommune: readonly CommuneTotal[],
  byPrestation: readonly PrestationTotal[],
): Reconciliation[] {
  const schools = byCommune.flatMap((commune) => commune.schools);
  const partsOf = (payer: Payer) =>
    natures.map((nature) => sumOfLines(lines.filter((line) => line.nature === nature && line.payer === payer)));
  const ways: [Reconciliation["by"], Decimal][] = [
    ["lines", sumOfLines(lines)],
    ["schools", sum(schools.map((school) => totalOf(school.split)))],
    ["communes", sum(byCommune.map((commune) => commune.due.plus(commune.cagb)))],
    ["prestations", sum(byPrestation.map((prestation) => totalOf(prestation.split)))],
    ["payers", sum(payers.flatMap(partsOf))],
  ];
  return ways.map(([by, found]) => ({ by, total: found, difference: found.minus(total) }));
}
