import type { Cell } from "../../cells";
import type { Anomaly } from "../../messages";
import type { Table } from "../table";
import { columnOf } from "../table";
import { anomalyOfTable } from "./facets";

/** What is known before reading of a machine table: read, set apart as another year's, or not to be told from another. */
export type Version =
  { readonly kind: "read" } | { readonly kind: "other-year" | "ambiguous"; readonly anomaly: Anomaly };

const sample = 2000;

function numbersOf(table: Table, most: number): Set<string> {
  const column = columnOf(table, "inventory-number") ?? columnOf(table, "serial-number");
  const numbers = new Set<string>();
  if (column === null) return numbers;
  for (let row = table.bodyTop; row <= table.bodyBottom && numbers.size < most; row += 1) {
    const cell: Cell = table.sheet.rows[row]?.[column.index] ?? null;
    if (typeof cell === "string" || typeof cell === "number") numbers.add(String(cell).trim().toUpperCase());
  }
  return numbers;
}

/**
 * Registers that list the same machines are versions of one register: the campaign's year is read, the others are set apart;
 * where no year tells them apart, none is. Registers of different machines are all read. (decisions §4)
 */
export function versionsOf(tables: readonly Table[], campaign: number): Map<Table, Version> {
  const versions = new Map<Table, Version>(tables.map((table) => [table, { kind: "read" }]));
  const machines = tables.filter((table) => table.layout === "machine-rows");
  // The campaign's own register first: what it sets apart rivals nothing any more.
  for (const dated of [true, false])
    for (let later = 1; later < machines.length; later += 1)
      for (let earlier = 0; earlier < later; earlier += 1) {
        const [first, second] = [machines[earlier]!, machines[later]!];
        if (versions.get(first)!.kind !== "read" || versions.get(second)!.kind !== "read") continue;
        const tells = first.year !== second.year && [first.year, second.year].includes(campaign);
        if (tells !== dated || !sameMachines(first, second)) continue;
        if (tells) {
          const [kept, left] = first.year === campaign ? [first, second] : [second, first];
          const params = { kept: kept.sheet.name, year: left.year ?? "", campaign };
          versions.set(left, {
            kind: "other-year",
            anomaly: anomalyOfTable("info", "other-year-source", left, params),
          });
          continue;
        }
        for (const [table, rival] of [
          [first, second],
          [second, first],
        ] as const) {
          const anomaly = anomalyOfTable("error", "ambiguous-source", table, { rival: rival.sheet.name });
          versions.set(table, { kind: "ambiguous", anomaly });
        }
      }
  return versions;
}

function sameMachines(first: Table, second: Table): boolean {
  const some = numbersOf(second, sample);
  if (some.size < 3) return false;
  const all = numbersOf(first, Number.POSITIVE_INFINITY);
  let shared = 0;
  for (const number of some) if (all.has(number)) shared += 1;
  return shared * 2 >= some.size;
}
