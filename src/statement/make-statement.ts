import { finish, type Steps } from "../cells";
import type { Reading } from "../inventory";
import type { Options } from "../options";
import type { Campaign, Grid } from "../tariff";
import { entersTitre, isBesancon } from "./besancon";
import { resolveKeys } from "./keys";
import { compareCommunes, natures, payers } from "./order";
import { priceQuantities } from "./price";
import { reconcile } from "./reconcile";
import { countOnce, shareLine } from "./share";
import { partOf, splitOf } from "./split";
import { totalByCommune, totalByPrestation } from "./totals";
import type { Line, Statement } from "./types";

/**
 * What a campaign bills: every quantity of the reading priced once, shared where a key says so, and summed by school,
 * commune, prestation, nature and payer. Amounts are exact euros. The order of the reading's quantities changes
 * nothing; the order of its schools is that of the schools inside a commune. (decisions §2, §3)
 */
export function makeStatement(reading: Reading, grid: Grid, campaign: Campaign, options: Options): Statement {
  return finish(makeStatementInSteps(reading, grid, campaign, options));
}

/** The same statement, which pauses between its sums. */
export function* makeStatementInSteps(
  reading: Reading,
  grid: Grid,
  campaign: Campaign,
  options: Options,
): Steps<Statement> {
  const keys = resolveKeys(options.sharingKeys, reading.schools, campaign);
  const full: Line[][] = priceQuantities(reading.quantities, grid).map((line) => {
    const shares = keys.bySchool.get(line.school.key);
    if (shares === undefined) return [line];
    return shares === null ? [] : shareLine(line, shares);
  });
  const kept = full.flatMap((parts) =>
    countOnce(parts.filter((line) => entersTitre(line.commune, line.payer, options.besancon))),
  );
  yield;
  const lines = sortLines(kept, reading, grid);
  yield;
  const byCommune = totalByCommune(lines, reading.schools);
  const byPrestation = totalByPrestation(lines, grid);
  yield;
  const split = splitOf(lines);
  const cagb = partOf(split, "cagb");
  const communes = partOf(split, "commune");
  const total = cagb.plus(communes);
  const besancon = splitOf(full.flat().filter((line) => isBesancon(line.commune)));
  yield;
  return {
    campaign,
    grid,
    options,
    lines,
    total,
    cagb,
    communes,
    split,
    byPrestation,
    byCommune,
    pupils: byPrestation.find((one) => one.tariff.code === "PORTAIL")?.units.maintenance ?? 0,
    schools: new Set(lines.map((line) => line.school.key)).size,
    besancon: { cagb: partOf(besancon, "cagb"), commune: partOf(besancon, "commune") },
    reconciliations: reconcile(total, lines, byCommune, byPrestation),
    anomalies: keys.anomalies,
  };
}

/** Communes by name, schools as read, prestations as in the grid, installation before maintenance, CAGB first. */
function sortLines(lines: readonly Line[], reading: Reading, grid: Grid): Line[] {
  const schools = new Map(reading.schools.map((school, index) => [school.key, index]));
  const rows = new Map(grid.rows.map((row, index) => [row.code, index]));
  const hosts = new Map(lines.map((line) => [line.commune.insee, line.commune]));
  const communes = new Map([...hosts.values()].sort(compareCommunes).map((commune, index) => [commune.insee, index]));
  const rank = (line: Line) => [
    communes.get(line.commune.insee) ?? 0,
    schools.get(line.school.key) ?? 0,
    rows.get(line.tariff.code) ?? 0,
    natures.indexOf(line.nature),
    payers.indexOf(line.payer),
  ];
  return lines
    .map((line) => ({ line, rank: rank(line) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ line }) => line);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}
