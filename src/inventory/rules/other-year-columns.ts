import { remembered } from "../../cells";
import { error, leftOut } from "../ledger";
import type { Reading } from "../reading";
import { countsPupils, type Column } from "../column";
import type { TableReading } from "../table-reading";
import { columnYear, otherYearColumns } from "../tables/column-years";
import type { Facets } from "./facets";

/** A column of another year, with the prestations and natures that it counts in each school. */
interface OtherYear {
  readonly each: TableReading;
  readonly column: Column;
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Leaves out the columns of another year when other tables count the same in the same schools; otherwise reports an
 * error. (decisions §4)
 */
export function resolveOtherYearColumns(reading: Reading): void {
  const { facets } = reading;
  const live = reading.tables.filter((each) => facets.isBilled(each));
  const found = live.flatMap((each) =>
    otherYearColumns(each.table, reading.context.campaign).map((column) => otherYear(each, column, facets)),
  );
  // All are claimed first, so that one does not stand in for another.
  for (const { each, column } of found)
    reading.ledger.claimColumn(each.table, column.index, { claim: error, why: "refused" });
  for (const one of found) {
    const { each, column } = one;
    const { table } = each;
    const isShown = isShownElsewhere(one, live, facets);
    if (isShown)
      reading.ledger.claimColumn(table, column.index, { claim: leftOut("other-year", "date"), why: "other-year" });
    else facets.noteRefused(each, countsPupils(column.role) ? "headcount" : "equipment");
    const { campaign } = reading.context;
    const year = columnYear(column, campaign.snapshot)!;
    const params = { header: column.header, year, campaign: campaign.year };
    const [severity, code] = isShown
      ? (["info", "other-year-column"] as const)
      : (["error", "only-other-year"] as const);
    each.reader.report(severity, code, column.headerRow, column.index, params);
  }
}

function otherYear(each: TableReading, column: Column, facets: Facets): OtherYear {
  const counted = new Map<string, Set<string>>();
  for (const { facts } of each.lines)
    for (const fact of facts) {
      if (fact.column !== column.index || fact.code === null) continue;
      if (!facets.ledger.isOpen(fact) && !facets.isHeadcount(fact)) continue;
      const keys = remembered(counted, facets.keyOf(fact), () => new Set<string>());
      for (const nature of fact.natures) keys.add(`${fact.code}|${nature}`);
    }
  return { each, column, counted };
}

/** Returns whether other tables show most of what a column counts, school by school. */
function isShownElsewhere({ each, counted }: OtherYear, live: readonly TableReading[], facets: Facets): boolean {
  const others = live.filter((other) => other !== each);
  const showsAll = (other: TableReading, school: string, keys: ReadonlySet<string>): boolean =>
    [...keys].every((key) =>
      (["equipment", "headcount"] as const).some((facet) => facets.of(other, facet).get(school)?.has(key) === true),
    );
  const shown = [...counted].filter(([school, keys]) => others.some((other) => showsAll(other, school, keys))).length;
  return counted.size === 0 || shown * 2 > counted.size;
}
