import type { TableReading } from "../read/reading-table";
import { columnYear } from "../recognise/years";
import { anomalyOfTable, dropFacet, inFacet, shows } from "./facets";
import { isBilledKind, refuse } from "./set-apart";

/**
 * Tables of another year that no table of the campaign replaced: what they show is not billed until the user says that they
 * hold for the campaign. A column of theirs that says the campaign's year is the campaign's. (decisions §4)
 */
export function refuseOtherYears(readings: readonly TableReading[]): void {
  for (const reading of readings) {
    const { table, tools, log } = reading;
    const campaign = tools.campaign.year;
    if (table.year === null || table.year === campaign || !isBilledKind(reading.kind)) continue;
    const own = new Set(table.columns.filter((column) => columnYear(column) === campaign).map(({ index }) => index));
    const billed = [...reading.schools.values()].flatMap(({ counts }) => [...counts.values()]);
    const stale = billed.filter(({ cells }) => cells.some(({ column }) => !own.has(column)));
    if (stale.length === 0) continue;
    const anomaly = anomalyOfTable("error", "title-other-year", table, { year: table.year, campaign });
    if (own.size === 0) {
      refuse(reading, anomaly);
      continue;
    }
    const { showsPacks } = reading;
    for (const facet of ["equipment", "headcount"] as const) {
      if (!shows(reading, facet) || !stale.some((count) => inFacet(count, facet))) continue;
      dropFacet(reading, facet);
      reading.refused.add(facet);
    }
    reading.showsPacks = showsPacks;
    log.failAll();
    reading.anomalies.push(anomaly);
  }
}
