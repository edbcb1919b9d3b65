import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { reckonedApart } from "./amounts";
import { purchaseRank } from "./date-headers";
import { isCorrected } from "./hearing";
import { isRegister } from "./registers";
import { countedNature, leftOut, refusedAs } from "./weighed";
import type { Weighed } from "./weighed";
import { holdsAnything, holdsNumbers } from "./vote";

/**
 * Beside a label column, only bare quantities count; a row's total beside its quantity is none of ours. What a heading counts
 * besides is told where it holds numbers: equipment is then not billed, an error.
 */
export function labelledColumns(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const quantities = columns.some((column) => column.role.kind === "count" && column.role.code === null);
  const settled = columns.map((column): Column => {
    const { role, index, headerRow, header } = column;
    const tell = (severity: "warning" | "error"): void => {
      if (holdsNumbers(weighed.sheet, index, weighed.bodyTop, weighed.bodyBottom))
        anomalies.push(anomalyAt(severity, "column-beside-label", weighed.sheet, headerRow, index, { header }));
    };
    if (role.kind === "part" || (role.kind === "count" && role.code === "PORTAIL")) {
      tell("warning");
      return leftOut(column, "refused");
    }
    if (role.kind === "count" && role.code !== null) {
      tell("error");
      return refusedAs(column, "told");
    }
    if (role.kind === "untariffed") {
      tell("warning");
      return leftOut(column, "refused");
    }
    if (role.kind === "refused" && role.why === "ambiguous" && column.words === "total" && quantities)
      return leftOut(column, "total");
    return column;
  });
  return oneEntry(oneQuantity(reckonedApart(settled, weighed)), weighed, anomalies);
}

/**
 * Quantities that count the same thing are not added: what is said to be in service wins over a bare « total », else none
 * of them is billed.
 */
function oneQuantity(columns: readonly Column[]): Column[] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.role.kind !== "count" || column.role.code !== null || column.school !== null) continue;
    const key = `${countedNature(null, column.nature)}|${column.years.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const result = new Map<number, Column>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const corrected = group.filter(isCorrected);
    // The user said of each what it is: they add up.
    if (corrected.length === group.length) continue;
    const said = corrected.length === 1 ? corrected : group.filter(({ nature }) => nature !== null);
    const others = group.filter((column) => !said.includes(column));
    const isTotal = others.every(({ texts }) => /\btotale?s?\b/i.test(texts.join(" ")));
    for (const column of group)
      if (said.length !== 1 || !(isTotal || corrected.length === 1))
        result.set(column.index, refusedAs(column, "twice"));
      else if (column !== said[0]) result.set(column.index, leftOut(column, "total"));
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

const saysInstalled = ({ role, nature }: Column): boolean => role.kind === "nature" || nature === "installation";

/** The surest date of entry; a purchase stands for it where nothing else does, and is told. */
function oneEntry(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const filled = ({ index }: Column): boolean =>
    holdsAnything(weighed.sheet, index, weighed.bodyTop, weighed.bodyBottom);
  const entries = columns.filter((column) => column.role.kind === "date-in" && (isCorrected(column) || filled(column)));
  const best = entries.reduce<Column | null>(
    (least, each) => (least === null || each.rank < least.rank ? each : least),
    null,
  );
  const tell = ({ headerRow, index, header }: Column, code: "purchase-as-entry" | "unknown-date-column"): void => {
    anomalies.push(anomalyAt("warning", code, weighed.sheet, headerRow, index, { header }));
  };
  // Dates that are the only ones of a register may well be those that bill its installations.
  const isAsked = best === null && isRegister(columns) && !columns.some(saysInstalled);
  return columns.map((column): Column => {
    if (column.role.kind === "other" && column.why === "other-date" && filled(column)) {
      if (isAsked) return refusedAs(column, "entry-date");
      tell(column, "unknown-date-column");
    }
    if (column.role.kind !== "date-in" || best === null) return column;
    if (column === best) {
      if (column.rank === purchaseRank) tell(column, "purchase-as-entry");
      return column;
    }
    if (column.rank === best.rank) tell(column, "unknown-date-column");
    return leftOut(column, "other-date");
  });
}
