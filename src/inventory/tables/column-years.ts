import { addTo, fold } from "../../cells";
import type { Anomaly } from "../../messages";
import { campaignOfDay, campaignOfYears, takeYears, type Campaign, type DayOfCount, type Period } from "../../tariff";
import { anomalyOfColumn } from "../anomalies";
import { layouts } from "../layouts";
import { countedNature, countsPupils, countsUnits, isCorrected, leftOut, refusedAs, type Column } from "../column";
import { type Table } from "../table";
import { headingSays } from "../texts/heading";
import { dayNumber, flowCampaign, installedSpan } from "../texts/installed-span";
import type { TableBody } from "./column-contents";

/** Returns the campaign of a heading's dates: of the last day of a period, of a school year for pupils; null when undated. */
export function columnYear(column: Column, count: DayOfCount): number | null {
  const { years, period } = column;
  const isFlow = countsFlow(column);
  if (isFlow && period !== null && years.length > 0) return campaignOfDay(period.to, count);
  return campaignOfYears(years, !isFlow && column.nature !== "installation", count);
}

/** Returns whether a column counts what came: installations, spare parts. */
function countsFlow({ role, nature }: Column): boolean {
  return countsUnits(role) && countedNature(role.code, nature) === "installation";
}

/** Returns the days on which what a column counts was installed, as its heading says; null where it says none. */
export function spanOf(column: Column, count: DayOfCount): Period | null {
  return countsFlow(column) && !column.since && column.years.length > 0 ? installedSpan(column, count) : null;
}

/** Returns the columns of a table that count something of another year; the user's own choice of a column clears its years. */
export function otherYearColumns({ layout, isChosen, columns }: Table, campaign: Campaign): Column[] {
  if (layouts[layout].listsUnits || isChosen === true) return [];
  return columns.filter((column) => {
    if (column.role.kind !== "count" && column.role.kind !== "part") return false;
    const year = columnYear(column, campaign.snapshot);
    return year !== null && year !== campaign.year;
  });
}

/** Keeps the campaign's columns among those of one thing for several years, and leaves the others out. (decisions §4) */
export function resolveYears(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const groups = new Map<string, Column[]>();
  const { year, snapshot } = body.campaign;
  const mixed = new Set(columns.filter((column) => mixesCampaigns(column, columns, body.campaign)));
  for (const column of columns) {
    const key = mixed.has(column) ? null : yearKey(column);
    if (key !== null) addTo(groups, key, column);
  }
  const result = new Map<number, Column>();
  const tell = (column: Column, severity: "info" | "error" | "warning", code: YearCode): void => {
    const params = { year: columnYear(column, snapshot) ?? "", campaign: year, before: year - 1 };
    anomalies.push(anomalyOfColumn(severity, code, body.sheet, column, params));
  };
  const leave = (column: Column, severity: "info" | "warning", code: YearCode): void => {
    tell(column, severity, code);
    result.set(column.index, leftOut(column, "other-year"));
  };
  const refuse = (column: Column, code: YearCode): void => {
    tell(column, "error", code);
    result.set(column.index, refusedAs(column, "told"));
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
        // The user said that it is the one.
        else if (isAsked && isCorrected(column)) continue;
        // Nothing says that it is of another year.
        else if (isUndated(column)) result.set(column.index, refusedAs(column, "twice"));
        else if (isOnlyStock(column, columns)) refuse(column, "only-other-year");
        else leave(column, "info", "other-year-column");
    } else if (group.some(({ nature, role }) => nature === "installation" && !countsPupils(role))) {
      // What was installed another year is no installation of this one, whatever else stands beside it.
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

/** Returns whether a column counts what was there on a day that is not the snapshot: « Compté le 06/11/2014 ». */
export function isOfAnotherDay(column: Column, { snapshot }: Campaign): boolean {
  const { role, days, nature } = column;
  if (!countsUnits(role) || nature !== null || isCorrected(column)) return false;
  return days.length > 0 && !days.includes(dayNumber(snapshot));
}

type YearCode =
  "installed-since" | "other-year-column" | "ambiguous-years" | "installed-other-year" | "only-other-year";

/** Returns whether « Installés depuis 2012 » mixes campaigns; beside the stock of a year, it is of that year's. */
function mixesCampaigns(column: Column, columns: readonly Column[], campaign: Campaign): boolean {
  const year = columnYear(column, campaign.snapshot);
  if (!countsFlow(column) || year === null || flowCampaign(column, campaign) !== "mixed") return false;
  const isStock = (other: Column): boolean =>
    countsUnits(other.role) && !countsFlow(other) && columnYear(other, campaign.snapshot) === year;
  return column.since || column.period !== null || !columns.some(isStock);
}

/** Returns whether a heading says when what it counts was installed, whatever the user said of it. */
export function saysWhen({ header, nature }: Column, { readLabel }: TableBody): boolean {
  const { years, period } = readLabel(header);
  return nature === "installation" && (years.length > 0 || period !== null);
}

/** Returns whether « Postes achetés en 2012 » may be all that shows its equipment in service. (decisions §4, Proof) */
function isOnlyStock(column: Column, columns: readonly Column[]): boolean {
  if (!countsFlow(column) || column.role.kind !== "count") return false;
  if (!headingSays(column.header, (concept) => concept === "bought")) return false;
  const { code } = column.role;
  const stocks = columns.filter(
    ({ role, nature }) => countsUnits(role) && countedNature(role.code, nature) === "maintenance",
  );
  return stocks.length > 0 && !stocks.some(({ role }) => countsUnits(role) && role.code === code);
}

/** The first day, month and day, from which pupils are those of a new school year. */
const schoolYearBegins = 801;

/** Returns the columns of the campaign among those that show one thing; null when none is. */
function keptOf(group: readonly Column[], { year, snapshot }: Campaign): Column[] | null {
  const dated = group.filter(({ years }) => years.length > 0);
  if (dated.length === 0) return countsPupils(group[0]!.role) ? lastOf(group, snapshot) : [...group];
  const own = dated.filter((column) => columnYear(column, snapshot) === year);
  if (own.length > 0 && countsPupils(own[0]!.role)) {
    const moments = own.map((column) => momentOf(column, snapshot));
    const last = Math.max(...moments.filter((moment) => moment <= dayNumber(snapshot)));
    const undated = group.filter(({ years }) => years.length === 0);
    // « Effectif janvier 2014 » is of the school year before, which never wins over one of no date.
    if (last < year * 10_000 + schoolYearBegins && undated.length > 0) return undated;
    return Number.isFinite(last) ? own.filter((_, at) => moments[at] === last) : null;
  }
  if (own.length > 0) return own;
  const undated = group.filter(({ years }) => years.length === 0);
  return undated.length > 0 ? undated : null;
}

/** Returns « Au 1er novembre », the day of the count, alone, the last one, beside « Rentrée », of no year; else all: they are not told apart. */
function lastOf(group: readonly Column[], count: DayOfCount): Column[] {
  const onSnapshot = group.filter(({ header }) => takeYears(fold(header), count).countDay === "day");
  const isOpening = ({ header }: Column): boolean => /\brentr[ée]e\b/i.test(header);
  return onSnapshot.length > 0 && group.every((column) => onSnapshot.includes(column) || isOpening(column))
    ? onSnapshot
    : [...group];
}

/** Returns when pupils were counted, as 20141101; a school year, or a year alone, begins in September. */
function momentOf(column: Column, count: DayOfCount): number {
  const day = column.days.at(-1);
  return day ?? (columnYear(column, count) ?? 0) * 10_000 + 901;
}

function yearKey(column: Column): string | null {
  if (column.role.kind === "count")
    return `${column.role.code ?? ""}|${countedNature(column.role.code, column.nature)}|${column.qualifiers.join()}`;
  return column.role.kind === "part" ? `part|${column.role.part}` : null;
}
