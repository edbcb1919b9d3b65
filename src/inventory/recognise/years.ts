import type { Anomaly } from "../../messages";
import type { Campaign } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { countedNature, leftOut, refusedAs } from "./weighed";
import type { Weighed } from "./weighed";

/** The campaign year a header's years stand for: a span 2013-2014 holds the 1 November of its first year, and installs up to its last. */
export function columnYear(column: Column): number | null {
  if (column.years.length === 0) return null;
  return column.nature === "installation" ? Math.max(...column.years) : Math.min(...column.years);
}

/**
 * The same thing for several years: the campaign's counts, the others are set apart. What is in service only in another year
 * is weighed against the other tables. (decisions §4)
 */
export function yearsApart(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const groups = new Map<string, Column[]>();
  const { year } = weighed.campaign;
  const mixed = new Set(columns.filter((column) => mixesCampaigns(column, year)));
  for (const column of columns) {
    const key = mixed.has(column) ? null : yearKey(column);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const result = new Map<number, Column>();
  const tell = (column: Column, severity: "info" | "error" | "warning", code: YearCode): void => {
    const params = { header: column.header, year: columnYear(column) ?? "", campaign: year, before: year - 1 };
    anomalies.push(anomalyAt(severity, code, weighed.sheet, column.headerRow, column.index, params));
  };
  const leave = (column: Column): void => {
    tell(column, "info", "other-year-column");
    result.set(column.index, leftOut(column, "other-year"));
  };
  const refuse = (column: Column, code: YearCode): void => {
    tell(column, "error", code);
    result.set(column.index, refusedAs(column, "told"));
  };
  for (const column of mixed) refuse(column, "installed-since");
  for (const group of groups.values()) {
    const kept = keptOf(group, weighed.campaign);
    if (kept !== null) {
      for (const column of group) if (!kept.includes(column)) leave(column);
    } else if (group.some((column) => column.nature === "installation" && !isPupils(column))) {
      // What was installed another year is no installation of this one, whatever else stands beside it.
      for (const column of group) {
        tell(column, "warning", "installed-other-year");
        result.set(column.index, leftOut(column, "other-year"));
      }
    } else if (new Set(group.map(columnYear)).size > 1) {
      for (const column of group) refuse(column, "ambiguous-years");
    } else if (columnYear(group[0]!) === year) {
      for (const column of group) refuse(column, "only-other-year");
    }
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

type YearCode =
  "installed-since" | "other-year-column" | "ambiguous-years" | "installed-other-year" | "only-other-year";

/** « Installés depuis 2012 »: some of the campaign, some of those before, and nothing tells how many of each. */
function mixesCampaigns(column: Column, campaign: number): boolean {
  const year = columnYear(column);
  return column.since && column.role.kind === "count" && !isPupils(column) && year !== null && year < campaign;
}

/** The columns of the campaign among those that show one thing; null where none is. */
function keptOf(group: readonly Column[], { year, snapshot }: Campaign): Column[] | null {
  const dated = group.filter((column) => columnYear(column) !== null);
  if (dated.length === 0) return isPupils(group[0]!) ? lastOf(group) : [...group];
  const own = dated.filter((column) => columnYear(column) === year);
  if (own.length > 0 && isPupils(own[0]!)) {
    const end = snapshot.year * 10_000 + snapshot.month * 100 + snapshot.day;
    const moments = own.map((column) => momentOf(column));
    const last = Math.max(...moments.filter((moment) => moment <= end));
    return Number.isFinite(last) ? own.filter((_, at) => moments[at] === last) : null;
  }
  if (own.length > 0) return own;
  const undated = group.filter((column) => columnYear(column) === null);
  return undated.length > 0 ? undated : null;
}

/** « Rentrée », then « Au 1er novembre », of no year: the last one counts; others are not told apart. */
function lastOf(group: readonly Column[]): Column[] {
  const onSnapshot = group.filter(({ header }) => /\b(?:1er nov|0?1 ?\/ ?11\b)/i.test(header));
  const isOpening = ({ header }: Column): boolean => /\brentr[ée]e\b/i.test(header);
  return onSnapshot.length > 0 && group.every((column) => onSnapshot.includes(column) || isOpening(column))
    ? onSnapshot
    : [...group];
}

function isPupils({ role }: Column): boolean {
  return role.kind === "part" || (role.kind === "count" && role.code === "PORTAIL");
}

/** When pupils were counted, as 20141101; a school year, or a year alone, begins in September. */
function momentOf(column: Column): number {
  const day = column.days.at(-1);
  return day ?? (columnYear(column) ?? 0) * 10_000 + 901;
}

function yearKey(column: Column): string | null {
  if (column.role.kind === "count")
    return `${column.role.code ?? ""}|${countedNature(column.role.code, column.nature)}|${column.school?.name ?? ""}|${column.qualifiers.join()}`;
  return column.role.kind === "part" ? `part|${column.role.part}` : null;
}
