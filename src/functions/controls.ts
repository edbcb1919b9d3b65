import { parseCellName } from "../cells";
import { message } from "../messages";
import type { Anomaly, MessageCode, Severity } from "../messages";
import { billOf } from "./bill";
import { Refusal } from "./refusal";

const severities: readonly (readonly [Severity, MessageCode])[] = [
  ["error", "function-severity-error"],
  ["warning", "function-severity-warning"],
  ["info", "function-severity-info"],
];

type Row = readonly (string | number)[];

/**
 * CONTROLE: every anomaly, one a row: severity, row and column in the range from 1 (empty where there is no cell), message;
 * what is to correct first, then in reading order. « Aucune anomalie » where there is none. (decisions §4, §6)
 */
export function controls(inventory: unknown, campaign: unknown): readonly Row[] | Refusal {
  const bill = billOf({ inventory, campaign, grid: null });
  if (bill instanceof Refusal) return bill;
  if (bill.anomalies.length === 0) return [[message("function-no-anomaly")]];
  return severities.flatMap(([severity, words]) =>
    bill.anomalies.filter((anomaly) => anomaly.severity === severity).map((anomaly) => rowOf(anomaly, message(words))),
  );
}

function rowOf({ cell, code, params }: Anomaly, severity: string): Row {
  // A cell may be told as the first of a range.
  const place = cell === null ? null : parseCellName(cell.split(":")[0]!);
  return [severity, place === null ? "" : place.row + 1, place === null ? "" : place.column + 1, message(code, params)];
}
