import type { Anomaly } from "../../messages";
import type { TableReading } from "../read/reading-table";
import type { ExclusionReason, TableKind } from "../types";

/** Kinds of tables that are read for what they bill. */
export function isBilledKind(kind: TableKind): boolean {
  return kind === "inventory" || kind === "headcounts" || kind === "installations";
}

/** Takes a whole table out of the account, for one reason: each of its rows is excluded, and nothing else is said of it. */
export function leaveOut(
  reading: TableReading,
  kind: TableKind,
  reason: ExclusionReason,
  anomaly: Anomaly | null,
): void {
  empty(reading);
  reading.showsHeadcounts = false;
  reading.showsPacks = false;
  reading.log.excludeAll(reason);
  reading.kind = kind;
  if (anomaly !== null) reading.anomalies.push(anomaly);
}

/**
 * Refuses a whole table: none of its rows is billed until it is settled. That it shows packs or headcounts stays known, so
 * that its schools do not seem to lack what it shows.
 */
export function refuse(reading: TableReading, anomaly: Anomaly): void {
  empty(reading);
  reading.log.failAll();
  reading.refused.add("equipment");
  if (reading.showsHeadcounts) reading.refused.add("headcount");
  reading.anomalies.push(anomaly);
}

function empty(reading: TableReading): void {
  reading.schools.clear();
  reading.anomalies.length = 0;
}
