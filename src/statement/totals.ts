import { Decimal } from "decimal.js";
import type { School } from "../inventory";
import type { Commune, Grid, Nature } from "../tariff";
import { compareCommunes, natures, payers } from "./order";
import { partOf, splitOf, sum } from "./split";
import type { CommuneTotal, Line, PrestationTotal, SchoolTotal, Split } from "./types";
import { countedUnits } from "./units";

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
