import { addTo, fold } from "../../cells";
import type { Anomaly } from "../../messages";
import { campaignOfDay, campaignOfYears, takeYears, type Campaign, type DayOfCount, type Period } from "../../tariff";
import { anomalyOfColumn } from "../anomalies";
import { layouts } from "../layouts";
import { countedNature, countsPupils, countsUnits, isCorrected, leftOut, refusedAs, type Column } from "../column";
import type { Table } from "../table";
import { headingSays } from "../texts/heading";
import { dayNumber, flowCampaign, installedSpan } from "../texts/installed-span";
import { saysSchoolYear } from "../texts/title";
import type { TableBody } from "./column-contents";

/**
 * Returns the campaign of a column's dates: of the last day of a period, or of a school year for pupils; null when
 * undated.
 */
export function columnYear(column: Column, count: DayOfCount): number | null {
  const { years, period } = column;
  const isFlow = countsFlow(column);
  if (isFlow && period !== null && years.length > 0) return campaignOfDay(period.to, count);
  return campaignOfYears(years, !isFlow && column.nature !== "installation", count);
}

/** Returns whether a column counts arrivals: installations or spare parts. */
function countsFlow({ role, nature }: Column): boolean {
  return countsUnits(role) && countedNature(role.code, nature) === "installation";
}

/** Returns the period of the installations that a column counts, from its heading; null when it has none. */
export function spanOf(column: Column, count: DayOfCount): Period | null {
  return countsFlow(column) && !column.since && column.years.length > 0 ? installedSpan(column, count) : null;
}

/** Returns the columns of a table that count another year; a column that the user chose has no years. */
export function otherYearColumns({ layout, isChosen, columns }: Table, campaign: Campaign): Column[] {
  if (layouts[layout].listsUnits || isChosen === true) return [];
  return columns.filter((column) => {
    if (column.role.kind !== "count" && column.role.kind !== "part") return false;
    const year = columnYear(column, campaign.snapshot);
    return year !== null && year !== campaign.year;
  });
}

/**
 * Keeps the columns of the campaign among those of one prestation over several years, and leaves out the others.
 * (decisions §4)
 */
export function resolveYears(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const groups = new Map<string, Column[]>();
  const { year, snapshot } = body.campaign;
  const mixed = new Set(columns.filter((column) => mixesCampaigns(column, columns, body.campaign)));
  for (const column of columns) {
    const key = mixed.has(column) ? null : yearKey(column);
    if (key !== null) addTo(groups, key, column);
  }
  const result = new Map<number, Column>();
  const report = (column: Column, severity: "info" | "error" | "warning", code: YearCode): void => {
    const params = { year: columnYear(column, snapshot) ?? "", campaign: year, before: year - 1 };
    anomalies.push(anomalyOfColumn(severity, code, body.sheet, column, params));
  };
  const leave = (column: Column, severity: "info" | "warning", code: YearCode): void => {
    report(column, severity, code);
    result.set(column.index, leftOut(column, "other-year"));
  };
  const refuse = (column: Column, code: YearCode): void => {
    report(column, "error", code);
    result.set(column.index, refusedAs(column, "reported"));
  };
  for (const column of mixed) refuse(column, "installed-since");
  for (const group of groups.values()) {
    const kept = keptOf(group, body.campaign);
    if (kept !== null) {
      const isAsked = kept.every((column) => isOfAnotherDay(column, body.campaign)) && group.some(isUndated);
      for (const column of group)
        if (kept.includes(column) || (isCorrected(column) && saysWhen(column, body))) {
          if (isAsked) result.set(column.index, refusedAs(column, "twice"));
        }
        // The user chose this column.
        else if (isAsked && isCorrected(column)) continue;
        // Nothing proves that it is another year's.
        else if (isUndated(column)) result.set(column.index, refusedAs(column, "twice"));
        else if (isOnlyStock(column, columns)) refuse(column, "only-other-year");
        else leave(column, "info", "other-year-column");
    } else if (group.some(({ nature, role }) => nature === "installation" && !countsPupils(role))) {
      // Installations of another year are not of this campaign, whatever is beside them.
      for (const column of group) leave(column, "warning", "installed-other-year");
    } else if (new Set(group.map((column) => columnYear(column, snapshot))).size > 1) {
      for (const column of group) refuse(column, "ambiguous-years");
    } else if (columnYear(group[0]!, snapshot) === year) {
      for (const column of group) refuse(column, "only-other-year");
    }
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

const isUndated = ({ years, role }: Column): boolean => years.length === 0 && countsUnits(role);

/** Returns whether a column counts equipment on a day other than the day of count: « Compté le 06/11/2014 ». */
export function isOfAnotherDay(column: Column, { snapshot }: Campaign): boolean {
  const { role, days, nature } = column;
  if (!countsUnits(role) || nature !== null || isCorrected(column)) return false;
  return days.length > 0 && !days.includes(dayNumber(snapshot));
}

type YearCode =
  "installed-since" | "other-year-column" | "ambiguous-years" | "installed-other-year" | "only-other-year";

/**
 * Returns whether a column mixes campaigns, « Installés depuis 2012 »; beside the stock of a year, it belongs to that
 * year.
 */
function mixesCampaigns(column: Column, columns: readonly Column[], campaign: Campaign): boolean {
  const year = columnYear(column, campaign.snapshot);
  // « Installés (année scolaire 2013-2014) » begins before the campaign, and ends before it does.
  if (countsFlow(column) && year === campaign.year && column.years.length > 1 && saysSchoolYear(column.header))
    return !isCorrected(column);
  if (!countsFlow(column) || year === null || flowCampaign(column, campaign) !== "mixed") return false;
  const isStock = (other: Column): boolean =>
    countsUnits(other.role) && !countsFlow(other) && columnYear(other, campaign.snapshot) === year;
  return column.since || column.period !== null || !columns.some(isStock);
}

/** Returns whether a heading dates the installations that it counts, even when the user corrected the column. */
export function saysWhen({ header, nature }: Column, { readLabel }: TableBody): boolean {
  const { years, period } = readLabel(header);
  return nature === "installation" && (years.length > 0 || period !== null);
}

/**
 * Returns whether a column « Postes achetés en 2012 » may be the only count of this equipment in service. (decisions
 * §4, Proof)
 */
function isOnlyStock(column: Column, columns: readonly Column[]): boolean {
  if (!countsFlow(column) || column.role.kind !== "count") return false;
  if (!headingSays(column.header, (concept) => concept === "bought")) return false;
  const { code } = column.role;
  const stocks = columns.filter(
    ({ role, nature }) => countsUnits(role) && countedNature(role.code, nature) === "maintenance",
  );
  return stocks.length > 0 && !stocks.some(({ role }) => countsUnits(role) && role.code === code);
}

/** The first month and day (1 August) from which pupils are those of a new school year. */
const schoolYearBegins = 801;

/** Returns the columns of the campaign among those of one prestation; null when there are none. */
function keptOf(group: readonly Column[], { year, snapshot }: Campaign): Column[] | null {
  const dated = group.filter(({ years }) => years.length > 0);
  if (dated.length === 0) return countsPupils(group[0]!.role) ? lastOf(group, snapshot) : [...group];
  const own = dated.filter((column) => columnYear(column, snapshot) === year);
  if (own.length > 0 && countsPupils(own[0]!.role)) {
    const moments = own.map((column) => momentOf(column, snapshot));
    const last = Math.max(...moments.filter((moment) => moment <= dayNumber(snapshot)));
    const undated = group.filter(({ years }) => years.length === 0);
    // « Effectif janvier 2014 » is of the previous school year: an undated column is preferred.
    if (last < year * 10_000 + schoolYearBegins && undated.length > 0) return undated;
    return Number.isFinite(last) ? own.filter((_, at) => moments[at] === last) : null;
  }
  if (own.length > 0) return own;
  const undated = group.filter(({ years }) => years.length === 0);
  return undated.length > 0 ? undated : null;
}

/**
 * Returns the columns on the day of count, « Au 1er novembre », when the others are « Rentrée »; otherwise all of them,
 * because they cannot be distinguished.
 */
function lastOf(group: readonly Column[], count: DayOfCount): Column[] {
  const onSnapshot = group.filter(({ header }) => takeYears(fold(header), count).countDay === "day");
  const isOpening = ({ header }: Column): boolean => /\brentr[ée]e\b/i.test(header);
  return onSnapshot.length > 0 && group.every((column) => onSnapshot.includes(column) || isOpening(column))
    ? onSnapshot
    : [...group];
}

/**
 * Returns the day on which pupils were counted, as a number (20141101); 1 September for a year alone or a school year.
 */
function momentOf(column: Column, count: DayOfCount): number {
  const day = column.days.at(-1);
  return day ?? (columnYear(column, count) ?? 0) * 10_000 + 901;
}

function yearKey(column: Column): string | null {
  if (column.role.kind === "count")
    return `${column.role.code ?? ""}|${countedNature(column.role.code, column.nature)}|${column.qualifiers.join()}`;
  return column.role.kind === "part" ? `part|${column.role.part}` : null;
}
