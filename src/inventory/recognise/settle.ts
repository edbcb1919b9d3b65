import { cellName } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { moneyAlone, tellAmounts } from "./amounts";
import { balances } from "./balance";
import { labelledColumns } from "./labelled";
import { rivals } from "./rivals";
import { inheritLeft, totalsApart } from "./neighbours";
import { unknownColumns } from "./unknown";
import { holdsAnything } from "./vote";
import { leftOut, refusedAs } from "./weighed";
import type { Refusal, Weighed } from "./weighed";
import { yearsApart } from "./years";
import { statisticsOf } from "./statistics";

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
