import { columnName, fold } from "../../cells";
import type { Anomaly } from "../../messages";
import { kinshipOf } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { countsNothing } from "./counts-nothing";
import { isCorrected } from "./hearing";
import { isRegister } from "./registers";
import { structuralRole } from "./roles";
import { statisticsOf } from "./statistics";
import { holdsNumbers } from "./vote";
import { leftOut, refusedAs } from "./weighed";
import type { Weighed } from "./weighed";

/**
 * Columns that hold numbers under a heading that is not understood: refused where it has a word of ours, or nearly, or stands
 * in a group that has, or no heading at all; else told, so that nothing is lost in silence. (decisions §4)
 */
export function unknownColumns(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
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
