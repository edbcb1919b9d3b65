import { prestationName } from "../../tariff";
import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { isLaser, isSettledByRival } from "../weak-names";
import { isCorrected } from "./hearing";
import { countedNature, refusedAs } from "./weighed";
import type { Weighed } from "./weighed";

/** Qualifiers that tell one kind of the same prestation from another: such columns are added. */
const kinds = new Set([
  "eleve",
  "classe",
  "reseau",
  "enseignant",
  "direction",
  "directeur",
  "directrice",
  "portable",
  "tbi",
  "bcd",
  "rased",
]);

/**
 * Two columns for one prestation and nature: kinds that differ (élèves, direction…) are added; a name given alone yields to
 * the full name beside it; else neither is billed, since two equally good readings are no toss of a coin.
 */
export function rivals(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const result = new Map<number, Column>();
  const at = (column: Column): readonly [number, number] => [column.headerRow, column.index];
  const counted = columns.filter(
    (column) => column.role.kind === "count" && column.role.code !== null && column.school === null,
  );
  const codes = new Set(
    counted.flatMap((column) => (column.role.kind === "count" && column.role.code !== null ? [column.role.code] : [])),
  );
  const laser = columns.some((column) => column.role.kind === "untariffed" && isLaser(column.words));
  const groups = new Map<string, Column[]>();
  for (const column of counted) {
    if (column.role.kind !== "count") continue;
    const key = `${column.role.code}|${countedNature(column.role.code, column.nature)}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  for (const group of groups.values()) {
    if (group.length > 1) {
      // The user said of each what it is: they add up.
      if (group.every(isCorrected)) continue;
      const told = group.map((column) => column.qualifiers.filter((word) => kinds.has(word)).join("+"));
      if (told.every((kind) => kind !== "") && new Set(told).size === group.length) continue;
      const strong = group.filter((column) => !column.weak);
      if (strong.length === 1)
        for (const column of group) {
          if (column.weak) result.set(column.index, refusedAs(column, "ambiguous"));
        }
      else for (const column of group) result.set(column.index, refusedAs(column, "twice"));
      continue;
    }
    const column = group[0]!;
    if (!column.weak || column.role.kind !== "count") continue;
    const code = column.role.code!;
    if (!isSettledByRival(code, codes, laser))
      anomalies.push(
        anomalyAt("warning", "assumed-header", weighed.sheet, ...at(column), {
          header: column.header,
          prestation: prestationName(weighed.grid, code),
        }),
      );
  }
  return columns.map((column) => result.get(column.index) ?? column);
}
