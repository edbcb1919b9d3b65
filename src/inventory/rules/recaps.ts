import { remembered } from "../../cells";
import { anomalyOfTable } from "../anomalies";
import { leftOut } from "../ledger";
import type { Reading } from "../reading";
import { columnOf, countsEquipment } from "../column";
import type { Table } from "../table";
import type { TableReading } from "../table-reading";
import { refuseTable } from "./kinds-of-tables";

/**
 * Returns whether a table has a row for each commune, without a school: a recapitulation, if other tables have the
 * detail.
 */
export function isByCommune(table: Table): boolean {
  const names = (["school", "entity", "location"] as const).some((kind) => columnOf(table, kind) !== null);
  return !names && !table.turned && table.layout !== "pupil-list" && columnOf(table, "commune") !== null;
}

/** Returns a table with each commune as its own school, so that it is read like any other. */
export function withCommunesAsSchools(table: Table): Table {
  const commune = columnOf(table, "commune")!;
  return { ...table, columns: [...table.columns, { ...commune, role: { kind: "school" } }] };
}

/** Quantities by INSEE code of the commune, then by prestation and nature. */
type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Leaves out a table by commune when other tables detail the same quantities by school: it is a recapitulation,
 * compared like a total; a difference is a warning, as is a sum whose formula has no result. Its unreadable rows remain
 * errors, because they may be of a commune without detail. Without detail, it is an error: tariffs are by school.
 * (decisions §4)
 */
export function checkRecaps(recaps: readonly TableReading[], details: readonly TableReading[], reading: Reading): void {
  if (recaps.length === 0) return;
  const detailed = sumsOf(details, reading);
  // A table left out for its kind, or by the user, is not a recapitulation.
  for (const recap of recaps) if (reading.facets.isBilled(recap)) checkRecap(recap, detailed, reading);
}

function checkRecap(recap: TableReading, detailed: Sums, reading: Reading): void {
  const { table } = recap;
  const { ledger } = reading;
  const kind = compare(recap, detailed, reading);
  if (kind === "alone") {
    refuseTable(reading, table, "no-school-column", {});
    return;
  }
  const reported = ledger.anomaliesOf(table);
  const own = reported.filter(({ code, severity }) => code === "total-without-result" || severity === "error");
  ledger.claimTable(table, { ...leftOut("duplicate-source", "structure"), kind: "repeats", keepsErrors: true });
  const [severity, code] =
    kind === "equal" ? (["info", "commune-recap"] as const) : (["warning", "recap-differs"] as const);
  ledger.report(anomalyOfTable(severity, code, table, {}), table);
  for (const anomaly of own) ledger.report(anomaly, table);
}

/** Sums the quantities of tables by commune, before any maximum. */
function sumsOf(readings: readonly TableReading[], { ledger }: Reading): Sums {
  const byCommune = new Map<string, Map<string, number>>();
  for (const { lines } of readings)
    for (const { who, facts } of lines)
      for (const fact of facts) {
        if (!ledger.isOpen(fact)) continue;
        const own = remembered(byCommune, who.commune.insee, () => new Map<string, number>());
        for (const nature of fact.natures) {
          const key = `${fact.code}|${nature}`;
          own.set(key, (own.get(key) ?? 0) + fact.quantity);
        }
      }
  return byCommune;
}

/**
 * Compares the readable rows of a recapitulation with the detail: equal sums, different sums, or quantities without
 * detail.
 */
function compare(recap: TableReading, detailed: Sums, reading: Reading): "equal" | "differs" | "alone" {
  const shown = sumsOf([recap], reading);
  const reported = reading.ledger.anomaliesOf(recap.table);
  // A recapitulation has one row for each commune: two rows distinguish something else.
  if (reported.some(({ code }) => code === "duplicate-school")) return "alone";
  const things = new Set([...detailed.values()].flatMap((own) => [...own.keys()]));
  if (shown.size === 0) return showsDetailed(recap, detailed, things) ? "equal" : "alone";
  const each = [...shown].flatMap(([insee, own]) => [...own].map(([key, quantity]) => ({ insee, key, quantity })));
  if (!each.every(({ insee, key }) => detailed.has(insee) && things.has(key))) return "alone";
  return each.every(({ insee, key, quantity }) => detailed.get(insee)!.get(key) === quantity) ? "equal" : "differs";
}

/**
 * Returns whether a recapitulation without quantities, as when its formulas have no result, is about prestations that
 * tables detail.
 */
function showsDetailed({ reader, table }: TableReading, detailed: Sums, things: ReadonlySet<string>): boolean {
  const codes = new Set([...things].map((key) => key.slice(0, key.indexOf("|"))));
  return (
    [...reader.schools.values()].every(({ commune }) => detailed.has(commune.insee)) &&
    table.columns.every(({ role }) => !countsEquipment(role) || codes.has(role.code))
  );
}
