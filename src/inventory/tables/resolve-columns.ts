import { addTo, cellName, isStruck } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import { codeNamed, headcount, wordsOf } from "../../tariff";
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
import { leaveOutReckoned, moneyAlone, tellAmounts } from "./column-amounts";
import { askBalances, inheritLeft, leaveOutTotals, resolveRivals } from "./column-conflicts";
import { leaveOutParts } from "./column-parts";
import { isOfAnotherDay, resolveYears, spanOf } from "./column-years";
import type { TableBody } from "./column-contents";
import { holdsAnything, holdsNumbers, isRegister } from "./column-statistics";
import { changesOthers } from "../texts/dues";
import { speaksOfMachine } from "../texts/free-text";
import { hasUnread } from "../texts/heading";
import { structuralRole } from "../texts/heading-role";
import { areApart } from "../texts/installed-span";
import { purchaseRank } from "../texts/heading-roles";
import { senses } from "../texts/senses";
import { datedOfNothing, laterEnds, oldYears } from "./dates-and-years";
import { refuseOfOtherSchools } from "./second-names";
import { readSurveyDates } from "./survey-dates";
import { unknownColumns } from "./unknown-columns";

/** Columns, with what was found of them. */
export interface Resolved {
  readonly columns: Column[];
  readonly anomalies: Anomaly[];
}

/** Weighs the columns of a table against each other, pass by pass: each returns the columns, and tells what it refused. */
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
    const told = sayOf(column);
    if (told === null || !holdsAnything(body, column.index)) continue;
    const header = column.header === "" ? cellName(column.headerRow, column.index) : column.header;
    const code = told[1] === "unclear-header" && answers(column, body) ? "unclear-answers" : told[1];
    const changes = changesOthers(column.texts.at(-1) ?? "") && { changes: 1 };
    anomalies.push(
      anomalyOfColumn(told[0], code, body.sheet, column, { header, ...changes, ...datedBy(column, resolved, body) }),
    );
  }
  anomalies.push(...tellAmounts(resolved, body));
  return { columns: resolved, anomalies: body.labelled ? anomalies.map(besideLabel) : anomalies };
}

/** Refuses what was counted on another day, « Compté le 06/11/2014 », beside a quantity of the same rows that is asked. */
function askOfOtherDays(columns: readonly Column[], body: TableBody): Column[] {
  const isAsked = columns.some(({ role, index }) => role.kind === "refused" && holdsNumbers(body, index));
  return columns.map((column) =>
    isAsked && isOfAnotherDay(column, body.campaign) ? refusedAs(column, "twice") : column,
  );
}

/** Returns what the dates under a heading may be of: the prestation that it names, or all that the rows count. */
function datedBy({ texts }: Column, columns: readonly Column[], body: TableBody): Params {
  const [of] = codesIn(texts, body);
  if (of !== undefined) return { of };
  if (columns.some((column) => countsEquipment(column.role) && column.nature === "installation")) return {};
  return texts.some((text) => structuralRole(text)?.role === "date-in") ? { entry: 1 } : {};
}

/** Notes that the rows name what is counted: a column counts that, and no prestation of its own. */
const besideLabel = (told: Anomaly): Anomaly => ({ ...told, params: { ...told.params, labelled: 1 } });

/** Returns whether a column answers yes and no, in words, and nothing else. */
function answers({ index }: Column, { contents }: TableBody): boolean {
  const { words, filled } = contents.of(index);
  return filled > 0 && words === filled;
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
  told: null,
} as const satisfies Record<Refusal, MessageCode | null>;

/** Returns the anomaly of a column that is refused, or left out though it counts equipment; null when there is none. */
function sayOf({ role, subset }: Column): readonly [Severity, MessageCode] | null {
  if (role.kind === "refused") {
    const code = refusals[role.why];
    return code === null ? null : ["error", code];
  }
  if (role.kind !== "other") return null;
  if (role.why === "out-of-service") return ["info", "out-of-service-column"];
  return role.why === "part" && subset ? ["info", "part-column"] : null;
}

/** Refuses a count whose heading is struck through: nothing says whether it still holds. */
const struckHeading = (column: Column, { sheet }: TableBody): Column =>
  column.role.kind === "count" && !isCorrected(column) && isStruck(sheet, column.headerRow, column.index)
    ? refusedAs(column, "unclear")
    : column;

/** Refuses « Postes d’enseignants » in a table of headcounts that shows no other equipment: machines, or people. */
function teachingPosts(columns: readonly Column[]): Column[] {
  const staff = new Set(wordsOf(senses["staff"]!.words));
  const areTeachers = ({ texts }: Column): boolean => wordsOf(texts.join(" ")).some((word) => staff.has(word));
  const equipment = columns.filter(({ role }) => countsEquipment(role));
  const isAsked = columns.some(({ role }) => countsPupils(role)) && equipment.every(areTeachers);
  return columns.map((column) =>
    isAsked && equipment.includes(column) && !isCorrected(column) ? refusedAs(column, "unclear") : column,
  );
}

/** What no sum and no content says of a column that is left out: its heading alone. */
const byHeading: ReadonlySet<ColumnReason | null> = new Set<ColumnReason>(["other-year", "out-of-service"]);

/** Refuses a column left out by its heading alone when no other counts its prestation: « Postes achetés en 2012 ». (decisions §4) */
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
    // « Postes installés avant 2013 », beside those of the campaign.
    const isOfFlow = column.nature === "installation" && columns.some((each) => isInstalled(each, code));
    return isOfFlow || code === undefined || code === "PIECES" || served.includes(code) || asked.has(code)
      ? column
      : refusedAs(column, "unclear");
  });
}

function isInstalled({ role, nature }: Column, code: string | undefined): boolean {
  return nature === "installation" && countsEquipment(role) && role.code === code;
}

/** Returns the code of what a heading names, whatever it says of it; none where it names nothing to bill. */
function codesIn(texts: readonly string[], { readLabel }: TableBody): string[] {
  return texts
    .flatMap((text) => codeNamed(readLabel(text).item) ?? [])
    .filter((code) => code !== headcount)
    .slice(-1);
}

/** Leaves out spare parts in service: they are a flow, and count nothing. (decisions §4) */
function flowsInService(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  return columns.map((column) => {
    const { role, nature, index } = column;
    if (role.kind !== "count" || role.code !== "PIECES" || nature !== "maintenance") return column;
    if (holdsAnything(body, index)) anomalies.push(anomalyOfColumn("warning", "parts-in-service", body.sheet, column));
    return leftOut(column, "part");
  });
}

/** Settles the columns beside a label: bare quantities count, totals do not; equipment in a heading is an error. */
function labelledColumns(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const quantities = columns.some((column) => column.role.kind === "count" && column.role.code === null);
  const resolved = columns.map((column): Column => {
    const { role, index } = column;
    const isEquipment = countsEquipment(role);
    if (isEquipment || countsPupils(role) || role.kind === "untariffed") {
      if (!holdsNumbers(body, index)) return leftOut(column, "refused");
      const severity = isEquipment ? "error" : "warning";
      anomalies.push(anomalyOfColumn(severity, "column-beside-label", body.sheet, column));
      return isEquipment ? refusedAs(column, "told") : leftOut(column, "refused");
    }
    if (role.kind === "refused" && role.why === "ambiguous" && column.words === "total" && quantities)
      return leftOut(column, "total");
    return column;
  });
  const stated = statesOfCampaign(oneQuantity(leaveOutReckoned(resolved, body), body), body);
  return oneEntry(askOfFates(stated, body), body, anomalies);
}

/** Asks of unread headings over a few machines of a register, « Mis de côté le », « Échangé contre »: they may have left. */
function askOfFates(columns: readonly Column[], { contents }: TableBody): Column[] {
  const label = columns.find(({ role }) => role.kind === "label" || role.kind === "inventory-number");
  if (label === undefined || !isRegister(columns)) return [...columns];
  const all = contents.of(label.index).filled;
  return columns.map((column) => {
    const { role, index, texts } = column;
    if (role.kind !== "other" || isCorrected(column) || texts.length === 0) return column;
    if (role.why !== "unknown" && role.why !== "other-date" && role.why !== null) return column;
    const { filled, texts: written, dates } = contents.of(index);
    if (filled === 0 || filled >= all) return column;
    if (dates === filled) return hasUnread(texts) ? refusedAs(column, "exit-date") : column;
    const isReplaced = speaksOfMachine(texts.at(-1)!) || hasUnread(texts);
    return isReplaced && written === filled && contents.namesMachines(index) ? refusedAs(column, "exit-date") : column;
  });
}

/** Leaves out the states of other years beside those of the campaign, which alone says what they became; else asks of them. */
function statesOfCampaign(columns: readonly Column[], { campaign }: TableBody): Column[] {
  const isOfOther = ({ role, years }: Column): boolean =>
    role.kind === "status" && years.length > 0 && !years.includes(campaign.year);
  const isSaid = columns.some((column) => column.role.kind === "status" && column.years.includes(campaign.year));
  return columns.map((column) => {
    if (isCorrected(column) || !isOfOther(column)) return column;
    return isSaid ? leftOut(column, "other-year") : refusedAs(column, "unclear");
  });
}

/** Settles quantities of the same thing: the one in service wins over a bare « total », else none is billed. */
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

/** Settles the surest date of entry; a purchase stands for it when nothing else does, and is told. */
function oneEntry(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const filled = ({ index }: Column): boolean => holdsAnything(body, index);
  const entries = columns.filter((column) => column.role.kind === "date-in" && (isCorrected(column) || filled(column)));
  const best = entries.toSorted((one, other) => one.rank - other.rank)[0] ?? null;
  const tell = (column: Column, code: "purchase-as-entry" | "unknown-date-column"): void => {
    anomalies.push(anomalyOfColumn("warning", code, body.sheet, column));
  };
  // Dates that are the only ones of a register may well be those that bill its installations.
  const isAsked = best === null && isRegister(columns) && !columns.some(saysInstalled);
  return columns.map((column): Column => {
    if (column.role.kind === "other" && column.role.why === "other-date" && filled(column)) {
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
