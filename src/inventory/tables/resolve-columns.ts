import { cellName, columnName, fold } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import { kinshipOf } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { countedNature, leftOut, refusedAs, type Column, type Refusal, type Weighed } from "../table";
import { purchaseRank } from "../words/heading-words";
import { structuralRole } from "../words/headings";
import { moneyAlone, reckonedApart, tellAmounts } from "./column-amounts";
import { balances, inheritLeft, rivals, totalsApart, yearsApart } from "./column-conflicts";
import { isCorrected } from "./column-contents";
import { countsNothing, holdsAnything, holdsNumbers, isRegister, statisticsOf } from "./column-statistics";

/** Weighs the columns of a table against each other; each pass gives the columns back, and says what it refused. */
export function settleColumns(
  columns: readonly Column[],
  weighed: Weighed,
): { columns: Column[]; anomalies: Anomaly[] } {
  const anomalies: Anomaly[] = [];
  let settled = columns.map((column) => oldYears(column, weighed));
  settled = weighed.labelled ? labelledColumns(settled, weighed, anomalies) : inheritLeft(settled);
  if (!weighed.labelled) settled = datedOfNothing(settled);
  settled = yearsApart(settled, weighed, anomalies);
  settled = headcountOverParts(settled);
  settled = balances(settled, weighed, anomalies);
  settled = totalsApart(settled, weighed);
  settled = rivals(settled, weighed, anomalies);
  settled = flowsInService(settled, weighed, anomalies);
  settled = moneyAlone(settled, weighed);
  settled = unknownColumns(settled, weighed, anomalies);
  for (const column of settled) {
    const told = sayOf(column);
    if (told === null || !holdsAnything(weighed.sheet, column.index, weighed.bodyTop, weighed.bodyBottom)) continue;
    anomalies.push(
      anomalyAt(told[0], told[1], weighed.sheet, column.headerRow, column.index, {
        header: column.header === "" ? cellName(column.headerRow, column.index) : column.header,
      }),
    );
  }
  anomalies.push(...tellAmounts(settled, weighed));
  return { columns: settled, anomalies };
}

const refusals = {
  ambiguous: "ambiguous-header",
  unclear: "unclear-header",
  untitled: "untitled-column",
  twice: "duplicate-header",
  years: "years-column",
  "exit-date": "exit-date-unclear",
  "entry-date": "entry-date-unclear",
  told: null,
} as const satisfies Record<Refusal, MessageCode | null>;

/** What is said of a column that is refused, or that is left out though it counts equipment. */
function sayOf({ role, why, subset }: Column): readonly [Severity, MessageCode] | null {
  if (role.kind === "refused") {
    const code = refusals[role.why];
    return code === null ? null : ["error", code];
  }
  if (role.kind !== "other") return null;
  if (why === "out-of-service") return ["info", "out-of-service-column"];
  return why === "part" && subset ? ["info", "part-column"] : null;
}

/** Years that are all before the last campaign's end change nothing: left out. Others are asked. (decisions §4) */
function oldYears(column: Column, weighed: Weighed): Column {
  if (column.role.kind !== "refused" || column.role.why !== "years") return column;
  const { lastYear } = statisticsOf(weighed, column.index);
  return lastYear < weighed.campaign.year - 1 ? leftOut(column, "year") : column;
}

/** Where neither its heading nor its rows name what a year dates, it stays asked, until a prestation is said with it. */
function datedOfNothing(columns: readonly Column[]): Column[] {
  return columns.map((column) =>
    column.role.kind === "installed-on" && column.role.code === null ? refusedAs(column, "years") : column,
  );
}

/** A total of pupils beside its parts is the headcount (decisions §2). */
function headcountOverParts(columns: readonly Column[]): Column[] {
  const total = columns.some((column) => column.role.kind === "count" && column.role.code === "PORTAIL");
  return total
    ? columns.map((column) => (column.role.kind === "part" ? leftOut(column, "part") : column))
    : [...columns];
}

/** Spare parts are a flow: those in service count nothing. (decisions §4) */
function flowsInService(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  return columns.map((column) => {
    const { role, nature, headerRow, index, header } = column;
    if (role.kind !== "count" || role.code !== "PIECES" || nature !== "maintenance") return column;
    if (holdsAnything(weighed.sheet, index, weighed.bodyTop, weighed.bodyBottom))
      anomalies.push(anomalyAt("warning", "parts-in-service", weighed.sheet, headerRow, index, { header }));
    return leftOut(column, "part");
  });
}

/**
 * Beside a label column, only bare quantities count; a row's total beside its quantity is none of ours. What a heading counts
 * besides is told where it holds numbers: equipment is then not billed, an error.
 */
function labelledColumns(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
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

/**
 * Columns that hold numbers under a heading that is not understood: refused where it has a word of ours, or nearly, or stands
 * in a group that has, or no heading at all; else told, so that nothing is lost in silence. (decisions §4)
 */
function unknownColumns(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  // Nothing counts the items, and nothing says that each row is a machine: what is not understood may count them.
  const mayCount =
    weighed.labelled &&
    !isRegister(columns) &&
    !columns.some(({ role }) => role.kind === "count" || role.kind === "refused");
  const billsPupils = weighed.grid.rows.some(({ code }) => code === "PORTAIL");
  const hasPupils = columns.some(({ role }) => role.kind === "count" && role.code === "PORTAIL");
  return columns.map((column) => {
    const { role, why, texts, headerRow, index } = column;
    if (role.kind === "ignored" && why === null && !isCorrected(column)) return explained(column, weighed, anomalies);
    const isUnknown = role.kind === "other" && (why === null || why === "unknown");
    if (!isUnknown || isCorrected(column)) return column;
    const { quantities, numbers, filled } = statisticsOf(weighed, index);
    if (saysWhatIsDue(texts) && filled > 0 && numbers === 0) return refusedAs(column, "unclear");
    if (filled === 0 || (numbers === 0 && quantities * 2 < filled))
      return { ...column, why: texts.length === 0 ? null : "unknown" };
    if (mayCount && numbers > 0) return refusedAs(column, "unclear");
    if (texts.length === 0 && !countsNothing(weighed.sheet, index, rowsOf(weighed)))
      return refusedAs(column, "untitled");
    const kin = kinshipOf(texts.join(" "));
    // Pupils are no equipment: a grid that bills nothing by pupil asks nothing of them.
    if (kin === "pupils" && !billsPupils) return leftOut(column, "ratio");
    if (texts.length > 0 && (kin === "equipment" || kin === "nature" || (kin === "pupils" && !hasPupils)))
      return refusedAs(column, "unclear");
    anomalies.push(anomalyAt("warning", "unknown-column", weighed.sheet, headerRow, index, named(column)));
    return { ...column, why: "unknown" };
  });
}

/** « À facturer », « Déjà payé », « Réalisé » over yes and no: what is not may not be due. */
function saysWhatIsDue(texts: readonly string[]): boolean {
  return /\b(?:factur\w*|pay(?:e|ee|es|ees)|reglee?s?|realisee?s?|retenue?s?|a compter|a prendre en compte|compte[es]*)\b/.test(
    fold(texts.at(-1) ?? ""),
  );
}

function rowsOf({ bodyTop, bodyBottom }: Weighed): number[] {
  return Array.from({ length: bodyBottom - bodyTop + 1 }, (_, at) => bodyTop + at);
}

/** Why a column that a layout passes over is: by its heading, else by what it holds. */
function explained(column: Column, { sheet, bodyTop, bodyBottom }: Weighed, anomalies: Anomaly[]): Column {
  const { header, headerRow, index, texts } = column;
  const known = texts.map((text) => structuralRole(text)?.why ?? null).find((why) => why !== null);
  if (known !== undefined) return { ...column, why: known };
  if (/\b(?:total|totaux|ensemble|somme|cumul)/i.test(header)) return { ...column, why: "total" };
  if (!holdsNumbers(sheet, index, bodyTop, bodyBottom)) return { ...column, why: "remark" };
  anomalies.push(anomalyAt("warning", "unknown-column", sheet, headerRow, index, named(column)));
  return { ...column, why: "unknown" };
}

/** What a column is called: its heading, else its letter. */
function named({ header, index }: Column): { readonly header: string } {
  return { header: header === "" ? columnName(index) : header };
}
