import { addTo, cellName, fold, isStruck } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import { codeNamed, headcount, wordsOf, spareParts } from "../../tariff";
import { anomalyOfColumn, type Params } from "../anomalies";
import {
  codeCounted,
  countedNature,
  countsEquipment,
  countsPupils,
  isCorrected,
  leftOut,
  refusedAs,
  type Column,
  type Refusal,
} from "../column";
import type { ColumnReason } from "../types";
import { leaveOutReckoned, moneyAlone, reportAmounts } from "./column-amounts";
import { askBalances, inheritLeft, leaveOutTotals, resolveRivals } from "./column-conflicts";
import { leaveOutParts } from "./column-parts";
import { isOfAnotherDay, resolveYears, spanOf } from "./column-years";
import type { TableBody } from "./column-contents";
import { holdsAnything, holdsMarks, holdsNumbers, isRegister, textsDown } from "./column-statistics";
import { changesOthers, headsDue } from "../texts/dues";
import { structuralRole } from "../texts/heading-role";
import { areApart } from "../texts/installed-span";
import { isCollective } from "../texts/multipliers";
import { purchaseRank } from "../texts/heading-roles";
import { senses } from "../texts/senses";
import { datedOfNothing, laterEnds, oldYears } from "./dates-and-years";
import { askOfFates, mayHeadNone } from "./fates-of-machines";
import { refuseOfOtherSchools } from "./second-names";
import { readSurveyDates } from "./survey-dates";
import { unknownColumns } from "./unknown-columns";

/** The resolved columns, with their anomalies. */
export interface Resolved {
  readonly columns: Column[];
  readonly anomalies: Anomaly[];
}

/** Resolves the columns of a table by comparison with each other, in passes, and reports those that it refuses. */
export function resolveColumns(columns: readonly Column[], body: TableBody): Resolved {
  const anomalies: Anomaly[] = [];
  let resolved = readSurveyDates(columns, body).map((column) =>
    laterEnds(oldYears(struckHeading(column, body), body), body),
  );
  resolved = body.labelled
    ? labelledColumns(resolved, body, anomalies)
    : inheritLeft(resolved, body).map((column) => datedOfNothing(column));
  resolved = resolveYears(resolved, body, anomalies);
  if (resolved.some(({ role }) => codeCounted(role) === headcount))
    resolved = resolved.map((column) => (column.role.kind === "part" ? leftOut(column, "part") : column));
  resolved = askBalances(resolved, body, anomalies);
  resolved = leaveOutParts(resolved, body);
  resolved = leaveOutTotals(resolved, body);
  resolved = refuseOfOtherSchools(resolved, body);
  resolved = resolveRivals(resolved, body, anomalies);
  resolved = flowsInService(resolved, body, anomalies);
  resolved = moneyAlone(resolved, body);
  resolved = onlyOnes(teachingPosts(resolved), body);
  resolved = unknownColumns(resolved, body, anomalies);
  if (body.labelled) resolved = askOfOtherDays(resolved, body);
  for (const column of resolved) {
    const asked = anomalyOf(column);
    if (asked === null || !holdsAnything(body, column.index)) continue;
    const header = column.header === "" ? cellName(column.headerRow, column.index) : column.header;
    const isAsked = asked[1] === "unclear-header" || asked[1] === "ambiguous-header";
    const code = isAsked && answers(column, body) ? "unclear-answers" : asked[1];
    const changes = changesOthers(column.texts.at(-1) ?? "") && { changes: 1 };
    const lots = code === "unclear-header" ? textsDown(body, column.index).find(isCollective) : undefined;
    anomalies.push(
      anomalyOfColumn(asked[0], code, body.sheet, column, {
        header,
        ...changes,
        ...(lots !== undefined && { lots }),
        ...datedBy(column, resolved, body),
      }),
    );
  }
  anomalies.push(...reportAmounts(resolved, body));
  return { columns: resolved, anomalies: body.labelled ? anomalies.map(besideLabel) : anomalies };
}

/** Refuses quantities of another day, « Compté le 06/11/2014 », beside a refused quantity of the same rows. */
function askOfOtherDays(columns: readonly Column[], body: TableBody): Column[] {
  const isAsked = columns.some(({ role, index }) => role.kind === "refused" && holdsNumbers(body, index));
  return columns.map((column) =>
    isAsked && isOfAnotherDay(column, body.campaign) ? refusedAs(column, "twice") : column,
  );
}

/**
 * Returns the parameters for what the dates under a heading may concern: the prestation that it names, or the entry of
 * all that the rows count.
 */
function datedBy({ texts }: Column, columns: readonly Column[], body: TableBody): Params {
  const [of] = codesIn(texts, body);
  if (of !== undefined) return { of };
  if (columns.some((column) => countsEquipment(column.role) && column.nature === "installation")) return {};
  return texts.some((text) => structuralRole(text)?.role === "date-in") ? { entry: 1 } : {};
}

/** Returns an anomaly that notes that the rows name what is counted. */
const besideLabel = (anomaly: Anomaly): Anomaly => ({ ...anomaly, params: { ...anomaly.params, labelled: 1 } });

/**
 * Returns whether every filled cell of a column is a yes or a no: in letters, or 1 or 0 under a heading of what is due,
 * of what is no machine, or in service, « Actif 2014 ».
 */
function answers({ index, texts, words, nature }: Column, { contents }: TableBody): boolean {
  const statistics = contents.of(index);
  const heading = texts.at(-1) ?? "";
  const asks = headsDue(heading) || mayHeadNone(heading) || (words === "" && nature === "maintenance");
  return holdsMarks(statistics) && (statistics.words === statistics.filled || asks);
}

const refusals = {
  ambiguous: "ambiguous-header",
  unclear: "unclear-header",
  untitled: "untitled-column",
  twice: "duplicate-header",
  years: "years-column",
  "exit-date": "exit-date-unclear",
  "entry-date": "entry-date-unclear",
  "other-schools": "other-schools-column",
  reported: null,
} as const satisfies Record<Refusal, MessageCode | null>;

/**
 * Returns the anomaly of a column that is refused, or left out although it counts equipment; null when there is none.
 */
function anomalyOf({ role, subset }: Column): readonly [Severity, MessageCode] | null {
  if (role.kind === "refused") {
    const code = refusals[role.why];
    return code === null ? null : ["error", code];
  }
  if (role.kind !== "other") return null;
  if (role.why === "out-of-service") return ["info", "out-of-service-column"];
  return role.why === "part" && subset ? ["info", "part-column"] : null;
}

/** Refuses a quantity whose heading is struck through. */
const struckHeading = (column: Column, { sheet }: TableBody): Column =>
  column.role.kind === "count" && !isCorrected(column) && isStruck(sheet, column.headerRow, column.index)
    ? refusedAs(column, "unclear")
    : column;

/**
 * Refuses « Postes d’enseignants », jobs in a school, and « Postes enseignants » in a table of headcounts without other
 * equipment: machines or people.
 */
function teachingPosts(columns: readonly Column[]): Column[] {
  const staff = new Set(wordsOf(senses["staff"]!.words));
  const areTeachers = ({ texts }: Column): boolean => wordsOf(texts.join(" ")).some((word) => staff.has(word));
  const equipment = columns.filter(({ role }) => countsEquipment(role));
  const isAsked = columns.some(({ role }) => countsPupils(role)) && equipment.every(areTeachers);
  const areJobs = ({ texts }: Column): boolean => {
    const [, of = ""] = /\bpostes? d(?:e|es)? (\w+)/.exec(fold(texts.join(" "))) ?? [];
    return staff.has(of.replace(/s$/, ""));
  };
  return columns.map((column) => {
    const isUnclear = (isAsked || areJobs(column)) && equipment.includes(column) && !isCorrected(column);
    return isUnclear ? refusedAs(column, "unclear") : column;
  });
}

/** Reasons that come from a heading alone. */
const byHeading: ReadonlySet<ColumnReason | null> = new Set<ColumnReason>(["other-year", "out-of-service"]);

/**
 * Refuses a column left out because of its heading, when no other column counts its prestation: « Postes achetés en
 * 2012 ». (decisions §4)
 */
function onlyOnes(columns: readonly Column[], body: TableBody): Column[] {
  const served = columns.flatMap(({ role, nature }) =>
    countsEquipment(role) && countedNature(role.code, nature) === "maintenance" ? [role.code] : [],
  );
  const asked = new Set(columns.flatMap(({ role, texts }) => (role.kind === "refused" ? codesIn(texts, body) : [])));
  if (served.length === 0) return [...columns];
  return columns.map((column) => {
    const { role, texts, index } = column;
    if (role.kind !== "other" || !byHeading.has(role.why) || !holdsNumbers(body, index)) return column;
    const [code] = codesIn(texts, body);
    // « Postes installés avant 2013 », beside the installations of the campaign.
    const isOfFlow = column.nature === "installation" && columns.some((each) => isInstalled(each, code));
    return isOfFlow || code === undefined || code === spareParts || served.includes(code) || asked.has(code)
      ? column
      : refusedAs(column, "unclear");
  });
}

function isInstalled({ role, nature }: Column, code: string | undefined): boolean {
  return nature === "installation" && countsEquipment(role) && role.code === code;
}

/** Returns the code of the prestation that a heading names, at most one; empty when it names nothing to bill. */
function codesIn(texts: readonly string[], { readLabel }: TableBody): string[] {
  return texts
    .flatMap((text) => codeNamed(readLabel(text).item) ?? [])
    .filter((code) => code !== headcount)
    .slice(-1);
}

/** Leaves out spare parts in service: spare parts are only counted when installed. (decisions §4) */
function flowsInService(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  return columns.map((column) => {
    const { role, nature, index } = column;
    if (role.kind !== "count" || role.code !== spareParts || nature !== "maintenance") return column;
    if (holdsAnything(body, index)) anomalies.push(anomalyOfColumn("warning", "parts-in-service", body.sheet, column));
    return leftOut(column, "part");
  });
}

/**
 * Resolves the columns of a table with labels: quantities without a prestation count, totals do not, and equipment in a
 * heading is an error.
 */
function labelledColumns(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const quantities = columns.some((column) => column.role.kind === "count" && column.role.code === null);
  const resolved = columns.map((column): Column => {
    const { role, index } = column;
    const isEquipment = countsEquipment(role);
    if (isEquipment || countsPupils(role) || role.kind === "untariffed") {
      if (!holdsNumbers(body, index)) return leftOut(column, "refused");
      const severity = isEquipment ? "error" : "warning";
      anomalies.push(anomalyOfColumn(severity, "column-beside-label", body.sheet, column));
      return isEquipment ? refusedAs(column, "reported") : leftOut(column, "refused");
    }
    if (role.kind === "refused" && role.why === "ambiguous" && column.words === "total" && quantities)
      return leftOut(column, "total");
    return column;
  });
  const stated = statesOfCampaign(oneQuantity(leaveOutReckoned(resolved, body), body), body);
  return oneEntry(askOfFates(stated, body), body, anomalies);
}

/** Leaves out the states of other years beside those of the campaign; without these, asks about them. */
function statesOfCampaign(columns: readonly Column[], { campaign }: TableBody): Column[] {
  const isOfOther = ({ role, years }: Column): boolean =>
    role.kind === "status" && years.length > 0 && !years.includes(campaign.year);
  const hasOwn = columns.some((column) => column.role.kind === "status" && column.years.includes(campaign.year));
  return columns.map((column) => {
    if (isCorrected(column) || !isOfOther(column)) return column;
    return hasOwn ? leftOut(column, "other-year") : refusedAs(column, "unclear");
  });
}

/**
 * Resolves several quantities of the rows: the one with a nature is kept beside a « total », otherwise none is billed.
 */
function oneQuantity(columns: readonly Column[], { campaign }: TableBody): Column[] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    if (column.role.kind !== "count" || column.role.code !== null) continue;
    const key = `${countedNature(null, column.nature)}|${column.years.join()}`;
    addTo(groups, key, column);
  }
  const result = new Map<number, Column>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    if (areApart(group.map((column) => spanOf(column, campaign.snapshot)))) continue;
    const corrected = group.filter(isCorrected);
    // Columns that the user chose add up.
    if (corrected.length === group.length) continue;
    const sure = corrected.length === 1 ? corrected : group.filter(({ nature }) => nature !== null);
    const others = group.filter((column) => !sure.includes(column));
    const isTotal = others.every(({ texts }) => /\btotale?s?\b/i.test(texts.join(" ")));
    for (const column of group)
      if (sure.length !== 1 || !(isTotal || corrected.length === 1))
        result.set(column.index, refusedAs(column, "twice"));
      else if (column !== sure[0]) result.set(column.index, leftOut(column, "total"));
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

const saysInstalled = ({ role, nature }: Column): boolean => role.kind === "nature" || nature === "installation";

/** Keeps the most certain date of entry; a date of purchase is used when there is no other, with a warning. */
function oneEntry(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const filled = ({ index }: Column): boolean => holdsAnything(body, index);
  const entries = columns.filter((column) => column.role.kind === "date-in" && (isCorrected(column) || filled(column)));
  const best = entries.toSorted((one, other) => one.rank - other.rank)[0] ?? null;
  const report = (column: Column, code: "purchase-as-entry" | "unknown-date-column"): void => {
    anomalies.push(anomalyOfColumn("warning", code, body.sheet, column));
  };
  // In a list of machines, the only dates may be those of the installations to bill.
  const isAsked = best === null && isRegister(columns) && !columns.some(saysInstalled);
  return columns.map((column): Column => {
    if (column.role.kind === "other" && column.role.why === "other-date" && filled(column)) {
      if (isAsked) return refusedAs(column, "entry-date");
      report(column, "unknown-date-column");
    }
    if (column.role.kind !== "date-in" || best === null) return column;
    if (column === best) {
      if (column.rank === purchaseRank) report(column, "purchase-as-entry");
      return column;
    }
    if (column.rank === best.rank) report(column, "unknown-date-column");
    return leftOut(column, "other-date");
  });
}
